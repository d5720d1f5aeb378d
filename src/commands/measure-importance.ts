import {
  drawEvenly,
  featureLosses,
  rowOrders,
  type ShuffledColumn,
  singleMetric,
} from '../domain/comparison/importance.ts'
import { type InputsPlan, planInputs } from '../domain/comparison/input-plan.ts'
import { type MetricName, primaryMetric } from '../domain/comparison/metric-catalogue.ts'
import { type MetricSettings, settingsInEffect } from '../domain/comparison/metric-settings.ts'
import type { Predictions } from '../domain/comparison/predictions.ts'
import { ModelyardError } from '../domain/errors/index.ts'
import type { Importance } from '../domain/evidence/other-kinds.ts'
import type { Batch, ColumnValues, Ports, Scores, Tables } from '../ports.ts'
import type { Watch } from './define.ts'
import {
  alignScores,
  type EvaluationData,
  type ModelScores,
  type Predicted,
  TargetCollector,
} from './labelled-scores.ts'
import type { MeasuredVersion } from './measured-version.ts'
import { BATCH_ROWS, type RunnableModel } from './score-model.ts'
import { readModelBytes } from './score-version.ts'
import { pick, type Rows, readRows } from './selected-rows.ts'

/** How often each column is shuffled. */
const REPEATS = 10
/** Of more rows so many are drawn: the cost is columns · repeats scorings of them. */
const MOST_ROWS = 5000
const MOST_COLUMNS = 1000
/** Numbers that one child may answer with, so that memory is bounded whatever the model's shape. */
const MOST_NUMBERS = 1_000_000
const READ_ROWS = 65_536

/** Fixed, so that the same version on the same data has the same evidence. */
const SEED = 0

/** What the columns of the evaluation data are worth to a version, by the primary metric. */
export async function importanceOf(
  { registry, state, record }: MeasuredVersion,
  {
    copy,
    ...about
  }: Pick<ImportanceRequest, 'data' | 'rows' | 'settings'> & { readonly copy?: string | undefined },
  ports: Ports,
  watch: Watch,
): Promise<Importance> {
  const { definition } = state
  const bytes = await readModelBytes(registry, state, record, ports, copy)
  const model = { name: `version ${record.version}`, bytes, signature: record.signature }
  const request = { ...about, model, definition, metric: primaryMetric(definition), seed: SEED }
  return measureImportance(request, ports, watch)
}

export interface ImportanceRequest {
  readonly model: RunnableModel
  readonly definition: Predicted
  readonly settings: MetricSettings
  readonly metric: MetricName
  readonly data: EvaluationData
  /** How many rows the data holds. */
  readonly rows: number
  readonly seed: number
}

/**
 * Measures what a metric loses when the columns that an ONNX model reads are shuffled, one at a time, 10 times each, on
 * at most 5,000 of the rows. All orders are scored in the same batches, so that a column that the model ignores has
 * exactly 0.
 *
 * @throws {ModelyardError} `bad-data` where the metric has no value on these rows; `bad-input` for more than 1,000
 *   columns; otherwise as scoring says.
 */
export async function measureImportance(
  { model, definition, settings, metric, data, rows, seed }: ImportanceRequest,
  { inference, tables }: Pick<Ports, 'inference' | 'tables'>,
  { signal, progress }: Watch,
): Promise<Importance> {
  const signature = model.signature ?? (await inference.describe(model.bytes)).signature
  const plan = planInputs(signature, await tables.columns(data.path), definition.target)
  const columns = [...new Set(plan.columns.map(({ name }) => name))]
  if (columns.length > MOST_COLUMNS) throw tooManyColumns(columns.length)
  const only = rows > MOST_ROWS ? drawEvenly(rows, MOST_ROWS, seed) : data.only
  const sample = await readSample({ path: data.path, only }, plan, definition, tables)
  const score = async (variants: readonly Variant[], scored: (rows: number) => void) => {
    const scores = await inference.score({
      model: model.bytes,
      inputs: plan.inputs,
      batches: batchesOf(sample, variants),
      task: definition.task === 'regression' ? 'regression' : 'classification',
      signal,
      progress: scored,
    })
    const values = variants.map((variant, index) =>
      metricOn(partOf(scores, index, sample.rows), variant, sample, { definition, settings, metric }),
    )
    return { values, width: scores.probabilities?.width ?? 1 }
  }
  progress?.(`measuring importance: ${columns.length} columns, ${REPEATS} times on ${sample.rows} rows`)
  const { values: asIs, width } = await score([{}], () => {})
  const orders = rowOrders(sample.rows, REPEATS, seed)
  const variants = columns.flatMap(column => orders.map((order): Variant => ({ column, order })))
  const atOnce = Math.max(1, Math.floor(MOST_NUMBERS / (sample.rows * width)))
  const values: number[] = []
  while (values.length < variants.length) {
    const done = values.length
    const part = variants.slice(done, done + atOnce)
    const found = await score(part, scored =>
      progress?.('measuring importance', (done + scored / sample.rows) / variants.length),
    )
    values.push(...found.values)
  }
  const shuffled = columns.map((column, at): ShuffledColumn => {
    return { column, values: values.slice(at * REPEATS, (at + 1) * REPEATS) }
  })
  const value = asIs[0] as number
  return {
    metric,
    rows: sample.rows,
    'data-rows': rows,
    repeats: REPEATS,
    seed,
    value,
    features: featureLosses(metric, value, shuffled),
  }
}

