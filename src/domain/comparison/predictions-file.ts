import { calledClasses } from './class-table.ts'
import { calledPositive } from './decisions.ts'
import { type MetricSettings, settingsInEffect } from './metric-settings.ts'
import { rowsOf } from './predicted-rows.ts'
import type { Predictions } from './predictions.ts'

/** So many rows are put together at one time. */
const ROWS = 10_000

/**
 * What was predicted as a CSV, a row for each row of the data in their order, in the columns in which a file of
 * predictions is read too: `prediction` of a regression; `label`, and where there are probabilities `probability` of the
 * positive class, or `probability_<class>` of each.
 *
 * @returns Pieces of the text; numbers are those that read back are the same.
 */
export function* predictionsCsv(predictions: Predictions, settings: MetricSettings): Generator<string> {
  const { header, cells } = columnsOf(predictions, settings)
  yield `${header.map(quoted).join(',')}\n`
  const rows = rowsOf(predictions)
  for (let start = 0; start < rows; start += ROWS) {
    let piece = ''
    for (let row = start; row < Math.min(rows, start + ROWS); row += 1) piece += `${cells(row).join(',')}\n`
    yield piece
  }
}

interface Columns {
  readonly header: readonly string[]
  readonly cells: (row: number) => readonly (number | string)[]
}

function columnsOf(predictions: Predictions, settings: MetricSettings): Columns {
  switch (predictions.task) {
    case 'regression':
      return { header: ['prediction'], cells: row => [predictions.predicted[row] as number] }
    case 'binary-classification': {
      const { probability, hasProbabilities } = predictions
      const called = calledPositive(probability, settingsInEffect(settings).threshold)
      const words = predictions.classes.map(quoted)
      const label = (row: number) => words[called[row] as number] as string
      return hasProbabilities
        ? { header: ['probability', 'label'], cells: row => [probability[row] as number, label(row)] }
        : { header: ['label'], cells: row => [label(row)] }
    }
    case 'multiclass-classification': {
      const { probabilities, classes, hasProbabilities } = predictions
      const called = calledClasses(predictions)
      const words = classes.map(quoted)
      const label = (row: number) => words[called[row] as number] as string
      if (!hasProbabilities) return { header: ['label'], cells: row => [label(row)] }
      const width = classes.length
      return {
        header: [...classes.map(name => `probability_${name}`), 'label'],
        cells: row => [...probabilities.subarray(row * width, (row + 1) * width), label(row)],
      }
    }
  }
}

function quoted(text: string): string {
  return /^\s|[",\r\n]|\s$|^$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
