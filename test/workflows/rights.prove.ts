import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Granted, Level } from '../../sandbox/roles.ts'
import { zipOf } from '../../sandbox/runner/zip.ts'
import type { Sandbox } from '../../sandbox/server.ts'
import { addRun } from '../../sandbox/state/runs.ts'
import type { Token } from '../../sandbox/world.ts'
import type { HostedScene } from '../sandbox/hosted.ts'
import { candidateScene } from '../sandbox-scenarios/candidate-scene.ts'
import { merging } from '../sandbox-scenarios/merging.ts'
import { onPull, validating } from '../support/faulted-actions.ts'
import { forkScene } from '../support/fork.ts'
import { promoting } from '../support/promoting.ts'
import { RESULTS } from '../support/results.ts'
import { runAction } from '../support/run-action.ts'
import { gitHubOf, STARTED_BY_GRACE } from '../support/sandbox.ts'
import { found, watching } from '../support/watching.ts'
import { ownWorkflows } from '../support/workflow-files.ts'

// What a job is granted is what its steps need: a call that needs more fails the scene, and a right that no call needs
// fails here.

interface Spent {
  readonly sandbox: Sandbox
  readonly token: Token
}

/** The calls of the steps of a job that may do more than read the repository, by a token with just its rights. */
const JOBS: Readonly<Record<string, (granted: Granted) => Promise<Spent>>> = {
  '.github/workflows/pipeline.yml registry': registry,
  '.github/workflows/validate.yml registry': registry,
  '.github/workflows/pipeline.yml report': async granted => {
    const scene = await onPull(granted)
    await writeFile(join(scene.folder, 'tests.json'), JSON.stringify(RESULTS['test-report']))
    await scene.step('actions/conclude', { needs: '{"registry":{"result":"success"}}' })
    await scene.step('actions/report', { files: 'tests.json' })
    return scene
  },
  '.github/workflows/report-fork.yml report-fork': async granted => {
    const scene = await forkScene({ granted })
    const zip = zipOf({ name: 'modelyard-run-1.json', content: JSON.stringify(RESULTS['test-report']) })
    const run = scene.ended({ artifacts: [{ name: 'modelyard-result-test-churn', zip }] })
    await scene.started('actions/conclude', run)
    await scene.started('actions/report', run)
    return scene
  },
  '.github/workflows/candidate.yml propose': async granted => {
    const scene = await candidateScene()
    const { root } = await scene.job()
    const inputs = { model: 'churn', trained: 'made', stage: 'staging', evidence: 'evidence' }
    return spent(scene, granted, 'actions/register', root, inputs)
  },
  '.github/workflows/promote.yml propose': async granted => {
    const scene = await promoting()
    const { root } = await scene.checkout()
    const inputs = { model: 'churn', version: '2', stage: 'staging' }
    return spent(scene, granted, 'actions/promote', root, inputs)
  },
  '.github/workflows/monitor.yml alert': async granted => {
    const scene = await watching('monitor: {confirm: {runs: 1, of: 1}}\n', granted)
    expect((await scene.run(1, found(0.3))).outputs.open).toBe('{"drift":1}')
    return scene
  },
  '.github/workflows/retrain.yml decide': async granted => {
    const scene = await candidateScene()
    const { root, commit } = await scene.job()
    const path = '.github/workflows/modelyard-retrain.yml'
    await commit('Retrain', { '.github/modelyard.yml': `registry: registry-data\nworkflows: [${path}]\n` })
    const facts = { headSha: 'a'.repeat(40), actor: 'ada', event: 'schedule', path }
    addRun(scene.sandbox.world, scene.repository, { ...facts, jobs: { 'retrain / decide churn': 'success' } })
    const inputs = { model: 'churn', decide: 'true', asked: 'true' }
    return spent(scene, granted, 'actions/retrain', root, inputs)
  },
  '.github/workflows/seal.yml seal': async granted => {
    const scene = await merging()
    const rival = await scene.propose(2)
    const pull = await scene.propose(1)
    await scene.approve(pull)
    await scene.merge(pull)
    const made = await spent(scene, granted, 'actions/seal', await scene.checkout(), {})
    expect(scene.pulls()).toContain(`${rival} closed`)
    return made
  },
}

/** Evidence that a pull request adds is looked for in what runs left. */
async function registry(granted: Granted): Promise<Spent> {
  const scene = await validating(granted)
  expect(scene.isDone(await scene.run())).toBe(true)
  return scene
}

/** One step of a job whose token has these rights and no others. */
async function spent(
  { sandbox, repository }: HostedScene,
  granted: Granted,
  action: string,
  folder: string,
  inputs: Readonly<Record<string, string>>,
): Promise<Spent> {
  const token = sandbox.world.issueToken({ kind: 'github-token', repository, permissions: granted })
  const found = await runAction(action, {
    folder,
    inputs,
    token: token.value,
    env: { ...gitHubOf(sandbox), ...STARTED_BY_GRACE },
  })
  expect(found, found.log).toMatchObject({ status: 0 })
  return { sandbox, token }
}

interface Job {
  readonly permissions?: Readonly<Record<string, Level>>
  readonly uses?: string
  readonly steps?: readonly { readonly uses?: string }[]
}

const ALL = ownWorkflows().flatMap(({ path, text }) =>
  Object.entries((parse(text) as { jobs: Record<string, Job> }).jobs)
    // What a job that calls a workflow grants is spent by the jobs of that one.
    .filter(([, { uses }]) => uses === undefined)
    .map(([name, job]) => [`${path} ${name}`, job] as const),
)
const checksOut = ({ steps = [] }: Job) => steps.some(({ uses }) => uses?.startsWith('actions/checkout@'))
const rightsOf = ({ permissions = {} }: Job): Granted =>
  Object.fromEntries(Object.entries(permissions).map(([name, level]) => [name.replaceAll('-', '_'), level]))

test.each(ALL)('every right of %s is used, and no more is needed', async (name, job) => {
  const granted = rightsOf(job)
  const others = Object.entries(granted).filter(
    // To check out is git's business, in which no Action of ours has a part.
    ([right, level]) => !(right === 'contents' && level === 'read' && checksOut(job)),
  )
  if (others.length === 0) return
  const spend = JOBS[name]
  if (spend === undefined) throw new Error(`no scene spends the rights of ${name}`)
  const { sandbox, token } = await spend(granted)
  const unused = sandbox.unusedPermissions(token).map(({ name: right, level }) => `${right}: ${level}`)
  expect(unused.filter(right => right !== 'contents: read' || !checksOut(job))).toEqual([])
})

test('every scene is of a job that is there', () => {
  const names: string[] = ALL.map(([name]) => name)
  expect(Object.keys(JOBS).filter(name => !names.includes(name))).toEqual([])
})
