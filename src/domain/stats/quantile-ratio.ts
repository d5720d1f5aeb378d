import { ModelyardError } from '../errors/index.ts'
import { ascendingOrder } from './order.ts'
import { pairedBootstrap } from './paired-bootstrap.ts'
import type { Clusters } from './resample.ts'

/** Times of champion and challenger, measured in turn: pair i of both stood next to each other. */
export interface PairedTimes {
  /** [pairs] > 0, any unit, in the order in which they were measured. */
  readonly champion: Float64Array
  /** [pairs] */
  readonly challenger: Float64Array
}

export interface RatioInterval {
  /** Challenger by champion. */
  readonly value: number
  readonly low: number
  readonly high: number
}

/**
 * The ratio of a quantile of two models' times, challenger by champion, with a 95 % percentile interval over blocks:
 * consecutive pairs are cut into blocks, blocks are drawn with replacement with all their pairs. Neighbours share what
 * else the machine did, so that single pairs would look more certain than they are.
 *
 * Needs blocks that are longer than a disturbance lasts and at least 20 of them; for the 99th percentile a thousand
 * pairs still say little.
 *
 * @param share - Which quantile, in (0, 1): 0.5 for the median.
 * @param blocks - How many blocks; as equal as the pairs allow.
 * @param seed - The same seed gives the same interval.
 * @returns Undefined where the champion's quantile is 0, which a clock that is too coarse gives.
 * @throws {ModelyardError} `shape-mismatch` when the lengths differ; `empty-sample` with fewer pairs than blocks, or
 *   fewer than two blocks.
 * @see Künsch 1989 (blocks), doi:10.1214/aos/1176347265; Carlstein 1986 (that do not overlap), doi:10.1214/aos/1176350057
 */
export function quantileRatio(
  { champion, challenger }: PairedTimes,
  share: number,
  { blocks, resamples, seed }: { readonly blocks: number; readonly resamples: number; readonly seed: number },
): RatioInterval | undefined {
  requirePairs(champion.length, challenger.length, blocks)
  const pairs = champion.length
  const [below, above] = [weightedQuantile(champion, share), weightedQuantile(challenger, share)]
  const ratio = (counts: Uint32Array) => {
    const time = below(counts)
    return time > 0 ? above(counts) / time : Number.NaN
  }
  const bounds = pairedBootstrap(pairs, resamples, seed, ratio, blocksOf(pairs, blocks))
  const value = ratio(new Uint32Array(pairs).fill(1))
  return bounds === undefined || Number.isNaN(value) ? undefined : { value, ...bounds }
}

/** Consecutive rows in so many blocks, of two sizes that differ by one at most. */
function blocksOf(rows: number, count: number): Clusters {
  return { codes: Uint32Array.from({ length: rows }, (_, row) => Math.floor((row * count) / rows)), count }
}

/** From how often each value counts to the quantile, interpolated linearly between neighbours. */
function weightedQuantile(values: Float64Array, share: number): (counts: Uint32Array) => number {
  const order = ascendingOrder(values)
  return counts => {
    let total = 0
    for (let row = 0; row < counts.length; row += 1) total += counts[row] as number
    const position = share * (total - 1)
    const [lower, weight] = [Math.floor(position), position % 1]
    let seen = 0
    let low = Number.NaN
    for (const row of order) {
      seen += counts[row] as number
      if (seen <= lower) continue
      const value = values[row] as number
      if (Number.isNaN(low)) low = value
      if (weight === 0 || seen > lower + 1) return low + weight * (value - low)
    }
    return low
  }
}

function requirePairs(first: number, second: number, blocks: number): void {
  if (first !== second) {
    throw new ModelyardError({
      code: 'shape-mismatch',
      message: `${first} times of the champion and ${second} of the challenger`,
      next: 'measure both in each pair',
    })
  }
  if (blocks < 2 || first < blocks) {
    throw new ModelyardError({
      code: 'empty-sample',
      message: `${first} pairs do not make ${blocks} blocks with a spread between them`,
      next: 'measure more pairs, in at least two blocks',
    })
  }
}
