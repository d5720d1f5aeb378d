import type { LabelColumn, Predictions } from '../domain/comparison/predictions.ts'
import { ModelyardError } from '../domain/errors/index.ts'
import { joinLabels, joinRemarks, labelsBeside } from '../domain/performance/join-labels.ts'
import type { PerformanceResult } from '../domain/results/performance.ts'
import type { Ports } from '../ports.ts'
import { readTextColumns } from './evaluation-columns.ts'
import { alignScores, type ModelScores, type Predicted, TargetCollector } from './labelled-scores.ts'
import { digestOfData } from './move-facts.ts'
import { readScores } from './read-predictions.ts'

interface Files {
  readonly predictions: string
  readonly labels?: string | undefined
  readonly key?: string | undefined
}

/** Predictions of production beside the labels that have come. */
export interface LabelledPredictions {
  /** All rows; of those without a label what they are is not to be read. */
  readonly predictions: Predictions
  readonly labelled: Uint32Array
  readonly unlabelled: Uint32Array
  /** The file of labels, where they have one. */
  readonly labels?: PerformanceResult['labels']
  readonly remarks: readonly string[]
}

/**
 * Reads what was predicted, and the labels from beside it or from a file of their own, joined by key.
 *
 * @throws {ModelyardError} `bad-input` where only one of labels and key is given; `bad-data` where a column is missing, there
 *   are no rows, a key has two labels, or a label is none of the task.
 */
export async function readLabelledPredictions(
  files: Files,
  definition: Predicted,
  ports: Pick<Ports, 'tables' | 'artifacts'>,
): Promise<LabelledPredictions> {
  const { tables } = ports
  const scores = await readScores(definition, { path: files.predictions }, tables)
  if (scores.rows === 0)
    throw badData(`${files.predictions} holds no rows`, 'check the step that wrote it', files.predictions)
  const { labels, remarks, file } = await labelsOf(files, definition, scores.rows, ports)
  const rows = Array.from(labels.keys())
  const predictions = alignScores(definition, scores, columnOf(labels, definition, scores, files))
  return {
    predictions,
    labelled: Uint32Array.from(rows.filter(row => labels[row] !== undefined)),
    unlabelled: Uint32Array.from(rows.filter(row => labels[row] === undefined)),
    ...(file && { labels: file }),
    remarks: [...remarks, ...predictions.remarks],
  }
}

interface FoundLabels {
  readonly labels: readonly (string | undefined)[]
  readonly file?: PerformanceResult['labels']
  readonly remarks: readonly string[]
}

async function labelsOf(
  { predictions, labels: file, key }: Files,
  { target }: Predicted,
  rows: number,
  { tables, artifacts }: Pick<Ports, 'tables' | 'artifacts'>,
): Promise<FoundLabels> {
  if ((file === undefined) !== (key === undefined)) {
    throw new ModelyardError({
      code: 'bad-input',
      message: 'labels in a file of their own are found by a key, and one of the two is missing',
      next: 'give both: --labels FILE --key COLUMN',
    })
  }
  if (file === undefined || key === undefined) {
    const names = (await tables.columns(predictions)).map(({ name }) => name)
    if (!names.includes(target)) {
      const remark = `no label is known: ${predictions} has no column \`${target}\`, and no file of labels is named`
      return { labels: Array<undefined>(rows).fill(undefined), remarks: [remark] }
    }
    const beside = (await readTextColumns([target], { path: predictions }, tables)).get(target) as LabelColumn
    return { labels: labelsBeside(beside), remarks: [] }
  }
  const keys = (await readTextColumns([key], { path: predictions }, tables)).get(key) as LabelColumn
  const given = await readTextColumns([key, target], { path: file }, tables)
  const column = (name: string) => given.get(name) as LabelColumn
  const joined = joinLabels(keys, { file, keys: column(key), labels: column(target) })
  return {
    labels: joined.labels,
    file: {
      uri: file,
      sha256: await digestOfData(file, artifacts),
      rows: column(key).codes.length,
      key,
    },
    remarks: joinRemarks(joined),
  }
}

/** Labels as a column; where none has come something stands that is one, and is not read. */
function columnOf(
  labels: readonly (string | undefined)[],
  { task, target, 'positive-class': positive }: Predicted,
  scores: ModelScores,
  { predictions, labels: file }: Files,
): TargetCollector {
  const collector = new TargetCollector()
  if (task === 'regression') {
    const values = Float64Array.from(labels, label => (label === undefined ? 0 : Number(label)))
    const row = values.findIndex(value => !Number.isFinite(value))
    if (row >= 0)
      throw badData(
        `the label \`${labels[row]}\` of ${target} is no finite number`,
        'correct it where labels are written',
        file ?? predictions,
      )
    collector.add({ kind: 'number', values })
    return collector
  }
  const filler = positive ?? scores.probabilities?.classes[0] ?? scores.labels?.[0] ?? ''
  const codes = new Map<string, number>()
  const column = Uint32Array.from(labels, (label = filler) => {
    const code = codes.get(label) ?? codes.size
    codes.set(label, code)
    return code
  })
  collector.add({ kind: 'text', codes: column, words: [...codes.keys()] })
  return collector
}

function badData(message: string, next: string, path: string): ModelyardError {
  return new ModelyardError({ code: 'bad-data', message, next, place: { path } })
}
