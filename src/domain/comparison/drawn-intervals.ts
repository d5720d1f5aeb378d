import type { Interval } from '../evidence/interval.ts'
import { pairedBootstrap } from '../stats/paired-bootstrap.ts'
import { sampleQuantile } from '../stats/sample-quantile.ts'
import { type Clusters, LEAST_CLUSTERS } from './clusters.ts'

/** How rows are drawn. */
export interface Drawing {
  readonly rows: number
  readonly resamples: number
  readonly seed: number
  readonly clusters?: Clusters | undefined
}

/**
 * 95 % percentile intervals of several statistics by one bootstrap: the rows are drawn once for all of them, and rows
 * that belong together are drawn together.
 *
 * A resample on which a statistic is undefined is left out of that one.
 *
 * @param statistics - From how often each row was drawn, [n], to the statistics in a fixed order; NaN where undefined.
 * @returns In that order; undefined for a statistic that fewer than half of the resamples gave, and for all of them
 *   where there are fewer than 20 clusters.
 * @see Davison & Hinkley 1997, Bootstrap Methods and their Application, section 3.8
 */
export function drawnIntervals(
  { rows, resamples, seed, clusters }: Drawing,
  width: number,
  statistics: (counts: Uint32Array) => readonly number[],
): (Interval | undefined)[] {
  if (clusters !== undefined && clusters.count < LEAST_CLUSTERS)
    return Array<undefined>(width).fill(undefined)
  const drawn = Array.from({ length: width }, () => new Float64Array(resamples))
  const kept = new Uint32Array(width)
  const keep = (counts: Uint32Array) => {
    for (const [index, value] of statistics(counts).entries()) {
      if (Number.isNaN(value)) continue
      const values = drawn[index] as Float64Array
      const at = kept[index] as number
      values[at] = value
      kept[index] = at + 1
    }
    return 0
  }
  const spread = new Uint32Array(rows)
  if (clusters === undefined) pairedBootstrap(rows, resamples, seed, keep)
  else
    pairedBootstrap(clusters.count, resamples, seed, counts => keep(spreadCounts(counts, clusters, spread)))
  const method = clusters === undefined ? 'bootstrap-percentile' : 'bootstrap-cluster'
  return drawn.map((values, index) => {
    const count = kept[index] as number
    if (count * 2 < resamples) return undefined
    const sorted = values.subarray(0, count).sort()
    const [low, high] = [sampleQuantile(sorted, 0.025), sampleQuantile(sorted, 0.975)]
    return { low, high, level: 0.95, method, resamples, seed }
  })
}

/** A row is drawn as often as its cluster. */
function spreadCounts(counts: Uint32Array, { codes }: Clusters, into: Uint32Array): Uint32Array {
  for (let row = 0; row < into.length; row += 1) into[row] = counts[codes[row] as number] as number
  return into
}
