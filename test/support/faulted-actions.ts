import { cp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Granted } from '../../sandbox/roles.ts'
import { zipOf } from '../../sandbox/runner/zip.ts'
import type { SandboxOptions } from '../../sandbox/server.ts'
import { addPull, commentsOf, pullsOf } from '../../sandbox/state/issues.ts'
import { addRun } from '../../sandbox/state/runs.ts'
import { type CommitStatus, statusesOf } from '../../sandbox/state/statuses.ts'
import type { Token } from '../../sandbox/world.ts'
import { parseParts } from '../../src/domain/report/part.ts'
import { type HostedScene, hostedScene } from '../sandbox/hosted.ts'
import { BRANCH as CANDIDATE, candidateScene } from '../sandbox-scenarios/candidate-scene.ts'
import { ARCHIVE, displaced, ROLLBACK } from '../sandbox-scenarios/merging.ts'
import type { FaultedScene } from './fault-table.ts'
import { forkScene } from './fork.ts'
import { measuring } from './measuring.ts'
import { evidenceOfRun, LISTED, leftAs, ranAt } from './origin.ts'
import { BRANCH, promoting } from './promoting.ts'
import { RESULTS } from './results.ts'
import { runAction, type StepResult } from './run-action.ts'
import { gitHubOf, openScene, type Scene } from './sandbox.ts'
import { temporaryFolder } from './temporary.ts'
import { found, watching, watchingWeeks } from './watching.ts'

/** The Actions that speak to GitHub, each as a job meets it: a line for each way through an Action. */
export const FAULTED: readonly (readonly [
  name: string,
  action: string,
  arrange: () => Promise<FaultedScene>,
])[] = [
  ['the front Action, the first time', '.', () => comparing(false)],
  ['the front Action, once more', '.', () => comparing(true)],
  ['report, the first time', 'actions/report', () => reporting(false)],
  ['report, once more', 'actions/report', () => reporting(true)],
  ["report of a fork's run", 'actions/report', () => ofFork('actions/report')],
  ['conclude', 'actions/conclude', concluding],
  ["conclude of a fork's run", 'actions/conclude', () => ofFork('actions/conclude')],
  ['promote', 'actions/promote', proposing],
  ['register', 'actions/register', registering],
  ['rollback', 'actions/rollback', () => moving('rollback', { stage: 'staging' })],
  ['archive', 'actions/archive', () => moving('archive', { version: '3' })],
  ['alert, which opens an issue', 'actions/alert', () => alerting(false)],
  ['alert, which says that it got worse', 'actions/alert', () => alerting(true)],
  ['alert, which tells the week before', 'actions/alert', tellingWeek],
  ['retrain, which decides', 'actions/retrain', retraining],
  ['validate', 'actions/validate', validating],
  [
    'evaluate, of a model in a release',
    'actions/evaluate',
    () => measuring('actions/evaluate', 'release', VERSION),
  ],
  [
    'compare, with a champion in Git LFS',
    'actions/compare',
    () => measuring('actions/compare', 'lfs', { artifact: 'given.onnx' }),
  ],
  [
    'contract, of a model in Git LFS',
    'actions/contract',
    () => measuring('actions/contract', 'lfs', VERSION),
  ],
  [
    'bench, of a model in a release',
    'actions/bench',
    () => measuring('actions/bench', 'release', { champion: '1', challenger: '1', seconds: '0.1' }),
  ],
]

const VERSION = { version: '1', evidence: 'false' }

const HEAD = 'a'.repeat(40)
const MARKS = { success: 'passed', failure: 'failed' } as Readonly<Record<string, string>>

