/** A run of a workflow, by GitHub's own record. */
export interface RunRecord {
  readonly id: number
  readonly attempt: number
  /** What started it, e.g. `pull_request`. */
  readonly event: string
  /** The files of this repository that say what it does: its workflow, then those that this one calls. */
  readonly workflows: readonly string[]
  readonly headSha: string
}

/** A run as a list of them tells of it. */
export interface ListedRun extends Pick<RunRecord, 'id' | 'attempt' | 'event'> {
  /** When it was started first: UTC, milliseconds. */
  readonly at: number
  readonly isFinished: boolean
}

export interface RunJob {
  /** As people see it: `pipeline / lint churn` for the job of a called workflow. */
  readonly name: string
  /** How it ended, in GitHub's words; undefined where it has not. */
  readonly conclusion: string | undefined
}

/** A file that a run left, which may be anybody's. */
export interface LeftFile {
  readonly name: string
  readonly content: Uint8Array
}

/** What a run handed on under a name: its files, or why they are not taken. */
export interface LeftFiles {
  readonly artifact: string
  readonly files?: readonly LeftFile[]
  /** A sentence without its full stop. */
  readonly refused?: string
}

export interface LeftLimits {
  /** What the names of artifacts begin with. */
  readonly prefix: string
  readonly mostArtifacts: number
  /** Of one archive, packed, and of all that is in it. */
  readonly mostBytes: number
  readonly mostFiles: number
}

export interface ReviewedPull {
  readonly number: number
  /** The branch that it wants to change. */
  readonly base: string
}

/**
 * Runs of workflows: the one whose end started this one, and those of a workflow. Every call may throw `missing-permission`, `rate-limited`, `remote-failed`,
 * `timed-out` or `no-github`.
 */
export interface Runs {
  /** @returns Undefined where it is not the run whose end started this one, or is not there. */
  finished(run: number): Promise<RunRecord | undefined>
  /** All jobs of the run's attempt. */
  jobs(run: Pick<RunRecord, 'id' | 'attempt'>): Promise<readonly RunJob[]>
  /**
   * The runs of a workflow that were started at a moment or later, newest first.
   *
   * @param workflow - Its file, such as `.github/workflows/modelyard-retrain.yml`.
   * @param since - UTC, milliseconds.
   * @returns Undefined where the default branch has no such workflow.
   */
  startedSince(workflow: string, since: number): Promise<readonly ListedRun[] | undefined>
  /**
   * The pull request whose head the run was at, and is still.
   *
   * @returns Undefined where there is none any more.
   */
  pullRequest(): Promise<ReviewedPull | undefined>
  /**
   * Every path that the pull request touches, those that files had before among them.
   *
   * @returns Undefined where there are more than GitHub lists.
   */
  changedPaths(pull: ReviewedPull): Promise<readonly string[] | undefined>
  /** A file of a branch of this repository; undefined where there is none. */
  readFile(branch: string, path: string): Promise<Uint8Array | undefined>
  /** What the run handed on; nothing of it is written to disk. */
  leftFiles(run: Pick<RunRecord, 'id'>, limits: LeftLimits): Promise<readonly LeftFiles[]>
}
