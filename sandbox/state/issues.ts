import type { App, Repository, World } from '../world.ts'
import { slot } from '../world.ts'

export interface PullFacts {
  readonly headRef: string
  headSha: string
  /** `owner/name` of the repository that the head is in; null once a fork was deleted. */
  headRepository: string | null
  baseRef: string
  /** Where the base stood when the head last moved. */
  baseSha: string
  draft: boolean
  mergedAt: string | null
  mergedBy: string | null
  /** What the merge made, on the base. */
  mergeCommit: string | null
  /** Who moved the head last. */
  pusher: string
  /** Logins of those whose review is asked for. */
  requested: readonly string[]
}

/** A pull request among the issues. */
export type Pull = Issue & { readonly pull: PullFacts }

/** An issue, or a pull request, which GitHub numbers in the same row. */
export interface Issue {
  readonly id: number
  readonly number: number
  readonly author: string
  readonly app?: App
  title: string
  body: string | null
  state: 'open' | 'closed'
  stateReason: string | null
  locked: boolean
  labels: string[]
  /** Logins. */
  readonly assignees: readonly string[]
  readonly createdAt: string
  updatedAt: string
  closedAt: string | null
  readonly pull?: PullFacts
}

export interface IssueComment {
  readonly id: number
  readonly issue: number
  readonly author: string
  readonly app?: App
  body: string
  readonly createdAt: string
  updatedAt: string
  /** Why it is folded away; null while it is shown. */
  minimized: string | null
}

interface IssueRecords {
  readonly issues: Issue[]
  readonly comments: IssueComment[]
}

const records = slot<IssueRecords>('issues', () => ({ issues: [], comments: [] }))

export const issuesOf = (repository: Repository): Issue[] => records(repository).issues
/** Oldest first. */
export const commentsOf = (repository: Repository): IssueComment[] => records(repository).comments

export interface NewIssue {
  /** An account of the world. */
  readonly author: string
  readonly title?: string
  readonly body?: string | null
  readonly labels?: readonly string[]
  readonly assignees?: readonly string[]
  readonly locked?: boolean
  readonly state?: 'open' | 'closed'
}

export type NewPull = NewIssue & Partial<PullFacts> & Pick<PullFacts, 'headSha' | 'baseSha'>

export function addIssue(world: World, repository: Repository, facts: NewIssue): Issue {
  const issues = issuesOf(repository)
  const { app } = world.account(facts.author)
  const now = world.clock.iso()
  const issue: Issue = {
    id: world.nextId(),
    number: issues.length + 1,
    author: facts.author,
    ...(app && { app }),
    title: facts.title ?? 'Untitled',
    body: facts.body ?? null,
    state: facts.state ?? 'open',
    stateReason: null,
    locked: facts.locked ?? false,
    labels: [...(facts.labels ?? [])],
    assignees: facts.assignees ?? [],
    createdAt: now,
    updatedAt: now,
    closedAt: facts.state === 'closed' ? now : null,
  }
  issues.push(issue)
  return issue
}

/** A pull request as a scene needs it: its commits are only named. */
export function addPull(world: World, repository: Repository, facts: NewPull): Pull {
  const pull: PullFacts = {
    headRef: facts.headRef ?? 'change',
    headSha: facts.headSha,
    headRepository:
      facts.headRepository === undefined ? `${repository.owner}/${repository.name}` : facts.headRepository,
    baseRef: facts.baseRef ?? repository.defaultBranch,
    baseSha: facts.baseSha,
    draft: facts.draft ?? false,
    mergedAt: facts.mergedAt ?? null,
    mergedBy: facts.mergedBy ?? null,
    mergeCommit: facts.mergeCommit ?? null,
    pusher: facts.pusher ?? facts.author,
    requested: facts.requested ?? [],
  }
  world.addCommit(repository, pull.headSha)
  world.addCommit(repository, pull.baseSha)
  const issue = Object.assign(addIssue(world, repository, facts), { pull })
  return issue
}

export interface NewComment {
  readonly author: string
  readonly body: string
  readonly minimized?: string
}

export function addComment(
  world: World,
  repository: Repository,
  issue: number,
  facts: NewComment,
): IssueComment {
  const { app } = world.account(facts.author)
  const now = world.clock.iso()
  const comment: IssueComment = {
    id: world.nextId(),
    issue,
    author: facts.author,
    ...(app && { app }),
    body: facts.body,
    createdAt: now,
    updatedAt: now,
    minimized: facts.minimized ?? null,
  }
  commentsOf(repository).push(comment)
  return comment
}

export function pullsOf(repository: Repository): Pull[] {
  return issuesOf(repository).filter((issue): issue is Pull => issue.pull !== undefined)
}

export function findIssue(repository: Repository, number: number): Issue | undefined {
  return issuesOf(repository).find(issue => issue.number === number)
}
