import { quantileRanks } from '../stats/quantile-interval.ts'
import type { Estimate } from './level.ts'

/** So many requests took at most so long. */
export interface Bucket {
  /** The upper bound; ∞ in the last. */
  readonly most: number
  /** Of this and all below, ≥ 0; a server that extrapolates says fractions. */
  readonly count: number
}

/**
 * A quantile of a histogram as Prometheus interpolates it: linearly within the bucket of its rank, from 0 in the first; in the last
 * one, which has no end, the bound below it. The 95 % interval holds what the buckets leave open: it goes from the lower end of the
 * bucket of one order statistic to the upper end of that of the other.
 *
 * @param buckets - Ascending, the last up to ∞, more than 0 requests in it.
 * @param share - In (0, 1).
 * @see https://prometheus.io/docs/prometheus/latest/querying/functions/#histogram_quantile
 */
export function bucketQuantile(buckets: readonly Bucket[], share: number): Estimate {
  const rising = neverFalling(buckets)
  const total = rising.at(-1)?.count ?? 0
  const n = Math.max(1, Math.round(total))
  const ranks = quantileRanks(share, n)
  const lower = (rank: number) => lowerEnd(rising, bucketOf(rising, rank))
  const upper = (rank: number) => rising[bucketOf(rising, rank)]?.most ?? Number.POSITIVE_INFINITY
  const high = ranks.high === undefined ? Number.POSITIVE_INFINITY : upper(ranks.high)
  return {
    value: interpolated(rising, share * total),
    low: ranks.low === undefined ? undefined : lower(ranks.low),
    high: high === Number.POSITIVE_INFINITY ? undefined : high,
    observations: n,
    isAboveLow: true,
  }
}

function interpolated(buckets: readonly Bucket[], rank: number): number {
  const at = bucketOf(buckets, rank)
  const { most, count } = buckets[at] as Bucket
  const start = lowerEnd(buckets, at)
  if (most === Number.POSITIVE_INFINITY) return start
  if (at === 0 && most <= 0) return most
  const below = buckets[at - 1]?.count ?? 0
  return count === below ? most : start + ((most - start) * (rank - below)) / (count - below)
}

/** The first bucket that reaches a rank; the last where rounding leaves it beyond. */
function bucketOf(buckets: readonly Bucket[], rank: number): number {
  const at = buckets.findIndex(({ count }) => count >= rank)
  return at === -1 ? buckets.length - 1 : at
}

function lowerEnd(buckets: readonly Bucket[], at: number): number {
  return buckets[at - 1]?.most ?? 0
}

/** Counts of series that were scraped at different moments may fall by a little, which no cumulative count can. */
function neverFalling(buckets: readonly Bucket[]): Bucket[] {
  let most = 0
  return buckets.map(bucket => {
    most = Math.max(most, bucket.count)
    return { most: bucket.most, count: most }
  })
}
