import { expect, test } from 'vitest'
import { addIssue, commentsOf, issuesOf } from '../../sandbox/state/issues.ts'
import { openGitHubComments } from '../../src/adapters/github/comments.ts'
import { openGitHubIssues } from '../../src/adapters/github/issues.ts'
import { settleWeek, weekMarker } from '../../src/commands/settle-week.ts'
import { weekLine } from '../../src/domain/alerts/week-page.ts'
import { DEFAULT_CONFIRMATION } from '../../src/domain/drift/confirmed.ts'
import type { MonitorRun } from '../../src/domain/monitoring/run-record.ts'
import { ALERT_PAGES } from '../../src/doors/alert-pages.ts'
import { alertBody } from '../support/alerts.ts'
import { contextAt } from '../support/github-server.ts'
import { monitorRun } from '../support/monitor-runs.ts'
import { openScene } from '../support/sandbox.ts'

const BOT = 'github-actions[bot]'
const DAY_MS = 86_400_000

/** A model whose monitor runs each day of four weeks from a Monday on. */
async function weekly() {
  const { sandbox, token, repository } = await openScene({ issues: 'write' })
  const context = contextAt(sandbox.url, { token: token.value })
  const options = { sleep: async () => {} }
  let now = Date.parse('2026-03-02T12:00:00Z')
  const outside = {
    issues: openGitHubIssues(context, { ...options, login: BOT }),
    comments: openGitHubComments(context, options),
    pages: ALERT_PAGES,
    clock: { now: () => now },
  }
  const runs: MonitorRun[] = []
  const at = (time: number) => `${new Date(time).toISOString().slice(0, 19)}Z`
  const settle = () =>
    settleWeek({ model: 'churn', runs, confirmation: DEFAULT_CONFIRMATION, labels: ['ml'] }, outside)
  const day = async () => {
    const features = [{ feature: 'x', status: 'ok', type: 'number', distance: 0.01 } as const]
    runs.push(monitorRun({ at: at(now), run: { id: runs.length + 1, attempt: 1 }, features: [...features] }))
    const { change } = await settle()
    now += DAY_MS
    return change
  }
  const days = async (count: number) => {
    const changes: string[] = []
    for (let index = 0; index < count; index += 1) changes.push(await day())
    return changes.join(' ')
  }
  const back = (count: number) => {
    now -= count * DAY_MS
  }
  const own = () => issuesOf(repository).filter(({ body }) => body?.startsWith(weekMarker('churn')))
  return { sandbox, repository, settle, days, back, own, said: () => commentsOf(repository), outside }
}

test('each week is told once, on its first day after: the first opens the issue, later ones comment and rewrite it', async () => {
  const { days, own, said, settle } = await weekly()
  // Of the week before the first run there is nothing to tell.
  expect(await days(7)).toBe('none none none none none none none')
  expect(await days(7)).toBe('open none none none none none none')
  expect(own()).toMatchObject([
    { number: 1, title: 'churn: monitoring, week by week', labels: ['modelyard', 'ml'] },
  ])
  expect(own()[0]?.body?.split('\n').slice(0, 2)).toEqual([weekMarker('churn'), weekLine('2026-W10')])
  expect(said()).toEqual([])
  expect(await days(8)).toBe('update none none none none none none update')
  expect((await settle()).change).toBe('none')
  expect(said().map(({ body }) => body.split('\n').slice(0, 2))).toEqual([
    ['<!-- modelyard week-2026-W11 -->', 'Week 2026-W11, from 2026-03-09 to before 2026-03-16, UTC:'],
    ['<!-- modelyard week-2026-W12 -->', 'Week 2026-W12, from 2026-03-16 to before 2026-03-23, UTC:'],
  ])
  expect(own()).toHaveLength(1)
  expect(own()[0]?.body).toContain('- 7 runs.')
})

test('a clock that runs backwards tells no week again', async () => {
  const { days, back, settle, said } = await weekly()
  await days(15)
  expect(said()).toHaveLength(1)
  back(8)
  expect((await settle()).change).toBe('none')
  expect(said()).toHaveLength(1)
})

test('one who was killed between the comment and the issue is followed by no second comment', async () => {
  const { days, own, said, settle, outside } = await weekly()
  await days(8)
  await days(6)
  const body = own()[0]?.body ?? ''
  await days(1)
  await outside.issues.update(1, { body })
  expect((await settle()).change).toBe('update')
  expect([said().length, own()[0]?.body?.split('\n')[1]]).toEqual([1, weekLine('2026-W11')])
})

test('an issue that a person closed stays closed, knows the newest week and says nothing', async () => {
  const { days, own, said, outside } = await weekly()
  await days(8)
  await outside.issues.update(1, { isOpen: false })
  expect(await days(7)).toContain('update')
  expect(own()).toMatchObject([{ state: 'closed' }])
  expect(own()[0]?.body).toContain(weekLine('2026-W11'))
  expect(said()).toEqual([])
})

test('of two that were opened at one time the first goes on, and the other is closed', async () => {
  const { sandbox, repository, days, own } = await weekly()
  await days(8)
  const body = own()[0]?.body ?? ''
  addIssue(sandbox.world, repository, { author: BOT, title: 'the same', body })
  await days(1)
  expect(own().map(({ state }) => state)).toEqual(['open', 'closed'])
  expect(own()[1]?.body).toContain('This goes on in #1.')
})

test('alerts of the model that are open or were closed since are told, and those of another model are not', async () => {
  const { sandbox, repository, days, own } = await weekly()
  addIssue(sandbox.world, repository, { author: BOT, title: 'a', body: alertBody('churn') })
  addIssue(sandbox.world, repository, { author: BOT, title: 'b', body: alertBody('churn-2') })
  await days(8)
  expect(own()[0]?.body).toContain('- #1 ❌ Open: drift')
  expect(own()[0]?.body).not.toContain('#2')
})
