import * as z from 'zod/mini'
import { comparePredictions } from '../domain/comparison/compare-predictions.ts'
import { fairnessOf } from '../domain/comparison/fairness.ts'
import { evaluatePredictions } from '../domain/comparison/measure.ts'
import { DEFAULT_PRIMARY, type MetricName, TASKS } from '../domain/comparison/metric-catalogue.ts'
import { samePredictions } from '../domain/comparison/predicted-rows.ts'
import { readingsOf, VERDICT_OUTCOMES, verdictOn } from '../domain/comparison/readings.ts'
import { ModelyardError } from '../domain/errors/index.ts'
import type { Evaluation } from '../domain/evidence/evaluation.ts'
import { once } from '../domain/once.ts'
import { UserName } from '../domain/registry/names.ts'
import type { Signature } from '../domain/registry/version.ts'
import type { ComparisonResult } from '../domain/results/measurement.ts'
import type { Ports, Tables } from '../ports.ts'
import type { Watch } from './define.ts'
import { readTextColumns } from './evaluation-columns.ts'
import { engineOf } from './evidence-writer.ts'
import type { EvaluationData, Predicted, ScoredVersion } from './labelled-scores.ts'
import { digestOfData } from './move-facts.ts'
import { readPredictions } from './read-predictions.ts'
import { readRowNumbers } from './row-numbers.ts'
import { findRowTraps } from './row-traps.ts'
import { scoreModel } from './score-model.ts'
import { describeTarget, guessPositive, guessTask } from './target-finder.ts'

const RESAMPLES = 2000
const PREDICTIONS = /\.(?:csv|parquet|jsonl|ndjson)$/i

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
  /** With the names of the columns, where one was registered; it holds for models whose inputs have the same names. */
  readonly signature?: Signature | undefined
  /** Left out: the usual one of the task. */
  readonly primary?: MetricName | undefined
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
  const startedAt = ports.clock.now()
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
  const files = [input.champion, input.challenger] as const
  const [champion, challenger] = (await Promise.all(
    files.map((file, index) =>
      scoreFile(
        { file, signature: input.signature },
        definition,
        data,
        ports,
        watch,
        index === 0 ? input.slices : [],
      ),
    ),
  )) as [ScoredVersion, ScoredVersion]
  const primary = input.primary ?? DEFAULT_PRIMARY[definition.task]
  const columns = champion.beside ?? (await readTextColumns(input.slices ?? [], data, ports.tables))
  const slices = [...columns.values()]
  const options = {
    target: input.target,
    primary,
    resamples: RESAMPLES,
    seed: input.seed,
    slices,
    progress: (share: number) => watch.progress?.('computing intervals', share),
  }
  const facts = comparePredictions(champion.predictions, challenger.predictions, options)
  const fairness = fairnessOf(champion.predictions, challenger.predictions, {
    target: input.target,
    settings: {},
    columns: slices,
  })
  const verdict = verdictOn(facts, primary, 0)
  return {
    kind: 'comparison',
    outcome: VERDICT_OUTCOMES[verdict],
    champion: { file: files[0], artifact: await digestOfData(files[0], ports.artifacts) },
    challenger: { file: files[1], artifact: await digestOfData(files[1], ports.artifacts) },
    'primary-metric': primary,
    verdict,
    margin: 0,
    identical: samePredictions(champion.predictions, challenger.predictions),
    readings: readingsOf(facts),
    facts,
    'champion-evaluation': levelsOf(champion, input.target),
    'challenger-evaluation': levelsOf(challenger, input.target),
    ...(fairness === undefined ? {} : { fairness }),
    data: { uri: data.uri, sha256: data.sha256, pinned: false },
    engine: engineOf(
      ports,
      files.map(file => (PREDICTIONS.test(file) ? file : undefined)),
    ),
    seconds: (ports.clock.now() - startedAt) / 1000,
    evidence: [],
    remarks: [...remarks, ...sidedRemarks(champion, challenger)],
    next: [],
  }
}

/** Each model by itself, for the curves: its intervals and slices are of no use beside those of the difference. */
function levelsOf({ predictions, traps }: ScoredVersion, target: string): Evaluation {
  const facts = evaluatePredictions(predictions, target)
  return Object.keys(traps).length === 0 ? facts : { ...facts, traps }
}

/** What both models say of the rows is said once. */
function sidedRemarks(champion: ScoredVersion, challenger: ScoredVersion): string[] {
  const both = champion.remarks.filter(remark => challenger.remarks.includes(remark))
  const alone = (name: string, { remarks }: ScoredVersion) =>
    remarks.filter(remark => !both.includes(remark)).map(remark => `${name}: ${remark}`)
  return [...both, ...alone('champion', champion), ...alone('challenger', challenger)]
}

async function scoreFile(
  { file, signature }: { readonly file: string; readonly signature: Signature | undefined },
  definition: Predicted,
  data: EvaluationData,
  ports: FilePorts,
  watch: Watch,
  beside: readonly string[] | undefined,
): Promise<ScoredVersion> {
  if (PREDICTIONS.test(file)) return readPredictions(definition, data, file, ports.tables)
  const bytes = await ports.artifacts.readAll(file)
  const model = { name: file, bytes, signature: await fitting(signature, bytes, ports) }
  return scoreModel(model, definition, data, ports, watch, { beside })
}

/** A registered signature where the model has inputs of the same names. */
async function fitting(
  signature: Signature | undefined,
  bytes: Uint8Array,
  { inference }: Pick<Ports, 'inference'>,
): Promise<Signature | undefined> {
  if (signature === undefined) return undefined
  const names = ({ inputs }: Signature) => inputs.map(({ name }) => name).join('\n')
  const own = (await inference.describe(bytes)).signature
  return names(own) === names(signature) ? signature : undefined
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
