import type { Comparison, PairedMetric } from '../evidence/comparison.ts'
import type { Evaluation, Setting } from '../evidence/evaluation.ts'
import type { Interval } from '../evidence/interval.ts'
import { delongDifference } from '../stats/delong.ts'
import { pairedBootstrap } from '../stats/paired-bootstrap.ts'
import { prepareBinary } from './binary-metrics.ts'
import { type MetricName, metricsOf } from './metric-catalogue.ts'
import { prepareMulticlass } from './multiclass-metrics.ts'
import type { BinaryPredictions, Predictions } from './predictions.ts'
import { prepareRegression } from './regression-metrics.ts'
import type { WeightedMetric } from './weighted-metric.ts'

/** Metrics that need probabilities; a model that gives labels alone has none of them. */
const OF_PROBABILITIES: readonly MetricName[] = [
  'roc-auc',
  'average-precision',
  'log-loss',
  'brier',
  'roc-auc-ovr',
]

/** Above this many rows only the metric that decides gets a bootstrap interval. */
const MAX_ROWS_FOR_ALL = 20_000

/** Prepares a metric of a task on its predictions. */
export function prepareMetric(name: MetricName, predictions: Predictions): WeightedMetric {
  switch (predictions.task) {
    case 'binary-classification':
      return prepareBinary(name, predictions)
    case 'multiclass-classification':
      return prepareMulticlass(name, predictions)
    case 'regression':
      return prepareRegression(name, predictions)
  }
}

/** All metrics of one model on its rows. */
export function evaluatePredictions(predictions: Predictions, target: string): Evaluation {
  const metrics: Partial<Record<MetricName, number>> = {}
  const missing: Partial<Record<MetricName, string>> = {}
  for (const name of metricsOf(predictions.task)) {
    const why = whyUndefined(name, [predictions])
    const value = why === undefined ? prepareMetric(name, predictions)() : Number.NaN
    if (Number.isFinite(value)) metrics[name] = value
    else missing[name] = why ?? 'it is not a finite number on these rows'
  }
  return {
    ...settingOf(predictions, target),
    metrics,
    ...(Object.keys(missing).length === 0 ? {} : { undefined: missing }),
  }
}

export interface ComparisonOptions {
  readonly target: string
  /** The metric that gets an interval whatever it costs. */
  readonly primary: MetricName
  readonly resamples: number
  readonly seed: number
  readonly progress?: ((share: number) => void) | undefined
}

/**
 * Champion against challenger on the same rows: every metric of both, and intervals of the differences, DeLong's for
 * the ROC AUC and of a paired bootstrap for the others. Above 20,000 rows only the primary metric is bootstrapped.
 */
export function comparePredictions(
  champion: Predictions,
  challenger: Predictions,
  options: ComparisonOptions,
): Comparison {
  const metrics: Partial<Record<MetricName, PairedMetric>> = {}
  const missing: Partial<Record<MetricName, string>> = {}
  const names = metricsOf(champion.task)
  for (const [index, name] of names.entries()) {
    options.progress?.(index / names.length)
    const why = whyUndefined(name, [champion, challenger])
    const [first, second] = [prepareMetric(name, champion), prepareMetric(name, challenger)]
    const [before, after] = why === undefined ? [first(), second()] : [Number.NaN, Number.NaN]
    if (!Number.isFinite(before) || !Number.isFinite(after)) {
      missing[name] = why ?? 'it is not a finite number on these rows'
      continue
    }
    const interval = intervalOf(name, champion, challenger, [first, second], options)
    metrics[name] = {
      champion: before,
      challenger: after,
      difference: after - before,
      ...(interval === undefined ? {} : { interval }),
    }
  }
  return {
    ...settingOf(champion, options.target),
    metrics,
    ...(Object.keys(missing).length === 0 ? {} : { undefined: missing }),
  }
}

function intervalOf(
  name: MetricName,
  champion: Predictions,
  challenger: Predictions,
  [first, second]: readonly [WeightedMetric, WeightedMetric],
  { primary, resamples, seed }: ComparisonOptions,
): Interval | undefined {
  if (name === 'roc-auc') {
    const [a, b] = [champion as BinaryPredictions, challenger as BinaryPredictions]
    const { low, high } = delongDifference(a.positive, a.probability, b.probability)
    return { low, high, level: 0.95, method: 'delong' }
  }
  const rows = rowsOf(champion)
  if (rows > MAX_ROWS_FOR_ALL && name !== primary) return undefined
  const bounds = pairedBootstrap(rows, resamples, seed, counts => second(counts) - first(counts))
  return bounds === undefined
    ? undefined
    : { ...bounds, level: 0.95, method: 'bootstrap-percentile', resamples, seed }
}

/** Whether two models predicted the same for every row. */
export function samePredictions(a: Predictions, b: Predictions): boolean {
  const numbers = (predictions: Predictions) => {
    if (predictions.task === 'binary-classification') return predictions.probability
    return predictions.task === 'regression' ? predictions.predicted : predictions.probabilities
  }
  const [first, second] = [numbers(a), numbers(b)]
  return first.length === second.length && first.every((value, index) => value === second[index])
}

export function rowsOf(predictions: Predictions): number {
  return predictions.task === 'binary-classification'
    ? predictions.positive.length
    : predictions.actual.length
}

function settingOf(predictions: Predictions, target: string): Setting {
  const rows = rowsOf(predictions)
  if (predictions.task === 'regression') return { task: predictions.task, rows, target }
  if (predictions.task === 'multiclass-classification') {
    return { task: predictions.task, rows, target, classes: [...predictions.classes] }
  }
  return {
    task: predictions.task,
    rows,
    target,
    'positive-class': predictions.classes[1],
    'positive-rows': predictions.positive.reduce((sum, value) => sum + value, 0),
    classes: [...predictions.classes],
  }
}

function whyUndefined(name: MetricName, models: readonly Predictions[]): string | undefined {
  if (
    OF_PROBABILITIES.includes(name) &&
    models.some(model => model.task !== 'regression' && !model.hasProbabilities)
  ) {
    return 'a model gives labels and no probabilities'
  }
  const [first] = models
  if (first?.task === 'binary-classification' && RANKED.includes(name)) {
    const positives = first.positive.reduce((sum, value) => sum + value, 0)
    if (positives === 0 || positives === first.positive.length) return 'the rows hold one class only'
  }
  if (first?.task === 'multiclass-classification' && name === 'roc-auc-ovr') {
    const seen = new Set(first.actual)
    if (seen.size < first.classes.length) return 'the rows do not hold every class'
  }
  return undefined
}

const RANKED: readonly MetricName[] = ['roc-auc', 'average-precision']
