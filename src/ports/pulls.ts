import type { Account, PullWork } from './merges.ts'

/** A pull request as it stands, all of it at one moment. */
export interface PullState extends PullWork {
  readonly number: number
  readonly url: string
  readonly isOpen: boolean
  readonly isMerged: boolean
  readonly head: string
  /** The branch of this repository that it is on; undefined where it is a fork's. */
  readonly branch: string | undefined
  /** The branch that it asks to be merged to. */
  readonly into: string
  /** The one that holds what is governed. */
  readonly defaultBranch: string
  /** Undefined where the account is gone. */
  readonly author: Account | undefined
  /** The other open ones of the same head; undefined where so many are open that these have to be asked for. */
  readonly sameHead: readonly number[] | undefined
  /** Whether git would merge it; undefined while GitHub finds that out. */
  readonly merges: boolean | undefined
}

/** Pull requests of a repository. Calls throw as those of `Checks`. */
export interface Pulls {
  /** @returns Undefined where there is none. */
  read(number: number): Promise<PullState | undefined>
  /** The numbers of those that are open, of one branch or of all. */
  open(into?: string): Promise<readonly number[]>
  /** Whether there is, or ever was, one from this branch of the repository itself. */
  everFrom(branch: string): Promise<boolean>
  /** The numbers of those that are open and whose head a commit is. */
  ofHead(sha: string): Promise<readonly number[]>
  /** The one whose head a commit is, also where it is closed; undefined where its branch moved on. */
  withHead(sha: string): Promise<HeadPull | undefined>
}

export interface HeadPull {
  readonly number: number
  readonly isOpen: boolean
  readonly isMerged: boolean
}
