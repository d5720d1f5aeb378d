import * as z from 'zod/mini'
import { ModelyardError } from '../domain/errors/index.ts'
import type { ModelDefinition } from '../domain/registry/definition.ts'
import { UserName } from '../domain/registry/names.ts'
import type { SampleResult } from '../domain/results/sample.ts'
import { allocateRows, drawRows } from '../domain/stats/stratified-sample.ts'
import type { Ports } from '../ports.ts'
import { defineMeasurement } from './define.ts'
import { model } from './inputs.ts'
import { digestOfData, digestOfNamedData } from './move-facts.ts'
import { readStrata, type Strata } from './strata.ts'
import { pickRows, requireClassifier } from './uncertain-sample.ts'
import { missingKey, readWorkingDefinition } from './working-definition.ts'

/** Where neither model.yaml nor the asker says how many. */
const USUAL_SHARE = 0.1
/** Labels are given by hand. */
const USUAL_ROWS = 100

const File = z.string().check(z.minLength(1), z.maxLength(4000))

const input = z.strictObject({
  model,
  share: z
    .optional(z.number())
    .check(z.describe('Which share of the rows, above 0 and up to 1; left out: what model.yaml says.')),
  rows: z.optional(z.int()).check(z.describe('How many rows, in place of a share.')),
  stratify: z
    .optional(UserName)
    .check(z.describe('The column whose values keep their shares; left out: what model.yaml says.')),
  seed: z
    .optional(z.int().check(z.minimum(0), z.maximum(2 ** 31 - 1)))
    .check(z.describe('Of the draw; left out: `train.seed` of model.yaml.')),
  data: z
    .optional(File)
    .check(
      z.describe(
        'Where the training data lies now, when it is not in the repository; the rows to be labelled.',
      ),
    ),
  uncertain: z
    .optional(File)
    .check(
      z.describe(
        'A file of predictions for the rows of `data`: those that the model is least sure of are picked.',
      ),
    ),
  out: z
    .optional(File)
    .check(z.describe('Where to write it; left out: NAME.sample.csv or the like, in the folder you are in.')),
})
type Input = z.output<typeof input>

export const sample = defineMeasurement({
  name: 'sample',
  summary: 'Draw a stratified sample of the training data.',
  details: `The same data, choice and seed give the same bytes on every machine. Each value of the stratified column
keeps its share, and one row at least. Rows stand as they do in the data and in its order: of a CSV also quotes, line
ends and what is missing. What is not said is taken from \`train.sample\` of the model.yaml on disk, otherwise a tenth of
the rows is drawn, stratified by the target where that is a class.
With --uncertain FILE the rows of --data are picked whose labels would teach most: those whose likeliest class lies
least above the next, a hundred by itself. --stratify spreads them, the seed decides between equal ones, and as Markdown
the answer is a checklist for an issue.`,
  positional: ['model'],
  examples: [
    { command: 'modelyard sample telco-churn', does: 'draws what `train.sample` of model.yaml says' },
    {
      command: 'modelyard sample telco-churn --rows 500 --stratify senior_citizen --out sample.csv',
      does: 'draws 500 rows with as many senior citizens in proportion',
    },
    {
      command: 'modelyard sample telco-churn --data seen.csv --uncertain predictions.csv --rows 50',
      does: 'picks the 50 rows whose labels would teach most',
    },
  ],
  permission: 'read',
  doors: ['action', 'cli'],
  input,
  results: ['sample'],
  async run(given, ports, { progress }): Promise<SampleResult> {
    const found = await readWorkingDefinition(given.model, ports.worktree)
    const { train } = found.definition
    if (given.uncertain !== undefined) return uncertainSample(given, given.uncertain, found.definition, ports)
    if (train === undefined) throw missingKey(found, 'train', 'train: {command: …, data: …}')
    const data = await findData(given.data, train.data, ports)
    progress?.('reading the data')
    const column = given.stratify ?? train.sample?.stratify ?? classOf(found.definition)
    const strata = await readStrata(data, column, ports.tables)
    const wanted = rowsWanted(given, train.sample, strata.rows.length, data.uri)
    const sizes = strata.values.map(({ rows }) => rows)
    requireRows(strata, wanted)
    const allocated = allocateRows(sizes, wanted)
    const seed = given.seed ?? train.seed
    const out = given.out ?? nameBeside(data.uri)
    progress?.('writing the sample')
    await ports.tables.writeRows(
      data.path,
      drawRows(strata.rows, allocated, seed),
      ports.artifacts.place(out),
    )
    return {
      ...drawn(given.model, data, { column, strata, allocated, wanted, seed }),
      ...(await writtenFile(out, ports)),
      next: [`train on it: modelyard run ${given.model} train --data ${out}`],
    }
  },
})

