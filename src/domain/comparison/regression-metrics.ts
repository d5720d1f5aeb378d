import { ascendingOrder } from '../stats/order.ts'
import type { MetricName } from './metric-catalogue.ts'
import type { RegressionPredictions } from './predictions.ts'
import { type WeightedMetric, weightedMean } from './weighted-metric.ts'

/** Prepares a metric on a regression's predictions. Errors are predicted − actual. */
export function prepareRegression(
  name: MetricName,
  { actual, predicted }: RegressionPredictions,
): WeightedMetric {
  const errors = Float64Array.from(predicted, (value, row) => value - (actual[row] as number))
  switch (name) {
    case 'mae':
      return weightedMean(errors.map(Math.abs))
    case 'rmse': {
      const meanSquare = weightedMean(errors.map(error => error * error))
      return counts => Math.sqrt(meanSquare(counts))
    }
    case 'mean-error':
      return weightedMean(errors)
    case 'mape':
      return weightedMean(
        errors.map(
          (error, row) => Math.abs(error) / Math.max(Number.EPSILON, Math.abs(actual[row] as number)),
        ),
      )
    case 'median-absolute-error':
      return weightedMedian(errors.map(Math.abs))
    case 'r2':
      return coefficientOfDetermination(actual, errors)
    default:
      return () => Number.NaN
  }
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
