import { ModelyardError } from '../domain/errors/index.ts'
import type { ModelDefinition } from '../domain/registry/definition.ts'
import { folderDigest } from '../domain/registry/manifest.ts'
import type { RunResult } from '../domain/results/run.ts'
import type { HashedFile, Ports } from '../ports.ts'
import { PREDICTIONS } from './predicted-by-command.ts'
import { readScores } from './read-predictions.ts'
import type { Step } from './run-data.ts'
import { type Breach, filesLeft, trainedModel } from './trained-model.ts'

type Made = RunResult['made'][number]

const MOST_LISTED = 100
/** Of `metrics.json` and `params.json`. */
const MOST_BYTES = 1024 * 1024

/** What a command left, and whether it is what it should leave. */
export interface Left {
  readonly made: readonly Made[]
  readonly remarks: readonly string[]
  readonly breach?: Breach | undefined
  readonly predictions?: number | undefined
}

/** What a command was to do. */
export interface Due {
  readonly step: Step
  readonly line: string
  readonly definition: ModelDefinition
  /** The rows to predict. */
  readonly rows: number | undefined
}

/**
 * Looks at what a command left in `MODELYARD_OUT`.
 *
 * @param due - What it should leave; undefined where it failed, and owes nothing.
 */
export async function readLeft(out: string, due: Due | undefined, ports: Ports): Promise<Left> {
  let files: readonly HashedFile[]
  try {
    files = await filesLeft(out, ports.artifacts)
  } catch (error) {
    const breach = breachOf(error, out)
    return owes(due) ? { made: [], remarks: [], breach } : { made: [], remarks: [breach.why] }
  }
  const all = thingsOf(files, ports)
  const made = all.slice(0, MOST_LISTED)
  const remarks = all.length > made.length ? [`${all.length - made.length} more things were left`] : []
  try {
    return { made, remarks, ...(owes(due) ? await judge(out, files, due, ports) : {}) }
  } catch (error) {
    return { made, remarks, breach: breachOf(error, out) }
  }
}

/** Checks and tests may leave whatever they like. */
function owes(due: Due | undefined): due is Due {
  return due?.step === 'train' || due?.step === 'predict'
}

/** What is wrong with a file is the command's fault; anything else is thrown on. */
function breachOf(error: unknown, out: string): Breach {
  if (!(error instanceof ModelyardError) || !FAULTS.has(error.code)) throw error
  // The folder may be gone when this is read: its files are named as the command knows them.
  return { why: error.message.replaceAll(out, '$MODELYARD_OUT'), next: error.next }
}

const FAULTS: ReadonlySet<string> = new Set(['bad-artifact', 'bad-data', 'bad-file', 'too-large'])

/** Files and folders by their names in the first level, sorted. */
function thingsOf(files: readonly HashedFile[], { artifacts }: Pick<Ports, 'artifacts'>): Made[] {
  const byName = Map.groupBy(files, ({ path }) => path.split('/')[0] as string)
  return [...byName].map(([name, own]): Made => {
    const bytes = own.reduce((sum, file) => sum + file.bytes, 0)
    const [only] = own
    if (only?.path === name) return { name, sha256: only.sha256, bytes }
    const inside = own.map(file => ({ ...file, path: file.path.slice(name.length + 1) }))
    const sha256 = folderDigest(inside, text => artifacts.hash(new TextEncoder().encode(text)))
    return { name, sha256, bytes, files: own.length }
  })
}

async function judge(
  out: string,
  files: readonly HashedFile[],
  due: Due,
  ports: Ports,
): Promise<Pick<Left, 'breach' | 'predictions'>> {
  if (due.step === 'predict') return judgePredictions(out, files, due, ports)
  return { breach: await judgeTraining(out, files, due.line, ports) }
}

async function judgeTraining(
  out: string,
  files: readonly HashedFile[],
  line: string,
  { artifacts }: Ports,
): Promise<Breach | undefined> {
  const found = trainedModel(files, line)
  if ('why' in found) return found
  // Refuses an empty file, as registering it would.
  await artifacts.hashPath(`${out}/${found.name}`)
  const { parseMetrics, parseParams } = await import('../domain/registry/params.ts')
  for (const [name, parse] of [
    ['metrics.json', parseMetrics],
    ['params.json', parseParams],
  ] as const) {
    const file = files.find(({ path }) => path === name)
    if (file === undefined) continue
    if (file.bytes > MOST_BYTES) return { why: `${name} has more than 1 MiB`, next: 'write less into it' }
    parse(name, new TextDecoder().decode(await artifacts.readAll(`${out}/${name}`)))
  }
  return undefined
}

async function judgePredictions(
  out: string,
  files: readonly HashedFile[],
  { definition, rows }: Due,
  { tables }: Ports,
): Promise<Pick<Left, 'breach' | 'predictions'>> {
  const next = 'write one row for each row of $MODELYARD_DATA, in their order'
  if (!files.some(({ path }) => path === PREDICTIONS))
    return { breach: { why: `it left no ${PREDICTIONS} in $MODELYARD_OUT`, next } }
  const path = `${out}/${PREDICTIONS}`
  const { rows: predictions } = await readScores(definition, { path }, tables)
  if (predictions === rows) return { predictions }
  return {
    predictions,
    breach: { why: `${PREDICTIONS} holds ${predictions} rows, and ${rows} were to be predicted`, next },
  }
}
