import { pairsWonAlong } from '../stats/roc.ts'
import { type Ranking, rankingOf } from './ranking.ts'

/**
 * How much each row moves the area under the ROC curve where it is left out: DeLong's placements, weighed by how rare
 * their class is.
 *
 * @returns [n]
 */
export function areaInfluence(positive: Uint8Array, scores: Float64Array): Float64Array {
  const ranking = rankingOf(positive, scores)
  const rows = scores.length
  const positives = positivesOf(ranking)
  // In the form that carries each row's class along, which the walk would otherwise have to look up.
  const order = ranking.order.map((row, at) => 2 * row + (ranking.sortedPositive[at] as number))
  const won = pairsWonAlong({ order, ends: ranking.ends }, positives)
  let wonByPositives = 0
  for (let row = 0; row < rows; row += 1) {
    if (positive[row] === 1) wonByPositives += won[row] as number
  }
  const negatives = rows - positives
  const area = wonByPositives / (2 * positives * negatives)
  const influence = new Float64Array(rows)
  for (let row = 0; row < rows; row += 1) {
    const [own, other] = positive[row] === 1 ? [positives, negatives] : [negatives, positives]
    influence[row] = ((won[row] as number) / (2 * other) - area) * weightOf(rows, own)
  }
  return influence
}

/**
 * How much each row moves the average precision, to the first order: as one more positive by the precision at its score,
 * and by what it changes in the precision at every positive that scores no higher. Weighed as {@link areaInfluence}.
 *
 * Left out exactly, rows move it more, by which gates let fewer through than they say, and far fewer of those that they
 * should: docs/explanation/statistics.md.
 *
 * @returns [n]
 */
export function precisionInfluence(positive: Uint8Array, scores: Float64Array): Float64Array {
  const ranking = rankingOf(positive, scores)
  const { order, sortedPositive, ends } = ranking
  const rows = order.length
  const positives = positivesOf(ranking)
  const influence = new Float64Array(rows)
  let [found, sum, gained, lost] = [positives, 0, 0, 0]
  // From the lowest score up: a threshold here calls positive what comes from here on.
  for (let from = 0; from < rows; ) {
    let [to, tied] = [from, 0]
    for (let isOpen = true; isOpen; to += 1) {
      tied += sortedPositive[to] as number
      isOpen = ends[to] === 0
    }
    const called = rows - from
    const precision = found / called
    sum += tied * precision
    gained += tied / called
    lost += (tied * precision) / called
    // In this order nothing is left of rows that are separated without error.
    const ofPositive = precision + (gained - lost)
    for (let at = from; at < to; at += 1)
      influence[order[at] as number] = sortedPositive[at] === 1 ? ofPositive : 0 - lost
    found -= tied
    from = to
  }
  const [average, weight] = [sum / positives, weightOf(rows, positives)]
  for (let row = 0; row < rows; row += 1)
    influence[row] = ((influence[row] as number) - (positive[row] as number) * average) * weight
  return influence
}

/** What moves the mean of a class moves a metric by as much more as the class is rare; without the row that is left out. */
function weightOf(rows: number, own: number): number {
  return (rows - 1) / Math.max(1, own - 1)
}

function positivesOf({ sortedPositive }: Ranking): number {
  let positives = 0
  for (const value of sortedPositive) positives += value
  return positives
}
