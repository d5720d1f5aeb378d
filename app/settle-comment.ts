import { askWorkflow } from '../src/commands/ask-workflow.ts'
import { gates } from '../src/commands/gates.ts'
import { pinVersions } from '../src/commands/pin-versions.ts'
import { openRegistry } from '../src/commands/registry-reader.ts'
import { sayNow } from '../src/commands/say-once.ts'
import { exitStatusOf, ModelyardError } from '../src/domain/errors/index.ts'
import type { CommentDefinition } from '../src/doors/definition.ts'
import { knownError } from '../src/doors/known-error.ts'
import type { Reaction, SaidComment } from '../src/ports.ts'
import { renderCommandHelp, renderCommandList, renderMistake, renderStarted } from '../src/render/asked.ts'
import { render } from '../src/render/index.ts'
import { DEFINITIONS } from './definitions.generated.ts'
import type { Reach } from './reach.ts'
import type { Settling } from './settler.ts'
import { ANSWERED_HERE, MEASURED_FIRST, type MeasuredFirst } from './slash-commands.ts'
import { spokenHere } from './spoken-here.ts'
import { type Wanted, wantedIn } from './wanted.ts'

/** What was said to a comment, and how it ended. */
interface Answer {
  readonly words: string
  readonly reaction: Reaction
}

/** A comment that has one of these is answered. */
const ENDS: readonly Reaction[] = ['+1', '-1', 'confused', 'rocket']
const RETRY = 3

/**
 * Does what a comment asks for, once: its last reaction says that it is done. Whoever works on it holds a claim, so that two
 * processes do not; one that was killed goes on from the start, and finds what it did.
 */
export async function settleComment(id: number, reach: Reach): Promise<Settling> {
  const { conversations, claims, ports, tip } = reach
  const comment = await conversations.read(id)
  const wanted = comment && wantedIn(comment)
  if (comment === undefined || wanted === undefined) return 'settled'
  if ((await conversations.reactions(id)).some(reaction => ENDS.includes(reaction))) return 'settled'
  const commit = await tip()
  if (commit === undefined) return 'settled'
  const { tree } = await ports.repository.commitFacts(commit)
  const claim = await claims.take(`comment-${id}`, { id: commit, tree })
  if (claim === undefined) return 'again'
  try {
    await conversations.react(id, 'eyes')
    const { words, reaction } = await answerTo(comment, wanted, reach)
    await sayNow(ports.comments, { is: comment.on, number: comment.number }, `answer-${id}`, words)
    await conversations.react(id, reaction)
    return 'settled'
  } finally {
    await claim.release()
  }
}

/** A day: a command that is older is asked for again by a person. */
const LOOK_BACK_MS = 24 * 60 * 60_000

/** Comments that ask for something and that were missed: nobody listened, or a process was killed. */
export async function unansweredComments({ conversations }: Reach, now: number): Promise<number[]> {
  const comments = await conversations.since(now - LOOK_BACK_MS)
  return comments.flatMap(comment => (!comment.isEdited && wantedIn(comment) !== undefined ? comment.id : []))
}

async function answerTo(comment: SaidComment, wanted: Wanted, reach: Reach): Promise<Answer> {
  try {
    switch (wanted.is) {
      case 'help':
        return { words: helpOn(wanted.of), reaction: '+1' }
      case 'mistake':
        throw wanted.error
      case 'command':
        return await run(comment, wanted.definition, wanted.values, reach)
    }
  } catch (error) {
    const known = knownError(error, 'the log of the App tells more; please report it')
    // What may work later is done later, and not answered yet.
    if (exitStatusOf(known.code) === RETRY) throw known
    if (known.code === 'bug') throw error
    const next = known.next.replace(/\bmodelyard (?=\w)/g, '/')
    return {
      words: renderMistake({ ...known, message: known.message, next }),
      reaction: known.code === 'missing-permission' ? '-1' : 'confused',
    }
  }
}

async function run(
  comment: SaidComment,
  definition: CommentDefinition,
  given: Readonly<Record<string, unknown>>,
  reach: Reach,
): Promise<Answer> {
  const { author } = comment
  if (author === undefined) throw new Error('a comment of nobody asks for nothing')
  await requirePermission(author.login, definition, reach)
  const values = await pinVersions(given, comment.at, await openRegistry(reach.ports.repository))
  const { name } = definition
  if (name in MEASURED_FIRST) return startMeasuring(comment, name as MeasuredFirst, values, reach)
  const load = ANSWERED_HERE[name]
  if (load === undefined) throw new Error(`nothing answers to /${name}`)
  const command = await load()
  await reach.fetch((command.alsoReads ?? []).map(branch => `refs/heads/${branch}`))
  const result = await command.execute(values, reach.portsFor(author), {})
  const isRefused = 'status' in result && result.status === 'refused'
  return {
    words: render(spokenHere(result), 'markdown', { whole: `modelyard ${name}, in a clone` }),
    reaction: isRefused ? '-1' : '+1',
  }
}

/** @throws {ModelyardError} `missing-permission`; `remote-failed` where GitHub does not say what the person may. */
async function requirePermission(
  login: string,
  { name, permission }: CommentDefinition,
  { conversations }: Reach,
): Promise<void> {
  const may = await conversations.may(login, permission)
  if (may === 'member') return
  throw new ModelyardError({
    code: 'missing-permission',
    message:
      may === 'other'
        ? `/${name} is for people with the permission ${permission} on this repository`
        : `what you may do here GitHub does not say, and /${name} is for people with the permission ${permission}`,
    next: 'ask somebody who has it',
  })
}

async function startMeasuring(
  { id }: SaidComment,
  name: MeasuredFirst,
  {
    model,
    version,
    challenger = 'latest',
    champion,
    stage,
    for: aim,
    reason,
  }: Readonly<Record<string, unknown>>,
  { ports, tip, defaultBranch }: Reach,
): Promise<Answer> {
  const number = (text: unknown) => (text === undefined ? undefined : Number(text))
  const asked = { model, version: version ?? challenger, stage: stage ?? aim }
  // What is wrong with the words is told before anything is started.
  const judged = await gates.execute(asked, ports, {})
  if (judged.kind !== 'gates') throw new Error('gates did not answer')
  const registry = await openRegistry(ports.repository, await tip())
  const measuring = {
    kind: MEASURED_FIRST[name],
    model: judged.model,
    version: judged.version.version,
    stage: judged.stage,
    champion: number(champion),
    reason: reason as string | undefined,
  }
  const run = await askWorkflow(
    registry,
    await defaultBranch(),
    measuring,
    { is: 'comment', id },
    ports.deployments,
  )
  const about = `version ${measuring.version} of ${measuring.model}`
  const what =
    measuring.kind === 'promotion'
      ? `${about} is measured against what serves now, and then proposed for ${measuring.stage} where its gates pass`
      : `${about} is compared with ${measuring.champion === undefined ? 'the champion' : `version ${measuring.champion}`}`
  return { words: renderStarted(what, run.url), reaction: 'rocket' }
}

function helpOn(of: CommentDefinition | undefined): string {
  if (of === undefined) return renderCommandList(DEFINITIONS)
  return renderCommandHelp(of)
}
