import { expect, test } from 'vitest'
import { secondaryLimit } from '../../sandbox/faults.ts'
import { checkRunsOf } from '../../sandbox/state/check-runs.ts'
import { PULLS, pushBranch } from '../sandbox/hosted.ts'
import { startedApp } from '../support/app.ts'
import { type Judging, judging } from './judging.ts'

const LIMITED = 'modelyard_settlings_held_total'
const callsOf = (outcome: string) => `modelyard_api_calls_total\\{outcome="${outcome}"\\}`

async function opened({ clone, ada, place }: Judging): Promise<void> {
  await pushBranch(clone, 'idea', { 'docs/a.md': 'words\n' })
  await ada.octokit.request(PULLS, { ...place, title: 'Idea', head: 'idea', base: 'main' })
}

/** Every operation that the App calls when it judges a promotion, and the person who asks for it does not. */
async function operations(): Promise<string[]> {
  const scene = await judging()
  await scene.app.settled()
  const before = scene.sandbox.log.length
  await scene.promotion(3)
  await scene.app.settled()
  const calls = scene.sandbox.log.slice(before)
  const idsOf = (isOwn: boolean) =>
    new Set(
      calls
        .filter(({ actor, route }) => !route.startsWith('git-') && (actor === 'modelyard[bot]') === isOwn)
        .map(({ operationId, route }) => operationId ?? route),
    )
  return [...idsOf(true).difference(idsOf(false))]
}

test('a secondary limit at any call of a judgement makes no other verdict, and the one that there is later', async () => {
  const called = await operations()
  expect(called).toEqual(
    expect.arrayContaining(['PullRequest', 'actions/list-workflow-run-artifacts', 'checks/create']),
  )
  for (const operation of called) {
    const scene = await judging()
    await scene.app.settled()
    const before = scene.sandbox.log.length
    scene.sandbox.faults.next(operation, secondaryLimit(1))
    await scene.promotion(3)
    await scene.app.settled()
    const told = scene.sandbox.log
      .slice(before)
      .filter(
        ({ operationId, status }) => /^checks\/(?:create|update)$/.test(operationId ?? '') && status < 300,
      )
    expect(
      told.map(({ operationId }) => operationId),
      operation,
    ).toEqual(['checks/create'])
    expect(
      scene.checks().map(({ conclusion }) => conclusion),
      operation,
    ).toEqual(['action_required'])
    expect(scene.summary(), operation).not.toContain('no more calls')
    expect(await scene.app.metric(LIMITED), operation).toBeGreaterThan(0)
    expect(await scene.app.metric(callsOf('secondary-limit')), operation).toBe(1)
  }
})

test('limits more often than anything is tried again lose nothing', async () => {
  const scene = await judging()
  await scene.app.settled()
  scene.sandbox.faults.next('PullRequest', secondaryLimit(1), 6)
  await opened(scene)
  await scene.app.settled()
  expect(checkRunsOf(scene.repository)).toMatchObject([{ conclusion: 'success' }])
  expect(await scene.app.metric(LIMITED)).toBeGreaterThanOrEqual(6)
  expect(await scene.app.metric('modelyard_targets_left_total')).toBe(0)
  expect(await scene.app.metric('modelyard_delivery_lag_seconds_count')).toBeGreaterThan(0)
})

test.for([
  'apps/list-installations',
  'apps/create-installation-access-token',
  'apps/list-repos-accessible-to-installation',
])('a limit of %s at the start is waited for, and then everything is looked at', async operation => {
  const { sandbox, repository, ...scene } = await judging()
  await scene.app.settled()
  await opened({ sandbox, repository, ...scene })
  await scene.app.settled()
  scene.app.child.kill('SIGKILL')
  await scene.app.ended
  checkRunsOf(repository).length = 0
  sandbox.faults.next(operation, secondaryLimit(1))
  const app = await startedApp({ sandbox, repository }, { repositories: [] })
  while ((await app.metric('modelyard_sweeps_total')) < 2) await app.settled()
  await app.settled()
  expect(checkRunsOf(repository)).toMatchObject([{ conclusion: 'success' }])
  expect(await app.metric(callsOf('secondary-limit'))).toBe(1)
})

test("when the hour's calls are used up nothing is asked until it is over, and then all of it", async () => {
  const scene = await judging()
  const { app, sandbox, repository } = scene
  await app.settled()
  const { clock, state } = sandbox.world
  const tokens = [...state.tokens.values()].filter(({ installation }) => installation === app.installation.id)
  const used = sandbox.log.filter(({ actor }) => actor === 'modelyard[bot]').length
  // Two seconds before the hour ends, all of its calls are made.
  const end = clock.now().getTime() + 3_600_000
  clock.set(new Date(end - 2000))
  for (const token of tokens) Object.assign(token, { hourlyLimit: Math.min(1, used) })
  await opened(scene)
  await sandbox.webhooks.settled()
  while ((await app.metric(callsOf('rate-limit'))) === 0) await new Promise(soon => setTimeout(soon, 20))
  expect(await app.metric('modelyard_installations_held')).toBe(1)
  const left = `modelyard_rate_limit_remaining\\{installation="${app.installation.id}",resource="core"\\}`
  expect(await app.metric(left)).toBe(0)
  expect(checkRunsOf(repository)).toEqual([])
  clock.set(new Date(end + 1000))
  for (const token of tokens) Object.assign(token, { hourlyLimit: 5000 })
  await app.settled()
  expect(checkRunsOf(repository)).toMatchObject([{ conclusion: 'success' }])
  expect(await app.metric(callsOf('rate-limit'))).toBe(1)
  expect(await app.metric('modelyard_installations_held')).toBe(0)
})
