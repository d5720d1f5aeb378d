import type { Membership, Review } from '../domain/registry/approvals.ts'

/** A pull request that was merged, by GitHub's own record. */
export interface MergedPull {
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
  /** The merged pull request that a commit of the default branch came from; undefined where it came by none. */
  pullOf(commit: string): Promise<MergedPull | undefined>
  /** Every review, oldest first. */
  reviews(pull: number): Promise<readonly GivenReview[]>
  /** Who wrote its commits, each once; undefined is an author whom GitHub cannot name. */
  commitAuthors(pull: number): Promise<readonly (string | undefined)[]>
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
