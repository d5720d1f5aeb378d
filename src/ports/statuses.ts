/** What a commit is marked with on GitHub. */
export interface CommitStatus {
  /** Its name, e.g. `modelyard/pipeline`: a later one of the same name takes its place. */
  readonly context: string
  readonly state: 'success' | 'failure'
  /** At most 140 characters. */
  readonly description: string
}

export interface Statuses {
  /**
   * Marks the commit that this run is about: the head of its pull request or merge group, otherwise what was pushed.
   *
   * @returns Which one; undefined where the run is about none, or it is not there any more.
   * @throws {ModelyardError} `missing-permission`, `rate-limited`, `remote-failed`, `timed-out`, `no-github`.
   */
  set(status: CommitStatus): Promise<string | undefined>
  /**
   * Marks a commit unless it is marked so already: GitHub takes 1,000 statuses of one name on a commit, and no more.
   *
   * @throws {ModelyardError} As `set`.
   */
  settle(commit: string, status: CommitStatus): Promise<'set' | 'unchanged'>
}
