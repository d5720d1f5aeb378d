import { firstUnfit, type InputsPlan, planInputs } from '../domain/comparison/input-plan.ts'
import type { LabelColumn } from '../domain/comparison/predictions.ts'
import { unknownCategories, unusedColumns, type WordCounts } from '../domain/comparison/traps.ts'
import { ModelyardError } from '../domain/errors/index.ts'
import type { Traps } from '../domain/evidence/evaluation.ts'
import { once } from '../domain/once.ts'
import type { Signature } from '../domain/registry/version.ts'
import type { Batch, ColumnFacts, ColumnValues, MemoryLimit, Ports } from '../ports.ts'
import type { Watch } from './define.ts'
import {
  alignScores,
  type EvaluationData,
  type Predicted,
  type ScoredVersion,
  TargetCollector,
  trapsOf,
} from './labelled-scores.ts'
import { readRows } from './selected-rows.ts'

/** Rows that the engine scores at one time. Fixed: other batches change last digits, and evidence is to be repeatable. */
export const BATCH_ROWS = 1024

/** An ONNX model and what is known of it. */
export interface RunnableModel {
  /** As progress and errors call it: `version 3`. */
  readonly name: string
  readonly bytes: Uint8Array
  /** With the names of its columns, where they were registered; otherwise the file's own. */
  readonly signature?: Signature | undefined
}

/** What can be done on the way, where rows are scored at all. */
export interface Along {
  /** Columns of the data that are read as words in the same pass. */
  readonly beside?: readonly string[] | undefined
  /** Called when the engine has rows to score, batch by batch: what can be done while it does. */
  readonly meanwhile?: (() => void) | undefined
}

/**
 * Scores rows with an ONNX model and puts the predictions beside the labels.
 *
 * @throws {ModelyardError} `bad-data` where a column does not fit the model or the labels do not fit the task;
 *   `not-runnable`, `bad-artifact`, `timed-out` as the engine says.
 */
export async function scoreModel(
  model: RunnableModel,
  definition: Predicted,
  data: EvaluationData,
  { inference, tables }: Pick<Ports, 'inference' | 'tables'>,
  { signal, progress }: Watch,
  { beside = [], meanwhile }: Along = {},
): Promise<ScoredVersion> {
  const described = await inference.describe(model.bytes)
  const { target, task } = definition
  const regression = task === 'regression'
  const planned = once(async () => {
    const present = await tables.columns(data.path)
    return planInputs(model.signature ?? described.signature, present, target)
  })
  const others = [...new Set(beside)]
  const fed = new FedRows(others)
  const batches = async function* () {
    const plan = await planned()
    const columns: ColumnFacts[] = [
      ...plan.columns,
      { name: target, kind: regression ? 'number' : 'text' },
      ...others.map(name => ({ name, kind: 'text' }) as const),
    ]
    try {
      for await (const batch of readRows(tables, data, columns, BATCH_ROWS)) {
        // Counted while the model scores, and not before it has rows to score.
        data.rowTraps?.()
        meanwhile?.()
        yield fed.take(batch, plan)
      }
    } catch (error) {
      throw await explainMisfit(error, plan, data, tables)
    }
  }
  const scores = await inference.score({
    model: model.bytes,
    inputs: async () => (await planned()).inputs,
    batches: batches(),
    task: regression ? 'regression' : 'classification',
    signal,
    progress: rows => progress?.(`scoring ${model.name}: ${rows} rows`),
  })
  if (scores.rows === 0) {
    throw new ModelyardError({
      code: 'bad-data',
      message: `${data.uri} holds no rows`,
      next: 'check the step that wrote it',
    })
  }
  const plan = await planned()
  const predictions = alignScores(definition, scores, fed.labels)
  const found = fed.traps(plan, described.knownWords ?? new Map())
  const traps = await trapsOf(predictions, data, found)
  return {
    predictions,
    beside: fed.beside(),
    traps,
    memoryLimit: scores.memoryLimit,
    remarks: [...plan.remarks, ...predictions.remarks, ...limitRemarks(scores.memoryLimit)],
  }
}

/** The system's own limit is what is promised, and needs no word. */
export function limitRemarks(limit: MemoryLimit | undefined): string[] {
  if (limit === 'watched')
    return ['this system limits no memory: the size of the process that ran the model was watched']
  return limit === 'none' ? ['nothing limited the memory of the process that ran the model'] : []
}

