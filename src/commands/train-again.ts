import { ModelyardError } from '../domain/errors/index.ts'
import type { CommandReport } from '../domain/results/reproduction.ts'
import type { Limits, Ports } from '../ports.ts'
import { endedWell, reportOf } from './command-report.ts'
import type { Watch } from './define.ts'
import { digestOfPath } from './move-facts.ts'
import { filesLeft, trainedModel } from './trained-model.ts'

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
    if (!endedWell(end)) return { report }
  }
  if (report === undefined) throw new Error('there is no step to run')
  const path = await findArtifact(out, command, artifacts)
  return { report, artifact: { path, sha256: await digestOfPath(path, artifacts) } }
}

async function findArtifact(out: string, command: string, artifacts: Ports['artifacts']): Promise<string> {
  const found = trainedModel(await filesLeft(out, artifacts), command)
  if ('name' in found) return `${out}/${found.name}`
  throw new ModelyardError({ code: 'bad-artifact', message: found.why, next: found.next })
}
