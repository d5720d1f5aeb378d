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
    const called = Uint8Array.from(probability, value => (value >= THRESHOLD ? 1 : 0))
    return counts => fromConfusion(confusion(positive, called, counts))
  }
  switch (name) {
    case 'roc-auc':
      return rankMetric(predictions, 'area')
    case 'average-precision':
      return rankMetric(predictions, 'precision')
    case 'log-loss':
      return weightedMean(
        Float64Array.from(probability, (value, row) => {
          const clipped = Math.min(1 - CLIP, Math.max(CLIP, value))
          return -(positive[row] === 1 ? Math.log(clipped) : Math.log(1 - clipped))
        }),
      )
    case 'brier':
      return weightedMean(
        Float64Array.from(probability, (value, row) => (value - (positive[row] as number)) ** 2),
      )
    default:
      return () => Number.NaN
  }
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

/** Metrics of the order of rows. Sorted once; a resample only walks along the order with its counts. */
function rankMetric(
  { positive, probability }: BinaryPredictions,
  what: 'area' | 'precision',
): WeightedMetric {
  const order = ascendingOrder(probability)
  const sortedPositive = Uint8Array.from(order, row => positive[row] as number)
  // 1 where the next row has another score: a group of ties ends.
  const ends = Uint8Array.from(order, (row, at) =>
    at + 1 === order.length || probability[order[at + 1] as number] !== probability[row] ? 1 : 0,
  )
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
