import { ascendingOrder } from '../stats/order.ts'
import type { MetricName } from './metric-catalogue.ts'
import type { BinaryPredictions } from './predictions.ts'
import { type WeightedMetric, weightedMean } from './weighted-metric.ts'

/** A row is called positive at this probability and above. */
export const THRESHOLD = 0.5

/** Probabilities are kept this far from 0 and 1 in logarithms: the spacing of doubles at 1, as scikit-learn has it. */
const CLIP = Number.EPSILON

/** Prepares a metric on binary predictions. Ratios with nothing below the line are 0, as scikit-learn has them. */
export function prepareBinary(name: MetricName, predictions: BinaryPredictions): WeightedMetric {
  const { positive, probability } = predictions
  const fromConfusion = CONFUSION_METRICS[name]
  if (fromConfusion !== undefined) {
    const called = calledPositive(probability)
    return counts => fromConfusion(confusion(positive, called, counts))
  }
  switch (name) {
    case 'roc-auc':
      return rankMetric(predictions, 'area')
    case 'average-precision':
      return rankMetric(predictions, 'precision')
    case 'log-loss':
      return weightedMean(
        probability.map((value, row) => {
          const clipped = Math.min(1 - CLIP, Math.max(CLIP, value))
          return -(positive[row] === 1 ? Math.log(clipped) : Math.log(1 - clipped))
        }),
      )
    case 'brier':
      return weightedMean(probability.map((value, row) => (value - (positive[row] as number)) ** 2))
    default:
      return () => Number.NaN
  }
}

/** [n] 1 where a row is called positive. A loop: `from` with a function takes twenty times as long. */
function calledPositive(probability: Float64Array): Uint8Array {
  const called = new Uint8Array(probability.length)
  for (let row = 0; row < called.length; row += 1)
    called[row] = (probability[row] as number) >= THRESHOLD ? 1 : 0
  return called
}

interface Confusion {
  readonly truePositive: number
  readonly falsePositive: number
  readonly trueNegative: number
  readonly falseNegative: number
}

function confusion(positive: Uint8Array, called: Uint8Array, counts: Uint32Array | undefined): Confusion {
  // Indexed by 2 × actual + called.
  const cells = [0, 0, 0, 0]
  for (let row = 0; row < positive.length; row += 1) {
    const cell = 2 * (positive[row] as number) + (called[row] as number)
    cells[cell] = (cells[cell] as number) + (counts === undefined ? 1 : (counts[row] as number))
  }
  const [trueNegative = 0, falsePositive = 0, falseNegative = 0, truePositive = 0] = cells
  return { truePositive, falsePositive, trueNegative, falseNegative }
}

const ratio = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)

const CONFUSION_METRICS: Partial<Record<MetricName, (cells: Confusion) => number>> = {
  accuracy: ({ truePositive, trueNegative, falsePositive, falseNegative }) =>
    (truePositive + trueNegative) / (truePositive + trueNegative + falsePositive + falseNegative),
  // The mean recall of the classes that the rows hold.
  'balanced-accuracy': ({ truePositive, trueNegative, falsePositive, falseNegative }) => {
    const recalls = [
      [truePositive, truePositive + falseNegative],
      [trueNegative, trueNegative + falsePositive],
    ].filter(([, whole]) => whole !== 0) as [number, number][]
    return recalls.reduce((sum, [part, whole]) => sum + part / whole, 0) / recalls.length
  },
  precision: ({ truePositive, falsePositive }) => ratio(truePositive, truePositive + falsePositive),
  recall: ({ truePositive, falseNegative }) => ratio(truePositive, truePositive + falseNegative),
  f1: ({ truePositive, falsePositive, falseNegative }) =>
    ratio(2 * truePositive, 2 * truePositive + falsePositive + falseNegative),
  matthews: ({ truePositive, trueNegative, falsePositive, falseNegative }) => {
    const scale =
      Math.sqrt(truePositive + falsePositive) *
      Math.sqrt(truePositive + falseNegative) *
      Math.sqrt(trueNegative + falsePositive) *
      Math.sqrt(trueNegative + falseNegative)
    return ratio(truePositive * trueNegative - falsePositive * falseNegative, scale)
  },
}

interface Ranking {
  /** [n] the rows, ascending by score. */
  readonly order: Uint32Array
  /** [n] in that order. */
  readonly sortedPositive: Uint8Array
  /** [n] 1 where the next row has another score: a group of ties ends. */
  readonly ends: Uint8Array
}

const rankings = new WeakMap<Float64Array, Ranking & { readonly positive: Uint8Array }>()

/** Several metrics ask for the order of the same scores, which is sorted once. */
function rankingOf(positive: Uint8Array, scores: Float64Array): Ranking {
  const known = rankings.get(scores)
  if (known?.positive === positive) return known
  const order = ascendingOrder(scores)
  const sortedPositive = new Uint8Array(order.length)
  const ends = new Uint8Array(order.length)
  for (let at = 0; at < order.length; at += 1) {
    const row = order[at] as number
    sortedPositive[at] = positive[row] as number
    const isLast = at + 1 === order.length
    ends[at] = isLast || scores[order[at + 1] as number] !== scores[row] ? 1 : 0
  }
  const ranking = { order, sortedPositive, ends, positive }
  rankings.set(scores, ranking)
  return ranking
}

/** Metrics of the order of rows. Sorted once; a resample only walks along the order with its counts. */
function rankMetric(
  { positive, probability }: BinaryPredictions,
  what: 'area' | 'precision',
): WeightedMetric {
  const { order, sortedPositive, ends } = rankingOf(positive, probability)
  return counts => {
    let [positives, negatives, tiedPositives, tiedNegatives, area, precision] = [0, 0, 0, 0, 0, 0]
    // From the highest score down.
    for (let at = order.length - 1, endsNext = 1; at >= 0; at -= 1) {
      if (endsNext === 1) {
        tiedPositives = 0
        tiedNegatives = 0
      }
      const count = counts === undefined ? 1 : (counts[order[at] as number] as number)
      if (sortedPositive[at] === 1) tiedPositives += count
      else tiedNegatives += count
      endsNext = at === 0 ? 1 : (ends[at - 1] as number)
      if (endsNext === 0) continue
      area += tiedNegatives * (positives + tiedPositives / 2)
      positives += tiedPositives
      negatives += tiedNegatives
      if (tiedPositives > 0) precision += tiedPositives * (positives / (positives + negatives))
    }
    if (positives === 0 || negatives === 0) return Number.NaN
    return what === 'area' ? area / (positives * negatives) : precision / positives
  }
}