/** A job of a pull request, with a step of one Action. */
export async function onPull(permissions: Granted, options: SandboxOptions = {}) {
  const scene = await openScene(permissions, options)
  const { sandbox, repository, token } = scene
  repository.commits.add(HEAD)
  const { number } = addPull(sandbox.world, repository, {
    author: 'ada',
    headSha: HEAD,
    baseSha: 'b'.repeat(40),
  })
  const folder = await temporaryFolder()
  const step = (action: string, inputs: Readonly<Record<string, string>>, run = 7, signal?: AbortSignal) =>
    runAction(action, {
      ...(signal && { signal }),
      folder,
      inputs,
      event: { pull_request: { number, head: { sha: HEAD } } },
      token: token.value,
      env: {
        ...gitHubOf(sandbox),
        GITHUB_RUN_ID: String(run),
        GITHUB_RUN_ATTEMPT: '1',
        GITHUB_EVENT_NAME: 'pull_request',
        GITHUB_WORKFLOW_REF: `acme/models/.github/workflows/pipeline.yml@refs/pull/${number}/merge`,
      },
    })
  return { ...scene, folder, step }
}

async function reporting(isUpdate: boolean): Promise<FaultedScene> {
  const { sandbox, repository, folder, step } = await onPull({ contents: 'read', pull_requests: 'write' })
  await writeFile(join(folder, 'tests.json'), JSON.stringify(RESULTS['test-report']))
  if (isUpdate) await step('actions/report', { files: 'tests.json' }, 6)
  return {
    sandbox,
    run: signal => step('actions/report', { files: 'tests.json' }, 7, signal),
    isDone: ({ outputs }) => outputs.shown === 'comment',
    endState: async () => commentsIn(repository, 7),
  }
}

/** Two files of predictions, which the front Action compares and reports. */
async function comparing(isUpdate: boolean): Promise<FaultedScene> {
  const { sandbox, repository, folder, step } = await onPull({ contents: 'read', pull_requests: 'write' })
  const rows = Array.from({ length: 60 }, (_, row) => row)
  const csv = (header: string, cell: (row: number) => unknown) =>
    `${[header, ...rows.map(cell)].join('\n')}\n`
  await writeFile(
    join(folder, 'rows.csv'),
    csv('churn', row => (row % 3 === 0 ? 'Yes' : 'No')),
  )
  for (const [name, sharpness] of [['before', 0.1] as const, ['after', 0.3] as const]) {
    const probability = (row: number) => 0.5 + (row % 3 === 0 ? sharpness : -sharpness) * Math.cos(row)
    await writeFile(join(folder, `${name}.csv`), csv('probability', probability))
  }
  const inputs = {
    champion: 'before.csv',
    challenger: 'after.csv',
    data: 'rows.csv',
    target: 'churn',
    'positive-class': 'Yes',
  }
  if (isUpdate) await step('.', inputs, 6)
  return {
    sandbox,
    run: signal => step('.', inputs, 7, signal),
    isDone: ({ outputs }) => outputs.shown === 'comment',
    endState: async () => commentsIn(repository, 7),
  }
}

function commentsIn(repository: Scene['repository'], run: number): string {
  const comments = commentsOf(repository)
  const isNewest = comments.every(({ body }) => parseParts(body).some(part => part.run === run))
  return `${count(comments.length, 'comment')}${isNewest ? '' : ', out of date'}`
}

async function concluding(): Promise<FaultedScene> {
  const { sandbox, repository, step } = await onPull({ statuses: 'write' })
  const needs = JSON.stringify({ registry: { result: 'success', outputs: { models: '["churn"]' } } })
  return {
    sandbox,
    run: signal => step('actions/conclude', { needs }, 7, signal),
    isDone: ({ outputs }) => outputs.sha === HEAD,
    endState: async () => statusesIn(statusesOf(repository)),
  }
}

/** GitHub keeps every status that was set and shows the newest of a context. */
function statusesIn(statuses: readonly CommitStatus[]): string {
  const shown = new Map(statuses.map(({ sha, context, state }) => [`${sha} ${context}`, state]))
  const states = [...shown.values()].map(state => MARKS[state] ?? state)
  return `${count(shown.size, 'status')}: ${states.join(', ')}`
}

