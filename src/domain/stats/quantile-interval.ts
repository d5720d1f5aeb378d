import { incompleteBeta } from './special-functions.ts'

/** Positions among n values that are sorted ascending, from 1; undefined where so few values bound nothing. */
export interface QuantileRanks {
  /** The smallest value that at least the share of the values does not exceed. */
  readonly value: number
  readonly low: number | undefined
  readonly high: number | undefined
}

const TAIL = 0.025

/**
 * Which of n sorted values bound a quantile of their distribution with at least 95 % certainty, whatever that distribution is: how
 * many of n independent values lie below the quantile is binomial. The low one is the greatest l with P(B < l) ≤ 2.5 %, the high one
 * the smallest u with P(B ≥ u) ≤ 2.5 %. Ties only add certainty. Values that depend on each other, as requests of a busy minute
 * do, are worth fewer than they are.
 *
 * @param share - The quantile, in (0, 1).
 * @param n - How many values, ≥ 1.
 * @see David & Nagaraja 2003, Order Statistics, section 7.1, doi:10.1002/0471722162
 */
export function quantileRanks(share: number, n: number): QuantileRanks {
  /** P(B ≥ k) for 1 ≤ k ≤ n. */
  const atLeast = (k: number) => incompleteBeta(share, k, n - k + 1)
  const low = firstWhere(n, k => 1 - atLeast(k) > TAIL) - 1
  const high = firstWhere(n, k => atLeast(k) <= TAIL)
  return {
    value: Math.min(n, Math.max(1, Math.ceil(share * n - 1e-9))),
    low: low < 1 ? undefined : low,
    high: high > n ? undefined : high,
  }
}

/** The least k from 1 to n for which it holds, as it does for all above; n + 1 where it holds for none. */
function firstWhere(n: number, holds: (k: number) => boolean): number {
  let [from, to] = [1, n + 1]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if (holds(middle)) to = middle
    else from = middle + 1
  }
  return from
}
