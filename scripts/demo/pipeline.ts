import { cp, mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { readRef } from '../../sandbox/git/refs.ts'
import { gitOf } from '../../sandbox/hosting.ts'
import type { StepResult } from '../../sandbox/runner/run-action.ts'
import { pullsOf } from '../../sandbox/state/issues.ts'
import { type Acme, MODEL, type Person } from './acme.ts'
import { calledJob } from './called.ts'
import { WORKFLOWS } from './callers.ts'
import { startRun, type WorkflowRun } from './workflow-run.ts'

type Needs = Record<string, { readonly result: string; readonly outputs: Readonly<Record<string, string>> }>

/** The jobs of pipeline.yml for a pull request, in its order. */
export async function runPipeline(acme: Acme, number: number, actor: Person): Promise<WorkflowRun> {
  const run = await startOnPull(acme, number, actor)
  const needs: Needs = {}
  const files = new Map<string, StepResult>()
  const registry = await (await run.job('registry')).step('validate')
  files.set('registry', registry)
  const { outputs } = await calledJob('pipeline.yml', 'registry')
  needs.registry = { result: 'success', outputs: readOutputs(outputs, registry) }
  const listed = (job: string): readonly string[] => JSON.parse(needs.registry?.outputs[job] ?? '[]')
  for (const job of ['lint', 'train-sample', 'test', 'contract', 'benchmark', 'stage'])
    needs[job] = { result: 'skipped', outputs: {} }
  const commands = ['lint', 'test'].filter(job => listed(job).includes(MODEL))
  for (const job of commands) {
    files.set(job, await (await run.job(job)).step('run', { model: MODEL, command: job }))
    needs[job] = { result: 'success', outputs: {} }
  }
  if (listed('train-sample').includes(MODEL)) {
    const { sampled, full } = await train(run)
    files.set(`train-${MODEL}`, sampled)
    // Two jobs that wait for the same one.
    const [benchmark, stage] = await Promise.all([compare(run, full), plan(run, full)])
    files.set(`benchmark-${MODEL}`, benchmark).set(`stage-${MODEL}`, stage)
    for (const job of ['train-sample', 'benchmark', 'stage']) needs[job] = { result: 'success', outputs: {} }
  }
  await report(run, needs, files)
  return run
}

async function startOnPull(acme: Acme, number: number, actor: Person): Promise<WorkflowRun> {
  const pull = pullsOf(acme.repository).find(issue => issue.number === number)?.pull
  const ref = `refs/pull/${number}/merge`
  const sha = (await readRef(gitOf(acme.repository), ref))?.sha
  if (pull === undefined || sha === undefined) throw new Error(`there is no open pull request ${number}`)
  return startRun(acme, {
    caller: WORKFLOWS.pipeline,
    calls: 'pipeline.yml',
    event: 'pull_request',
    payload: {
      pull_request: {
        number,
        head: { sha: pull.headSha, ref: pull.headRef },
        base: { sha: pull.baseSha, ref: pull.baseRef },
      },
    },
    actor,
    ref,
    sha,
    branch: pull.headRef,
    head: pull.headSha,
  })
}

/** The one expression that outputs of a job are. */
function readOutputs(declared: Readonly<Record<string, string>>, { outputs }: StepResult) {
  return Object.fromEntries(
    Object.entries(declared).map(([name, text]) => {
      const [, output = ''] = /^\$\{\{ steps\.\w+\.outputs\.([\w-]+) \}\}$/.exec(text) ?? []
      return [name, outputs[output] ?? '']
    }),
  )
}

/** What training on the sample answered, and the folder that training in full filled. */
async function train(run: WorkflowRun): Promise<{ readonly sampled: StepResult; readonly full: string }> {
  const job = await run.job('train-sample')
  const full = join(job.temp, 'modelyard-full')
  const { outputs } = await job.step('sample', { model: MODEL, out: join(job.temp, 'modelyard-sample.csv') })
  const sampled = await job.step('run', {
    model: MODEL,
    command: 'train',
    data: outputs.path ?? '',
    out: join(job.temp, 'modelyard-made'),
  })
  await job.step('run', { model: MODEL, command: 'train', out: full, 'timeout-minutes': '10' }, 'may fail')
  return { sampled, full }
}

async function compare(run: WorkflowRun, full: string): Promise<StepResult> {
  const job = await run.job('benchmark')
  await cp(full, join(job.root, 'made'), { recursive: true })
  return job.step('compare', { model: MODEL, artifact: 'made/model.onnx', against: '' }, 'may fail')
}

async function plan(run: WorkflowRun, trained: string): Promise<StepResult> {
  const job = await run.job('stage')
  await job.git('switch', '--quiet', '--create', 'modelyard-preview')
  const registered = await job.step('register', { model: MODEL, trained, merge: 'true' }, 'may fail')
  const gates = await job.step(
    'gates',
    { model: MODEL, version: registered.outputs.version ?? '' },
    'may fail',
  )
  const { version = '', stage = '', 'asks-for': asked = '' } = gates.outputs
  if (/"(?:evaluation|size|fairness)"/.test(asked))
    await job.step('evaluate', { model: MODEL, version }, 'may fail')
  if (/"(?:comparison|data)"/.test(asked))
    await job.step('compare', { model: MODEL, challenger: version, for: stage }, 'may fail')
  return job.step('register', { model: MODEL, trained, stage, 'dry-run': 'true' }, 'may fail')
}

async function report(run: WorkflowRun, needs: Needs, files: ReadonlyMap<string, StepResult>): Promise<void> {
  const job = await run.job('report')
  for (const [name, { outputs }] of files) {
    const file = outputs['result-file']
    if (file === undefined) continue
    const folder = join(job.root, 'results', `modelyard-result-${name}`)
    await mkdir(folder, { recursive: true })
    await cp(file, join(folder, basename(file)))
  }
  const { outputs } = await job.step('conclude', {
    needs: JSON.stringify(needs),
    'switched-off': '',
    previews: 'benchmark\nstage\n',
  })
  await job.step('report', { files: `${outputs['result-file']}\nresults\n` })
}