async function ofFork(action: 'actions/report' | 'actions/conclude'): Promise<FaultedScene> {
  const scene = await forkScene()
  const zip = zipOf({ name: 'modelyard-run-1.json', content: JSON.stringify(RESULTS['test-report']) })
  const ended = scene.ended({ artifacts: [{ name: 'modelyard-result-test-churn', zip }] })
  const isReport = action === 'actions/report'
  return {
    sandbox: scene.sandbox,
    run: signal => scene.started(action, ended, {}, signal),
    isDone: ({ outputs }) => (isReport ? outputs.shown === 'comment' : outputs.sha === scene.head),
    endState: async () =>
      isReport ? commentsIn(scene.repository, 5000) : statusesIn(statusesOf(scene.repository)),
  }
}

async function proposing(): Promise<FaultedScene> {
  const { promote, checkout, sandbox, repository, clone } = await promoting()
  const { root } = await checkout()
  return {
    sandbox,
    // A workflow that is run again begins with a checkout of its own.
    async run(signal) {
      const workspace = join(await temporaryFolder(), 'workspace')
      await cp(root, workspace, { recursive: true })
      return promote(workspace, {}, signal)
    },
    isDone: isProposed,
    endState: () => proposalIn({ clone, repository }, BRANCH),
  }
}

/** What stands of a proposal, in words for the table. */
async function proposalIn(
  { clone, repository }: Pick<HostedScene, 'clone' | 'repository'>,
  branch: string,
): Promise<string> {
  await clone.git('fetch', '-q', '--prune', 'origin')
  const branches = (await clone.git('branch', '-r', '--format=%(refname:short)')).split('\n')
  const commits = await clone.git('rev-list', '--count', `origin/main..origin/${branch}`)
  const ours = branches.filter(name => name.startsWith('origin/modelyard/'))
  const pulls = count(pullsOf(repository).length, 'pull request')
  const head = await clone.git('rev-parse', `origin/${branch}`)
  const marks = statusesIn(statusesOf(repository).filter(({ sha }) => sha === head))
  return `${pulls}, ${count(ours.length, 'branch')}, ${count(Number(commits), 'commit')}, ${marks}`
}

/** A job that proposes what another one trained and a third measured. */
async function registering(): Promise<FaultedScene> {
  const scene = await candidateScene()
  const { root } = await scene.job()
  return {
    sandbox: scene.sandbox,
    async run(signal) {
      const workspace = join(await temporaryFolder(), 'workspace')
      await cp(root, workspace, { recursive: true })
      return scene.register({ root: workspace }, {}, { signal })
    },
    isDone: isProposed,
    endState: () => proposalIn(scene, CANDIDATE),
  }
}

async function moving(
  action: 'rollback' | 'archive',
  inputs: Readonly<Record<string, string>>,
): Promise<FaultedScene> {
  const scene = await displaced()
  const root = await scene.checkout()
  return {
    sandbox: scene.sandbox,
    async run(signal) {
      const folder = join(await temporaryFolder(), 'workspace')
      await cp(root, folder, { recursive: true })
      return scene.step(
        `actions/${action}`,
        folder,
        { model: 'churn', reason: 'recall fell', ...inputs },
        signal,
      )
    },
    isDone: isProposed,
    endState: () => proposalIn(scene, action === 'rollback' ? ROLLBACK : ARCHIVE),
  }
}

