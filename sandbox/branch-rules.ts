import { openOwners } from './code-owners.ts'
import { isAncestor } from './git/log.ts'
import type { RefUpdate } from './git/receive.ts'
import { gitText } from './git/run-git.ts'
import { gitOf, hostedGit } from './hosting.ts'
import { atLeastRole } from './roles.ts'
import type { Actor } from './route.ts'
import { checksOn, latestOf, standingOf } from './state/check-runs.ts'
import type { PullFacts } from './state/issues.ts'
import { opinionsOn } from './state/reviews.ts'
import { type Demands, protectionFor, type RequiredCheck, rulesetsFor } from './state/rules.ts'
import { statusesOf } from './state/statuses.ts'
import type { Repository, World } from './world.ts'

/** What stands against a move of a branch, in GitHub's words. */
export interface Violation {
  /** Whether rulesets say so or classic protection: GitHub answers for them in different words. */
  readonly by: 'ruleset' | 'protection'
  readonly problems: readonly string[]
}

/** A pull request with its number. */
export interface NumberedPull {
  readonly number: number
  readonly author: string
  readonly pull: PullFacts
}

/** What speaks against moving a branch directly, not by the merge of a pull request. */
export async function pushViolation(
  world: World,
  repository: Repository,
  { name, before, after, forced }: RefUpdate,
  actor: Actor,
): Promise<Violation | undefined> {
  const branch = /^refs\/heads\/(.+)$/.exec(name)?.[1]
  if (branch === undefined) return undefined
  const lost = before !== null && after === null
  return violated(world, repository, branch, actor, async demands => [
    ...(demands.noDeletion && lost ? ['Cannot delete this branch'] : []),
    ...(demands.noForcePush && forced ? ['Cannot force-push to this branch'] : []),
    ...(after === null || before === null
      ? []
      : await updateProblems(world, repository, demands, before, after)),
  ])
}

async function updateProblems(
  world: World,
  repository: Repository,
  demands: Demands,
  before: string,
  after: string,
): Promise<string[]> {
  const linear = demands.linearHistory && (await hasMerges(repository, before, after))
  return [
    ...(demands.reviews ? ['Changes must be made through a pull request.'] : []),
    ...checkProblems(world, repository, demands, after),
    ...(linear ? ['This branch must not contain merge commits.'] : []),
  ]
}

/** What speaks against merging a pull request. */
export function mergeViolation(
  world: World,
  repository: Repository,
  pull: NumberedPull,
  actor: Actor,
): Promise<Violation | undefined> {
  return violated(world, repository, pull.pull.baseRef, actor, async demands => [
    ...(await reviewProblems(world, repository, demands, pull)),
    ...checkProblems(world, repository, demands, pull.pull.headSha),
    ...(demands.checks?.strict && (await isBehind(repository, pull.pull))
      ? ['The head branch is not up to date with the base branch.']
      : []),
  ])
}

/** Whether a branch takes merge commits from anybody. */
export function isLinear(repository: Repository, branch: string): boolean {
  const all = [
    ...rulesetsFor(repository, branch).map(({ demands }) => demands),
    protectionFor(repository, branch)?.demands,
  ]
  return all.some(demands => demands?.linearHistory === true)
}

async function violated(
  world: World,
  repository: Repository,
  branch: string,
  actor: Actor,
  problemsOf: (demands: Demands) => Promise<string[]>,
): Promise<Violation | undefined> {
  const protection = protectionFor(repository, branch)
  const problems = protection ? await problemsOf(protection.demands) : []
  const isFree = !protection?.enforceAdmins && isAdmin(world, repository, actor)
  if (problems.length > 0 && !isFree) return { by: 'protection', problems }
  const binding = rulesetsFor(repository, branch).filter(({ bypass }) => !isExempt(bypass, actor))
  const found = (await Promise.all(binding.map(({ demands }) => problemsOf(demands)))).flat()
  return found.length === 0 ? undefined : { by: 'ruleset', problems: [...new Set(found)] }
}

