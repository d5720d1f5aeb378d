import { ascendingRanking } from './order.ts'
import { countPositives } from './roc.ts'

/** Rows of both classes with the same score: from and to (without it) in the order of the walk. */
interface MixedTie {
  readonly from: number
  readonly to: number
}

/**
 * Prepares the area under the ROC curve for many resamples of the same rows: sorted once, then one walk without
 * branches along the order for each. In a group of ties positives are walked first, as if they had won; half of that
 * is taken back where a group holds both classes.
 *
 * @param positive - [n] 1 or 0.
 * @param scores - [n] no NaN.
 * @returns From how often each row counts, [n], to the area of these rows; NaN where they hold one class only.
 * @throws {ModelyardError} `shape-mismatch` when the lengths differ; `empty-sample` when a class has no row.
 */
export function resampledAuc(positive: Uint8Array, scores: Float64Array): (counts: Uint32Array) => number {
  countPositives(positive, scores)
  const { order, masks, mixed } = walkOf(positive, scores)
  return counts => {
    let [total, positives, area] = [0, 0, 0]
    for (let at = 0; at < order.length; at += 1) {
      const count = counts[order[at] as number] as number
      const ofPositive = count & (masks[at] as number)
      positives += ofPositive
      total += count
      area += (count - ofPositive) * positives
    }
    for (const tie of mixed) area -= tiedPairs(tie, counts, order, masks) / 2
    const negatives = total - positives
    return positives === 0 || negatives === 0 ? Number.NaN : area / (positives * negatives)
  }
}

/** How many pairs of a positive and a negative a group of ties holds. */
function tiedPairs(
  { from, to }: MixedTie,
  counts: Uint32Array,
  order: Uint32Array,
  masks: Int32Array,
): number {
  let [total, positives] = [0, 0]
  for (let at = from; at < to; at += 1) {
    const count = counts[order[at] as number] as number
    total += count
    positives += count & (masks[at] as number)
  }
  return positives * (total - positives)
}

/** Rows from the highest score down, in a group of ties positives first; −1 marks a positive, 0 a negative. */
function walkOf(positive: Uint8Array, scores: Float64Array) {
  const ranking = ascendingRanking(scores)
  const rows = positive.length
  const order = new Uint32Array(rows)
  const masks = new Int32Array(rows)
  const mixed: MixedTie[] = []
  for (let to = rows, at = 0; to > 0; ) {
    let from = to - 1
    while (from > 0 && ranking.ends[from - 1] === 0) from -= 1
    const start = at
    for (const label of [1, 0]) {
      for (let place = from; place < to; place += 1) {
        const row = ranking.order[place] as number
        if (positive[row] !== label) continue
        order[at] = row
        masks[at] = -label
        at += 1
      }
    }
    if (masks[start] !== masks[at - 1]) mixed.push({ from: start, to: at })
    to = from
  }
  return { order, masks, mixed }
}
