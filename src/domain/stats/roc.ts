import { ModelyardError } from '../errors/index.ts'
import { ascendingOrder, type Ranking, taggedRanking } from './order.ts'

/**
 * On the right side of how many rows of the other class each row stands, twice, so that ties, which count half, stay
 * whole numbers: for a positive, negatives that score lower; for a negative, positives that score higher. Divided by
 * twice the size of the other class they are DeLong's placements, whose means over either class are the area.
 *
 * @param positive - [n] 1 for a positive row, 0 for a negative one; n < 2³¹.
 * @param scores - [n] higher means more likely positive; no NaN.
 * @returns [n] whole numbers from 0 to twice the size of the other class.
 * @throws {ModelyardError} `shape-mismatch` when the lengths differ; `empty-sample` when a class has no row.
 * @see Sun & Xu 2014, doi:10.1109/LSP.2014.2337313
 */
export function pairsWonTwice(positive: Uint8Array, scores: Float64Array): Uint32Array {
  return pairsWonAlong(taggedRanking(scores, positive), countPositives(positive, scores))
}

/**
 * As {@link pairsWonTwice}, of rows that are ranked already.
 *
 * @param ranking - An order of 2 × row + 1 for a positive row, 2 × row for a negative one, as `taggedRanking` gives it.
 * @param positives - How many rows are positive.
 */
export function pairsWonAlong({ order, ends }: Ranking, positives: number): Uint32Array {
  const won = new Uint32Array(order.length)
  let positivesBelow = 0
  let negativesBelow = 0
  for (let from = 0; from < order.length; ) {
    let to = from
    let tiedPositives = 0
    for (let isOpen = true; isOpen; to += 1) {
      tiedPositives += (order[to] as number) & 1
      isOpen = ends[to] === 0
    }
    const tiedNegatives = to - from - tiedPositives
    const byPositive = 2 * negativesBelow + tiedNegatives
    const byNegative = 2 * (positives - positivesBelow) - tiedPositives
    for (let at = from; at < to; at += 1) {
      const tagged = order[at] as number
      // Without a branch: labels in the order of scores are what a processor guesses worst.
      won[tagged >>> 1] = byNegative + (tagged & 1) * (byPositive - byNegative)
    }
    positivesBelow += tiedPositives
    negativesBelow += tiedNegatives
    from = to
  }
  return won
}

/**
 * Area under the ROC curve: the chance that a positive scores higher than a negative, ties counting half.
 *
 * @param positive - [n] 1 or 0.
 * @param scores - [n] no NaN.
 * @returns In [0, 1]; 0.5 is chance.
 * @throws {ModelyardError} As {@link pairsWonTwice}.
 * @see Hanley & McNeil 1982, doi:10.1148/radiology.143.1.7063747
 */
export function rocAuc(positive: Uint8Array, scores: Float64Array): number {
  const won = pairsWonTwice(positive, scores)
  // A whole number, so the order of rows changes nothing.
  let pairs = 0
  let positives = 0
  for (let row = 0; row < won.length; row += 1) {
    if (positive[row] !== 1) continue
    pairs += won[row] as number
    positives += 1
  }
  return pairs / (2 * positives * (won.length - positives))
}

/**
 * Average precision: Σ (Rₖ − Rₖ₋₁) Pₖ over the distinct scores from the highest down. The step sum, not the trapezoid.
 *
 * @param positive - [n] 1 or 0.
 * @param scores - [n] no NaN.
 * @returns In (0, 1]; the share of positives is chance.
 * @throws {ModelyardError} As {@link pairsWonTwice}.
 */
export function averagePrecision(positive: Uint8Array, scores: Float64Array): number {
  const positives = countPositives(positive, scores)
  const order = ascendingOrder(scores)
  let sum = 0
  let found = 0
  for (let from = order.length - 1; from >= 0; ) {
    const score = scores[order[from] as number]
    let to = from
    let tied = 0
    while (to >= 0 && scores[order[to] as number] === score) {
      tied += positive[order[to] as number] as number
      to -= 1
    }
    found += tied
    sum += (tied / positives) * (found / (order.length - 1 - to))
    from = to
  }
  return sum
}

/** The number of positive rows; refuses what has no ROC curve. */
export function countPositives(positive: Uint8Array, scores: Float64Array): number {
  if (positive.length !== scores.length) {
    throw new ModelyardError({
      code: 'shape-mismatch',
      message: `${positive.length} labels and ${scores.length} scores`,
      next: 'give one score for each label',
    })
  }
  let count = 0
  for (const value of positive) count += value
  if (count === 0 || count === positive.length) {
    throw new ModelyardError({
      code: 'empty-sample',
      message: 'the rows hold one class only',
      next: 'evaluate on rows of both classes',
    })
  }
  return count
}