interface Drawn {
  readonly column: string | undefined
  readonly strata: Strata
  readonly allocated: readonly number[]
  readonly wanted: number
  readonly seed: number
}

type Data = Awaited<ReturnType<typeof findData>>

function drawn(
  model: string,
  { uri, sha256 }: Data,
  { column, strata, allocated, wanted, seed }: Drawn,
): Omit<SampleResult, 'path' | 'sha256' | 'bytes' | 'next'> {
  return {
    kind: 'sample',
    model,
    data: { uri, sha256, rows: strata.rows.length },
    rows: wanted,
    share: Number((wanted / strata.rows.length).toPrecision(6)),
    ...(column === undefined ? {} : { stratify: column }),
    strata: strata.values.map((value, index) => ({ ...value, sampled: allocated[index] ?? 0 })),
    seed,
  }
}

async function writtenFile(out: string, { artifacts }: Ports) {
  const [written] = (await artifacts.hashPath(out)).files
  return { path: out, sha256: written?.sha256 ?? '', bytes: written?.bytes ?? 0 }
}

async function uncertainSample(
  given: Input,
  predictions: string,
  definition: ModelDefinition,
  ports: Ports,
): Promise<SampleResult> {
  requireClassifier(definition)
  if (given.data === undefined) {
    throw new ModelyardError({
      code: 'bad-input',
      message: 'which rows the predictions are of is not said',
      next: 'name the file with the rows to be labelled: --data FILE',
    })
  }
  const data = await findData(given.data, given.data, ports)
  const strata = await readStrata(data, given.stratify, ports.tables)
  const usual = { rows: Math.min(USUAL_ROWS, strata.rows.length) }
  const wanted = rowsWanted(given, usual, strata.rows.length, data.uri)
  requireRows(strata, wanted)
  const allocated = allocateRows(
    strata.values.map(({ rows }) => rows),
    wanted,
  )
  const seed = given.seed ?? definition.train?.seed ?? 0
  const { rows, told } = await pickRows(definition, { ...data, predictions }, strata, allocated, seed, ports)
  const out = given.out ?? nameBeside(data.uri, 'uncertain')
  await ports.tables.writeRows(data.path, rows, ports.artifacts.place(out))
  const written = await writtenFile(out, ports)
  return {
    ...drawn(given.model, data, { column: given.stratify, strata, allocated, wanted, seed }),
    ...written,
    uncertain: told,
    next: ['label them, and add them to the training data'],
  }
}

/** A number is no class: nearly every row would be a stratum of its own. */
function classOf({ task, target }: ModelDefinition): string | undefined {
  return task === 'regression' ? undefined : target
}

async function findData(given: string | undefined, named: string, ports: Ports) {
  if (given !== undefined)
    return { uri: given, path: given, sha256: await digestOfData(given, ports.artifacts) }
  const sha256 = await digestOfNamedData(named, ports)
  return { uri: named, path: `${ports.worktree.root}/${named}`, sha256 }
}

type Size = Pick<Input, 'share' | 'rows'>

/** What the asker says replaces what model.yaml says. */
function rowsWanted(given: Size, said: Size = {}, total: number, uri: string): number {
  const { share, rows } = given.share === undefined && given.rows === undefined ? said : given
  if (share !== undefined && rows !== undefined)
    throw badSize('a share and a number of rows were given', 'give one of them')
  if (rows !== undefined) {
    if (rows >= 1 && rows <= total) return rows
    throw badSize(
      `${rows} rows cannot be drawn from ${total}, as many as ${uri} has`,
      'ask for at least one, and no more than there are',
    )
  }
  const part = share ?? USUAL_SHARE
  if (!(part > 0 && part <= 1))
    throw badSize(`the share ${part} is none`, 'give one above 0 and up to 1, such as 0.1')
  return Math.max(1, Math.round(part * total))
}

function requireRows({ column, values }: Strata, wanted: number): void {
  if (values.length <= wanted) return
  throw badSize(
    `\`${column}\` has ${values.length} values, and a sample of ${wanted} rows has no room for a row of each`,
    'ask for more rows, or stratify by a column of fewer values',
  )
}

function badSize(message: string, next: string): ModelyardError {
  return new ModelyardError({ code: 'bad-input', message, next })
}

/** `train.sample.csv` of `data/train.csv`. */
function nameBeside(uri: string, mark = 'sample'): string {
  const name = uri.split(/[/\\]/).at(-1) ?? ''
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? `${name}.${mark}` : `${name.slice(0, dot)}.${mark}${name.slice(dot)}`
}
