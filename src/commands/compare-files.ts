import * as z from 'zod/mini'
import { DEFAULT_PRIMARY, TASKS } from '../domain/comparison/metric-catalogue.ts'
import { ModelyardError } from '../domain/errors/index.ts'
import { once } from '../domain/once.ts'
import { UserName } from '../domain/registry/names.ts'
import type { ComparisonResult } from '../domain/results/measurement.ts'
import type { Ports, Tables } from '../ports.ts'
import { type ComparedSide, compareSides, predictionsIn } from './compare-sides.ts'
import type { Watch } from './define.ts'
import { readTextColumns } from './evaluation-columns.ts'
import type { EvaluationData, Predicted } from './labelled-scores.ts'
import { digestOfData } from './move-facts.ts'
import { readRowNumbers } from './row-numbers.ts'
import { findRowTraps } from './row-traps.ts'
import { scoreModel } from './score-model.ts'
import { describeTarget, guessPositive, guessTask } from './target-finder.ts'

/** Inputs of `compare` that make it compare two files instead of two versions. */
export const fileInputs = {
  target: z
    .optional(UserName)
    .check(z.describe('The column that is predicted: --champion and --challenger are then files.')),
  positiveClass: z
    .optional(UserName)
    .check(z.describe('For two files: the class that probabilities are of.')),
  task: z
    .optional(z.enum(TASKS))
    .check(z.describe('For two files: what is predicted; left out: what the target looks like.')),
  rows: z
    .optional(z.string().check(z.minLength(1), z.maxLength(4000)))
    .check(z.describe('For two files: a file of row numbers from 0; only these rows of the data are used.')),
  slices: z
    .optional(z.array(UserName).check(z.maxLength(20)))
    .check(z.describe('For two files: columns whose values make groups of rows.')),
}

interface FilesInput {
  readonly model?: string | undefined
  readonly champion: string
  readonly challenger: string
  readonly data?: string | undefined
  readonly target: string
  readonly positiveClass?: string | undefined
  readonly task?: (typeof TASKS)[number] | undefined
  readonly rows?: string | undefined
  readonly slices?: readonly string[] | undefined
  readonly seed: number
  readonly for?: string | undefined
  readonly championPredictions?: string | undefined
  readonly challengerPredictions?: string | undefined
}

type FilePorts = Pick<Ports, 'artifacts' | 'clock' | 'inference' | 'tables'>

/**
 * Compares two model files, or files of their predictions, on rows that the user names. Reads no repository and writes
 * nothing.
 *
 * @throws {ModelyardError} `bad-input` where a model of the registry is named too, or something is missing; otherwise
 *   as scoring says.
 */
export async function compareFiles(
  input: FilesInput,
  ports: FilePorts,
  watch: Watch,
): Promise<ComparisonResult> {
  const dataFile = await requireFiles(input, ports)
  const { definition, remarks } = await whatIsPredicted(input, dataFile, ports.tables)
  const data: EvaluationData = {
    uri: dataFile,
    path: dataFile,
    only: input.rows === undefined ? undefined : await readRowNumbers(input.rows, dataFile, ports.tables),
    sha256: await digestOfData(dataFile, ports.artifacts),
    pinned: false,
    rowTraps: once(() => findRowTraps(ports.tables, dataFile, undefined)),
  }
  const columns = input.slices ?? []
  const sides = (await Promise.all(
    [input.champion, input.challenger].map(file => fileSide(file, definition, data, ports, watch)),
  )) as [ComparedSide, ComparedSide]
  const result = await compareSides(
    sides,
    {
      data,
      target: input.target,
      primary: DEFAULT_PRIMARY[definition.task],
      seed: input.seed,
      beside: columns,
      measuredBy: async read => {
        const found = read ?? (await readTextColumns(columns, data, ports.tables))
        return { settings: {}, slices: [...found.values()], clusters: undefined }
      },
    },
    ports,
    watch,
  )
  return { ...result, remarks: [...remarks, ...result.remarks] }
}

