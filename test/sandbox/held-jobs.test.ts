import { expect, test } from 'vitest'
import { startRun } from '../../sandbox/follow-runs.ts'
import { holdJob, letByPerson, protectEnvironment } from '../../sandbox/hold-jobs.ts'
import type { Granted } from '../../sandbox/roles.ts'
import { standingOfRun } from '../../sandbox/state/runs.ts'
import { clientOf, openScene } from '../support/sandbox.ts'
import { hearing } from './hearing.ts'

const REVIEW = 'POST /repos/{owner}/{repo}/actions/runs/{run_id}/deployment_protection_rule'
const PENDING = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/pending_deployments'
const HISTORY = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/approvals'
const RUNS = 'GET /repos/{owner}/{repo}/actions/runs'
const RULES = 'GET /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules'
const GRANTED: Granted = { actions: 'read', deployments: 'write' }

/** A run whose job an App's rule holds, and that App. */
async function held({ granted = GRANTED, awaitsPeople = false } = {}) {
  const scene = await openScene({})
  const { sandbox, repository, place } = scene
  const { world } = sandbox
  const bot = world.addApp('modelyard')
  const app = bot.app?.id ?? 0
  const installation = world.install(bot, [repository], granted)
  const tokenOf = (login: string) =>
    world.issueToken({ kind: 'app', login, permissions: granted, installation: installation.id })
  const heard = await hearing(scene, { app })
  protectEnvironment(world, repository, 'staging', app)
  const run = startRun(world, repository, {
    headSha: 'a'.repeat(40),
    actor: 'ada',
    event: 'push',
    jobs: { build: 'success', deploy: null },
  })
  const job = holdJob(world, repository, run, { job: 'deploy', environment: 'staging', awaitsPeople })
  const at = { ...place, run_id: run.id }
  const { request } = clientOf(sandbox, tokenOf(bot.login))
  const review = (more: object) => request(REVIEW, { ...at, environment_name: 'staging', ...more } as never)
  return { ...scene, app, run, job, at, request, review, heard, tokenOf }
}

const status = (asked: Promise<unknown>) =>
  asked.then(
    () => 204,
    ({ status: code }) => code as number,
  )

test('the App is told of a job that waits, finds it, and lets it go on', async () => {
  const { app, run, at, request, review, heard, place } = await held()
  const told = (await heard()).filter(({ as }) => as === 'deployment_protection_rule requested')
  expect(told).toMatchObject([
    {
      environment: 'staging',
      event: 'push',
      deployment: { sha: run.headSha, environment: 'staging' },
      deployment_callback_url: expect.stringMatching(
        new RegExp(`/actions/runs/${run.id}/deployment_protection_rule$`),
      ),
    },
  ])
  const waiting = async () => (await request(RUNS, { ...place, status: 'waiting' })).data.workflow_runs
  expect((await waiting()).map(({ id }) => id)).toEqual([run.id])
  expect((await request(PENDING, at)).data).toMatchObject([{ environment: { name: 'staging' } }])
  expect((await request(RULES, { ...place, environment_name: 'staging' })).data).toMatchObject({
    custom_deployment_protection_rules: [{ enabled: true, app: { id: app } }],
  })
  await review({ state: 'approved', comment: 'all is met' })
  expect((await request(PENDING, at)).data).toEqual([])
  expect(await waiting()).toEqual([])
  expect(standingOfRun(run).status).toBe('in_progress')
  expect((await request(HISTORY, at)).data).toMatchObject([
    { state: 'approved', comment: 'all is met', user: { login: 'modelyard[bot]', type: 'Bot' } },
  ])
  expect(await status(review({ state: 'approved' }))).toBe(422)
})

test('a refused job fails its run', async () => {
  const { run, review } = await held()
  await review({ state: 'rejected', comment: 'an older one' })
  expect(standingOfRun(run)).toEqual({ status: 'completed', conclusion: 'failure' })
})

test('a person may have to let it go on as well', async () => {
  const { run, job, at, repository, review, request } = await held({ awaitsPeople: true })
  await review({ state: 'approved' })
  expect((await request(PENDING, at)).data).toHaveLength(1)
  expect(await status(review({ state: 'approved' }))).toBe(422)
  letByPerson(repository, job)
  expect(standingOfRun(run).status).toBe('in_progress')
})

test('ten remarks without a verdict are taken, of 1,024 characters each', async () => {
  const { run, review } = await held()
  expect(await status(review({ comment: 'x'.repeat(1025) }))).toBe(422)
  for (let count = 0; count < 10; count += 1) await review({ comment: 'x'.repeat(1024) })
  expect(await status(review({ comment: 'once more' }))).toBe(422)
  expect(standingOfRun(run).status).toBe('waiting')
})

test('another App has no say, and is told nothing', async () => {
  const { sandbox, at, tokenOf, repository } = await held()
  const other = sandbox.world.addApp('other')
  sandbox.world.install(other, [repository], GRANTED)
  const { request } = clientOf(sandbox, tokenOf(other.login))
  expect(await status(request(REVIEW, { ...at, environment_name: 'staging', state: 'approved' }))).toBe(422)
})

test('an App without the permission that an event needs is not told of it', async () => {
  const { heard } = await held({ granted: { actions: 'read' } })
  expect((await heard()).filter(({ as }) => as.startsWith('deployment_protection_rule'))).toEqual([])
})
