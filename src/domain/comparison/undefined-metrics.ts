import type { MetricName } from './metric-catalogue.ts'
import { positiveRows, rowsOf } from './predicted-rows.ts'
import type { Predictions } from './predictions.ts'

/** Metrics that need probabilities; a model that gives labels alone has none of them. */
const OF_PROBABILITIES: ReadonlySet<MetricName> = new Set([
  'roc-auc',
  'average-precision',
  'log-loss',
  'brier',
  'calibration-error',
  'ks-separation',
  'lift',
  'roc-auc-ovr',
])
const OF_BOTH_CLASSES: ReadonlySet<MetricName> = new Set([
  'roc-auc',
  'average-precision',
  'balanced-accuracy',
  'matthews',
  'ks-separation',
  'lift',
])
const OF_POSITIVES: ReadonlySet<MetricName> = new Set(['f1', 'precision', 'recall'])

/** Rows of a class, and rows at all, with which an interval on a part of the rows begins to mean something. */
const LEAST_OF_CLASS = 10
export const LEAST_ROWS = 30

/** Whether rows are enough for an interval of a metric: 30, and 10 of each class that it looks at. */
export function enoughForInterval(name: MetricName, predictions: Predictions): boolean {
  if (predictions.task !== 'binary-classification') return rowsOf(predictions) >= LEAST_ROWS
  const positives = positiveRows(predictions)
  return enoughOfClasses(name, positives, predictions.positive.length - positives)
}

/** {@link enoughForInterval} of two classes, by how many rows are of each, or are expected to be. */
export function enoughOfClasses(name: MetricName, positives: number, negatives: number): boolean {
  if (positives + negatives < LEAST_ROWS) return false
  const ofBoth = OF_BOTH_CLASSES.has(name)
  return (
    (positives >= LEAST_OF_CLASS || !(ofBoth || OF_POSITIVES.has(name))) &&
    (negatives >= LEAST_OF_CLASS || !(ofBoth || name === 'specificity'))
  )
}

/**
 * Why metrics have no value on rows, by name: of models that give labels alone, and of rows that lack a class. What
 * is 0 by convention on such rows, e.g. recall without a positive, would pass for a bad model.
 *
 * @param models - One or two models on the same rows.
 */
export function whyUndefined(models: readonly Predictions[]): (name: MetricName) => string | undefined {
  const [first] = models
  const labelsAlone = models.some(model => model.task !== 'regression' && !model.hasProbabilities)
  const rowsLack = first === undefined ? () => undefined : classesLacking(first)
  return name =>
    labelsAlone && OF_PROBABILITIES.has(name) ? 'a model gives labels and no probabilities' : rowsLack(name)
}

function classesLacking(predictions: Predictions): (name: MetricName) => string | undefined {
  switch (predictions.task) {
    case 'regression':
      return () => undefined
    case 'multiclass-classification': {
      const lacksOne = new Set(predictions.actual).size < predictions.classes.length
      return name => (lacksOne && name === 'roc-auc-ovr' ? 'the rows do not hold every class' : undefined)
    }
    case 'binary-classification': {
      const positives = positiveRows(predictions)
      const negatives = predictions.positive.length - positives
      return name => {
        if ((positives === 0 || negatives === 0) && OF_BOTH_CLASSES.has(name))
          return 'the rows hold one class only'
        if (positives === 0 && OF_POSITIVES.has(name)) return 'no row is of the positive class'
        return negatives === 0 && name === 'specificity' ? 'no row is of the negative class' : undefined
      }
    }
  }
}