/** A model file, or one of predictions. */
async function fileSide(
  file: string,
  definition: Predicted,
  data: EvaluationData,
  ports: FilePorts,
  watch: Watch,
): Promise<ComparedSide> {
  const sha256 = await digestOfData(file, ports.artifacts)
  const score = async (beside: readonly string[]) => {
    const bytes = await ports.artifacts.readAll(file)
    return scoreModel({ name: file, bytes }, definition, data, ports, watch, { beside })
  }
  return predictionsIn(file, sha256, definition, data, ports) ?? { file, sha256, score }
}

async function whatIsPredicted(
  input: FilesInput,
  data: string,
  tables: Tables,
): Promise<{ readonly definition: Predicted; readonly remarks: readonly string[] }> {
  const { target } = input
  const found = await describeTarget(data, target, { tables })
  const task = input.task ?? (input.positiveClass === undefined ? guessTask(found) : 'binary-classification')
  if (task === undefined)
    throw badInput(`\`${target}\` does not tell what is predicted`, `say it: --task ${TASKS.join(', ')}`)
  const remarks = input.task === undefined ? [`by what \`${target}\` holds, this is ${task}`] : []
  if (task !== 'binary-classification') return { definition: { task, target }, remarks }
  const positive = input.positiveClass ?? guessPositive(found)
  if (positive === undefined)
    throw badInput(
      `which value of \`${target}\` is the positive class is not clear: it holds ${found.words.slice(0, 5).join(', ')}`,
      'name it: --positive-class VALUE',
    )
  return { definition: { task, target, 'positive-class': positive }, remarks }
}

/** @returns The data file. */
async function requireFiles(input: FilesInput, { artifacts }: FilePorts): Promise<string> {
  if (input.model !== undefined)
    throw badInput(
      `--target compares two files, and \`${input.model}\` is a model of the registry`,
      'leave out --target, or the model',
    )
  for (const [flag, given] of [
    ['for', input.for],
    ['champion-predictions', input.championPredictions],
    ['challenger-predictions', input.challengerPredictions],
  ]) {
    if (given !== undefined)
      throw badInput(
        `--${flag} is for versions of a model, and --target compares two files`,
        'name the two files: --champion FILE --challenger FILE',
      )
  }
  for (const [flag, file] of [
    ['champion', input.champion],
    ['challenger', input.challenger],
  ] as const) {
    if (!(await isFile(file, artifacts)))
      throw badInput(
        `with --target, --${flag} names a file, and there is no file \`${file}\``,
        'name an ONNX model, or a CSV, Parquet or JSON lines file of predictions',
      )
  }
  if (input.data !== undefined) return input.data
  throw badInput('two files are compared on rows that you name', 'name them: --data test.csv')
}

type RegistryInput = Pick<
  FilesInput,
  'model' | 'champion' | 'challenger' | 'positiveClass' | 'task' | 'rows' | 'slices'
>

/**
 * The model of the registry that is meant where no `--target` says that files are.
 *
 * @throws {ModelyardError} `bad-input` that tells the two ways apart, where something of each was given.
 */
export async function requireRegistryInput(
  input: RegistryInput,
  { artifacts }: Pick<Ports, 'artifacts'>,
): Promise<string> {
  const { model, champion, challenger } = input
  const given = (['positiveClass', 'task', 'rows', 'slices'] as const).find(key => input[key] !== undefined)
  for (const name of [champion, challenger]) {
    if (/[./\\]/.test(name) && (await isFile(name, artifacts)))
      throw badInput(
        `\`${name}\` is a file, and files are compared on a target`,
        'name its column: --target COLUMN',
      )
  }
  if (given !== undefined)
    throw badInput(
      `--${given === 'positiveClass' ? 'positive-class' : given} is for two files; of a model, model.yaml says it`,
      'leave it out, or name two files and --target',
    )
  if (model !== undefined) return model
  throw badInput(
    'compare needs MODEL, or two files',
    'modelyard compare MODEL; or --champion FILE --challenger FILE --data FILE --target COLUMN',
  )
}

async function isFile(path: string, artifacts: Ports['artifacts']): Promise<boolean> {
  return artifacts.readHead(path, 1).then(
    () => true,
    () => false,
  )
}

function badInput(message: string, next: string): ModelyardError {
  return new ModelyardError({ code: 'bad-input', message, next })
}
