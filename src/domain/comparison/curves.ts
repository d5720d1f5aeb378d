import type { Curves } from '../evidence/evaluation.ts'
import { sampleQuantile } from '../stats/sample-quantile.ts'
import { CALIBRATION_BINS, calibrationBins, sumBins } from './calibration.ts'
import type { BinaryPredictions, Predictions, RegressionPredictions } from './predictions.ts'
import { rankingOf } from './ranking.ts'
import { errorsOf } from './regression-metrics.ts'

/** Points of a curve after thinning. */
const MOST_POINTS = 201

type Point = [number, number]

/**
 * What pictures are drawn from, to six digits: ROC, precision against recall and calibration of a binary classifier,
 * quantiles of a regression's errors. Undefined where the rows or the model do not give any.
 */
export function curvesOf(predictions: Predictions): Curves | undefined {
  if (predictions.task === 'regression') return { residuals: residualQuantiles(predictions) }
  if (predictions.task === 'multiclass-classification' || !predictions.hasProbabilities) return undefined
  const ranked = rankCurves(predictions)
  return { ...ranked, calibration: calibration(predictions) }
}

function rankCurves({ positive, probability }: BinaryPredictions): Pick<Curves, 'roc' | 'precision-recall'> {
  const { sortedPositive, ends } = rankingOf(positive, probability)
  let positives = 0
  for (const value of positive) positives += value
  const negatives = positive.length - positives
  if (positives === 0 || negatives === 0) return {}
  const roc: Point[] = [[0, 0]]
  const precisionRecall: Point[] = []
  let [found, wrong] = [0, 0]
  for (let at = sortedPositive.length - 1; at >= 0; at -= 1) {
    if (sortedPositive[at] === 1) found += 1
    else wrong += 1
    if (at > 0 && ends[at - 1] === 0) continue
    roc.push([wrong / negatives, found / positives])
    precisionRecall.push([found / positives, found / (found + wrong)])
  }
  return { roc: thinned(roc), 'precision-recall': thinned(precisionRecall) }
}

/** Points at even steps along the list, the first and the last among them. */
function thinned(points: readonly Point[]): Point[] {
  const most = Math.min(MOST_POINTS, points.length)
  return Array.from({ length: most }, (_, index) => {
    const at = most === 1 ? 0 : Math.round((index * (points.length - 1)) / (most - 1))
    const [x, y] = points[at] as Point
    return [rounded(x), rounded(y)]
  })
}

function calibration({ positive, probability }: BinaryPredictions): NonNullable<Curves['calibration']> {
  const sums = sumBins(calibrationBins(probability), positive, probability)
  return Array.from({ length: CALIBRATION_BINS }, (_, bin) => {
    const rows = sums.rows[bin] as number
    return {
      rows,
      predicted: rounded((sums.predicted[bin] as number) / rows),
      observed: rounded((sums.positives[bin] as number) / rows),
    }
  }).filter(({ rows }) => rows > 0)
}

function residualQuantiles({ actual, predicted }: RegressionPredictions): Point[] {
  const errors = errorsOf(actual, predicted).filter(Number.isFinite).sort()
  if (errors.length === 0) return []
  const count = Math.min(MOST_POINTS, errors.length)
  return Array.from({ length: count }, (_, index): Point => {
    const share = count === 1 ? 0.5 : index / (count - 1)
    return [rounded(share), rounded(sampleQuantile(errors, share))]
  })
}

function rounded(value: number): number {
  return Number(value.toPrecision(6))
}
