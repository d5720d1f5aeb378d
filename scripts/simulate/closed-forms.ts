import type { MetricName } from '../../src/domain/comparison/metric-catalogue.ts'
import { settingsInEffect } from '../../src/domain/comparison/metric-settings.ts'
import { pairedMetrics } from '../../src/domain/comparison/paired-metrics.ts'
import type { Predictions } from '../../src/domain/comparison/predictions.ts'
import { type SignedDifference, signedInterval } from '../../src/domain/comparison/verdict.ts'
import type { ErrorPopulation, ScoredRows } from './populations.ts'
import { binaryModel } from './populations-of-tasks.ts'

// What the gates read: these scenarios call what `compare` calls, so that no rate is one of another method.

/** A closed form of a metric of decisions, ranks or losses, signed so that more is better. */
export function comparedScores(metric: MetricName, { positive, first, second }: ScoredRows) {
  return compared(metric, binaryModel(positive, first), binaryModel(positive, second), positive.length)
}

/** The same of a metric of errors: of models that predict them where 0 is true. */
export function comparedErrors(metric: MetricName, { first, second }: ErrorPopulation) {
  const actual = new Float64Array(first.length)
  const model = (predicted: Float64Array): Predictions => ({
    task: 'regression',
    actual,
    predicted,
    remarks: [],
  })
  return compared(metric, model(first), model(second), first.length)
}

/** Undefined where there is no interval, which no gate passes. */
function compared(
  metric: MetricName,
  champion: Predictions,
  challenger: Predictions,
  rows: number,
): SignedDifference | undefined {
  const { metrics } = pairedMetrics(champion, challenger, [metric], {
    settings: settingsInEffect(undefined),
    drawing: { rows, resamples: 1, seed: 0 },
    drawn: [],
  })
  const found = metrics[metric]
  return found?.interval && signedInterval(metric, found.difference, found.interval)
}
