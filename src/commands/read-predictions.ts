import { findPredictionColumns } from '../domain/comparison/prediction-columns.ts'
import { firstImprobable } from '../domain/comparison/probabilities.ts'
import { ModelyardError } from '../domain/errors/index.ts'
import type { ColumnFacts, ColumnValues, Tables } from '../ports.ts'
import {
  alignScores,
  type EvaluationData,
  type ModelScores,
  type Predicted,
  type ScoredVersion,
  TargetCollector,
  trapsOf,
} from './labelled-scores.ts'
import { type Rows, readRows } from './selected-rows.ts'

const BATCH_ROWS = 65_536

/**
 * Puts predictions that were made elsewhere beside the labels: for versions that are no ONNX, the file stands where
 * the engine stands. It has one row for each row of the evaluation data, in the same order.
 *
 * @throws {ModelyardError} `bad-data` where a column is missing, the rows are not as many, or a probability is none.
 */
export async function readPredictions(
  definition: Predicted,
  data: EvaluationData,
  file: string,
  tables: Tables,
): Promise<ScoredVersion> {
  const { target, task } = definition
  // Counted meanwhile.
  data.rowTraps?.()
  const labels = new TargetCollector()
  const targetColumn: ColumnFacts = { name: target, kind: task === 'regression' ? 'number' : 'text' }
  let rows = 0
  for await (const batch of readRows(tables, data, [targetColumn], BATCH_ROWS)) {
    labels.add(batch.columns[0] as ColumnValues)
    rows += batch.rows
  }
  const only = await rowsOfFile(file, data, rows, tables)
  const scores = await readScores(definition, { path: file, only }, tables)
  requireRows(file, scores.rows, data.uri, rows)
  requireProbabilities(scores, file)
  const predictions = alignScores(definition, scores, labels)
  const traps = await trapsOf(predictions, data)
  return { predictions, traps, remarks: predictions.remarks }
}

/**
 * What a file of predictions holds, whether it makes sense or not.
 *
 * @throws {ModelyardError} `bad-data` where a column is missing, or text stands where a number is due.
 */
export async function readScores(
  definition: Pick<Predicted, 'task' | 'positive-class'>,
  file: Rows,
  tables: Tables,
): Promise<ModelScores> {
  const names = (await tables.columns(file.path)).map(({ name }) => name)
  const found = findPredictionColumns(definition, file.path, names)
  const parts: ColumnValues[][] = found.columns.map(() => [])
  let rows = 0
  for await (const batch of readRows(tables, file, found.columns, BATCH_ROWS)) {
    for (const [index, values] of batch.columns.entries()) parts[index]?.push(values)
    rows += batch.rows
  }
  return scoresOf(found.classes, parts, rows)
}

/** Of a choice of rows there is a prediction for each of them, or for each row of the data. */
async function rowsOfFile(
  file: string,
  { path, only }: EvaluationData,
  chosen: number,
  tables: Tables,
): Promise<Uint32Array | undefined> {
  if (only === undefined) return undefined
  const given = await tables.countRows(file)
  return given !== chosen && given === (await tables.countRows(path)) ? only : undefined
}

function requireRows(file: string, predicted: number, data: string, rows: number): void {
  if (rows > 0 && predicted === rows) return
  throw new ModelyardError({
    code: 'bad-data',
    message:
      rows === 0
        ? `${data} holds no rows`
        : `${file} holds ${predicted} predictions, and ${data} holds ${rows} rows`,
    next:
      rows === 0
        ? 'check the step that wrote it'
        : 'write one prediction for each row of the data, in the same order',
  })
}

function scoresOf(
  classes: readonly string[] | undefined,
  parts: readonly (readonly ColumnValues[])[],
  rows: number,
): ModelScores {
  if (classes === undefined) {
    const [part = []] = parts
    return part[0]?.kind === 'text'
      ? { rows, labels: wordsOf(part) }
      : { rows, values: interleaved(parts, rows) }
  }
  const width = classes.length
  return { rows, probabilities: { classes, values: interleaved(parts, rows), width } }
}

function requireProbabilities({ probabilities }: ModelScores, file: string): void {
  if (probabilities === undefined) return
  const improbable = firstImprobable(probabilities.values, probabilities.width)
  if (improbable < 0) return
  throw new ModelyardError({
    code: 'bad-data',
    message: `${file} holds a probability that is not between 0 and 1, at row ${improbable + 1}`,
    next: 'write probabilities, not scores or logits',
  })
}

function wordsOf(parts: readonly ColumnValues[]): string[] {
  return parts.flatMap(part =>
    part.kind === 'text' ? Array.from(part.codes, code => part.words[code] ?? '') : [],
  )
}

/** Columns in parts as one row-major matrix. */
function interleaved(parts: readonly (readonly ColumnValues[])[], rows: number): Float64Array {
  const width = parts.length
  const matrix = new Float64Array(rows * width)
  for (const [column, pieces] of parts.entries()) {
    let row = 0
    for (const piece of pieces) {
      if (piece.kind !== 'number') continue
      for (const value of piece.values) {
        matrix[row * width + column] = value
        row += 1
      }
    }
  }
  return matrix
}
