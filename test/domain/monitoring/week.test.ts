import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEFAULT_CONFIRMATION } from '../../../src/domain/drift/confirmed.ts'
import type { MonitorRun } from '../../../src/domain/monitoring/run-record.ts'
import { runsOfWeek, weekBefore, weekOf } from '../../../src/domain/monitoring/week.ts'
import { monitorRun } from '../../support/monitor-runs.ts'

const DAY_MS = 86_400_000

test.each([
  // Of ISO 8601's own examples.
  ['2005-01-01T00:00:00Z', '2004-W53'],
  ['2007-12-31T23:59:59Z', '2008-W01'],
  ['2008-12-29T00:00:00Z', '2009-W01'],
  ['2010-01-03T12:00:00Z', '2009-W53'],
  ['1970-01-01T00:00:00Z', '1970-W01'],
  ['1969-12-28T00:00:00Z', '1969-W52'],
  ['2026-11-28T10:00:00Z', '2026-W48'],
])('%s is of %s', (time, name) => {
  expect(weekOf(Date.parse(time)).name).toBe(name)
})

test('each moment is of one week that begins on a Monday, weeks follow each other, and so do their names', () => {
  fc.assert(
    fc.property(fc.integer({ min: -2e11, max: 4e12 }), seconds => {
      const moment = seconds
      const week = weekOf(moment)
      const [from, to] = [week.from, week.to].map(time => Date.parse(time)) as [number, number]
      expect(moment >= from && moment < to).toBe(true)
      expect(new Date(from).getUTCDay()).toBe(1)
      expect(to - from).toBe(7 * DAY_MS)
      const before = weekBefore(week)
      expect(before.to).toBe(week.from)
      expect(before.name < week.name).toBe(true)
    }),
  )
})

const WEEK = weekOf(Date.parse('2026-03-04T00:00:00Z'))
const START = Date.parse(WEEK.from)
/** A run at noon of a day, counted from the week's Monday. */
const runOn = (day: number, facts: Partial<MonitorRun> = {}): MonitorRun =>
  monitorRun({
    at: `${new Date(START + day * DAY_MS + DAY_MS / 2).toISOString().slice(0, 19)}Z`,
    run: { id: 1000 + day, attempt: 1 },
    ...facts,
  })
const x = (distance: number): MonitorRun['features'][number] => ({
  feature: 'x',
  status: distance > 0.1 ? 'drift' : 'ok',
  type: 'number',
  distance,
})
const told = (...runs: readonly MonitorRun[]) => runsOfWeek(WEEK, runs, DEFAULT_CONFIRMATION)

test('runs of the week are counted, and those before it confirm what drifts', () => {
  const found = told(
    runOn(-1, { features: [x(0.3)] }),
    runOn(0, { features: [x(0.2)] }),
    runOn(7, { features: [x(0.01)] }),
  )
  expect(found).toMatchObject({ runs: 1, blind: 0, drifting: [{ feature: 'x', confirmed: true }] })
})

test('what comes near its threshold is told, and what is beyond or far from it is not', () => {
  const near = (distance: number) => told(runOn(0, { features: [x(distance)] })).near
  expect(near(0.081)).toEqual([{ feature: 'x', distance: 0.081, limit: 0.1 }])
  expect(near(0.079)).toEqual([])
  expect(near(0.2)).toEqual([])
})

test('a run that could not look is blind, and what looked at limits alone is not', () => {
  const { reference: _, current: __, thresholds: ___, ...none } = runOn(0)
  const failed = { ...none, failure: { code: 'bad-data', message: 'gone' } }
  const level = { of: 'operations', name: 'p95', status: 'bad' } as const
  expect(told(failed, runOn(1, { features: [x(0.01)] }))).toMatchObject({ runs: 2, blind: 1 })
  const limits = { ...none, levels: [level] }
  expect(told(limits, { ...limits, at: runOn(1).at })).toMatchObject({
    runs: 2,
    blind: 0,
    broken: [{ name: 'p95', runs: 2 }],
    drifting: [],
  })
})

test('a silence within the week, or to its end, is told from the run before it on', () => {
  const daily = [-4, -3, -2, -1, 0].map(day => runOn(day))
  expect(told(...daily, ...[1, 2, 3, 4, 5, 6].map(day => runOn(day))).silentSince).toBeUndefined()
  expect(told(...daily, runOn(6)).silentSince).toBe(runOn(0).at)
  expect(told(...daily).silentSince).toBe(runOn(0).at)
  // One before the week was told in its own.
  expect(
    told(
      runOn(-12),
      runOn(-11),
      runOn(-10),
      runOn(-3),
      ...[-2, -1, 0, 1, 2, 3, 4, 5, 6].map(day => runOn(day)),
    ).silentSince,
  ).toBeUndefined()
})
