import { logLosses, squaredDistances } from './binary-metrics.ts'
import { classInfluence, isClassMetric, meanAreaInfluence } from './class-influence.ts'
import { decisionInfluence } from './decision-influence.ts'
import { decisionsAt } from './decisions.ts'
import type { MetricName } from './metric-catalogue.ts'
import type { SettingsInEffect } from './metric-settings.ts'
import { classLogLosses } from './multiclass-metrics.ts'
import type { BinaryPredictions, Predictions } from './predictions.ts'
import { areaInfluence, precisionInfluence } from './ranking-influence.ts'
import { errorsOf, pinballLosses, relativeErrors } from './regression-metrics.ts'

/**
 * How much each row moves a metric: the metric is its value plus the mean of these over rows drawn alike, to the first
 * order. So var(metric) ≈ var(influence) / n, and of a paired difference the variance of the differences; rows that
 * belong together are summed first. What classes of few rows carry is counted as leaving a row out moves it, which is a
 * little more.
 *
 * @returns [n] with mean 0; undefined for metrics that have no such form here.
 * @see Hampel 1974, doi:10.1080/01621459.1974.10482962
 */
export function influenceOf(
  name: MetricName,
  predictions: Predictions,
  settings: SettingsInEffect,
): Float64Array | undefined {
  switch (predictions.task) {
    case 'binary-classification':
      return ofBinary(name, predictions, settings)
    case 'multiclass-classification': {
      if (name === 'log-loss') return centred(classLogLosses(predictions))
      if (name === 'roc-auc-ovr') return centred(meanAreaInfluence(predictions))
      return isClassMetric(name) ? centred(classInfluence(name, predictions)) : undefined
    }
    case 'regression':
      return ofRegression(name, predictions.actual, predictions.predicted, settings.quantile)
  }
}

function ofBinary(
  name: MetricName,
  predictions: BinaryPredictions,
  settings: SettingsInEffect,
): Float64Array | undefined {
  const { positive, probability } = predictions
  const { threshold, cost } = settings
  if (name === 'log-loss') return centred(logLosses(positive, probability))
  if (name === 'brier') return centred(squaredDistances(positive, probability))
  if (name === 'roc-auc') return areaInfluence(positive, probability)
  if (name === 'average-precision') return centred(precisionInfluence(positive, probability))
  const { called, decisions } = decisionsAt(positive, probability, threshold)
  const ofCalls = decisionInfluence(name, decisions, cost)
  if (ofCalls === undefined) return undefined
  const influence = new Float64Array(positive.length)
  for (let row = 0; row < influence.length; row += 1)
    influence[row] = ofCalls[2 * (positive[row] as number) + (called[row] as number)] as number
  return influence
}

function ofRegression(
  name: MetricName,
  actual: Float64Array,
  predicted: Float64Array,
  quantile: number,
): Float64Array | undefined {
  const errors = errorsOf(actual, predicted)
  switch (name) {
    case 'mae':
      return centred(errors.map(Math.abs))
    case 'mean-error':
      return centred(errors)
    case 'mape':
      return centred(relativeErrors(errors.map(Math.abs), actual))
    case 'pinball-loss':
      return centred(pinballLosses(errors, quantile))
    case 'rmse': {
      const squares = errors.map(error => error * error)
      const root = Math.sqrt(meanOf(squares))
      return root === 0 ? squares : centred(squares).map(value => value / (2 * root))
    }
    case 'r2': {
      const spread = centred(actual).map(value => value * value)
      const squares = errors.map(error => error * error)
      const total = meanOf(spread)
      if (total === 0) return undefined
      const ratio = meanOf(squares) / total
      return squares.map((value, row) => (ratio * (spread[row] as number) - value) / total)
    }
    default:
      return undefined
  }
}

function centred(values: Float64Array): Float64Array {
  const mean = meanOf(values)
  return values.map(value => value - mean)
}

function meanOf(values: Float64Array): number {
  let sum = 0
  for (const value of values) sum += value
  return sum / values.length
}
