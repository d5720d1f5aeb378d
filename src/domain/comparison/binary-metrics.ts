import { calibrationBins, calibrationError, sumBins } from './calibration.ts'
import { calledPositive, countDecisions, DECISION_METRICS, meanCost } from './decisions.ts'
import type { MetricName } from './metric-catalogue.ts'
import type { SettingsInEffect } from './metric-settings.ts'
import type { BinaryPredictions } from './predictions.ts'
import { rankFigures, rankingOf } from './ranking.ts'
import { type MetricFamily, single, weightedMean } from './weighted-metric.ts'

/** Probabilities are kept this far from 0 and 1 in logarithms: the spacing of doubles at 1, as scikit-learn has it. */
const CLIP = Number.EPSILON

const RANKS = ['roc-auc', 'average-precision', 'ks-separation', 'lift'] as const
const DECISIONS = Object.keys(DECISION_METRICS) as (keyof typeof DECISION_METRICS)[]

/** The families that hold the wanted metrics of binary predictions. */
export function binaryFamilies(
  predictions: BinaryPredictions,
  settings: SettingsInEffect,
  wanted: ReadonlySet<MetricName>,
): MetricFamily[] {
  const { positive, probability } = predictions
  const families: MetricFamily[] = []
  if (RANKS.some(name => wanted.has(name))) {
    const ranking = rankingOf(positive, probability)
    families.push({
      names: RANKS,
      values: counts => {
        const { area, precision, separation, lift } = rankFigures(ranking, settings.liftAt, counts)
        return [area, precision, separation, lift]
      },
    })
  }
  if (DECISIONS.some(name => wanted.has(name)) || wanted.has('cost'))
    families.push(decisionFamily(predictions, settings))
  if (wanted.has('log-loss'))
    families.push(single('log-loss', weightedMean(logLosses(positive, probability))))
  if (wanted.has('brier'))
    families.push(single('brier', weightedMean(squaredDistances(positive, probability))))
  if (wanted.has('calibration-error')) {
    const bins = calibrationBins(probability)
    families.push(
      single('calibration-error', counts => calibrationError(sumBins(bins, positive, probability, counts))),
    )
  }
  return families
}

function decisionFamily(
  { positive, probability }: BinaryPredictions,
  { threshold, cost }: SettingsInEffect,
): MetricFamily {
  const called = calledPositive(probability, threshold)
  return {
    names: [...DECISIONS, 'cost'],
    values: counts => {
      const decisions = countDecisions(positive, called, counts)
      return [
        ...DECISIONS.map(name => DECISION_METRICS[name](decisions)),
        cost === undefined ? Number.NaN : meanCost(decisions, cost),
      ]
    },
  }
}

/** [n] −ln of the probability that the model gave to what the row is. */
export function logLosses(positive: Uint8Array, probability: Float64Array): Float64Array {
  return probability.map((value, row) => {
    const clipped = Math.min(1 - CLIP, Math.max(CLIP, value))
    return -Math.log(positive[row] === 1 ? clipped : 1 - clipped)
  })
}

/** [n] */
export function squaredDistances(positive: Uint8Array, probability: Float64Array): Float64Array {
  return probability.map((value, row) => (value - (positive[row] as number)) ** 2)
}
