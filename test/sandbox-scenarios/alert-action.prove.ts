import { expect, test } from 'vitest'
import { commentsOf, issuesOf } from '../../sandbox/state/issues.ts'
import { HISTORY_BRANCH } from '../../src/domain/monitoring/run-record.ts'
import type { Result } from '../../src/domain/results/index.ts'
import type { ServiceLevelsResult } from '../../src/domain/results/service-levels.ts'
import type { ServiceLevel } from '../../src/domain/service/level.ts'
import { RESULTS } from '../support/results.ts'
import { readMetadata } from '../support/run-action.ts'
import { DRIFTED, FAILED, found, watching, watchingWeeks } from '../support/watching.ts'

test('drift that two runs confirm opens one issue, which closes by itself after three good runs', async () => {
  const { run, issues, said, kept, repository, sandbox, token } = await watching()
  const first = await run(1, found(0.02))
  expect(first, first.log).toMatchObject({ status: 0, outputs: { model: 'churn', bad: '[]', open: '{}' } })
  const declared = Object.keys((await readMetadata('actions/alert')).outputs ?? {})
  expect(Object.keys(first.outputs).filter(name => !declared.includes(name))).toEqual([])
  expect((await run(2, found(0.2))).outputs).toMatchObject({ bad: '[]', open: '{}' })
  // The same run once more is the same run.
  expect((await run(2, found(0.2), 2)).outputs).toMatchObject({ bad: '[]', open: '{}' })
  expect(issues()).toEqual([])
  const third = await run(3, found(0.2))
  expect(third, third.log).toMatchObject({ status: 0, outputs: { bad: '["drift"]', open: '{"drift":1}' } })
  expect(issues()).toEqual([[1, 'churn: what production sees has drifted', 'open']])
  const { body } = issuesOf(repository)[0] ?? {}
  // Since the first attempt of the run before.
  expect(body).toMatch(/Bad since 2026-\d\d-\d\d \d\d:\d\d UTC/)
  expect(body).toContain('`tenure` | 0.200 | 0.200 |')
  // Of the runs of the branch, the one that was tried again once.
  expect(body).toContain('| `tenure` | ▁██ | 0.100 | 0.200 |')
  expect(body).toContain('line "found" [0.02, 0.2, 0.2]')
  await run(4, found(0.4))
  expect(said()).toEqual(['1 - ❌ Worse: `tenure` 0.400 (told before: 0.200).'])
  for (const id of [5, 6]) expect((await run(id, found(0.01))).outputs.open).toBe('{"drift":1}')
  expect((await run(7, found(0.01))).outputs).toMatchObject({ bad: '[]', open: '{}' })
  expect(issues()).toEqual([[1, 'churn: what production sees has drifted', 'closed']])
  expect(said()).toHaveLength(2)
  expect(await kept()).toHaveLength(8)
  expect(sandbox.unusedPermissions(token)).toEqual([])
})

test('three runs in a row that could not look are an alert of their own, and neither open nor close another', async () => {
  const { run, issues, repository } = await watching()
  for (const id of [1, 2]) await run(id, found(0.3))
  await run(3, FAILED)
  await run(4, undefined)
  expect(issues()).toHaveLength(1)
  const fifth = await run(5, FAILED)
  expect(fifth, fifth.log).toMatchObject({
    status: 0,
    outputs: { bad: '["no-data"]', open: '{"drift":1,"no-data":2}' },
  })
  expect(issues()).toEqual([
    [1, 'churn: what production sees has drifted', 'open'],
    [2, 'churn: its monitor cannot see', 'open'],
  ])
  expect(issuesOf(repository).at(-1)?.body).toContain('bucket/day.parquet is not there')
  for (const id of [6, 7, 8]) await run(id, found(0.01))
  expect(issues().map(([, , state]) => state)).toEqual(['closed', 'closed'])
})

test('model.yaml says when somebody is told, who, and by which label', async () => {
  const { run, issues, repository } = await watching(`monitor:
  confirm: {runs: 1, of: 1}
  alerts: {labels: [monitoring], assignees: [ada], close-after: 1, blind-after: 1, worse-by: 3}
`)
  await run(1, found(0.3))
  expect(issuesOf(repository)[0]).toMatchObject({ labels: ['modelyard', 'monitoring'], assignees: ['ada'] })
  await run(2, found(0.8))
  expect(commentsOf(repository)).toEqual([])
  await run(3, found(0.01))
  expect(issues()).toMatchObject([[1, expect.anything(), 'closed']])
  await run(4, FAILED)
  expect(issues()[1]).toEqual([2, 'churn: its monitor cannot see', 'open'])
})

