import { ModelyardError } from '../errors/index.ts'
import type { Predictions } from './predictions.ts'

/** A row's prediction by each of two models. */
export interface RowDifference {
  /** From 0. */
  readonly row: number
  readonly first: number
  readonly second: number
  readonly difference: number
}

export interface PredictionDifference {
  readonly rows: number
  /** Of all rows. */
  readonly largest: number
  /** How many rows differ by more than the tolerance. */
  readonly beyond: number
  /** Those that are furthest apart, furthest first, at most as many as asked for; none that agree. */
  readonly furthest: readonly RowDifference[]
}

/**
 * Compares what two models predicted for the same rows, row by row: one row in a thousand that differs a lot is lost in
 * a mean.
 *
 * Of classifiers the largest difference of a class's probability; a class that one of them does not know has the
 * probability 0 there. Of regressions |a − b| / max(1, |a|): absolute below 1 and relative above, since float32 keeps
 * seven digits of a large number. NaN equals NaN; anything that cannot be compared otherwise differs by the largest
 * number there is.
 *
 * @param tolerance - ≥ 0, in the unit of the differences.
 * @param most - How many rows to name.
 * @throws {ModelyardError} `shape-mismatch` where the two are of different tasks or lengths.
 */
export function predictionDifference(
  first: Predictions,
  second: Predictions,
  tolerance: number,
  most = 10,
): PredictionDifference {
  const compare = rowsOf(first, second)
  let [largest, beyond] = [0, 0]
  let furthest: RowDifference[] = []
  for (let row = 0; row < compare.rows; row += 1) {
    const found = compare.at(row)
    if (found.difference > largest) largest = found.difference
    if (found.difference > tolerance) beyond += 1
    if (found.difference > (furthest[most - 1]?.difference ?? 0)) {
      furthest = [...furthest, { row, ...found }].sort((a, b) => b.difference - a.difference).slice(0, most)
    }
  }
  return { rows: compare.rows, largest, beyond, furthest }
}

interface Comparable {
  readonly rows: number
  at(row: number): Omit<RowDifference, 'row'>
}

function rowsOf(first: Predictions, second: Predictions): Comparable {
  if (first.task === 'regression' && second.task === 'regression') {
    return paired(first.predicted, second.predicted, (a, b) => distance(a, b) / Math.max(1, Math.abs(a)))
  }
  if (first.task === 'binary-classification' && second.task === 'binary-classification') {
    return paired(first.probability, second.probability, distance)
  }
  if (first.task === 'multiclass-classification' && second.task === 'multiclass-classification') {
    requireSameLength(first.actual, second.actual)
    const names = [...new Set([...first.classes, ...second.classes])]
    const columns = names.map(name => [first.classes.indexOf(name), second.classes.indexOf(name)] as const)
    const value = ({ probabilities, classes }: typeof first, row: number, column: number) =>
      column < 0 ? 0 : (probabilities[row * classes.length + column] as number)
    return {
      rows: first.actual.length,
      at: row =>
        columns
          .map(([a, b]) => differing(value(first, row, a), value(second, row, b), distance))
          .reduce((most, found) => (found.difference > most.difference ? found : most)),
    }
  }
  throw mismatch(`one of them is of ${first.task}, the other of ${second.task}`)
}

function paired(
  first: Float64Array,
  second: Float64Array,
  measure: (a: number, b: number) => number,
): Comparable {
  requireSameLength(first, second)
  return {
    rows: first.length,
    at: row => differing(first[row] as number, second[row] as number, measure),
  }
}

function differing(first: number, second: number, measure: (a: number, b: number) => number) {
  const difference = Object.is(first, second) ? 0 : measure(first, second)
  // Evidence holds no infinity.
  return { first, second, difference: Number.isFinite(difference) ? difference : Number.MAX_VALUE }
}

const distance = (a: number, b: number) => Math.abs(a - b)

function requireSameLength(first: { readonly length: number }, second: { readonly length: number }): void {
  if (first.length !== second.length) throw mismatch(`there are ${first.length} and ${second.length}`)
}

function mismatch(why: string): ModelyardError {
  return new ModelyardError({
    code: 'shape-mismatch',
    message: `predictions can be compared for the same rows of one task, and ${why}`,
    next: 'score both models on the same data',
  })
}