/** A job's token is let past by no list, whoever stands on it. */
function isExempt(bypass: readonly string[], { account, token }: Actor): boolean {
  return token.kind !== 'github-token' && bypass.includes(account.login)
}

function isAdmin(world: World, repository: Repository, { account, token }: Actor): boolean {
  return token.kind === 'person' && world.roleOf(account.login, repository) === 'admin'
}

async function reviewProblems(
  world: World,
  repository: Repository,
  { reviews }: Demands,
  { number, author, pull }: NumberedPull,
): Promise<string[]> {
  if (reviews === undefined) return []
  const opinions = opinionsOn(repository, number).filter(
    review => review.author !== author && mayWrite(world, repository, review.author),
  )
  const approvals = opinions.filter(({ state }) => state === 'APPROVED')
  const fresh = approvals.some(review => review.commit === pull.headSha && review.author !== pull.pusher)
  const owners = reviews.codeOwners
    ? await openOwners(
        repository,
        pull,
        approvals.map(review => review.author),
      )
    : []
  const { count } = reviews
  const plural = count === 1 ? 'review is' : 'reviews are'
  return [
    ...(opinions.some(({ state }) => state === 'CHANGES_REQUESTED')
      ? ['Changes were requested by a reviewer with write access.']
      : []),
    ...(approvals.length < count
      ? [`At least ${count} approving ${plural} required by reviewers with write access.`]
      : []),
    ...owners.map(owner => `Waiting on code owner review from ${owner.replaceAll('@', '')}.`),
    ...(reviews.lastPushApproval && !fresh
      ? ['New changes require approval from someone other than the last pusher.']
      : []),
  ]
}

function mayWrite(world: World, repository: Repository, login: string): boolean {
  return world.account(login).kind === 'Bot' || atLeastRole(world.roleOf(login, repository), 'write')
}

function checkProblems(world: World, repository: Repository, { checks }: Demands, sha: string): string[] {
  const open = (checks?.required ?? []).flatMap(check => {
    const state = stateOf(world, repository, check, sha)
    if (state === 'success') return []
    const word = state === undefined ? 'expected' : state === 'pending' ? 'pending' : 'failing'
    return [`Required status check "${check.context}" is ${word}.`]
  })
  return open.length > 1
    ? [`${open.length} of ${checks?.required.length} required status checks have not succeeded.`]
    : open
}

/** How each check stands on a commit that a branch's rulesets require; `pending` where it is not there yet. */
export function checkStates(
  world: World,
  repository: Repository,
  branch: string,
  sha: string,
): ('success' | 'pending' | 'failing')[] {
  const required = rulesetsFor(repository, branch).flatMap(({ demands }) => demands.checks?.required ?? [])
  return required.map(check => {
    const state = stateOf(world, repository, check, sha) ?? 'pending'
    return state === 'success' || state === 'pending' ? state : 'failing'
  })
}

/**
 * How a required check stands, of the words that come from where it is expected. Where a commit status and a check run
 * share the name both are required.
 */
function stateOf(world: World, repository: Repository, { context, source }: RequiredCheck, sha: string) {
  const status = statusesOf(repository).findLast(
    one =>
      one.sha === sha &&
      one.context === context &&
      (source === undefined || world.account(one.creator).app?.id === source),
  )
  const named = checksOn(world, repository, sha).filter(
    check => !check.dispatched && check.name === context && (source === undefined || check.app === source),
  )
  const states = [...latestOf(named).map(standingOf), ...(status === undefined ? [] : [status.state])]
  return (
    states.find(state => state !== 'success' && state !== 'pending') ?? states.find(isPending) ?? states[0]
  )
}

function isPending(state: string): boolean {
  return state === 'pending'
}

async function hasMerges(repository: Repository, before: string, after: string): Promise<boolean> {
  const git = gitOf(repository)
  return (await gitText(git, ['rev-list', '--merges', '--max-count=1', `${before}..${after}`])) !== ''
}

async function isBehind(repository: Repository, { baseRef, headSha }: PullFacts): Promise<boolean> {
  const git = hostedGit(repository)
  return git !== undefined && !(await isAncestor(git, `refs/heads/${baseRef}`, headSha))
}
