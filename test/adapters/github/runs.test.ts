import { expect, test } from 'vitest'
import { addRun, type Job } from '../../../sandbox/state/runs.ts'
import { openGitHubRuns } from '../../../src/adapters/github/runs.ts'
import { contextAt, startGitHub } from '../../support/github-server.ts'
import { openScene } from '../../support/sandbox.ts'

const HEAD = 'a'.repeat(40)
const RETRAIN = '.github/workflows/modelyard-retrain.yml'

test('the runs of a workflow are those since a moment, newest first, with their jobs', async () => {
  const { sandbox, repository, token } = await openScene({ actions: 'read' })
  const runs = openGitHubRuns(contextAt(sandbox.url, { token: token.value }))
  const { clock } = sandbox.world
  const add = (event: string, jobs: Readonly<Record<string, Job['conclusion']>>, path = RETRAIN) =>
    addRun(sandbox.world, repository, { headSha: HEAD, actor: 'ada', event, path, jobs })
  add('schedule', { 'train churn': 'success' })
  clock.advance(86_400_000)
  const since = clock.now().getTime()
  const ended = add('schedule', { 'retrain / candidate / train churn': 'failure' })
  add('push', {}, '.github/workflows/modelyard.yml')
  clock.advance(3_600_000)
  const open = add('workflow_dispatch', { 'retrain / decide churn': null })
  const found = await runs.startedSince(RETRAIN, since)
  expect(found).toEqual([
    { id: open.id, attempt: 1, event: 'workflow_dispatch', at: since + 3_600_000, isFinished: false },
    { id: ended.id, attempt: 1, event: 'schedule', at: since, isFinished: true },
  ])
  expect(await runs.jobs({ id: ended.id, attempt: 1 })).toEqual([
    { name: 'retrain / candidate / train churn', conclusion: 'failure' },
  ])
})

test('a workflow that is not there has no runs that could be known', async () => {
  const { context, options, calls } = await startGitHub({ status: 404, body: {} })
  expect(await openGitHubRuns(context, options).startedSince(RETRAIN, Date.UTC(2026, 2, 1))).toBeUndefined()
  expect(calls[0]?.url).toContain('/actions/workflows/modelyard-retrain.yml/runs?')
})

test('what is no run in a list is passed over', async () => {
  const good = {
    id: 7,
    run_attempt: 2,
    event: 'schedule',
    status: 'completed',
    created_at: '2026-03-01T10:00:00Z',
  }
  const runs = [good, { ...good, id: 'x' }, { ...good, created_at: 'soon' }, null]
  const { context, options } = await startGitHub({ body: { workflow_runs: runs } })
  expect(await openGitHubRuns(context, options).startedSince(RETRAIN, 0)).toEqual([
    { id: 7, attempt: 2, event: 'schedule', at: Date.UTC(2026, 2, 1, 10), isFinished: true },
  ])
})

test('no more pages are read than reach back so far', async () => {
  const page = (newest: number) => ({
    body: {
      workflow_runs: Array.from({ length: 100 }, (_, index) => ({
        id: newest - index,
        run_attempt: 1,
        event: 'schedule',
        status: 'completed',
        created_at: new Date((newest - index) * 60_000).toISOString(),
      })),
    },
  })
  const { context, options, calls } = await startGitHub(page(1000), page(900), page(800))
  const found = await openGitHubRuns(context, options).startedSince(RETRAIN, 850 * 60_000)
  expect([found?.length, found?.at(-1)?.id, calls.length]).toEqual([151, 850, 2])
})
