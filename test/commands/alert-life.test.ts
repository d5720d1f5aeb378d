import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type MonitoringAlert, settleMonitoringAlert } from '../../src/commands/settle-monitoring-alert.ts'
import type { AlertItem, MonitoringFinding } from '../../src/domain/alerts/finding.ts'
import { ALERT_PAGES } from '../../src/doors/alert-pages.ts'
import type { Turn } from '../fakes/comments.ts'
import { FakeTracker, fakeIssues } from '../fakes/issues.ts'
import { AlertModel } from '../support/alert-model.ts'
import { alertOf, badFinding, goodFinding } from '../support/alerts.ts'

const DAY_MS = 86_400_000
const NAMES = ['a', 'b', 'c']

const someNames = fc.subarray(NAMES)
const finding: fc.Arbitrary<MonitoringFinding> = fc.oneof(
  fc
    .tuple(
      fc.subarray(NAMES, { minLength: 1 }),
      fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 3 }),
      someNames,
    )
    .map(([names, sizes, others]): MonitoringFinding => {
      const items = names.map((name, at): AlertItem => ({ name, size: (sizes[at] as number) / 10 }))
      const untold = others.filter(name => !names.includes(name))
      return { is: 'bad', items: items as [AlertItem, ...AlertItem[]], untold }
    }),
  someNames.map((untold): MonitoringFinding => ({ is: 'good', untold })),
  fc.constant<MonitoringFinding>({ is: 'good', untold: [] }),
  fc.constant<MonitoringFinding>({ is: 'good', untold: [] }),
  fc.constant<MonitoringFinding>({ is: 'unknown', why: 'no rows came' }),
)

type Step =
  /** `ahead`: of the newest run before; 0 is that run again, and less is an older one. */
  | { readonly is: 'run'; readonly ahead: number; readonly finding: MonitoringFinding }
  | { readonly is: 'person'; readonly number: number; readonly opens: boolean }
  | { readonly is: 'wait'; readonly days: number }
const run = fc.record({
  is: fc.constant('run' as const),
  ahead: fc.constantFrom(1, 1, 1, 1, 1, 2, 0, -1, -3),
  finding,
})
const person = fc.record({
  is: fc.constant('person' as const),
  number: fc.integer({ min: 1, max: 2 }),
  opens: fc.boolean(),
})
const wait = fc.record({ is: fc.constant('wait' as const), days: fc.constantFrom(1, 13, 14, 15, 20) })
const recovery = Array.from({ length: 3 }, (): Step => ({ is: 'run', ahead: 1, finding: goodFinding() }))
const step: fc.Arbitrary<readonly Step[]> = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(run) },
  { weight: 3, arbitrary: fc.tuple(person) },
  { weight: 2, arbitrary: fc.tuple(wait) },
  { weight: 1, arbitrary: fc.constant(recovery) },
)
const steps = fc.array(step, { minLength: 1, maxLength: 40, size: 'max' }).map(parts => parts.flat())

/** A writer of alerts on issues that others may write, too. */
function start(turn?: Turn, tracker = new FakeTracker()) {
  const outside = { ...fakeIssues(tracker, turn), pages: ALERT_PAGES, clock: { now: () => tracker.now } }
  const settle = (id: number, found: MonitoringFinding, facts: Partial<MonitoringAlert> = {}) =>
    settleMonitoringAlert(alertOf(id, found, facts), outside)
  return { tracker, settle }
}

const stateOf = ({ kept, said }: FakeTracker) => JSON.stringify([kept, said])

