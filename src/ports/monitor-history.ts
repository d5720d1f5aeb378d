import type { NewFile } from './new-file.ts'

/**
 * The branch on GitHub that keeps what runs of monitoring found, a file each; it shares no history with any other. Runs are
 * read from a clone, by the repository. Every call may throw `missing-permission`, `rate-limited`, `remote-failed`,
 * `timed-out` or `no-github`.
 */
export interface MonitorHistory {
  /**
   * Adds a run by compare-and-swap, after whatever other runs added meanwhile; the first one begins the branch.
   *
   * @returns `there` where the same run stands there already.
   * @throws {ModelyardError} `moved-meanwhile` where others moved the branch again and again.
   */
  append(branch: string, run: NewFile): Promise<'written' | 'there'>
  /** When the newest files of a folder were added, UTC, the newest first, ten at most; none where the branch is not there. */
  newest(branch: string, folder: string): Promise<readonly string[]>
}
