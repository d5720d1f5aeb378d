/** One change of `stages.json` along the first-parent history. */
export interface PointerChange {
  readonly commit: string
  readonly committedAt: number
  readonly author: string
  /** Blob id of the file afterwards; undefined where it was removed. */
  readonly after: string | undefined
}

export interface HistoryMatch<C extends PointerChange> {
  /** The change that brought each record; undefined where none of its own can be told. */
  readonly arrivals: readonly (C | undefined)[]
  /** Changes of the pointers that no record stands behind. */
  readonly unexplained: readonly C[]
}

/**
 * Matches records with the commits that brought them, by what the pointers were afterwards: each change of
 * `stages.json` must leave it as the fold of the records up to some number has it, and numbers only grow. A commit
 * may bring several records at once.
 *
 * @param steps - Blob ids of the folded pointers after each record.
 * @param changes - Oldest first.
 */
export function matchHistory<C extends PointerChange>(
  steps: readonly string[],
  changes: readonly C[],
): HistoryMatch<C> {
  const arrivals = new Array<C | undefined>(steps.length).fill(undefined)
  const unexplained: C[] = []
  let next = 0
  for (const change of changes) {
    const found = change.after === undefined ? -1 : steps.indexOf(change.after, next)
    if (found < 0) {
      unexplained.push(change)
      continue
    }
    arrivals.fill(change, next, found + 1)
    next = found + 1
  }
  return { arrivals, unexplained }
}
