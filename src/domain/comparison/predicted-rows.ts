import type { Setting } from '../evidence/evaluation.ts'
import { ascendingOrder } from '../stats/order.ts'
import { type MetricSettings, unusualSettings } from './metric-settings.ts'
import type { BinaryPredictions, Predictions } from './predictions.ts'

export function rowsOf(predictions: Predictions): number {
  return predictions.task === 'binary-classification'
    ? predictions.positive.length
    : predictions.actual.length
}

export function positiveRows({ positive }: BinaryPredictions): number {
  let count = 0
  for (const value of positive) count += value
  return count
}

/** What was predicted, as every kind of evidence says it. */
export function settingOf(
  predictions: Predictions,
  target: string,
  settings: MetricSettings | undefined,
): Setting {
  const { task } = predictions
  const unusual = unusualSettings(task, settings)
  const told = unusual === undefined ? {} : { settings: unusual }
  const about = { task, rows: rowsOf(predictions), target }
  if (predictions.task === 'regression') return { ...about, ...told }
  const classes = [...predictions.classes]
  if (predictions.task === 'multiclass-classification') return { ...about, classes, ...told }
  return {
    ...about,
    'positive-class': predictions.classes[1],
    'positive-rows': positiveRows(predictions),
    classes,
    ...told,
  }
}

/**
 * The predictions of some rows.
 *
 * @param rows - Row numbers, in the order in which they are wanted.
 */
export function selectRows(predictions: Predictions, rows: Uint32Array): Predictions {
  switch (predictions.task) {
    case 'binary-classification':
      return {
        ...predictions,
        positive: take(predictions.positive, rows, new Uint8Array(rows.length)),
        probability: take(predictions.probability, rows, new Float64Array(rows.length)),
      }
    case 'regression':
      return {
        ...predictions,
        actual: take(predictions.actual, rows, new Float64Array(rows.length)),
        predicted: take(predictions.predicted, rows, new Float64Array(rows.length)),
      }
    case 'multiclass-classification': {
      const width = predictions.classes.length
      const probabilities = new Float64Array(rows.length * width)
      for (let at = 0; at < rows.length; at += 1) {
        const from = (rows[at] as number) * width
        probabilities.set(predictions.probabilities.subarray(from, from + width), at * width)
      }
      const actual = take(predictions.actual, rows, new Uint32Array(rows.length))
      return { ...predictions, actual, probabilities }
    }
  }
}

function take<A extends Uint8Array | Uint32Array | Float64Array>(values: A, rows: Uint32Array, into: A): A {
  for (let at = 0; at < rows.length; at += 1) into[at] = values[rows[at] as number] as number
  return into
}

/** Whether two models predicted the same for every row. */
export function samePredictions(a: Predictions, b: Predictions): boolean {
  const [first, second] = [numbersOf(a), numbersOf(b)]
  return first.length === second.length && first.every((value, index) => value === second[index])
}

/** Whether two binary classifiers order all rows alike, ties included: what looks at the order alone is the same for both. */
export function sameOrder(a: Predictions, b: Predictions): boolean {
  if (a.task !== 'binary-classification' || b.task !== 'binary-classification') return false
  const order = ascendingOrder(a.probability)
  for (let at = 1; at < order.length; at += 1) {
    const [lower, upper] = [order[at - 1] as number, order[at] as number]
    const isTied = a.probability[lower] === a.probability[upper]
    const rise = (b.probability[upper] as number) - (b.probability[lower] as number)
    if (isTied ? rise !== 0 : rise <= 0) return false
  }
  return true
}

/** What was predicted, as plain numbers: [n], or row-major [n, classes]. */
export function numbersOf(predictions: Predictions): Float64Array {
  if (predictions.task === 'binary-classification') return predictions.probability
  return predictions.task === 'regression' ? predictions.predicted : predictions.probabilities
}
