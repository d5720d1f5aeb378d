import { bergsma } from './chi-squared.ts'
import { kolmogorovSeries } from './kolmogorov-series.ts'
import { upperGamma } from './special-functions.ts'

/** Halvings of an interval: more than a double has digits. */
const STEPS = 60

/**
 * The smallest Kolmogorov–Smirnov distance that samples of these sizes can show at a level: nothing below it is
 * significant there.
 *
 * @param n - Size of the first sample, ≥ 1.
 * @param m - Size of the second, ≥ 1.
 * @param level - E.g. 0.05.
 * @returns In (0, 1]; 1 where not even samples without a common value would be enough.
 */
export function detectableDistance(n: number, m: number, level: number): number {
  return rootOf(distance => kolmogorovSeries(distance, n, m) > level, 1)
}

/**
 * The smallest bias-corrected Cramér's V that two samples can show at a level by Pearson's test.
 *
 * @param categories - ≥ 2, as many as the table has after rare ones were put together.
 * @param total - Rows of both samples.
 * @param level - E.g. 0.05.
 * @returns In [0, 1].
 */
export function detectableAssociation(categories: number, total: number, level: number): number {
  const half = (categories - 1) / 2
  // χ² is at most the number of rows, since one of the two dimensions is 2.
  const statistic = rootOf(value => upperGamma(half, value / 2) > level, total)
  return Math.min(1, bergsma(statistic / total, 2, categories, total))
}

/** Where a condition that holds from 0 on ceases to hold, or the end of the range. */
function rootOf(holds: (value: number) => boolean, end: number): number {
  let [low, high] = [0, end]
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (low + high) / 2
    if (holds(middle)) low = middle
    else high = middle
  }
  return high
}