/** A pull request with evidence that a run of the default branch left. */
export async function validating(
  granted: Granted = { actions: 'read', contents: 'read' },
): Promise<FaultedScene & { readonly token: Token }> {
  const scene = await hostedScene(granted)
  const { sandbox, repository, clone, token } = scene
  await clone.commit('Add the registry', LISTED)
  await clone.git('push', '-q', 'origin', 'HEAD:main')
  const tip = await clone.git('rev-parse', 'HEAD')
  const run = ranAt(sandbox, repository, tip)
  const files = evidenceOfRun(run.id)
  run.artifacts.push({ id: sandbox.world.nextId(), expired: false, ...leftAs('churn', files) })
  await clone.git('checkout', '-q', '-B', 'side')
  const head = await clone.commit('Add evidence', files)
  await clone.git('push', '-q', 'origin', 'side')
  return {
    sandbox,
    token,
    run: signal =>
      runAction('actions/validate', {
        ...(signal && { signal }),
        folder: clone.root,
        event: { pull_request: { number: 7, base: { sha: tip, ref: 'main' }, head: { sha: head } } },
        token: token.value,
        env: {
          ...gitHubOf(sandbox),
          GITHUB_EVENT_NAME: 'pull_request',
          GITHUB_RUN_ID: '5000',
        },
      }),
    isDone: ({ outputs }) => outputs.outcome === 'passed',
    // It writes nothing there.
    endState: async () => 'nothing written',
  }
}

/** Whether it is time, by the runs that GitHub knows of. */
async function retraining(): Promise<FaultedScene> {
  const scene = await candidateScene()
  const { root, commit } = await scene.job()
  const path = '.github/workflows/modelyard-retrain.yml'
  await commit('Retrain', { '.github/modelyard.yml': `registry: registry-data\nworkflows: [${path}]\n` })
  addRun(scene.sandbox.world, scene.repository, {
    headSha: 'a'.repeat(40),
    actor: 'ada',
    event: 'schedule',
    path,
    jobs: { 'retrain / decide churn': 'success' },
  })
  const token = scene.sandbox.world.issueToken({
    kind: 'github-token',
    repository: scene.repository,
    permissions: { actions: 'read', contents: 'read', pull_requests: 'read' },
  })
  return {
    sandbox: scene.sandbox,
    run: signal =>
      runAction('actions/retrain', {
        ...(signal && { signal }),
        folder: root,
        inputs: { model: 'churn', decide: 'true', asked: 'true' },
        token: token.value,
        env: { ...gitHubOf(scene.sandbox), GITHUB_EVENT_NAME: 'schedule', GITHUB_RUN_ID: '5000' },
      }),
    isDone: ({ outputs }) => outputs.decision === 'retrain',
    // It writes nothing there.
    endState: async () => 'nothing written',
  }
}

/** A run of monitoring whose job is started again until it has told what it found. */
async function alerting(isOpen: boolean): Promise<FaultedScene> {
  const scene = await watching('monitor: {confirm: {runs: 1, of: 1}}\n')
  if (isOpen) await scene.run(6, found(0.2))
  let attempt = 0
  return {
    sandbox: scene.sandbox,
    run(signal) {
      attempt += 1
      return scene.run(7, found(0.4), attempt, signal)
    },
    isDone: ({ outputs }) => outputs.open === '{"drift":1}',
    async endState() {
      // An attempt that told nothing may have been kept.
      const runs = new Set((await scene.kept()).map(path => /-(\d+)\.\d+-/.exec(path)?.[1]))
      const [issues, said] = [scene.issues(), scene.said()]
      return `${count(issues.length, 'issue')}, ${count(said.length, 'comment')}, ${count(runs.size, 'run')}`
    },
  }
}

/** The first run of a week, whose job is started again until it has told the week before in the issue of weeks. */
async function tellingWeek(): Promise<FaultedScene> {
  const scene = await watchingWeeks(true)
  let attempt = 0
  return {
    sandbox: scene.sandbox,
    run(signal) {
      attempt += 1
      return scene.run(7, found(0.02), attempt, signal)
    },
    isDone: ({ status, outputs }) => status === 0 && outputs.open === '{}',
    endState: async () =>
      `${count(scene.issues().length, 'issue')}, ${count(scene.said().length, 'comment')}`,
  }
}

function isProposed({ outputs }: StepResult): boolean {
  return ['proposed', 'unchanged'].includes(outputs.status ?? '') && outputs['pull-request'] === '1'
}

function count(number: number, noun: string): string {
  if (number === 1) return `1 ${noun}`
  return `${number} ${noun}${/(?:s|ch)$/.test(noun) ? 'es' : 's'}`
}
