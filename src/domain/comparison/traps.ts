import type { Traps } from '../evidence/evaluation.ts'
import type { Predictions } from './predictions.ts'

/** Words that are kept of those that a model does not know. */
const MAX_EXAMPLES = 5
const MAX_EXAMPLE = 200
const MAX_COLUMNS = 1000
/** A sum of rounded shares, in a file of four digits, is off by less. */
const SUM_TOLERANCE = 1e-3

/** A column of words, over all rows: how many rows hold each. */
export interface WordCounts {
  readonly column: string
  readonly words: readonly string[]
  /** By the word's position; a word that no row holds may be left out at the end. */
  readonly counts: readonly number[]
}

/**
 * Rows with words that the model does not know, by column. Encoders answer for them in silence, with zeros or with a
 * code of their own.
 *
 * @param known - The words that the model knows, by column; a column that is not there is not judged.
 */
export function unknownCategories(
  columns: readonly WordCounts[],
  known: ReadonlyMap<string, readonly string[]>,
): NonNullable<Traps['unknown-categories']> {
  return columns.flatMap(({ column, words, counts }) => {
    const knows = known.get(column)
    if (knows === undefined) return []
    const set = new Set(knows)
    const unknown = words
      .map((word, index) => ({ word, rows: counts[index] ?? 0 }))
      .filter(({ word, rows }) => rows > 0 && !set.has(word))
      .sort((a, b) => b.rows - a.rows || (a.word < b.word ? -1 : 1))
    if (unknown.length === 0) return []
    return [
      {
        column,
        rows: unknown.reduce((sum, { rows }) => sum + rows, 0),
        examples: unknown.slice(0, MAX_EXAMPLES).map(({ word }) => word.slice(0, MAX_EXAMPLE)),
      },
    ]
  })
}

/** What is odd about predictions and yet can be measured: infinite numbers, probabilities that do not sum to 1. */
export function predictionTraps(predictions: Predictions): Pick<Traps, 'infinite' | 'not-summing'> {
  if (predictions.task === 'regression') {
    const infinite = countWhere(predictions.predicted, value => Math.abs(value) === Number.POSITIVE_INFINITY)
    return infinite === 0 ? {} : { infinite }
  }
  if (predictions.task === 'binary-classification' || !predictions.hasProbabilities) return {}
  const { probabilities, classes } = predictions
  let found = 0
  for (let from = 0; from < probabilities.length; from += classes.length) {
    let sum = 0
    for (let at = from; at < from + classes.length; at += 1) sum += probabilities[at] as number
    if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) found += 1
  }
  return found === 0 ? {} : { 'not-summing': found }
}

function countWhere(values: Float64Array, is: (value: number) => boolean): number {
  let count = 0
  for (const value of values) if (is(value)) count += 1
  return count
}

/** Columns that the model does not read, as many as evidence keeps. */
export function unusedColumns(names: readonly string[]): Pick<Traps, 'unused-columns'> {
  return names.length === 0 ? {} : { 'unused-columns': names.slice(0, MAX_COLUMNS) }
}
