import { ModelyardError } from '../errors/index.ts'
import { ascendingOrder } from './order.ts'

/**
 * Each row's share of the area under the ROC curve: for a positive, the share of negatives that score lower; for a
 * negative, the share of positives that score higher; ties count half. Their means over the positives, and over the
 * negatives, are both the area.
 *
 * @param positive - [n] 1 for a positive row, 0 for a negative one.
 * @param scores - [n] higher means more likely positive; no NaN.
 * @returns [n] shares in [0, 1].
 * @throws {ModelyardError} `shape-mismatch` when the lengths differ; `empty-sample` when a class has no row.
 * @see Sun & Xu 2014, doi:10.1109/LSP.2014.2337313
 */
export function placements(positive: Uint8Array, scores: Float64Array): Float64Array {
  const positives = countPositives(positive, scores)
  const negatives = positive.length - positives
  const order = ascendingOrder(scores)
  const shares = new Float64Array(positive.length)
  let positivesBelow = 0
  let negativesBelow = 0
  for (let from = 0; from < order.length; ) {
    const score = scores[order[from] as number]
    let to = from
    let tiedPositives = 0
    while (to < order.length && scores[order[to] as number] === score) {
      tiedPositives += positive[order[to] as number] as number
      to += 1
    }
    const tiedNegatives = to - from - tiedPositives
    const ofPositive = (negativesBelow + tiedNegatives / 2) / negatives
    const ofNegative = (positives - positivesBelow - tiedPositives / 2) / positives
    for (let at = from; at < to; at += 1) {
      const row = order[at] as number
      shares[row] = positive[row] === 1 ? ofPositive : ofNegative
    }
    positivesBelow += tiedPositives
    negativesBelow += tiedNegatives
    from = to
  }
  return shares
}

/**
 * Area under the ROC curve: the chance that a positive scores higher than a negative, ties counting half.
 *
 * @param positive - [n] 1 or 0.
 * @param scores - [n] no NaN.
 * @returns In [0, 1]; 0.5 is chance.
 * @throws {ModelyardError} As {@link placements}.
 * @see Hanley & McNeil 1982, doi:10.1148/radiology.143.1.7063747
 */
export function rocAuc(positive: Uint8Array, scores: Float64Array): number {
  const positives = countPositives(positive, scores)
  const negatives = positive.length - positives
  const order = ascendingOrder(scores)
  // Twice the number of pairs in which the positive is above: a whole number, so the order of rows changes nothing.
  let pairs = 0
  let negativesBelow = 0
  for (let from = 0; from < order.length; ) {
    const score = scores[order[from] as number]
    let to = from
    let tiedPositives = 0
    while (to < order.length && scores[order[to] as number] === score) {
      tiedPositives += positive[order[to] as number] as number
      to += 1
    }
    const tiedNegatives = to - from - tiedPositives
    pairs += tiedPositives * (2 * negativesBelow + tiedNegatives)
    negativesBelow += tiedNegatives
    from = to
  }
  return pairs / (2 * positives * negatives)
}

/**
 * Average precision: Σ (Rₖ − Rₖ₋₁) Pₖ over the distinct scores from the highest down. The step sum, not the trapezoid.
 *
 * @param positive - [n] 1 or 0.
 * @param scores - [n] no NaN.
 * @returns In (0, 1]; the share of positives is chance.
 * @throws {ModelyardError} As {@link placements}.
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
function countPositives(positive: Uint8Array, scores: Float64Array): number {
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
