import { acceleration } from './acceleration.ts'
import { normalCdf, normalQuantile, Z_975 } from './quantiles.ts'
import { type Clusters, resample, type Statistic } from './resample.ts'
import { sampleQuantile } from './sample-quantile.ts'

export interface Bounds {
  readonly low: number
  readonly high: number
}

/**
 * The 95 % percentile interval of a statistic of paired rows: rows are drawn with replacement, both models' values
 * of a row together, and the statistic is computed again. With clusters, these are drawn, each with all its rows.
 *
 * Resamples on which the statistic is undefined are left out. At small n the interval is too narrow; how much is in
 * docs/explanation/statistics.md. With fewer than about 40 clusters it is much too narrow.
 *
 * @param rows - How many rows there are, ≥ 1.
 * @param resamples - How often to draw, e.g. 2,000.
 * @param seed - The same seed gives the same interval.
 * @param statistic - From how often each row was drawn, [rows], to a number; NaN where it is undefined.
 * @returns The 2.5 % and 97.5 % quantiles, interpolated linearly; undefined when fewer than half of the resamples
 *   gave a number.
 * @throws {ModelyardError} `empty-sample` without rows; `shape-mismatch` when not every row has a cluster.
 * @see Efron & Tibshirani 1993, doi:10.1201/9780429246593, chapter 13; few clusters: Cameron, Gelbach & Miller 2008,
 *   doi:10.1162/rest.90.3.414
 */
export function pairedBootstrap(
  rows: number,
  resamples: number,
  seed: number,
  statistic: Statistic,
  clusters?: Clusters,
): Bounds | undefined {
  const values = resample(rows, resamples, seed, statistic, clusters)
  if (values.length * 2 < resamples) return undefined
  const sorted = values.sort()
  return { low: sampleQuantile(sorted, 0.025), high: sampleQuantile(sorted, 0.975) }
}

/**
 * The 95 % interval of a statistic of paired rows, bias-corrected and accelerated: the percentiles are taken at
 * Φ(z₀ + (z₀ ± 1.96) / (1 − a (z₀ ± 1.96))), with z₀ from the share of resamples below the estimate (ties count half)
 * and a from the jackknife. Better than percentiles where the statistic is biased or skewed, at 400 more evaluations.
 *
 * Where all resamples lie on one side of the estimate, z₀ is that of half a resample on the other.
 *
 * @param rows - As {@link pairedBootstrap}, and so all that follows.
 * @returns Undefined, too, where the statistic is undefined on the rows themselves.
 * @throws {ModelyardError} As {@link pairedBootstrap}.
 * @see Efron 1987, doi:10.2307/2289144
 */
export function bcaBootstrap(
  rows: number,
  resamples: number,
  seed: number,
  statistic: Statistic,
  clusters?: Clusters,
): Bounds | undefined {
  const values = resample(rows, resamples, seed, statistic, clusters)
  const estimate = statistic(new Uint32Array(rows).fill(1))
  if (Number.isNaN(estimate) || values.length * 2 < resamples) return undefined
  const sorted = values.sort()
  const bias = normalQuantile(shareBelow(sorted, estimate))
  const accelerated = acceleration(rows, statistic, clusters)
  const at = (z: number) =>
    sampleQuantile(sorted, normalCdf(bias + (bias + z) / (1 - accelerated * (bias + z))))
  return { low: at(-Z_975), high: at(Z_975) }
}

/** The share of values below, ties counting half; never 0 nor 1, by half a value. */
function shareBelow(values: Float64Array, estimate: number): number {
  let twice = 0
  for (const value of values) twice += value < estimate ? 2 : value === estimate ? 1 : 0
  return Math.min(Math.max(twice, 1), 2 * values.length - 1) / (2 * values.length)
}
