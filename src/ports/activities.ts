import type { Account } from './merges.ts'

/** A move of a branch, as GitHub recorded it. */
export interface BranchMove {
  readonly how: 'pushed' | 'forced' | 'created' | 'deleted'
  /** Undefined where there was no such branch. */
  readonly before: string | undefined
  /** Undefined where it was deleted. */
  readonly after: string | undefined
  /** Undefined where the account is gone. */
  readonly by: Account | undefined
  /** UTC, milliseconds, by GitHub's clock. */
  readonly at: number
}

/** Who moved branches, by GitHub's own record. Calls throw as those of `Checks`. */
export interface Activities {
  /**
   * The newest hundred moves of a branch, the newest first.
   *
   * @param how - Those of one kind alone: they are not pushed off the list by ordinary ones.
   */
  moves(branch: string, how?: 'forced'): Promise<readonly BranchMove[]>
}
