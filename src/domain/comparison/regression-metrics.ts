import { ascendingOrder } from '../stats/order.ts'
import type { MetricName } from './metric-catalogue.ts'
import type { SettingsInEffect } from './metric-settings.ts'
import type { RegressionPredictions } from './predictions.ts'
import { type MetricFamily, single, type WeightedMetric, weightedMean } from './weighted-metric.ts'

/** The families that hold the wanted metrics of a regression. Errors are predicted − actual. */
export function regressionFamilies(
  { actual, predicted }: RegressionPredictions,
  { quantile }: SettingsInEffect,
  wanted: ReadonlySet<MetricName>,
): MetricFamily[] {
  const errors = errorsOf(actual, predicted)
  const absolute = errors.map(Math.abs)
  const metrics: readonly (readonly [MetricName, () => WeightedMetric])[] = [
    ['rmse', () => rootMeanSquare(errors)],
    ['mae', () => weightedMean(absolute)],
    ['median-absolute-error', () => weightedMedian(absolute)],
    ['mape', () => weightedMean(relativeErrors(absolute, actual))],
    ['pinball-loss', () => weightedMean(pinballLosses(errors, quantile))],
    ['r2', () => coefficientOfDetermination(actual, errors)],
    ['mean-error', () => weightedMean(errors)],
  ]
  return metrics.flatMap(([name, prepare]) => (wanted.has(name) ? [single(name, prepare())] : []))
}

/** [n] predicted − actual. */
export function errorsOf(actual: Float64Array, predicted: Float64Array): Float64Array {
  return predicted.map((value, row) => value - (actual[row] as number))
}

/** [n] of the actual value; where that is 0, of the spacing of doubles at 1, as scikit-learn has it. */
export function relativeErrors(absolute: Float64Array, actual: Float64Array): Float64Array {
  return absolute.map((error, row) => error / Math.max(Number.EPSILON, Math.abs(actual[row] as number)))
}

/**
 * [n] what a row adds to the pinball loss: `quantile` of an error below, 1 − `quantile` of one above. At 0.5 half the
 * absolute error.
 *
 * @param errors - [n] predicted − actual.
 * @see Koenker & Bassett 1978, doi:10.2307/1913643
 */
export function pinballLosses(errors: Float64Array, quantile: number): Float64Array {
  return errors.map(error => (error < 0 ? -quantile * error : (1 - quantile) * error))
}

function rootMeanSquare(errors: Float64Array): WeightedMetric {
  const meanSquare = weightedMean(errors.map(error => error * error))
  return counts => Math.sqrt(meanSquare(counts))
}

/** 1 − Σ error² / Σ (actual − mean)²; undefined where the target does not vary. */
function coefficientOfDetermination(actual: Float64Array, errors: Float64Array): WeightedMetric {
  const mean = weightedMean(actual)
  return counts => {
    const centre = mean(counts)
    let [residual, total] = [0, 0]
    for (let row = 0; row < actual.length; row += 1) {
      const count = counts === undefined ? 1 : (counts[row] as number)
      residual += count * (errors[row] as number) ** 2
      total += count * ((actual[row] as number) - centre) ** 2
    }
    return total === 0 ? Number.NaN : 1 - residual / total
  }
}

/** The middle value, or the mean of the two middle ones. */
function weightedMedian(values: Float64Array): WeightedMetric {
  const order = ascendingOrder(values)
  return counts => {
    const countOf = (row: number) => (counts === undefined ? 1 : (counts[row] as number))
    let total = 0
    for (const row of order) total += countOf(row)
    const [lower, upper] = [Math.floor((total - 1) / 2), Math.floor(total / 2)]
    let seen = 0
    let low = Number.NaN
    for (const row of order) {
      seen += countOf(row)
      if (Number.isNaN(low) && seen > lower) low = values[row] as number
      if (seen > upper) return (low + (values[row] as number)) / 2
    }
    return Number.NaN
  }
}
