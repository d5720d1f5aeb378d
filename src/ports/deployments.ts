/** A GitHub Deployment; environment, task and commit tell it from all others. */
export interface DeploymentRequest {
  readonly commit: string
  readonly environment: string
  readonly task: string
  /** At most 140 characters. */
  readonly description: string
  readonly payload: Readonly<Record<string, string | number>>
}

export interface Deployment {
  readonly id: number
  readonly change: 'created' | 'found'
}

/** A status of a Deployment. */
export interface DeploymentMark {
  readonly state: 'pending' | 'queued' | 'success' | 'error'
  /** At most 140 characters. */
  readonly description: string
  /** Where people follow it. */
  readonly url?: string | undefined
}

export interface StartedRun {
  readonly id: number
  readonly url: string
  /** Its name, where it is listed. */
  readonly title?: string | undefined
}

/** What became of the call that starts a workflow. */
export type Start =
  | ({ readonly is: 'started' } & StartedRun)
  /** No answer came: it was started, or not. */
  | { readonly is: 'unsure' }
  /** GitHub does not start it, however often it is asked. A sentence without its full stop. */
  | { readonly is: 'refused'; readonly why: string }

/**
 * Deployments on GitHub, and the workflows that carry them out. Every call may throw `missing-permission`,
 * `rate-limited`, `remote-failed`, `timed-out` or `no-github`.
 */
export interface Deployments {
  /** Finds the Deployment or makes it, without asking for any status check. */
  ensure(request: DeploymentRequest): Promise<Deployment>
  /** Its statuses, oldest first. */
  marks(
    deployment: number,
  ): Promise<readonly { readonly description: string; readonly url?: string | undefined }[]>
  mark(deployment: number, mark: DeploymentMark): Promise<void>
  /**
   * Starts a workflow on a branch.
   *
   * @param workflow - Its file, such as `.github/workflows/deploy.yml`.
   */
  start(workflow: string, branch: string, inputs: Readonly<Record<string, string>>): Promise<Start>
  /** The runs of a workflow that were dispatched by ourselves, newest first; the last hundred. */
  dispatched(workflow: string): Promise<readonly StartedRun[]>
}
