import { calibrationBins, calibrationError, sumBins } from './calibration.ts'
import { countDecisions, DECISION_METRICS, decisionsAt, meanCost } from './decisions.ts'
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
  const { called, decisions: once } = decisionsAt(positive, probability, threshold)
  return {
    names: [...DECISIONS, 'cost'],
    values: counts => {
      const decisions = counts === undefined ? once : countDecisions(positive, called, counts)
      return [
        ...DECISIONS.map(name => DECISION_METRICS[name](decisions)),
        cost === undefined ? Number.NaN : meanCost(decisions, cost),
      ]
    },
  }
}

/** [n] −ln of the probability that the model gave to what the row is. */
export const logLosses = rowByRow((positive, value) => {
  const clipped = Math.min(1 - CLIP, Math.max(CLIP, value))
  return -Math.log(positive === 1 ? clipped : 1 - clipped)
})

/** [n] */
export const squaredDistances = rowByRow((positive, value) => (value - positive) ** 2)

/** A metric and its interval ask for the same losses, which are computed once. They are nobody's to change. */
function rowByRow(loss: (positive: number, probability: number) => number) {
  const known = new WeakMap<Float64Array, { readonly positive: Uint8Array; readonly losses: Float64Array }>()
  return (positive: Uint8Array, probability: Float64Array): Float64Array => {
    const before = known.get(probability)
    if (before?.positive === positive) return before.losses
    const losses = new Float64Array(probability.length)
    for (let row = 0; row < losses.length; row += 1)
      losses[row] = loss(positive[row] as number, probability[row] as number)
    known.set(probability, { positive, losses })
    return losses
  }
}
