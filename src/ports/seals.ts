import type { NewFile } from './new-file.ts'

/**
 * The branch of the seals on GitHub, which shares no history with any other; it is named in each call. Every call may throw `missing-permission`,
 * `rate-limited`, `remote-failed`, `timed-out` or `no-github`.
 */
export interface Seals {
  /** The paths of all seals there, such as `telco-churn/7.json`; none before the first one. */
  sealed(branch: string): Promise<ReadonlySet<string>>
  /**
   * Writes a seal by compare-and-swap, after whatever other runs wrote meanwhile; the first one begins the branch.
   *
   * @returns `present` where there is one already, which stays as it is.
   * @throws {ModelyardError} `moved-meanwhile` where others moved the branch again and again.
   */
  add(branch: string, seal: NewFile): Promise<'written' | 'present'>
}
