import type { Readable, Writable } from 'node:stream'
import type { BareRepository } from './bare-repository.ts'
import { isAncestor } from './log.ts'
import { inspect } from './objects.ts'
import { FLUSH, packet, readPackets } from './pkt-line.ts'
import { moveRef, moveRefs } from './refs.ts'
import { GitRefusal } from './refusal.ts'
import { readDefaultBranch } from './repository.ts'

/** What a push asks of one ref. */
export interface RefUpdate {
  readonly name: string
  /** Null for a new ref. */
  readonly before: string | null
  /** Null for a ref to delete. Its objects are in the repository already, so that they can be looked at. */
  readonly after: string | null
  /** Whether commits would be lost. */
  readonly forced: boolean
}

export interface Refused {
  /** What git shows in brackets: `! [remote rejected] main -> main (protected branch hook declined)`. */
  readonly reason: string
  /** What git shows as `remote: …`, if there is more to say. */
  readonly message?: string
}

export interface PushRules {
  /** Asked for each ref, before any of them moves. */
  judge(update: RefUpdate): Refused | undefined | Promise<Refused | undefined>
  /** Told what moved, before the one who pushed is. */
  moved(updates: readonly RefUpdate[]): void | Promise<void>
}

/** Where git asks about a push, and is answered. */
export interface HookChannels {
  readonly questions: Readable
  readonly answers: Writable
  /** What the one who pushes reads. */
  readonly words: Writable
}

type Verdict = RefUpdate & { readonly refused: Refused | undefined }

const NOWHERE = '0'.repeat(40)

/**
 * Plays git's proc-receive hook: decides on each ref of a push and moves it. Refs move here rather than in git, so that
 * what is reported is what this push moved, whatever others push at the same time.
 *
 * @see githooks(5), proc-receive
 */
export async function decidePush(
  repository: BareRepository,
  { questions, answers, words }: HookChannels,
  rules: PushRules,
): Promise<void> {
  const packets = readPackets(questions)
  const [hello = ''] = await readList(packets)
  // Git that brings nothing, since nobody pushed.
  if (hello === '') return
  answers.write(packet('version=1\n') + FLUSH)
  const updates = await Promise.all((await readList(packets)).map(line => parseUpdate(repository, line)))
  const atomic = hello.split('\0')[1]?.split(' ').includes('atomic') ?? false
  const verdicts = await settle(repository, updates, atomic, rules)
  const done = verdicts.filter(({ refused }) => refused === undefined)
  if (done.length > 0) await rules.moved(done.map(({ refused: _refused, ...update }) => update))
  words.end(verdicts.map(({ refused }) => linesOf(refused?.message)).join(''))
  answers.end(verdicts.map(({ name, refused }) => packet(answerFor(name, refused))).join('') + FLUSH)
}

async function readList(packets: AsyncGenerator<Buffer | null>): Promise<string[]> {
  const lines: string[] = []
  // Not for…of: leaving that would close the packets, and there are more lists to come.
  for (let next = await packets.next(); !next.done && next.value !== null; next = await packets.next()) {
    lines.push(next.value.toString('utf8').replace(/\n$/, ''))
  }
  return lines
}

/** Of `BEFORE AFTER NAME`. */
async function parseUpdate(repository: BareRepository, line: string): Promise<RefUpdate> {
  const [before = '', after = '', ...name] = line.split(' ')
  const update = {
    name: name.join(' '),
    before: before === NOWHERE ? null : before,
    after: after === NOWHERE ? null : after,
  }
  return { ...update, forced: await losesCommits(repository, update) }
}

async function losesCommits(
  repository: BareRepository,
  { before, after }: Pick<RefUpdate, 'before' | 'after'>,
): Promise<boolean> {
  if (before === null || after === null) return false
  const found = await inspect(repository, [before, after])
  if (found.some(facts => facts?.type !== 'commit')) return true
  return !(await isAncestor(repository, before, after))
}

async function settle(
  repository: BareRepository,
  updates: readonly RefUpdate[],
  atomic: boolean,
  rules: PushRules,
): Promise<readonly Verdict[]> {
  const judged: Verdict[] = []
  for (const update of updates) {
    const refused = (await refuseOfDefault(repository, update)) ?? (await rules.judge(update))
    judged.push({ ...update, refused })
  }
  if (atomic) return settleTogether(repository, judged)
  const settled: Verdict[] = []
  for (const verdict of judged) {
    const refused = verdict.refused ?? (await tryMove(() => moveRef(repository, { ...verdict, force: true })))
    settled.push({ ...verdict, refused })
  }
  return settled
}

async function settleTogether(
  repository: BareRepository,
  judged: readonly Verdict[],
): Promise<readonly Verdict[]> {
  const refused = judged.some(verdict => verdict.refused !== undefined)
    ? { reason: 'atomic push failure' }
    : await tryMove(() =>
        moveRefs(
          repository,
          judged.map(update => ({ ...update, force: true })),
        ),
      )
  return judged.map(verdict => ({ ...verdict, refused: verdict.refused ?? refused }))
}

async function tryMove(move: () => Promise<void>): Promise<Refused | undefined> {
  try {
    await move()
    return undefined
  } catch (error) {
    if (error instanceof GitRefusal) return { reason: REASONS[error.code] ?? error.message }
    throw error
  }
}

// Git's own words for what it would have found out itself.
const REASONS: Readonly<Record<string, string>> = {
  moved: 'failed to update ref',
  exists: 'failed to update ref',
  malformed: 'funny refname',
}

async function refuseOfDefault(
  repository: BareRepository,
  { name, after }: RefUpdate,
): Promise<Refused | undefined> {
  if (after !== null || name !== `refs/heads/${await readDefaultBranch(repository)}`) return undefined
  return { reason: `refusing to delete the current branch: ${name}` }
}

function answerFor(name: string, refused: Refused | undefined): string {
  return refused === undefined ? `ok ${name}\n` : `ng ${name} ${refused.reason.replaceAll('\n', ' ')}\n`
}

function linesOf(message: string | undefined): string {
  return message === undefined ? '' : `${message.replace(/\n$/, '')}\n`
}
