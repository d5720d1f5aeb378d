import { checkStates, mergeViolation } from './branch-rules.ts'
import { violationMessage } from './branches.ts'
import { followMoves, type Move, markMerged } from './follow-pulls.ts'
import { readCommit } from './git/commits.ts'
import { mergeInto } from './git/merge.ts'
import { moveRef, readRef } from './git/refs.ts'
import { gitOf } from './hosting.ts'
import { atLeastRole } from './roles.ts'
import { sign, signatureOf, webSignature } from './signatures.ts'
import { findIssue, type Pull } from './state/issues.ts'
import { type QueueEntry, queueOf } from './state/merge-queue.ts'
import { announceGroup } from './webhooks/groups.ts'
import type { Repository, World } from './world.ts'

type Queued = Pick<QueueEntry, 'number' | 'by' | 'method'>

/**
 * "Merge when ready" on a branch with a merge queue: the pull request is put on top of what waits there already, on a
 * branch of its own, and the checks of that are asked for.
 *
 * @throws {Error} when the person sees no such button: no writer, or the branch's rules do not let it in yet.
 * @throws {GitRefusal} as `mergeInto`, where it conflicts with what is before it.
 */
export async function pressMergeWhenReady(
  world: World,
  repository: Repository,
  { number, by, method = 'squash' }: Partial<Queued> & Pick<Queued, 'number' | 'by'>,
): Promise<QueueEntry> {
  const issue = findIssue(repository, number) as Pull | undefined
  if (
    issue?.pull === undefined ||
    issue.state !== 'open' ||
    !atLeastRole(world.roleOf(by, repository), 'write')
  )
    throw new Error(`${by} sees no such button on ${number}`)
  const violation = await mergeViolation(world, repository, issue, queueMove(world, repository).actor)
  if (violation !== undefined) throw new Error(violationMessage(violation))
  return enqueue(queueMove(world, repository), issue, { number, by, method })
}

/**
 * What the queue does once its checks may have come: the first group whose required checks are good is merged; one
 * whose checks are not is taken out, and those behind it are made anew.
 *
 * @returns The numbers of those that were merged, in order.
 */
export async function advanceQueue(world: World, repository: Repository): Promise<readonly number[]> {
  const queue = queueOf(repository)
  const merged: number[] = []
  for (;;) {
    const [first] = queue
    if (first === undefined) return merged
    const states = checkStates(world, repository, first.into, first.sha)
    if (states.some(state => state !== 'success' && state !== 'pending')) await dropFirst(world, repository)
    else if (states.some(state => state === 'pending')) return merged
    else merged.push(await mergeFirst(world, repository))
  }
}

/** The account in whose name the queue makes and moves branches. */
function queueMove(world: World, repository: Repository): Move {
  const login = 'github-merge-queue[bot]'
  const account = world.state.accounts.get(login) ?? world.addApp('github-merge-queue', 'GitHub Merge Queue')
  const token = world.issueToken({ kind: 'app', login, repository, permissions: { contents: 'write' } })
  return { world, repository, actor: { account, token } }
}

async function enqueue(
  move: Move,
  { number, title, pull }: Pull,
  { by, method }: Queued,
): Promise<QueueEntry> {
  const { world, repository } = move
  const git = gitOf(repository)
  const queue = queueOf(repository)
  const into = pull.baseRef
  const base =
    queue.findLast(one => one.into === into)?.sha ?? (await readRef(git, `refs/heads/${into}`))?.sha
  if (base === undefined) throw new Error(`there is no branch ${into}`)
  const branch = `gh-readonly-queue/${into}/pr-${number}-${base}`
  const ref = `refs/heads/${branch}`
  await moveRef(git, { name: ref, before: null, after: base })
  const now = world.clock.now()
  const sha = await mergeInto(git, {
    branch,
    head: pull.headSha,
    method,
    message:
      method === 'merge' ? `Merge pull request #${number} from ${pull.headRef}` : `${title} (#${number})`,
    author: signatureOf(world.account(by), now),
    committer: webSignature(now),
  })
  if (method !== 'rebase') sign(repository, sha)
  const entry: QueueEntry = { number, into, ref, base, sha, by, method }
  queue.push(entry)
  await followMoves(move, [{ name: ref, before: null, after: sha, forced: false }])
  announceGroup(move, entry, await readCommit(git, sha))
  return entry
}

async function mergeFirst(world: World, repository: Repository): Promise<number> {
  const move = queueMove(world, repository)
  const git = gitOf(repository)
  const entry = queueOf(repository).shift() as QueueEntry
  const name = `refs/heads/${entry.into}`
  await moveRef(git, { name, before: entry.base, after: entry.sha })
  await markMerged(move, findIssue(repository, entry.number) as Pull, entry.sha)
  await followMoves(move, [{ name, before: entry.base, after: entry.sha, forced: false }])
  await destroy(move, entry, 'merged')
  return entry.number
}

async function dropFirst(world: World, repository: Repository): Promise<void> {
  const move = queueMove(world, repository)
  const [first, ...behind] = queueOf(repository).splice(0)
  if (first === undefined) return
  await destroy(move, first, 'dequeued')
  for (const entry of behind) await destroy(move, entry, 'invalidated')
  for (const entry of behind) await enqueue(move, findIssue(repository, entry.number) as Pull, entry)
}

async function destroy(
  move: Move,
  entry: QueueEntry,
  reason: 'merged' | 'invalidated' | 'dequeued',
): Promise<void> {
  const git = gitOf(move.repository)
  const commit = await readCommit(git, entry.sha)
  await moveRef(git, { name: entry.ref, before: entry.sha, after: null })
  await followMoves(move, [{ name: entry.ref, before: entry.sha, after: null, forced: false }])
  announceGroup(move, entry, commit, reason)
}
