import { type DifferenceInterval, normalInterval } from '../stats/difference.ts'
import { type Clusters, LEAST_CLUSTERS } from './clusters.ts'

/**
 * The 95 % interval of a value from how much each row moves it: value ± z · √(Σ influence² / n²), of rows that belong
 * together their sum squared, times G / (G − 1) for G rows or clusters.
 *
 * @param influence - [n] with mean 0; of a paired difference the difference of both models'.
 * @returns Undefined with fewer than 2 rows, or 20 clusters.
 * @see Liang & Zeger 1986, doi:10.1093/biomet/73.1.13
 */
export function closedForm(
  value: number,
  influence: Float64Array,
  clusters: Clusters | undefined,
): DifferenceInterval | undefined {
  const units = clusters === undefined ? influence : sumByCluster(influence, clusters)
  if (units.length < (clusters === undefined ? 2 : LEAST_CLUSTERS)) return undefined
  let squares = 0
  for (const unit of units) squares += unit * unit
  return normalInterval(value, Math.sqrt((squares * units.length) / (units.length - 1)) / influence.length)
}

function sumByCluster(influence: Float64Array, { codes, count }: Clusters): Float64Array {
  const sums = new Float64Array(count)
  for (let row = 0; row < influence.length; row += 1) {
    const cluster = codes[row] as number
    sums[cluster] = (sums[cluster] as number) + (influence[row] as number)
  }
  return sums
}
