import { ModelyardError } from '../errors/index.ts'
import { type DifferenceInterval, normalInterval } from './difference.ts'

/**
 * The difference of two means of one number a row, on the same rows, with its normal 95 % interval: for the losses of
 * two models (Brier, log loss, absolute error), or for whether each is right.
 *
 * The interval rests on the central limit theorem: with rare or heavy-tailed differences it needs more rows, which
 * docs/explanation/statistics.md shows. Where few rows differ, `tangoInterval` is the better one for 0 and 1.
 *
 * @param first - [n] the champion's numbers, n ≥ 1; finite.
 * @param second - [n] the challenger's.
 * @returns Mean of second − first. One row shows no spread: an interval of width 0.
 * @throws {ModelyardError} `shape-mismatch` when the lengths differ; `empty-sample` without rows.
 */
export function meanDifference(first: Float64Array, second: Float64Array): DifferenceInterval {
  requireAlike([first, second])
  let sum = 0
  for (let row = 0; row < first.length; row += 1) sum += (second[row] as number) - (first[row] as number)
  const mean = sum / first.length
  return ofInfluence(mean, first.length, row => (second[row] as number) - (first[row] as number) - mean)
}

/** A ratio of two sums over rows: Σ above / Σ below. */
export interface Ratio {
  /** [n] */
  readonly above: Float64Array
  /** [n] with a sum that is not 0. */
  readonly below: Float64Array
}

/**
 * The difference of two ratios of sums on the same rows, by the delta method: a row moves the ratio R by
 * (above − R below) / mean(below). Precision, recall and F1 (2 TP / (2 TP + FP + FN)) are such ratios, and so is R²
 * but for its sign (squared errors by squared distances from the target's mean).
 *
 * @param first - The champion's; [n] each, n ≥ 1.
 * @param second - The challenger's.
 * @returns Undefined where a ratio has 0 below the line.
 * @throws {ModelyardError} As {@link meanDifference}.
 * @see van der Vaart 1998, Asymptotic Statistics, chapter 3, doi:10.1017/CBO9780511802256
 */
export function ratioDifference(first: Ratio, second: Ratio): DifferenceInterval | undefined {
  requireAlike([first.above, first.below, second.above, second.below])
  const [firstBelow, secondBelow] = [mean(first.below), mean(second.below)]
  if (firstBelow === 0 || secondBelow === 0) return undefined
  const [before, after] = [mean(first.above) / firstBelow, mean(second.above) / secondBelow]
  const influence = ({ above, below }: Ratio, row: number, ratio: number, scale: number) =>
    ((above[row] as number) - ratio * (below[row] as number)) / scale
  return ofInfluence(
    after - before,
    first.above.length,
    row => influence(second, row, after, secondBelow) - influence(first, row, before, firstBelow),
  )
}

/** The normal interval of an estimate that each row moves by `influence(row)` / n; the influences sum to 0. */
function ofInfluence(
  difference: number,
  rows: number,
  influence: (row: number) => number,
): DifferenceInterval {
  let squares = 0
  for (let row = 0; row < rows; row += 1) squares += influence(row) ** 2
  return normalInterval(difference, rows < 2 ? 0 : Math.sqrt(squares / (rows - 1) / rows))
}

export function mean(values: Float64Array): number {
  let sum = 0
  for (let row = 0; row < values.length; row += 1) sum += values[row] as number
  return sum / values.length
}

function requireAlike(columns: readonly Float64Array[]): void {
  const lengths = columns.map(column => column.length)
  if (lengths.some(length => length !== lengths[0])) {
    throw new ModelyardError({
      code: 'shape-mismatch',
      message: `numbers for ${lengths.join(', ')} rows`,
      next: 'give both models’ numbers of the same rows',
    })
  }
  if (lengths[0] === 0) {
    throw new ModelyardError({
      code: 'empty-sample',
      message: 'there are no rows to compare on',
      next: 'give at least one',
    })
  }
}