test('broken service levels open the alert of operations at once, and say nothing of drift', async () => {
  const { run, issues, repository } = await watching()
  const levels = { ...RESULTS['service-levels'], model: 'churn' }
  const first = await run(1, levels as never)
  expect(first, first.log).toMatchObject({
    status: 0,
    outputs: { bad: '["operations"]', open: '{"operations":1}' },
  })
  expect(issues()).toEqual([[1, 'churn: it is in trouble while serving', 'open']])
  expect(issuesOf(repository)[0]?.body).toContain('| `p95` |')
  // Runs that looked at limits alone are none in which drift could not be told.
  for (const id of [2, 3]) await run(id, levels as never)
  expect((await run(4, found(0.02))).outputs).toMatchObject({ bad: '[]' })
})

test('a part that could not look three times in a row is told, though the others could', async () => {
  const { run, issues, repository } = await watching()
  const blind = { ...FAILED, command: 'performance' }
  for (const id of [1, 2]) await run(id, [found(0.02), blind])
  expect(issues()).toEqual([])
  const third = await run(3, [found(0.02), blind])
  expect(third, third.log).toMatchObject({ status: 0, outputs: { bad: '["no-data"]' } })
  expect(issuesOf(repository)[0]?.body).toContain('| `performance` |')
})

test('good numbers of the business do not close an alert on a metric that nobody could measure', async () => {
  const { run, issues } = await watching()
  const bad = { ...RESULTS.performance, model: 'churn' } as Result
  const basket: ServiceLevel = {
    ...{ of: 'business', name: 'basket', status: 'ok', grounds: [], unit: 'own' },
    ...{ limit: { is: 'at-least', value: 40 }, value: 50, low: 45, high: 55 },
  }
  const good: ServiceLevelsResult = {
    ...(RESULTS['service-levels'] as ServiceLevelsResult),
    ...{ model: 'churn', outcome: 'passed', levels: [basket] },
  }
  await run(1, [bad, good])
  expect(issues()).toMatchObject([[1, expect.anything(), 'open']])
  const blind = { ...FAILED, command: 'performance' }
  for (const id of [2, 3, 4, 5]) {
    const step = await run(id, [blind, good])
    expect(step.status, step.log).toBe(0)
  }
  expect(issues()[0]).toMatchObject([1, expect.anything(), 'open'])
})

test.each([
  ['another model', { ...DRIFTED, model: 'tenure' }, 'one of `tenure`'],
  ['another command', RESULTS.sample, 'an answer of another command (sample)'],
])('an answer of %s is refused, and nothing is kept', async (_, answer, says) => {
  const { run, issues, kept } = await watching()
  const step = await run(1, answer)
  expect(step.status, step.log).toBe(2)
  expect(step.log).toContain(says)
  expect(issues()).toEqual([])
  await expect(kept()).rejects.toThrow(HISTORY_BRANCH)
})

test('without the right to write issues the run is kept, and the step says which permission it lacks', async () => {
  const { run, issues, kept } = await watching('monitor: {confirm: {runs: 1, of: 1}}\n', {
    contents: 'write',
  })
  const step = await run(1, found(0.3))
  expect(step.status).not.toBe(0)
  expect(step.log).toContain('issues: write')
  expect(issues()).toEqual([])
  expect(await kept()).toHaveLength(1)
})

test('where model.yaml asks for it the week before is told once, in one issue for all weeks', async () => {
  const { run, issues, said, repository } = await watchingWeeks()
  const first = await run(7, found(0.085))
  expect(first, first.log).toMatchObject({ status: 0 })
  expect(issues()).toEqual([[1, 'churn: monitoring, week by week', 'open']])
  const body = issuesOf(repository)[0]?.body ?? ''
  expect(body).toContain('- 1 run.')
  expect(body).toContain('- Near the threshold: `tenure` 0.090 of 0.100.')
  await run(8, found(0.02))
  expect(issues()).toHaveLength(1)
  expect(said()).toEqual([])
})

test('later weeks are told in the same issue, by one comment each', async () => {
  const { run, issues, said } = await watchingWeeks(true)
  for (const id of [7, 8]) await run(id, found(0.02))
  expect(issues()).toEqual([[1, 'churn: monitoring, week by week', 'open']])
  expect(said()).toEqual([expect.stringMatching(/^1 Week 20\d\d-W\d\d, from/)])
})
