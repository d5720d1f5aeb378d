import type { FileChange } from './repository.ts'

/** One commit on a branch of its own, and the pull request that asks for it. */
export interface Proposal {
  /** A function of the change, so that a repeated run finds it. */
  readonly branch: string
  /** The commit that was read and judged, and that is built on. */
  readonly base: string
  /** The branch that is to take it, by its short name. */
  readonly into: string
  readonly files: readonly FileChange[]
  /** The tree that comes of it: a commit that has it already is left alone. */
  readonly tree: string
  readonly message: string
  /** What the messages of our own commits hold, and nobody else's. */
  readonly mark: string
  readonly title: string
  /** Markdown. */
  readonly body: string
  /** The run that left it, which its pull request names; undefined where none did. */
  readonly run?: number | undefined
  /** Whether it is a draft, which nobody can merge; undefined where that is left as it stands. */
  readonly draft?: boolean | undefined
}

export interface PullRequest {
  readonly number: number
  /** Where a person reads it. */
  readonly url: string
  readonly change: 'opened' | 'updated' | 'unchanged'
}

export interface Proposed {
  readonly commit: string
  /** `newer`: a run on a newer base was faster, and what it proposes is left alone. */
  readonly is: 'made' | 'same' | 'newer'
  /** Undefined where the newer one has none yet. */
  readonly pullRequest: PullRequest | undefined
}

/** What an earlier run put on a branch. */
export interface EarlierCommit {
  /** The commit that it was built on; undefined for a root or a merge. */
  readonly parent: string | undefined
  /** The files that it added. */
  readonly added: readonly string[]
  /** A file as it has it; undefined where there is none. */
  read(path: string): Promise<Uint8Array | undefined>
}

/**
 * Pull requests on GitHub. Every call may throw `missing-permission` where the token or the repository's settings do
 * not let it, `rate-limited`, `remote-failed`, `timed-out` or `no-github`.
 */
export interface PullRequests {
  /** @returns Undefined where there is no such branch. */
  earlier(branch: string): Promise<EarlierCommit | undefined>
  /**
   * Makes the commit, signed by GitHub, by compare-and-swap, and opens or updates the one pull request of its branch.
   * Done again after any interruption it goes on to the same end. A branch that is outdated is moved to the new commit in
   * one step; it never stands at the base meanwhile, which would close its pull request.
   *
   * @throws {ModelyardError} `bad-input` where the branch holds what somebody else made; `too-large` where GitHub takes
   * no commit of this size; `moved-meanwhile` where others moved the branch again and again.
   */
  propose(proposal: Proposal): Promise<Proposed>
  /** The newest run that left what was proposed on a branch, of pull requests of our own in any state. */
  lastRun(branch: string): Promise<ProposingRun | undefined>
  /**
   * Whether the workflows of what is opened here wait for somebody's click: they do where a job's own token opens it,
   * not where an App's or a person's does.
   */
  startsByClick(): Promise<boolean>
}

/** A pull request that waits. */
export interface OpenPull {
  readonly number: number
  readonly url: string
  /** The branch that it asks to merge. */
  readonly branch: string
  /** Whether a bot opened it, from a branch of this repository: no person's. */
  readonly isOurs: boolean
  readonly isDraft: boolean
}

export interface FoundPull extends OpenPull {
  readonly state: 'open' | 'closed' | 'merged'
}

/** Pull requests that wait to be merged. Calls throw as those of `PullRequests`. */
export interface OpenPulls {
  /** All of them that ask for this branch. */
  list(into: string): Promise<readonly OpenPull[]>
  /** Any of them, closed ones as well; undefined where there is none. */
  find(number: number): Promise<FoundPull | undefined>
  /** Closes it; one that is closed stays so. */
  close(number: number): Promise<void>
}

/** Where a run leaves what it would propose, for the App to open. */
export interface Outbox {
  /** Whether the repository wants it so: `app: true`. */
  isUsed(): Promise<boolean>
  write(name: string, content: Uint8Array): Promise<void>
}

/** A run that left a proposal, and the number of the pull request that came of it. */
export interface ProposingRun {
  readonly id: number
  readonly pull: number
}
