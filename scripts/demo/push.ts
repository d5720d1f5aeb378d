import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { type Acme, MODEL, type Person } from './acme.ts'
import { WORKFLOWS } from './callers.ts'
import { measureAsked } from './measure-asked.ts'
import { type Job, startRun, type WorkflowRun } from './workflow-run.ts'

/** What a merge to `main` moved. */
export interface Push {
  readonly before: string
  readonly after: string
  readonly actor: Person
}

/** The jobs of candidate.yml for a push, in its order: the pull request that it opened, where it did. */
export async function runCandidate(acme: Acme, push: Push): Promise<WorkflowRun & { pull: number }> {
  const run = startOnPush(acme, push, WORKFLOWS.pipeline, 'candidate.yml')
  const { outputs } = await (await run.job('candidates')).step('validate', {
    base: push.before,
    candidates: 'true',
    monitored: 'true',
  })
  if (outputs.untrained !== `["${MODEL}"]`) throw new Error(`${MODEL} is no candidate: ${outputs.untrained}`)
  const trained = await train(run)
  const [evidence] = await Promise.all([
    measure(run, trained, outputs.looks ?? '{}'),
    reproduce(run, trained),
  ])
  const job = await run.job('propose')
  await cp(evidence, join(job.root, 'modelyard-evidence'), { recursive: true })
  const candidate = await job.step('register', {
    model: MODEL,
    trained,
    run: `${run.id}`,
    stage: 'staging',
    evidence: 'modelyard-evidence',
    retrained: 'false',
    alert: '',
  })
  return { ...run, pull: Number(candidate.outputs['pull-request']) }
}

/** The one job of seal.yml. */
export async function runSeal(acme: Acme, push: Push): Promise<WorkflowRun & { sealed: string }> {
  const run = startOnPush(acme, push, WORKFLOWS.seal, 'seal.yml')
  const { outputs } = await (await run.job('seal')).step('seal')
  return { ...run, sealed: outputs.sealed ?? '[]' }
}

function startOnPush(acme: Acme, { before, after, actor }: Push, caller: string, calls: string): WorkflowRun {
  return startRun(acme, {
    caller,
    calls,
    event: 'push',
    payload: { ref: 'refs/heads/main', before, after, created: false, forced: false },
    actor,
    ref: 'refs/heads/main',
    sha: after,
    branch: 'main',
    head: after,
  })
}

async function train(run: WorkflowRun): Promise<string> {
  const job = await run.job('train')
  const out = join(job.temp, 'modelyard-made')
  await job.step('run', { model: MODEL, command: 'train', out, 'timeout-minutes': '360' })
  return out
}

/** What the policy of staging asks for; the folder of evidence, which is an artifact of the run too. */
/** @param looks - What is monitored of each model, as `validate` says. */
async function measure(run: WorkflowRun, trained: string, looks: string): Promise<string> {
  const job = await run.job('measure')
  const { version, asked } = await asksFor(run, job, trained)
  const profile = (JSON.parse(looks) as Readonly<Record<string, readonly string[]>>)[MODEL]?.includes('drift')
  await measureAsked(job, version, asked, 'staging', { profile: profile ?? false })
  const evidence = join(job.root, '.git/modelyard/evidence', MODEL)
  await run.upload(`modelyard-evidence-${MODEL}`, evidence)
  return evidence
}

/** Trains again where the policy asks whether the same comes out; the demo's does not. */
async function reproduce(run: WorkflowRun, trained: string): Promise<void> {
  const { asked } = await asksFor(run, await run.job('reproduce'), trained)
  if (asked.includes('"reproducibility"')) throw new Error('the demo trains once')
}

async function asksFor(
  run: WorkflowRun,
  job: Job,
  trained: string,
): Promise<{ readonly version: string; readonly asked: string }> {
  const inputs = { model: MODEL, trained, run: `${run.id}`, merge: 'true' }
  const { outputs } = await job.step('register', inputs)
  const gates = await job.step(
    'gates',
    { model: MODEL, version: outputs.version ?? '', stage: 'staging' },
    'may fail',
  )
  return { version: gates.outputs.version ?? '', asked: gates.outputs['asks-for'] ?? '' }
}
