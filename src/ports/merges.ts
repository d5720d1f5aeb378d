import type { Membership, Review } from '../domain/registry/approvals.ts'

/** Who took part in a pull request. */
export interface PullWork {
  /** Every review, oldest first. */
  readonly reviews: readonly GivenReview[]
  /** Who wrote its commits, each once; undefined is an author whom GitHub cannot name. */
  readonly commitAuthors: readonly (string | undefined)[]
}

/** A pull request that was merged, by GitHub's own record. */
export interface MergedPull extends PullWork {
  readonly number: number
  /** Where a person reads it. */
  readonly url: string
  /** The head that was merged. */
  readonly head: string
  /** The branch of this repository that it was on; undefined where it was a fork's. */
  readonly branch: string | undefined
  /** UTC to the second. */
  readonly mergedAt: string
  /** Empty where the account is gone. */
  readonly mergedBy: string
  readonly author: Account | undefined
}

export interface Account {
  readonly login: string
  readonly isBot: boolean
}

/** A review with what a seal says of it. */
export interface GivenReview extends Review {
  /** The account's number; undefined where the account is gone. */
  readonly id: number | undefined
  readonly review: number
  /** UTC to the second. */
  readonly at: string
}

/** What started a run of a workflow, and who. */
export interface Starter {
  readonly event: string
  readonly login: string
}

/**
 * What GitHub knows of the merge that brought a commit. Every call may throw `missing-permission`, `rate-limited`,
 * `remote-failed`, `timed-out` or `no-github`.
 */
export interface Merges {
  /**
   * The merged pull requests that commits of the default branch came from, by the commit, in one call. What came by none is
   * not among them.
   */
  pullsOf(commits: readonly string[]): Promise<ReadonlyMap<string, MergedPull>>
  /** Who opened a pull request; undefined where there is none or the account is gone. */
  authorOf(pull: number): Promise<string | undefined>
  /** Whether a person may maintain the repository; `unknown` where GitHub does not say. */
  maintains(login: string): Promise<Membership>
  /** Whether a person is in a team such as `@acme/ml-leads`; `unknown` where the token may not read it. */
  inTeam(login: string, team: string): Promise<Membership>
  /** Who moved a branch to a commit; undefined where GitHub does not say. */
  pusherOf(branch: string, commit: string): Promise<Account | undefined>
  /** The message of a commit that may be on no branch any more; undefined where it is gone. */
  messageOf(commit: string): Promise<string | undefined>
  /** @returns Undefined where there is no such run of this repository. */
  starterOf(run: number): Promise<Starter | undefined>
}