test('whatever runs find and persons do: one open issue, a word only of news, closed only when it is good again', async () => {
  const seen = { closed: 0, reopened: 0, said: 0, followed: 0, doubled: 0 }
  const check = async (given: readonly Step[]) => {
    const { tracker, settle } = start()
    const model = new AlertModel()
    let newest = 10
    for (const one of given) {
      // Days are whole, and each step takes an hour.
      tracker.now += 3_600_000
      if (one.is === 'wait') tracker.now += one.days * DAY_MS
      else if (one.is === 'person') {
        tracker.set(one.number, one.opens)
        model.person(one.number, one.opens, tracker.now)
      } else {
        const id = newest + one.ahead
        newest = Math.max(newest, id)
        const [before, opened, said] = [stateOf(tracker), tracker.open, tracker.said.length]
        const expected = model.run(id, one.finding, tracker.now)
        await settle(id, one.finding)
        expect(tracker.open.length).toBeLessThanOrEqual(1)
        const isOpen = expected !== undefined && tracker.open.includes(expected.number)
        const words = tracker.said.length - said
        if (expected === undefined) {
          expect(words).toBe(0)
          if (opened.length < 2) expect(stateOf(tracker)).toBe(before)
        } else expect({ isOpen, words }).toEqual({ isOpen: expected.isOpen, words: expected.says ? 1 : 0 })
        // A run closes the one that is open only when it is good again.
        if (opened.length === 1 && tracker.open.length === 0) {
          expect(one.finding.is).toBe('good')
          expect(model.issues[(opened[0] as number) - 1]).toMatchObject({ goods: 3, bad: new Set() })
          seen.closed += 1
        }
        if (opened.length === 0 && tracker.open.length === 1) {
          expect(one.finding.is).toBe('bad')
          if (words > 0) seen.reopened += 1
          else if (tracker.kept.length > 1) seen.followed += 1
        }
        if (opened.length > 1) seen.doubled += 1
        seen.said += words
        const after = stateOf(tracker)
        await settle(id, one.finding)
        expect(stateOf(tracker)).toBe(after)
      }
    }
    expect(tracker.kept.length).toBe(model.issues.length)
  }
  await fc.assert(fc.asyncProperty(steps, check), { numRuns: 400 })
  // All of that happened, and more than once.
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(5)
})

test('killed before any call and run again, it comes to the same', async () => {
  const runs = fc.array(fc.tuple(finding, fc.nat(4)), { minLength: 1, maxLength: 15, size: 'max' })
  await fc.assert(
    fc.asyncProperty(runs, async given => {
      let left = Number.POSITIVE_INFINITY
      const killed = start(async () => {
        if (left === 0) throw new Error('killed')
        left -= 1
      })
      const whole = start()
      for (const [id, [found, calls]] of given.entries()) {
        left = calls
        await killed.settle(id + 1, found).catch(() => undefined)
        left = Number.POSITIVE_INFINITY
        await killed.settle(id + 1, found)
        await whole.settle(id + 1, found)
        expect(stateOf(killed.tracker)).toBe(stateOf(whole.tracker))
      }
    }),
    { numRuns: 100 },
  )
})

test('the news of a run that was killed before it could note them are not told twice', async () => {
  let isKilled = false
  const { tracker, settle } = start(async what => {
    if (isKilled && what === 'update') throw new Error('killed')
  })
  await settle(1, badFinding({ a: 0.2 }))
  isKilled = true
  await expect(settle(2, badFinding({ a: 0.4 }))).rejects.toThrow('killed')
  isKilled = false
  await settle(3, badFinding({ a: 0.4, b: 0.3 }))
  expect(tracker.said).toEqual([expect.stringMatching(/Worse: `a` 0\.400.*\n.*New: `b` 0\.300/)])
})

test('two at once, of one run or of two, leave one open issue, of the newer run', async () => {
  const pairs = fc.tuple(fc.scheduler(), fc.boolean())
  await fc.assert(
    fc.asyncProperty(pairs, async ([scheduler, isSame]) => {
      const tracker = new FakeTracker()
      const turn = () => scheduler.schedule(Promise.resolve())
      const writer = (id: number) => start(turn, tracker).settle(id, badFinding({ a: 0.2 }))
      const both = Promise.all([writer(7), writer(isSame ? 7 : 8)])
      await scheduler.waitFor(both)
      expect(tracker.open).toHaveLength(1)
      const { settle } = start(undefined, tracker)
      await settle(9, badFinding({ a: 0.2 }))
      for (const id of [10, 11, 12]) await settle(id, goodFinding())
      expect(tracker.open).toEqual([])
      await settle(13, badFinding({ a: 0.2 }))
      expect(tracker.open).toHaveLength(1)
      // It is the one that recovered.
      expect(tracker.said.filter(text => text.includes('Recovered'))).toHaveLength(1)
      expect(tracker.said.some(text => text.startsWith(`${tracker.open[0]} `))).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('alerts of other kinds and models have issues of their own', async () => {
  const { tracker, settle } = start()
  for (const kind of ['drift', 'degradation', 'data-quality', 'operations', 'no-data'] as const)
    for (const model of ['churn', 'churn-2'])
      for (const id of [1, 2]) await settle(id, badFinding({ a: 3 }), { kind, model })
  expect(tracker.open).toHaveLength(10)
})
