import { expect, test } from 'vitest'
import { pressAction, pressRerun } from '../../sandbox/buttons.ts'
import { endJobs, startRun } from '../../sandbox/follow-runs.ts'
import type { Granted } from '../../sandbox/roles.ts'
import { runsOf } from '../../sandbox/state/runs.ts'
import { clientOf, openScene } from '../support/sandbox.ts'
import { hearing } from './hearing.ts'
import { hostedScene } from './hosted.ts'

const CHECKS = 'POST /repos/{owner}/{repo}/check-runs'
const CHECK = 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}'
const DISPATCH = 'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches'
const SHA = 'a'.repeat(40)

async function onCommit(permissions: Granted) {
  const scene = await openScene(permissions)
  const { world } = scene.sandbox
  world.addCommit(scene.repository, SHA)
  const bot = world.addApp('modelyard')
  const app = clientOf(scene.sandbox, world.issueToken({ kind: 'app', login: bot.login, permissions }))
  return { ...scene, app, appId: bot.app?.id ?? 0 }
}

test('a check run is told when it is made and when it ends, to whoever hears of check runs', async () => {
  const scene = await onCommit({ checks: 'write' })
  const { octokit, app, appId, place } = scene
  const [news, other, own] = [
    await hearing(scene),
    await hearing(scene, { app: appId + 1 }),
    await hearing(scene, { app: appId }),
  ]
  const made = { ...place, name: 'gates', head_sha: SHA }
  const { data } = await app.request(CHECKS, { ...made, status: 'in_progress' })
  const at = { ...place, check_run_id: Number(data.id) }
  await app.request(CHECK, { ...at, output: { title: 't', summary: 's' } })
  await app.request(CHECK, { ...at, conclusion: 'success' })
  await app.request(CHECK, { ...at, conclusion: 'failure' })
  const heard = await news()
  expect(heard).toMatchObject([
    { as: 'check_run created', check_run: { id: data.id, status: 'in_progress', conclusion: null } },
    {
      as: 'check_run completed',
      check_run: { status: 'completed', conclusion: 'success', head_sha: SHA, app: { id: appId } },
      sender: { login: 'modelyard[bot]' },
    },
  ])
  expect([await other(), await own()]).toEqual([heard, heard])
  await octokit.request(CHECKS, { ...made, conclusion: 'neutral' })
  expect(await news()).toMatchObject([
    { as: 'check_run created', check_run: { app: { slug: 'github-actions' } } },
    { as: 'check_run completed', check_run: { conclusion: 'neutral' } },
  ])
})

test('what a person presses beside a check run is told to its App alone', async () => {
  const scene = await onCommit({ checks: 'write' })
  const { sandbox, repository, app, appId, place } = scene
  const made = { ...place, name: 'gates', head_sha: SHA }
  const actions = [{ label: 'Promote', description: 'To production', identifier: 'promote' }]
  const { data } = await app.request(CHECKS, { ...made, actions })
  await sandbox.webhooks.settled()
  const own = await hearing(scene, { app: appId })
  const others = [await hearing(scene, { app: appId + 1 }), await hearing(scene)]
  const action = (identifier: string, by: string) =>
    pressAction(sandbox.world, repository, { check: Number(data.id), identifier, by })
  expect(() => action('promote', 'ada')).toThrow('shows no button promote')
  await app.request(CHECK, { ...place, check_run_id: Number(data.id), conclusion: 'success' })
  for (const news of [own, ...others]) await news()
  expect(() => action('other', 'ada')).toThrow('shows no button other')
  expect(() => action('promote', 'rita')).toThrow('rita sees no such button')
  expect(() => pressRerun(sandbox.world, repository, { check: Number(data.id), by: 'rita' })).toThrow('rita')
  action('promote', 'ada')
  pressRerun(sandbox.world, repository, { check: Number(data.id), by: 'ada' })
  expect(await own()).toMatchObject([
    {
      as: 'check_run requested_action',
      requested_action: { identifier: 'promote' },
      check_run: { id: data.id, head_sha: SHA },
      sender: { login: 'ada' },
    },
    {
      as: 'check_run rerequested',
      check_run: { id: data.id, status: 'completed' },
      sender: { login: 'ada' },
    },
  ])
  expect(await Promise.all(others.map(news => news()))).toEqual([[], []])
})

