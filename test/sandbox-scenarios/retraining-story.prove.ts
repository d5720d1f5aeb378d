import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Granted } from '../../sandbox/roles.ts'
import { issuesOf, pullsOf } from '../../sandbox/state/issues.ts'
import { addRun } from '../../sandbox/state/runs.ts'
import { cloneOf, MERGE, personIn } from '../sandbox/hosted.ts'
import { runAction } from '../support/run-action.ts'
import { gitHubOf } from '../support/sandbox.ts'
import { found, MAY_ALERT } from '../support/watching.ts'
import { MODEL_YAML } from '../support/workbench.ts'
import { candidateScene, MODEL } from './candidate-scene.ts'

const RETRAINS = '.github/workflows/modelyard-retrain.yml'
const HOUR_MS = 3_600_000

/** A model that drift alone has trained again, told of by the first run that finds it. */
async function story() {
  const scene = await candidateScene()
  const { sandbox, repository, clone, job, register } = scene
  await clone.commit('Watch it', {
    [`${MODEL}/model.yaml`]: `${MODEL_YAML}train: {command: python train.py, data: data/train.csv}
monitor: {confirm: {runs: 1, of: 1}}
retrain: {when: {drift: {}}}
`,
    '.github/modelyard.yml': `registry: registry-data\nworkflows: [${RETRAINS}]\n`,
    [RETRAINS]: 'on: workflow_dispatch\n',
  })
  await clone.git('push', '-q', 'origin', 'main')
  const jobs = { 'retrain / decide churn': 'success' } as const
  addRun(sandbox.world, repository, {
    headSha: 'a'.repeat(40),
    actor: 'ada',
    event: 'schedule',
    path: RETRAINS,
    jobs,
  })
  const step = async (action: string, run: number, permissions: Granted, inputs: object, left?: object) => {
    const token = sandbox.world.issueToken({ kind: 'github-token', repository, permissions })
    const { root: folder } = await cloneOf(scene, 'ada')
    if (left !== undefined) await writeFile(join(folder, 'answer.json'), JSON.stringify(left))
    return runAction(action, {
      folder,
      inputs: { model: 'churn', ...inputs },
      token: token.value,
      env: {
        ...gitHubOf(sandbox),
        GITHUB_ACTIONS: 'true',
        GITHUB_RUN_ID: String(run),
        GITHUB_RUN_ATTEMPT: '1',
        GITHUB_EVENT_NAME: 'schedule',
        GITHUB_SHA: 'a'.repeat(40),
      },
    })
  }
  const monitored = async (run: number, distance: number) => {
    sandbox.clock.advance(HOUR_MS)
    const done = await step('actions/alert', run, MAY_ALERT, { files: 'answer.json' }, found(distance))
    expect(done.status, done.log).toBe(0)
  }
  const decided = () =>
    step(
      'actions/retrain',
      9000,
      { actions: 'read', contents: 'read', pull_requests: 'read' },
      { decide: 'true' },
    )
  const proposed = async (run: number, auc: number | undefined, alert: string) =>
    register(
      await job(auc),
      { retrained: 'true', alert, ...(auc === undefined && { evidence: '' }) },
      { run },
    )
  const alert = () => issuesOf(repository).find(({ pull }) => pull === undefined)
  return { ...scene, monitored, decided, proposed, alert }
}

test('drift opens an alert, has the model trained again, and the alert closes when the candidate serves well', async () => {
  const scene = await story()
  const { monitored, decided, proposed, alert, repository, place } = scene
  await monitored(10, 0.4)
  expect(alert()).toMatchObject({ number: 1, state: 'open' })
  const { outputs, log } = await decided()
  expect(outputs, log).toMatchObject({ retrain: 'true', fired: '["drift"]', alerts: '1' })
  // The first cannot be judged: a draft keeps nobody from training again.
  await proposed(20, undefined, outputs.alerts ?? '')
  expect(pullsOf(repository)).toMatchObject([{ number: 2, state: 'open', pull: { draft: true } }])
  expect(pullsOf(repository)[0]?.body).toContain('because of #1,')
  expect((await decided()).outputs).toMatchObject({ retrain: 'true' })
  await monitored(11, 0.4)
  expect(alert()?.body).toContain('A model trained again waits for a decision: #2.')
  await proposed(21, 0.8, '1')
  expect(pullsOf(repository)).toMatchObject([{ number: 2, state: 'open', pull: { draft: false } }])
  expect((await decided()).outputs).toMatchObject({
    decision: 'held-back',
    'held-back-by': '["open-candidate"]',
  })
  await personIn(scene, 'ada').octokit.request(MERGE, { ...place, pull_number: 2, merge_method: 'squash' })
  for (const run of [12, 13, 14]) {
    expect(alert()?.state, `before run ${run}`).toBe('open')
    await monitored(run, 0.02)
  }
  expect(alert()).toMatchObject({ number: 1, state: 'closed' })
  expect(alert()?.body).not.toContain('waits for a decision')
})

test('a candidate whose gates failed leaves the alert open and the next training free', async () => {
  const { monitored, decided, proposed, alert, repository } = await story()
  await monitored(10, 0.4)
  await proposed(20, 0.6, '1')
  expect(pullsOf(repository)).toMatchObject([{ number: 2, state: 'closed' }])
  await monitored(11, 0.4)
  expect(alert()).toMatchObject({ state: 'open', body: expect.not.stringContaining('waits for a decision') })
  expect((await decided()).outputs).toMatchObject({ retrain: 'true', alerts: '1' })
})
