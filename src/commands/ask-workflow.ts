import type { AskedIn } from '../domain/conversation/asked-in.ts'
import { ModelyardError } from '../domain/errors/index.ts'
import { promotingWorkflow } from '../domain/registry/config.ts'
import type { Deployments, StartedRun } from '../ports.ts'
import type { RegistryAt } from './registry-reader.ts'
import { startWorkflow } from './start-workflow.ts'

/** What a workflow is asked to measure, and then to propose where it is more than a comparison. */
export interface AskedMeasuring {
  readonly kind: 'promotion' | 'comparison'
  readonly model: string
  readonly version: number
  /** Of a comparison left out: the next one of the version. */
  readonly stage?: string | undefined
  /** Of a comparison; otherwise it is the champion. */
  readonly champion?: number | undefined
  readonly reason?: string | undefined
}

/**
 * Starts the workflow that measures, on the default branch; once for what the same words ask.
 *
 * @param branch - The default branch.
 * @param askedIn - Where it was asked for: it stands in the run's name.
 * @throws {ModelyardError} `unsupported` where no workflow of the repository takes it; `remote-failed` where GitHub did not
 *   say whether it was started: then it is to be asked again.
 */
export async function askWorkflow(
  { config }: RegistryAt,
  branch: string,
  { kind, model, version, stage, champion, reason }: AskedMeasuring,
  askedIn: AskedIn,
  deployments: Deployments,
): Promise<StartedRun> {
  const workflow = promotingWorkflow(config)
  if (workflow === undefined) {
    throw new ModelyardError({
      code: 'unsupported',
      message: 'no workflow that measures is listed under `workflows` of .github/modelyard.yml',
      next: 'let `modelyard init` write modelyard-promote.yml, list it there, and merge both',
    })
  }
  const inputs = {
    kind,
    model,
    version: String(version),
    ...(stage === undefined ? {} : { stage }),
    ...(champion === undefined ? {} : { champion: String(champion) }),
    ...(reason === undefined ? {} : { reason }),
  }
  const refused = 'it may be older than this release: see what `modelyard init` would write'
  return startWorkflow({ workflow, branch, inputs, askedIn, refused }, deployments)
}