/** The rows as they are, or with one column in another order. */
interface Variant {
  readonly column?: string
  readonly order?: Uint32Array
}

interface Sample {
  readonly rows: number
  /** As the plan has them. */
  readonly columns: readonly { readonly name: string; readonly values: ColumnValues }[]
  readonly labels: TargetCollector
}

async function readSample(
  rows: Rows,
  plan: InputsPlan,
  { target, task }: Predicted,
  tables: Tables,
): Promise<Sample> {
  const targetColumn = { name: target, kind: task === 'regression' ? 'number' : 'text' } as const
  const labels = new TargetCollector()
  const collectors = [...plan.columns.map(() => new TargetCollector()), labels]
  let count = 0
  for await (const batch of readRows(tables, rows, [...plan.columns, targetColumn], READ_ROWS)) {
    for (const [index, values] of batch.columns.entries()) collectors[index]?.add(values)
    count += batch.rows
  }
  const columns = plan.columns.map(({ name, kind }, index) => {
    const collected = collectors[index] as TargetCollector
    const values: ColumnValues =
      kind === 'number' ? { kind, values: collected.numbers() } : { kind, ...collected.text() }
    return { name, values }
  })
  return { rows: count, columns, labels }
}

/** All variants one after the other, each in batches of its own, so that a row stands in the same batch in all. */
async function* batchesOf({ rows, columns }: Sample, variants: readonly Variant[]): AsyncGenerator<Batch> {
  for (const [index, { column, order }] of variants.entries()) {
    for (let start = 0; start < rows; start += BATCH_ROWS) {
      const end = Math.min(rows, start + BATCH_ROWS)
      yield {
        start: index * rows + start,
        rows: end - start,
        columns: columns.map(({ name, values }) =>
          name === column && order !== undefined
            ? pick(values, order.subarray(start, end))
            : part(values, start, end),
        ),
      }
    }
  }
}

function part(column: ColumnValues, start: number, end: number): ColumnValues {
  return column.kind === 'number'
    ? { kind: 'number', values: column.values.subarray(start, end) }
    : { ...column, codes: column.codes.subarray(start, end) }
}

/** What a model made of one variant. */
function partOf({ probabilities, labels, values }: Scores, index: number, rows: number): ModelScores {
  const [start, end] = [index * rows, (index + 1) * rows]
  return {
    rows,
    ...(probabilities === undefined
      ? {}
      : {
          probabilities: {
            ...probabilities,
            values: probabilities.values.subarray(start * probabilities.width, end * probabilities.width),
          },
        }),
    ...(labels === undefined ? {} : { labels: labels.slice(start, end) }),
    ...(values === undefined ? {} : { values: values.subarray(start, end) }),
  }
}

function metricOn(
  scores: ModelScores,
  { column }: Variant,
  { labels }: Sample,
  { definition, settings, metric }: Pick<ImportanceRequest, 'definition' | 'settings' | 'metric'>,
): number {
  const where = column === undefined ? '' : `with \`${column}\` shuffled, `
  const found = aligned(scores, definition, labels, where)
  const value = singleMetric(metric, found, settingsInEffect(settings))
  if (typeof value === 'number') return value
  throw new ModelyardError({
    code: 'bad-data',
    message: `importance cannot be measured by ${metric}: ${where}${value.why}`,
    next: 'leave out --importance, evaluate on more rows, or name another `evaluate.primary-metric`',
  })
}

/** A model that answers NaN for a mixture of values is told from one that does so for a row of the data. */
function aligned(
  scores: ModelScores,
  definition: Predicted,
  labels: TargetCollector,
  where: string,
): Predictions {
  try {
    return alignScores(definition, scores, labels)
  } catch (error) {
    if (!(error instanceof ModelyardError)) throw error
    const { code, message } = error
    throw new ModelyardError({
      code,
      message: `importance cannot be measured: ${where}${message}`,
      next: 'leave out --importance, or export a model that answers for every mixture of values',
      cause: error,
    })
  }
}

function tooManyColumns(columns: number): ModelyardError {
  return new ModelyardError({
    code: 'bad-input',
    message: `importance is measured a column at a time, and the model reads ${columns} columns, more than ${MOST_COLUMNS}`,
    next: 'leave out --importance',
  })
}
