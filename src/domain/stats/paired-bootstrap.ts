import { ModelyardError } from '../errors/index.ts'
import { randomStream } from './random.ts'

/**
 * The 95 % percentile interval of a statistic of paired rows: rows are drawn with replacement, both models' values
 * of a row together, and the statistic is computed again.
 *
 * Resamples on which the statistic is undefined are left out. At small n the interval is too narrow: about 6.5 % to
 * 7.1 % of intervals miss instead of 5 % at 100 rows, 5.4 % to 6.3 % at 300.
 *
 * @param rows - How many rows there are, ≥ 1.
 * @param resamples - How often to draw, e.g. 2,000.
 * @param seed - The same seed gives the same interval.
 * @param statistic - From how often each row was drawn, [rows], to a number; NaN where it is undefined.
 * @returns The 2.5 % and 97.5 % quantiles, interpolated linearly; undefined when fewer than half of the resamples
 *   gave a number.
 * @throws {ModelyardError} `empty-sample` without rows.
 * @see Efron & Tibshirani 1993, An Introduction to the Bootstrap, chapter 13
 */
export function pairedBootstrap(
  rows: number,
  resamples: number,
  seed: number,
  statistic: (counts: Uint32Array) => number,
): { readonly low: number; readonly high: number } | undefined {
  if (rows < 1) {
    throw new ModelyardError({
      code: 'empty-sample',
      message: 'there are no rows to draw from',
      next: 'give at least one',
    })
  }
  const random = randomStream(seed)
  const counts = new Uint32Array(rows)
  const values: number[] = []
  for (let resample = 0; resample < resamples; resample += 1) {
    counts.fill(0)
    for (let draw = 0; draw < rows; draw += 1) {
      const row = random.below(rows)
      counts[row] = (counts[row] as number) + 1
    }
    const value = statistic(counts)
    if (!Number.isNaN(value)) values.push(value)
  }
  if (values.length * 2 < resamples) return undefined
  const sorted = Float64Array.from(values).sort()
  return { low: quantileOf(sorted, 0.025), high: quantileOf(sorted, 0.975) }
}

/** Linear interpolation between order statistics, type 7 of Hyndman & Fan 1996. */
function quantileOf(sorted: Float64Array, share: number): number {
  const position = share * (sorted.length - 1)
  const below = Math.floor(position)
  const low = sorted[below] as number
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number
  return low + (position - below) * (high - low)
}
