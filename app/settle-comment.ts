import { askWorkflow } from '../src/commands/ask-workflow.ts'
import { gates } from '../src/commands/gates.ts'
import { pinVersions } from '../src/commands/pin-versions.ts'
import { openRegistry } from '../src/commands/registry-reader.ts'
import { requirePermission } from '../src/commands/require-permission.ts'
import { askRetraining, retrain } from '../src/commands/retrain.ts'
import { sayNow } from '../src/commands/say-once.ts'
import type { CommentDefinition } from '../src/doors/definition.ts'
import type { Reaction, SaidComment } from '../src/ports.ts'
import {
  renderCommandHelp,
  renderCommandList,
  renderFollow,
  renderMistake,
  renderStarted,
} from '../src/render/asked.ts'
import { render } from '../src/render/index.ts'
import { DEFINITIONS } from './definitions.generated.ts'
import type { Asker, Reach } from './reach.ts'
import { pressBegunIn } from './settle-press.ts'
import type { Settling } from './settler.ts'
import { ANSWERED_HERE, MEASURED_FIRST, type MeasuredFirst, TRAINS } from './slash-commands.ts'
import { spokenHere, toldMistake } from './spoken-here.ts'
import type { Subject } from './targets.ts'
import { underClaim } from './under-claim.ts'
import { type Wanted, wantedIn } from './wanted.ts'

/** What was said to a comment, and how it ended. */
interface Answer {
  readonly words: string
  readonly reaction: Reaction
}

/** A comment that has one of these is answered. */
const ENDS: readonly Reaction[] = ['+1', '-1', 'confused', 'rocket']

/**
 * Does what a comment asks for, once: its last reaction says that it is done. Whoever works on it holds a claim, so that two
 * processes do not; one that was killed goes on from the start, and finds what it did.
 */
export async function settleComment(id: number, reach: Reach): Promise<Settling> {
  const { conversations, ports, tip } = reach
  const comment = await conversations.read(id)
  const wanted = comment && wantedIn(comment)
  if (comment === undefined || wanted === undefined) return 'settled'
  const isAnswered = async () => (await conversations.reactions(id)).some(reaction => ENDS.includes(reaction))
  if (await isAnswered()) return 'settled'
  const commit = await tip()
  if (commit === undefined) return 'settled'
  return underClaim(`comment-${id}`, commit, reach, async () => {
    // Whoever had the claim may have answered since.
    if (await isAnswered()) return 'settled'
    await conversations.react(id, 'eyes')
    const { words, reaction } = await answerTo(comment, wanted, reach)
    await sayNow(ports.comments, { is: comment.on, number: comment.number }, `answer-${id}`, words)
    await conversations.react(id, reaction)
    return 'settled'
  })
}

/** A day: a command that is older is asked for again by a person. */
const LOOK_BACK_MS = 24 * 60 * 60_000

/** What was asked for and missed: nobody listened, or a process was killed. */
export async function unanswered({ conversations, ports }: Reach, now: number): Promise<Subject[]> {
  const comments = await conversations.since(now - LOOK_BACK_MS)
  return comments.flatMap((comment): Subject[] => {
    // Of what we said ourselves, that a button was pressed.
    if (comment.author?.login === ports.app?.login) return [pressBegunIn(comment) ?? []].flat()
    const isAsked = !comment.isEdited && wantedIn(comment) !== undefined
    return isAsked ? [{ is: 'comment', id: comment.id }] : []
  })
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
    const known = toldMistake(error)
    return {
      words: renderMistake(known),
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
  const { name, permission } = definition
  await requirePermission(author.login, `/${name}`, permission, reach.conversations)
  const fallbacks = Object.fromEntries(
    definition.flags.flatMap(({ input, fallback }) => (fallback === undefined ? [] : [[input, fallback]])),
  )
  const own = ofOwnIssue(definition, given, comment)
  const written = { name, given: own, fallbacks, writtenAt: comment.at }
  const values = await pinVersions(written, await openRegistry(reach.ports.repository))
  if (name === TRAINS) return startTraining(comment, values, reach, author)
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

/** What is about an issue is about the one that it is written on, where it names no other. */
function ofOwnIssue(
  { flags }: CommentDefinition,
  given: Readonly<Record<string, unknown>>,
  { on, number }: SaidComment,
): Readonly<Record<string, unknown>> {
  const isOfIssue = on === 'issue' && flags.some(({ input }) => input === 'issue')
  return isOfIssue ? { issue: number, ...given } : given
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

/** It is decided here, where nothing is read but the registry and GitHub, and done by a workflow. */
async function startTraining(
  { id }: SaidComment,
  { model, issue }: Readonly<Record<string, unknown>>,
  reach: Reach,
  author: Asker,
): Promise<Answer> {
  await reach.fetch((retrain.alsoReads ?? []).map(branch => `refs/heads/${branch}`))
  const asked = {
    model: model as string | undefined,
    issue: issue === undefined ? undefined : Number(issue),
    decide: false,
    asked: true,
  }
  const result = await askRetraining(asked, reach.portsFor(author), { is: 'comment', id })
  const words = render(spokenHere(result), 'markdown', { whole: 'modelyard retrain, in a clone' })
  if (result.started !== undefined)
    return { words: `${words}\n${renderFollow(result.started.url)}`, reaction: 'rocket' }
  return { words, reaction: result.outcome === 'failed' ? '-1' : 'confused' }
}

function helpOn(of: CommentDefinition | undefined): string {
  if (of === undefined) return renderCommandList(DEFINITIONS)
  return renderCommandHelp(of)
}
