import { type Clusters, type Statistic, spread } from './resample.ts'

/** With more units than this, several are left out at once; the acceleration's own error is then below 0.001. */
const GROUPS = 400

/**
 * The acceleration of a statistic, how fast its standard error changes with its value:
 * a = Σ d³ / (6 (Σ d²)^1.5) with d = mean of the jackknife's values − each of them.
 *
 * Leaves out one row (or cluster) after the other; with more than 400 every 400th together, which estimates the same
 * number, since a sum's skewness falls with the root of its terms.
 *
 * @param rows - How many rows there are.
 * @returns 0 where the statistic does not vary; values that are NaN are left out.
 * @see Efron 1987, doi:10.2307/2289144, section 7; Efron & Tibshirani 1993, section 14.3
 */
export function acceleration(rows: number, statistic: Statistic, clusters?: Clusters): number {
  const units = clusters?.count ?? rows
  const groups = Math.min(units, GROUPS)
  const ofUnits = new Uint32Array(units).fill(1)
  const counts = clusters === undefined ? ofUnits : new Uint32Array(rows)
  const values: number[] = []
  for (let group = 0; group < groups; group += 1) {
    for (let unit = group; unit < units; unit += groups) ofUnits[unit] = 0
    if (clusters !== undefined) spread(ofUnits, clusters.codes, counts)
    const value = statistic(counts)
    if (!Number.isNaN(value)) values.push(value)
    for (let unit = group; unit < units; unit += groups) ofUnits[unit] = 1
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  let [squares, cubes] = [0, 0]
  for (const value of values) {
    const distance = mean - value
    squares += distance ** 2
    cubes += distance ** 3
  }
  return squares > 0 ? cubes / (6 * squares ** 1.5) : 0
}
