import type { Latency, LatencyQuantile } from '../evidence/latency.ts'
import { type QuantileRatio, quantileRatiosOverBlocks } from './block-ratio.ts'

const RESAMPLES = 2000

/** Two series of times of the same pairs, milliseconds, in the order in which they were taken. */
export type PairedTimes = readonly [first: Float64Array, second: Float64Array]

export interface LatencySetting {
  readonly rowsPerRequest: number
  readonly warmUp: number
  readonly blocks: number
  readonly seed: number
}

/**
 * What evidence says of timed pairs: quantiles in milliseconds, the challenger's by the champion's.
 *
 * @param same - The champion against itself, [pairs] each.
 * @param compared - Champion and challenger, [pairs] each.
 */
export function summarizeLatency(
  same: PairedTimes,
  compared: PairedTimes,
  { rowsPerRequest, warmUp, blocks, seed }: LatencySetting,
): Latency {
  const drawn = { blocks, seed, resamples: RESAMPLES }
  const alike = quantileRatiosOverBlocks(...same, drawn)
  const apart = quantileRatiosOverBlocks(...compared, drawn)
  return {
    'rows-per-request': rowsPerRequest,
    pairs: compared[0].length,
    'warm-up': warmUp,
    blocks,
    seed,
    'same-against-same': ofEach(alike, ({ ratio }) => ratio),
    quantiles: ofEach(apart, ({ first, second, ratio }) => ({
      'champion-ms': first,
      'challenger-ms': second,
      ratio,
    })),
  }
}

function ofEach<T>(
  found: Readonly<Record<LatencyQuantile, QuantileRatio>>,
  take: (one: QuantileRatio) => T,
): Record<LatencyQuantile, T> {
  return { p50: take(found.p50), p95: take(found.p95), p99: take(found.p99) }
}

/** Above this ratio of a model to itself, a machine tells little of a difference between two. */
const QUIET = 1.1

/**
 * What makes the figures doubtful: a machine on which the champion differs from itself.
 *
 * @returns The quantiles that a gate reads, p50 and p95, whose interval of the champion against itself leaves
 *   1/1.1 to 1.1.
 */
export function noisyQuantiles(latency: Latency): ('p50' | 'p95')[] {
  const same = latency['same-against-same']
  return (['p50', 'p95'] as const).filter(name => same[name].high > QUIET || same[name].low < 1 / QUIET)
}
