import { fullName } from './bodies.ts'
import { isAncestor } from './git/log.ts'
import { closePullRefs, updatePullRefs } from './git/pull-refs.ts'
import type { RefUpdate } from './git/receive.ts'
import { readRef } from './git/refs.ts'

import { takeCommit } from './git/repository.ts'
import { gitOf } from './hosting.ts'
import type { Actor } from './route.ts'
import { webSignature } from './signatures.ts'
import { activitiesOf } from './state/activities.ts'
import { type Pull, pullsOf } from './state/issues.ts'
import { reviewsOf } from './state/reviews.ts'
import { protectionFor, rulesetsFor } from './state/rules.ts'
import { trigger } from './state/triggers.ts'
import { announce } from './webhooks/announce.ts'
import { announcePull, announceReview } from './webhooks/pulls.ts'
import { pushPayload } from './webhooks/push.ts'
import type { Repository, World } from './world.ts'

/** What moved, and through whom. */
export interface Move {
  readonly world: World
  readonly repository: Repository
  readonly actor: Actor
  /** Where the head of a pull request stood. */
  readonly before?: string | null
}

const NOWHERE = '0'.repeat(40)

/** Lets everything follow that hangs on branches: triggers of workflows, and pull requests from and into them. */
export async function followMoves(move: Move, updates: readonly RefUpdate[]): Promise<void> {
  for (const { name, before, after, forced } of updates) {
    const branch = /^refs\/heads\/(.+)$/.exec(name)?.[1]
    announce(move, 'push', undefined, () => pushPayload(move, name, before, after))
    if (after !== null) trigger(move.repository, move.actor, { event: 'push', ref: name, sha: after })
    if (branch === undefined) continue
    remember(move, { name, before, after, forced })
    for (const [repository, pull] of openPulls(move.world)) {
      if (isHead(move.repository, branch, pull))
        await followHead({ ...move, repository, before }, pull, after)
      if (repository === move.repository && pull.pull.baseRef === branch)
        await followBase(move, pull, before, after)
    }
  }
}

const NONE = '0'.repeat(40)

function remember({ world, repository, actor }: Move, { name, before, after, forced }: RefUpdate): void {
  const moved = forced ? 'force_push' : 'push'
  const activities = activitiesOf(repository)
  activities.push({
    id: activities.length + 1,
    ref: name,
    before: before ?? NONE,
    after: after ?? NONE,
    type: after === null ? 'branch_deletion' : before === null ? 'branch_creation' : moved,
    actor: actor.account.login,
    at: world.clock.iso(),
  })
}

function openPulls({ state }: World): (readonly [Repository, Pull])[] {
  return [...state.repositories.values()].flatMap(repository =>
    pullsOf(repository)
      .filter(pull => pull.state === 'open')
      .map(pull => [repository, pull] as const),
  )
}

function isHead(repository: Repository, branch: string, { pull }: Pull): boolean {
  return pull.headRef === branch && pull.headRepository === fullName(repository)
}

async function followHead(move: Move, issue: Pull, after: string | null): Promise<void> {
  if (after === null) return closePull(move, issue)
  const { world, repository, actor } = move
  const { pull } = issue
  const git = gitOf(repository)
  await takeCommit(git, gitOf(world.repository(pull.headRepository ?? '') ?? repository), after)
  const base = (await readRef(git, `refs/heads/${pull.baseRef}`))?.sha ?? pull.baseSha
  Object.assign(pull, { headSha: after, baseSha: base, pusher: actor.account.login })
  issue.updatedAt = world.clock.iso()
  await refreshPull(move, issue)
  // A head that brings nothing any more: GitHub closes what would be empty.
  if (await isAncestor(git, after, base)) return closePull(move, issue)
  dismissStale(move, issue)
  triggerPull(move, issue, 'synchronize')
}

async function followBase(
  move: Move,
  issue: Pull,
  before: string | null,
  after: string | null,
): Promise<void> {
  const { world, repository, actor } = move
  if (after === null) return closePull(move, issue)
  const git = gitOf(repository)
  const { headSha } = issue.pull
  const isNew = before === null || !(await isAncestor(git, headSha, before))
  // Somebody pushed what the pull request would have merged.
  if (isNew && (await isAncestor(git, headSha, after))) {
    return markMerged({ world, repository, actor }, issue, after)
  }
  await refreshPull(move, issue)
}

/** Brings the refs of a pull request up to where its head and base stand. */
export async function refreshPull({ world, repository }: Move, { number, pull }: Pull): Promise<void> {
  const git = gitOf(repository)
  const base = (await readRef(git, `refs/heads/${pull.baseRef}`))?.sha ?? pull.baseSha
  await updatePullRefs(git, { number, base, head: pull.headSha }, webSignature(world.clock.now()))
}

export async function markMerged(move: Move, issue: Pull, sha: string): Promise<void> {
  const { world, actor } = move
  Object.assign(issue.pull, {
    mergedAt: world.clock.iso(),
    mergedBy: actor.account.login,
    mergeCommit: sha,
  })
  await closePull(move, issue)
}

export async function closePull(move: Move, issue: Pull): Promise<void> {
  const now = move.world.clock.iso()
  Object.assign(issue, { state: 'closed', closedAt: now, updatedAt: now })
  await closePullRefs(gitOf(move.repository), issue.number)
  triggerPull(move, issue, 'closed')
}

export function triggerPull(move: Move, issue: Pull, action: string): void {
  const { repository, actor } = move
  const { number, pull } = issue
  const { headSha } = pull
  const moved = { before: move.before ?? NOWHERE, after: headSha }
  announcePull(move, issue, action, () => (action === 'synchronize' ? moved : {}))
  trigger(repository, actor, {
    event: 'pull_request',
    action,
    number,
    ref: `refs/pull/${number}/merge`,
    sha: headSha,
  })
}

function dismissStale(move: Move, issue: Pull): void {
  const { repository } = move
  const { number, pull } = issue
  const demands = [
    ...rulesetsFor(repository, pull.baseRef).map(ruleset => ruleset.demands),
    protectionFor(repository, pull.baseRef)?.demands,
  ]
  if (!demands.some(demand => demand?.reviews?.dismissStale)) return
  for (const review of reviewsOf(repository, number)) {
    if (review.state !== 'APPROVED' || review.commit === pull.headSha) continue
    review.state = 'DISMISSED'
    announceReview(move, issue, review, 'dismissed')
  }
}
