import { ModelyardError } from '../errors/index.ts'
import { randomStream } from './random.ts'

/** From how often each row counts, [rows], to a number; NaN where it is undefined. */
export type Statistic = (counts: Uint32Array) => number

/** Rows that are drawn together, e.g. of one customer or of one day. */
export interface Clusters {
  /** [rows] the cluster of each row, from 0. */
  readonly codes: Uint32Array
  /** How many clusters there are, ≥ 1. */
  readonly count: number
}

/**
 * A statistic on samples that are drawn from the rows with replacement: as many rows as there are, or as many clusters as
 * there are with all their rows.
 *
 * @param rows - How many rows there are, ≥ 1.
 * @param resamples - How often to draw.
 * @param seed - The same seed draws the same samples.
 * @returns The values that are not NaN, in the order of the draws.
 * @throws {ModelyardError} `empty-sample` without rows; `shape-mismatch` when not every row has a cluster.
 * @see Efron & Tibshirani 1993, An Introduction to the Bootstrap, doi:10.1201/9780429246593; clusters: Field & Welsh 2007,
 *   doi:10.1111/j.1467-9868.2007.00593.x
 */
export function resample(
  rows: number,
  resamples: number,
  seed: number,
  statistic: Statistic,
  clusters?: Clusters,
): Float64Array {
  requireRows(rows, clusters)
  const units = clusters?.count ?? rows
  const random = randomStream(seed)
  const draws = new Uint32Array(units)
  const ofUnits = new Uint32Array(units)
  const counts = clusters === undefined ? ofUnits : new Uint32Array(rows)
  const values = new Float64Array(resamples)
  let defined = 0
  for (let turn = 0; turn < resamples; turn += 1) {
    random.fillBelow(units, draws)
    count(draws, ofUnits)
    if (clusters !== undefined) spread(ofUnits, clusters.codes, counts)
    const value = statistic(counts)
    if (Number.isNaN(value)) continue
    values[defined] = value
    defined += 1
  }
  return values.subarray(0, defined)
}

/** How often each unit was drawn. */
function count(draws: Uint32Array, counts: Uint32Array): void {
  counts.fill(0)
  for (let index = 0; index < draws.length; index += 1) {
    const unit = draws[index] as number
    counts[unit] = (counts[unit] as number) + 1
  }
}

/** Each row counts as often as its cluster. */
export function spread(ofClusters: Uint32Array, codes: Uint32Array, counts: Uint32Array): void {
  for (let row = 0; row < codes.length; row += 1) counts[row] = ofClusters[codes[row] as number] as number
}

function requireRows(rows: number, clusters: Clusters | undefined): void {
  if (rows < 1 || (clusters !== undefined && clusters.count < 1)) {
    throw new ModelyardError({
      code: 'empty-sample',
      message: 'there are no rows to draw from',
      next: 'give at least one',
    })
  }
  if (clusters !== undefined && clusters.codes.length !== rows) {
    throw new ModelyardError({
      code: 'shape-mismatch',
      message: `${rows} rows and clusters for ${clusters.codes.length}`,
      next: 'name the cluster of each row',
    })
  }
}
