import type { JobVerdict } from '../domain/registry/waiting-job.ts'

/** A run some of whose jobs may wait until they are let go on. */
export interface WaitingRun {
  readonly id: number
  readonly attempt: number
  readonly commit: string
  /** When this attempt began; UTC, milliseconds. */
  readonly startedAt: number
  /** The environments that wait for a word of ours. */
  readonly environments: readonly string[]
}

/**
 * Jobs that wait for the deployment protection rule of the App whose token is used. Every call may throw
 * `missing-permission`, `rate-limited`, `remote-failed`, `timed-out` or `no-github`.
 */
export interface WaitingJobs {
  /** The runs of which GitHub says that they wait, for whomever. */
  waiting(): Promise<readonly number[]>
  /** @returns Undefined where there is no such run, or it is over. */
  read(run: number): Promise<WaitingRun | undefined>
  /**
   * Says so of one environment; what was said of this attempt already is not said again.
   *
   * @param why - At most 900 characters.
   */
  answer(run: WaitingRun, environment: string, verdict: JobVerdict): Promise<'said' | 'unchanged'>
}
