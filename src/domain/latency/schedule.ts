import type { RandomStream } from '../stats/random.ts'

/** Fewer pairs tell nothing of p95: 200 have ten times above it. */
export const LEAST_PAIRS = 200
/** More pairs narrow no interval that a machine's own unrest has widened, and cost memory. */
const MOST_PAIRS = 20_000
const MOST_BLOCKS = 100
/** A block shorter than this is not longer than what disturbs a machine. */
const LEAST_BLOCK = 10

/** Requests in the order in which they are to be timed. */
export interface Turns {
  /** [n] Positions of models. */
  readonly models: Uint32Array
  /** [n] Positions of requests. */
  readonly requests: Uint32Array
}

/**
 * Pairs of turns: two models answer the same request one after the other, which of them first is drawn for each pair,
 * and so is the request. Neither then always finds the caches as the other left them, nor meets the easier rows.
 *
 * @param pairs - How many.
 * @param models - Positions of the two; the first is the one that ratios are by.
 * @param requests - How many requests there are to draw from, ≥ 1.
 */
export function pairedTurns(
  pairs: number,
  models: readonly [first: number, second: number],
  requests: number,
  random: RandomStream,
): Turns {
  const turns = { models: new Uint32Array(2 * pairs), requests: new Uint32Array(2 * pairs) }
  for (let pair = 0; pair < pairs; pair += 1) {
    const turned = random.below(2)
    const request = random.below(requests)
    for (const place of [0, 1]) {
      turns.models[2 * pair + place] = models[place === turned ? 0 : 1]
      turns.requests[2 * pair + place] = request
    }
  }
  return turns
}

/** The turns from pair `from` to before pair `to`. */
export function turnsBetween({ models, requests }: Turns, from: number, to: number): Turns {
  return { models: models.subarray(2 * from, 2 * to), requests: requests.subarray(2 * from, 2 * to) }
}

/**
 * The times of paired turns by model, pair by pair.
 *
 * @param times - [2 · pairs] as the turns were taken.
 * @param first - The model whose times come first; all others are the second's.
 * @returns Two series of [pairs].
 */
export function timesByPair(
  { models }: Turns,
  times: Float64Array,
  first: number,
): readonly [Float64Array, Float64Array] {
  const series = [new Float64Array(times.length / 2), new Float64Array(times.length / 2)] as const
  for (let turn = 0; turn < times.length; turn += 1)
    series[models[turn] === first ? 0 : 1][turn >> 1] = times[turn] as number
  return series
}

/**
 * How many pairs fit a budget, and the blocks to cut them into: blocks of one length, at least ten pairs each.
 *
 * @param budgetMs - Time to spend on both series of pairs together.
 * @param msOfBoth - What one pair of each series takes, > 0.
 */
export function planPairs(
  budgetMs: number,
  msOfBoth: number,
): { readonly pairs: number; readonly blocks: number } {
  const fitting = Math.min(MOST_PAIRS, Math.max(LEAST_PAIRS, Math.floor(budgetMs / msOfBoth)))
  const blocks = Math.min(MOST_BLOCKS, Math.floor(fitting / LEAST_BLOCK))
  return { pairs: fitting - (fitting % blocks), blocks }
}
