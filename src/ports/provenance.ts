import type { Account } from './merges.ts'

/** A run of a workflow of this repository, by GitHub's own record. */
export interface RecordedRun {
  readonly id: number
  /** What started it, e.g. `push`. */
  readonly event: string
  /** The workflow's file. */
  readonly workflow: string
  /** The branch that it ran at; undefined where GitHub names none. */
  readonly headBranch: string | undefined
  readonly headSha: string
  readonly attempt: number
  /** Its name, as people see it: whoever starts a run may choose it. */
  readonly title: string
  /** Who started it; undefined where the account is gone. */
  readonly actor: Account | undefined
  readonly isOver: boolean
  /** The repository of that branch, which may be a fork; undefined where it is gone. */
  readonly head: { readonly owner: string; readonly repositoryId: number } | undefined
  /** Whether that branch is this repository's: a fork may have one of the same name. */
  readonly isOwnHead: boolean
}

/** What a run left of evidence for one model. */
export interface LeftEvidence {
  /** The SHA-256 of each file. */
  readonly digests: ReadonlySet<string>
  /** Those for other models by the names of their artifacts, which are not opened. */
  readonly others: readonly string[]
  /** Artifacts that were not taken, and why: a sentence without its full stop. */
  readonly refused: readonly { readonly artifact: string; readonly why: string }[]
}

/**
 * Where evidence comes from, by what GitHub keeps of runs, and by nothing that a file says. Every call may throw
 * `missing-permission`, `rate-limited`, `remote-failed`, `timed-out` or `no-github`.
 */
export interface Provenance {
  /** The repository's default branch, by its short name. */
  defaultBranch(): Promise<string>
  /** @returns Undefined where this repository has no such run. */
  recorded(run: number): Promise<RecordedRun | undefined>
  /**
   * Runs of a workflow that ended since then, or were changed since: whoever has to know asks for them by their number.
   *
   * @param workflow - Its file, as `.github/workflows/modelyard.yml`.
   * @param since - UTC, milliseconds.
   */
  ended(workflow: string, since: number): Promise<readonly number[]>
  /**
   * The files in the run's artifacts `modelyard-evidence-MODEL`, or `modelyard-evidence-MODEL.ANYTHING` where several
   * jobs measured. They may be anybody's: only their digests come back.
   */
  evidenceOf(run: number, model: string): Promise<LeftEvidence>
  /** Where a person starts a workflow. */
  startPage(workflow: string): Promise<string>
}