/** Batches on their way to the model: their labels are kept, their words counted, what no tensor holds refused. */
class FedRows {
  readonly labels = new TargetCollector()
  readonly #beside: ReadonlyMap<string, TargetCollector>
  readonly #counts: number[][] = []
  readonly #words: (readonly string[])[] = []

  constructor(beside: readonly string[]) {
    this.#beside = new Map(beside.map(name => [name, new TargetCollector()]))
  }

  /** The input columns of a batch, behind which come the target and what is read beside. */
  take(batch: Batch, plan: InputsPlan): Batch {
    for (const input of plan.inputs) {
      for (const position of input.columns) refuseUnfit(batch, position, plan, input)
    }
    const [labels, ...others] = batch.columns.slice(plan.columns.length) as [ColumnValues, ...ColumnValues[]]
    const columns = batch.columns.slice(0, plan.columns.length)
    for (const [index, values] of columns.entries()) {
      if (values.kind === 'text') this.#count(index, values.codes, values.words)
    }
    this.labels.add(labels)
    for (const [index, collector] of [...this.#beside.values()].entries())
      collector.add(others[index] as ColumnValues)
    return { ...batch, columns }
  }

  beside(): ReadonlyMap<string, LabelColumn> {
    return new Map([...this.#beside].map(([name, collector]) => [name, { name, ...collector.text() }]))
  }

  #count(index: number, codes: Uint32Array, words: readonly string[]): void {
    const counts = this.#counts[index] ?? []
    this.#counts[index] = counts
    for (let code = counts.length; code < words.length; code += 1) counts.push(0)
    for (const code of codes) counts[code] = (counts[code] as number) + 1
    // A dictionary only grows, so the last one explains all codes.
    this.#words[index] = words
  }

  traps(plan: InputsPlan, known: ReadonlyMap<string, readonly string[]>): Traps {
    const ofColumns = new Map<string, readonly string[]>()
    for (const { name, columns } of plan.inputs) {
      const [only, ...others] = columns
      const words = known.get(name)
      if (only === undefined || others.length > 0 || words === undefined) continue
      ofColumns.set(plan.columns[only]?.name ?? name, words)
    }
    const counted = this.#counts.map((counts, index): WordCounts => {
      return { column: plan.columns[index]?.name ?? '', words: this.#words[index] ?? [], counts }
    })
    const unknown = unknownCategories(Object.values(counted), ofColumns)
    return {
      ...(unknown.length === 0 ? {} : { 'unknown-categories': unknown }),
      ...unusedColumns(plan.unused),
    }
  }
}

type Input = InputsPlan['inputs'][number]

function refuseUnfit(batch: Batch, position: number, plan: InputsPlan, { datatype, wants }: Input): void {
  const values = batch.columns[position]
  if (values?.kind !== 'number') return
  const unfit = firstUnfit(values.values, datatype)
  if (unfit === undefined) return
  throw new ModelyardError({
    code: 'bad-data',
    message: `${wants}; column \`${plan.columns[position]?.name}\` ${unfit.why} at row ${batch.start + unfit.at + 1}`,
    next: 'correct the row, or export the model with a float input, which can hold fractions and missing numbers',
  })
}

/** Text where an input wants a number, in the input's own words; any other error as it is. */
async function explainMisfit(
  error: unknown,
  plan: InputsPlan,
  { path }: EvaluationData,
  tables: Ports['tables'],
): Promise<unknown> {
  if (!(error instanceof ModelyardError) || error.code !== 'bad-data' || error.place === undefined)
    return error
  for (const { columns, datatype, wants } of plan.inputs) {
    if (datatype === 'BYTES') continue
    for (const position of columns) {
      const name = plan.columns[position]?.name ?? ''
      const found = await tables.firstText(path, name).catch(() => undefined)
      if (found === undefined) continue
      return new ModelyardError({
        code: 'bad-data',
        message: `${wants}; column \`${name}\` holds text at row ${found.row}: ${JSON.stringify(found.text.slice(0, 40))}`,
        next: 'correct the row; a missing number is written as nothing or NA',
        place: error.place,
        cause: error,
      })
    }
  }
  return error
}
