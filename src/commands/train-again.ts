import { ModelyardError } from '../domain/errors/index.ts'
import type { CommandReport } from '../domain/results/reproduction.ts'
import type { CommandEnd, Limits, Ports } from '../ports.ts'
import type { Watch } from './define.ts'
import { digestOfPath } from './move-facts.ts'

/** Of what a command printed, so much is shown. */
const SHOWN_LINES = 30
const SHOWN_LETTERS = 500

/** A training, ready to be run. */
export interface TrainingRequest {
  /** The checkout that it runs in. */
  readonly folder: string
  readonly command: string
  /** Run before it, where the user asks for it. */
  readonly install?: string | undefined
  readonly data: string
  readonly out: string
  readonly seed: number
  readonly limits: Limits
}

/** How a training went, and what it left. */
export interface Training {
  readonly report: CommandReport
  /** Undefined where a command failed. */
  readonly artifact?: { readonly path: string; readonly sha256: string }
}

/**
 * Runs the training command of a checkout. A command that fails is an answer, not an error.
 *
 * @throws {ModelyardError} `bad-artifact` where it ends well and leaves no model, or more than one; `interrupted`.
 */
export async function trainAgain(
  { folder, command, install, data, out, seed, limits }: TrainingRequest,
  { process: shell, artifacts }: Pick<Ports, 'process' | 'artifacts'>,
  { signal, progress }: Watch,
): Promise<Training> {
  const env = { MODELYARD_DATA: data, MODELYARD_OUT: out, MODELYARD_SEED: String(seed) }
  const steps = [
    ...(install === undefined ? [] : [['install', install] as const]),
    ['train', command] as const,
  ]
  let report: CommandReport | undefined
  for (const [step, line] of steps) {
    const doing = step === 'train' ? 'training' : 'installing'
    progress?.(doing)
    const said = (text: string) => progress?.(`${doing}: ${text.slice(0, 100)}`)
    const end = await shell.run({ command: line, folder, env, limits, signal, said })
    report = reportOf(step, line, end)
    if (end.status !== 0 || end.exceeded !== undefined) return { report }
  }
  if (report === undefined) throw new Error('there is no step to run')
  const path = await findArtifact(out, command, artifacts)
  return { report, artifact: { path, sha256: await digestOfPath(path, artifacts) } }
}

function reportOf(step: CommandReport['step'], command: string, end: CommandEnd): CommandReport {
  const lines = end.tail.split(/\r\n|\r|\n/).filter(line => line.trim() !== '')
  return {
    step,
    command,
    ...(end.status === undefined ? {} : { status: end.status }),
    ...(end.signal === undefined ? {} : { signal: end.signal }),
    ...(end.exceeded === undefined ? {} : { exceeded: end.exceeded }),
    seconds: Math.round(end.seconds * 1000) / 1000,
    ...(end.peakBytes === undefined ? {} : { 'peak-bytes': end.peakBytes }),
    'memory-limit': end.memoryLimit,
    said: lines.slice(-SHOWN_LINES).map(line => line.slice(0, SHOWN_LETTERS)),
  }
}

/** The one `model.*` file or `model` folder that a training left. */
async function findArtifact(out: string, command: string, artifacts: Ports['artifacts']): Promise<string> {
  const files = await filesIn(out, artifacts)
  const names = files.map(path => path.split('/')[0] as string)
  const isFolder = (name: string) => files.some(path => path.startsWith(`${name}/`))
  const models = [...new Set(names)].filter(name =>
    isFolder(name) ? name === 'model' : /^model\.[^/]+$/.test(name),
  )
  const [model] = models
  if (model !== undefined && models.length === 1) return `${out}/${model}`
  throw new ModelyardError({
    code: 'bad-artifact',
    message:
      models.length === 0
        ? `the training left no model: ${names.length === 0 ? 'MODELYARD_OUT is empty' : `MODELYARD_OUT holds ${shown(names)}`}`
        : `the training left ${models.length} models, ${shown(models)}, and one is due`,
    next: `write exactly one file model.* or one folder model/ to $MODELYARD_OUT in: ${command}`,
  })
}

async function filesIn(out: string, artifacts: Ports['artifacts']): Promise<string[]> {
  try {
    return (await artifacts.hashPath(out)).files.map(({ path }) => path)
  } catch (error) {
    // An empty folder is an answer here; a link or a special file is not.
    if (error instanceof ModelyardError && / empty folder/.test(error.message)) return []
    throw error
  }
}

function shown(names: readonly string[]): string {
  const unique = [...new Set(names)]
  return `${unique.slice(0, 8).join(', ')}${unique.length > 8 ? ` and ${unique.length - 8} more` : ''}`
}
