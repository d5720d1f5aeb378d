import { type DifferenceInterval, type PowerSums, studentInterval } from '../stats/difference.ts'
import { type Clusters, LEAST_CLUSTERS } from './clusters.ts'

/**
 * The 95 % interval of a value from how much each row moves it: value ± t · √(Σ influence² / n²), of rows that belong
 * together their sum squared, times G / (G − 1) for G rows or clusters. The degrees of freedom of t are as many as there
 * are rows, or clusters, that carry the sum: where a handful does, the interval is as wide as a handful makes it. Where
 * they are skewed it reaches farther to one side.
 *
 * @param influence - [n] with mean 0; of a paired difference the difference of both models'.
 * @returns Undefined with fewer than 2 rows, or 20 clusters.
 * @see Liang & Zeger 1986, doi:10.1093/biomet/73.1.13; studentInterval
 */
export function closedForm(
  value: number,
  influence: Float64Array,
  clusters: Clusters | undefined,
): DifferenceInterval | undefined {
  const units = unitsOf(influence, clusters)
  if (units === undefined) return undefined
  return ofUnits(value, { units, count: units.length, rows: influence.length })
}

/**
 * {@link closedForm} where all rows of a group move the value alike, without a look at them.
 *
 * @param influence - [groups] of one row of each.
 * @param counts - [groups] of rows; shares of a row where it is one of a group by chance.
 */
export function closedFormOfGroups(
  value: number,
  influence: ArrayLike<number>,
  counts: ArrayLike<number>,
): DifferenceInterval | undefined {
  let rows = 0
  for (let group = 0; group < counts.length; group += 1) rows += counts[group] as number
  return rows < 2 ? undefined : ofUnits(value, { units: influence, counts, count: rows, rows })
}

interface Units {
  /** How much a unit moves the value. */
  readonly units: ArrayLike<number>
  /** How often each of them counts; left out: once. */
  readonly counts?: ArrayLike<number>
  /** Units in all. */
  readonly count: number
  readonly rows: number
}

function ofUnits(value: number, { units, counts, count, rows }: Units): DifferenceInterval {
  let squares = 0
  for (let unit = 0; unit < units.length; unit += 1) {
    const times = counts === undefined ? 1 : (counts[unit] as number)
    squares += times * (units[unit] as number) ** 2
  }
  const standardError = Math.sqrt((squares * count) / (count - 1)) / rows
  return studentInterval(value, standardError, [powerSums(units, Math.sqrt(squares / count), counts)])
}

/**
 * Of how much each unit moves an estimate, around 0; in units of the spread, so that no power leaves what a double can hold.
 *
 * @param counts - How often each unit counts; left out: once.
 */
export function powerSums(units: ArrayLike<number>, spread: number, counts?: ArrayLike<number>): PowerSums {
  let [rows, squares, cubes, fourths] = [0, 0, 0, 0]
  for (let unit = 0; unit < units.length; unit += 1) {
    const times = counts === undefined ? 1 : (counts[unit] as number)
    const moved = (units[unit] as number) / spread
    const square = moved * moved
    rows += times
    squares += times * square
    cubes += times * square * moved
    fourths += times * square * square
  }
  return { rows, squares, cubes, fourths }
}

/**
 * What varies by itself: rows, or clusters of them with the sums of theirs.
 *
 * @returns Undefined where there are fewer than 2 rows, or 20 clusters.
 */
export function unitsOf(values: Float64Array, clusters: Clusters | undefined): Float64Array | undefined {
  const units = clusters === undefined ? values : sumByCluster(values, clusters)
  return units.length < (clusters === undefined ? 2 : LEAST_CLUSTERS) ? undefined : units
}

function sumByCluster(influence: Float64Array, { codes, count }: Clusters): Float64Array {
  const sums = new Float64Array(count)
  for (let row = 0; row < influence.length; row += 1) {
    const cluster = codes[row] as number
    sums[cluster] = (sums[cluster] as number) + (influence[row] as number)
  }
  return sums
}
