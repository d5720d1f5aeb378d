import { ModelyardError } from '../errors/index.ts'
import { LATENCY_QUANTILES, type LatencyQuantile } from '../evidence/latency.ts'
import { ascendingOrder } from '../stats/order.ts'
import { randomStream } from '../stats/random.ts'

const SHARES: Readonly<Record<LatencyQuantile, number>> = { p50: 0.5, p95: 0.95, p99: 0.99 }
const SHARE_LIST = LATENCY_QUANTILES.map(name => SHARES[name])

/** Two quantiles and their ratio, second by first, with a 95 % interval. */
export interface QuantileRatio {
  readonly first: number
  readonly second: number
  readonly ratio: { readonly value: number; readonly low: number; readonly high: number }
}

/**
 * Ratios of the quantiles of two series of times that were taken in pairs, second by first, with 95 % percentile
 * intervals: whole blocks of consecutive pairs are drawn with replacement, both series together. What disturbs a
 * machine lasts longer than one request, so single pairs are no independent draws; blocks nearly are.
 *
 * A quantile is the smallest time that at least its share of the times does not exceed. The interval of p99 is rough
 * below some thousand pairs.
 *
 * @param first - [n] times > 0, in the order in which they were taken.
 * @param second - [n] times of the same pairs.
 * @param blocks - How many blocks to cut the pairs into, 1 ≤ blocks ≤ n; the last may be longer than the others.
 * @param resamples - How often to draw, e.g. 2,000.
 * @param seed - The same seed gives the same interval.
 * @throws {ModelyardError} `shape-mismatch` where the series differ in length; `empty-sample` with fewer pairs than
 *   blocks.
 * @see Künsch 1989, doi:10.1214/aos/1176347265; Carlstein 1986, doi:10.1214/aos/1176350057
 */
export function quantileRatiosOverBlocks(
  first: Float64Array,
  second: Float64Array,
  { blocks, resamples, seed }: { readonly blocks: number; readonly resamples: number; readonly seed: number },
): Record<LatencyQuantile, QuantileRatio> {
  refuseUnfit(first, second, blocks)
  const series = [inOrder(first, blocks), inOrder(second, blocks)] as const
  const counts = new Uint32Array(blocks).fill(1)
  const observed = series.map(one => weightedQuantiles(one, counts))
  const random = randomStream(seed)
  const drawn = SHARE_LIST.map(() => new Float64Array(resamples))
  for (let resample = 0; resample < resamples; resample += 1) {
    counts.fill(0)
    for (let draw = 0; draw < blocks; draw += 1) {
      const block = random.below(blocks)
      counts[block] = (counts[block] as number) + 1
    }
    const [under, over] = series.map(one => weightedQuantiles(one, counts)) as [number[], number[]]
    for (const [at, ratios] of drawn.entries())
      ratios[resample] = (over[at] as number) / (under[at] as number)
  }
  const ratios = LATENCY_QUANTILES.map((name, at) => {
    const [under, over] = observed.map(quantiles => quantiles[at]) as [number, number]
    const sorted = (drawn[at] as Float64Array).sort()
    const bound = (share: number) => sorted[Math.round(share * (resamples - 1))] as number
    const ratio = { value: over / under, low: bound(0.025), high: bound(0.975) }
    return [name, { first: under, second: over, ratio }] as const
  })
  return Object.fromEntries(ratios) as Record<LatencyQuantile, QuantileRatio>
}

/** Times ascending, and the block that each belongs to. */
interface OrderedTimes {
  readonly times: Float64Array
  readonly blockOf: Uint32Array
  /** Pairs in each block. */
  readonly sizes: Uint32Array
}

function inOrder(series: Float64Array, blocks: number): OrderedTimes {
  const order = ascendingOrder(series)
  const length = Math.floor(series.length / blocks)
  const sizes = new Uint32Array(blocks).fill(length)
  sizes[blocks - 1] = series.length - length * (blocks - 1)
  return {
    times: Float64Array.from(order, at => series[at] as number),
    blockOf: order.map(at => Math.min(blocks - 1, Math.floor(at / length))),
    sizes,
  }
}

/** The quantiles of the times when block b counts `counts[b]` times: one walk over the times in their order. */
function weightedQuantiles({ times, blockOf, sizes }: OrderedTimes, counts: Uint32Array): number[] {
  let total = 0
  for (let block = 0; block < sizes.length; block += 1)
    total += (sizes[block] as number) * (counts[block] as number)
  const found: number[] = []
  let passed = 0
  for (let at = 0; at < times.length && found.length < SHARE_LIST.length; at += 1) {
    passed += counts[blockOf[at] as number] as number
    while (found.length < SHARE_LIST.length && passed >= (SHARE_LIST[found.length] as number) * total)
      found.push(times[at] as number)
  }
  return found
}

function refuseUnfit(first: Float64Array, second: Float64Array, blocks: number): void {
  if (first.length !== second.length) {
    throw new ModelyardError({
      code: 'shape-mismatch',
      message: `there are ${first.length} times of one and ${second.length} of the other`,
      next: 'time both in every pair',
    })
  }
  if (blocks < 1 || first.length < blocks) {
    throw new ModelyardError({
      code: 'empty-sample',
      message: `${first.length} pairs cannot be cut into ${blocks} blocks`,
      next: 'time more pairs, or cut fewer blocks',
    })
  }
}
