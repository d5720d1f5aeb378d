import { existsSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { type Acme, MODEL, type Person } from './acme.ts'
import { WORKFLOWS } from './callers.ts'
import { measureAsked } from './measure-asked.ts'
import { startRun, type WorkflowRun } from './workflow-run.ts'

/** What somebody asked promote.yml for. */
export interface Asked {
  readonly kind: 'promotion' | 'rollback'
  readonly version: string
  readonly stage: string
  readonly reason: string
  readonly actor: Person
  /** Where `main` stands. */
  readonly main: string
}

/** The jobs of promote.yml, in its order. */
export async function runPromote(acme: Acme, asked: Asked): Promise<WorkflowRun & { pull: number }> {
  const { kind, version, stage, reason, actor, main } = asked
  const run = startRun(acme, {
    caller: WORKFLOWS.promotion,
    calls: 'promote.yml',
    event: 'workflow_dispatch',
    payload: { inputs: { kind, model: MODEL, version, stage, reason } },
    actor,
    ref: 'refs/heads/main',
    sha: main,
    branch: 'main',
    head: main,
  })
  const measured = kind === 'promotion' ? await measureAgain(run, version, stage) : undefined
  const job = await run.job('propose')
  const evidence = 'modelyard-evidence'
  if (measured?.evidence !== undefined)
    await cp(measured.evidence, join(job.root, evidence), { recursive: true })
  const { outputs } =
    measured === undefined
      ? await job.step('rollback', { model: MODEL, stage, version, reason })
      : await job.step('promote', {
          model: MODEL,
          version: measured.version,
          stage,
          reason,
          replaces: '',
          evidence: measured.evidence === undefined ? '' : evidence,
        })
  return { ...run, pull: Number(outputs['pull-request']) }
}

/** Fresh evidence against the champion of now: the folder of it, where there is any, which is an artifact of the run too. */
async function measureAgain(
  run: WorkflowRun,
  named: string,
  stage: string,
): Promise<{ readonly version: string; readonly evidence: string | undefined }> {
  const job = await run.job('measure')
  const { outputs } = await job.step('gates', { model: MODEL, version: named, stage }, 'may fail')
  const { version = '', 'asks-for': asked = '' } = outputs
  if (asked.includes('"reproducibility"')) throw new Error('the demo trains once')
  await measureAsked(job, version, asked, stage, { champion: 'champion' })
  const folder = join(job.root, '.git/modelyard/evidence', MODEL)
  const evidence = existsSync(folder) ? folder : undefined
  if (evidence !== undefined) await run.upload(`modelyard-evidence-${MODEL}`, evidence)
  return { version, evidence }
}