test('a run of a workflow is told from its start to its end, and its jobs as check runs', async () => {
  const scene = await onCommit({ actions: 'read' })
  const { sandbox, repository } = scene
  const { world } = sandbox
  world.addRepository('rita/models', { forkOf: repository.id })
  const news = await hearing(scene)
  const run = startRun(world, repository, {
    headSha: SHA,
    headRepository: 'rita/models',
    actor: 'rita',
    jobs: { lint: 'success', test: null },
  })
  expect(await news()).toMatchObject([
    {
      as: 'workflow_run requested',
      workflow_run: { id: run.id, status: 'queued', conclusion: null, head_sha: SHA, event: 'pull_request' },
      workflow: { path: '.github/workflows/modelyard.yml' },
      sender: { login: 'rita' },
    },
    { as: 'check_run created', check_run: { name: 'lint', conclusion: null } },
    { as: 'check_run created', check_run: { name: 'test', app: { slug: 'github-actions' } } },
    { as: 'workflow_run in_progress', workflow_run: { status: 'in_progress' } },
    { as: 'check_run completed', check_run: { name: 'lint', conclusion: 'success' } },
  ])
  expect(() => endJobs(world, repository, run, { lint: 'failure' })).toThrow('no job lint is running')
  endJobs(world, repository, run, { test: 'failure' })
  expect(await news()).toMatchObject([
    { as: 'check_run completed', check_run: { name: 'test', conclusion: 'failure' } },
    {
      as: 'workflow_run completed',
      workflow_run: {
        id: run.id,
        status: 'completed',
        conclusion: 'failure',
        head_repository: { full_name: 'rita/models' },
        head_commit: { id: SHA },
      },
    },
  ])
})

test('a workflow that is dispatched is told as a run, and to Apps as dispatched', async () => {
  const scene = await hostedScene({ actions: 'write' })
  const { clone, octokit, place } = scene
  const inputs = '{inputs: {model: {required: true}, note: {default: none}}}'
  await clone.commit('Add workflows', {
    '.github/workflows/deploy.yml': `on: {workflow_dispatch: ${inputs}}\njobs: {}\n`,
    '.github/workflows/plain.yml': 'on: workflow_dispatch\njobs: {}\n',
  })
  await clone.git('push', '-q', 'origin', 'main')
  const events = ['workflow_dispatch', 'workflow_run']
  const [news, app] = [await hearing(scene, { events }), await hearing(scene, { events, app: 77 })]
  const dispatch = { ...place, ref: 'main' }
  await octokit.request(DISPATCH, { ...dispatch, workflow_id: 'deploy.yml', inputs: { model: 'churn' } })
  await octokit.request(DISPATCH, { ...dispatch, workflow_id: 'plain.yml' })
  const begins = ['workflow_run requested', 'workflow_run in_progress']
  expect((await news()).map(({ as }) => as)).toEqual([...begins, ...begins])
  const [run] = runsOf(scene.repository)
  if (run === undefined) throw new Error('nothing was started')
  endJobs(scene.sandbox.world, scene.repository, run, { run: 'success' })
  expect((await news()).at(-1)).toMatchObject({
    as: 'workflow_run completed',
    workflow_run: { event: 'workflow_dispatch', conclusion: 'success' },
  })
  const path = '.github/workflows/deploy.yml'
  const dispatched = (await app()).filter(({ as }) => as === 'workflow_dispatch')
  expect(dispatched).toMatchObject([
    { ref: 'refs/heads/main', workflow: path, inputs: { model: 'churn', note: 'none' } },
    { inputs: null, sender: { login: 'github-actions[bot]' } },
  ])
})
