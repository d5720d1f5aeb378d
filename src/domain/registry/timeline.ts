/** A commit of the first-parent chain with the time that its committer's clock showed. */
export interface ChainCommit {
  readonly commit: string
  /** UTC, milliseconds. */
  readonly committedAt: number
}

/**
 * The last commit that a date covers. Clocks lie, ancestry does not: times are made monotone along the chain, so
 * a commit never counts as earlier than its first parent, and order is that of the chain alone.
 *
 * @param chain - First-parent commits, oldest first.
 * @param at - UTC, milliseconds.
 * @returns Undefined where the chain begins after `at`.
 */
export function commitAt<C extends ChainCommit>(chain: readonly C[], at: number): C | undefined {
  let latest: C | undefined
  let clock = Number.NEGATIVE_INFINITY
  for (const entry of chain) {
    clock = Math.max(clock, entry.committedAt)
    if (clock > at) break
    latest = entry
  }
  return latest
}

/** Times made monotone along the chain: each at least its first parent's. UTC, milliseconds, oldest first. */
export function monotoneTimes(chain: readonly ChainCommit[]): number[] {
  let clock = Number.NEGATIVE_INFINITY
  return chain.map(({ committedAt }) => {
    clock = Math.max(clock, committedAt)
    return clock
  })
}
