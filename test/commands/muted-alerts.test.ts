import { expect, test } from 'vitest'
import { noteOnAlert } from '../../src/commands/mute-alert.ts'
import { type MonitoringAlert, settleMonitoringAlert } from '../../src/commands/settle-monitoring-alert.ts'
import type { MonitoringFinding } from '../../src/domain/alerts/finding.ts'
import { parseAlertState } from '../../src/domain/alerts/state.ts'
import { ALERT_PAGES } from '../../src/doors/alert-pages.ts'
import { FakeTracker, fakeIssues } from '../fakes/issues.ts'
import { alertOf, badFinding as bad, goodFinding as good } from '../support/alerts.ts'

const DAY_MS = 86_400_000

/** An alert of `a` that was opened by run 1, with a run a day from then on. */
async function opened() {
  const tracker = new FakeTracker()
  const ports = fakeIssues(tracker)
  const outside = { ...ports, pages: ALERT_PAGES, clock: { now: () => tracker.now } }
  let id = 0
  const run = async (finding: MonitoringFinding, facts: Partial<MonitoringAlert> = {}) => {
    id += 1
    tracker.now += DAY_MS
    const before = tracker.said.length
    await settleMonitoringAlert(alertOf(id, finding, facts), outside)
    return tracker.said.slice(before).map(text => text.split('\n').slice(1, -3).join('\n'))
  }
  const later = (days: number) => new Date(tracker.now + days * DAY_MS).toISOString().replace('.000', '')
  await run(bad({ a: 0.2 }))
  const note = (facts: Parameters<typeof noteOnAlert>[1]) => noteOnAlert(1, facts, ports)
  const state = () => parseAlertState(tracker.kept[0]?.body ?? '')
  return { tracker, run, note, later, state }
}

test('what is snoozed is brought up to date without a word, and told when the time is over and it is still bad', async () => {
  const { run, note, later, tracker, state } = await opened()
  await note({ snoozed: { by: 'ada', until: later(3.5) } })
  expect(await run(bad({ a: 0.5 }))).toEqual([])
  expect(tracker.kept[0]?.body).toContain('Snoozed by `ada` until')
  expect(await run(bad({ a: 0.5, b: 0.3 }))).toEqual([])
  expect(await run(bad({ a: 0.4, b: 0.3 }))).toEqual([])
  expect(await run(bad({ a: 0.4, b: 0.3 }))).toEqual([
    expect.stringContaining('No longer snoozed, and still bad: `a` 0.400, `b` 0.300.'),
  ])
  expect(state()).not.toHaveProperty('snoozed')
  expect(await run(bad({ a: 0.4, b: 0.3 }))).toEqual([])
  expect(await run(bad({ a: 0.4, b: 0.5 }))).toEqual([expect.stringContaining('Worse: `b` 0.500')])
})

test('that it recovered is said, whoever wanted silence, and then the silence is over', async () => {
  const { run, note, later, tracker, state } = await opened()
  await note({ snoozed: { by: 'ada', until: later(300) } })
  await note({ acknowledged: { by: 'grace', at: later(0) } })
  for (const _ of [1, 2]) expect(await run(good())).toEqual([])
  expect(await run(good())).toEqual([expect.stringContaining('Recovered')])
  expect(tracker.open).toEqual([])
  expect(state()).not.toHaveProperty('snoozed')
  expect(state()).not.toHaveProperty('acknowledged')
  expect(await run(bad({ a: 0.2 }))).toEqual([expect.stringContaining('It is back')])
})

test('whoever looks after it sees what joins; that it got worse is still told', async () => {
  const { run, note, later, tracker } = await opened()
  await note({ acknowledged: { by: 'grace', at: later(0) } })
  expect(await run(bad({ a: 0.2, b: 0.3 }))).toEqual([])
  expect(tracker.kept[0]?.body).toContain('Looked after by `grace` since')
  expect(tracker.kept[0]?.body).toContain('| `b` | 0.300 |')
  expect(await run(bad({ a: 0.2, b: 0.6 }))).toEqual([expect.stringContaining('Worse: `b` 0.600')])
})

test('while a snooze lasts nothing is closed that is bad, and nothing bad is forgotten after it', async () => {
  const { run, note, later, tracker } = await opened()
  await note({ snoozed: { by: 'ada', until: later(2.5) } })
  for (const _ of [1, 2]) await run(bad({ c: 0.9 }, 'a'))
  expect(tracker.open).toEqual([1])
  // `a` could not be seen meanwhile: it stays bad.
  expect(await run(bad({ c: 0.9 }, 'a'))).toEqual([
    expect.stringContaining('No longer snoozed, and still bad: `c` 0.900, `a` 0.200.'),
  ])
})
