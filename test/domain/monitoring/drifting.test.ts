import fc from 'fast-check'
import { expect, test } from 'vitest'
import { driftAsOf, driftByRun } from '../../../src/domain/monitoring/drifting.ts'
import type { MonitorRun } from '../../../src/domain/monitoring/run-record.ts'
import { hour, monitorRun, runsFound } from '../../support/monitor-runs.ts'

const last = (runs: readonly MonitorRun[]) => driftByRun(runs).at(-1)?.drifting

test.each([
  // Runs, since which one it drifts, whether somebody is told.
  ['d', 0, false],
  ['dd', 0, true],
  ['odd', 1, true],
  ['dod', 2, true],
  ['dood', 3, false],
  ['diid', 0, true],
  ['o.d.d', 2, true],
])('%s drifts since %i, confirmed: %s', (word, since, confirmed) => {
  expect(last(runsFound({ x: word }))).toEqual([{ feature: 'x', since: hour(since), confirmed }])
})

test.each(['', 'o', 'ddo', 'ddi', 'dd.'])('nothing drifts in the last run of "%s"', word => {
  expect(last(runsFound({ x: word })) ?? []).toEqual([])
})

test('each feature by itself, and each run as it stood then', () => {
  const found = driftByRun(runsFound({ x: 'odd', y: 'dod', z: 'ooo' }))
  expect(found.map(({ drifting }) => drifting)).toEqual([
    [{ feature: 'y', since: hour(0), confirmed: false }],
    [{ feature: 'x', since: hour(1), confirmed: false }],
    [
      { feature: 'x', since: hour(1), confirmed: true },
      { feature: 'y', since: hour(2), confirmed: true },
    ],
  ])
})

test('another attempt of a run is none of the runs before it', () => {
  const [first, again] = [1, 2].map(attempt =>
    monitorRun({ at: hour(attempt), run: { id: 7, attempt }, features: [{ feature: 'x', status: 'drift' }] }),
  ) as [MonitorRun, MonitorRun]
  expect(driftAsOf(again, [first])).toEqual([{ feature: 'x', since: hour(2), confirmed: false }])
  const other = monitorRun({ ...again, run: { id: 8, attempt: 1 } })
  expect(driftAsOf(other, [first])).toEqual([{ feature: 'x', since: hour(1), confirmed: true }])
})

const words = fc.record({ x: fc.stringMatching(/^[doi.]{1,9}$/), y: fc.stringMatching(/^[doi.]{1,9}$/) })

test('what earlier runs cannot change any more is not open', () => {
  fc.assert(
    fc.property(words, fc.nat(8), (found, cut) => {
      const runs = runsFound(found)
      const whole = driftByRun(runs)
      for (const [index, { drifting, isOpen }] of driftByRun(runs.slice(cut)).entries())
        if (!isOpen) expect(drifting).toEqual(whole[cut + index]?.drifting)
    }),
  )
})

test('as of a run, neither the order in which runs were added matters, nor whether one was added twice', () => {
  fc.assert(
    fc.property(words, fc.infiniteStream(fc.nat(100)), (found, draws) => {
      const runs = runsFound(found)
      const run = runs.at(-1) as MonitorRun
      const shuffled = runs
        .map(one => ({ one, by: draws.next().value ?? 0 }))
        .sort((a, b) => a.by - b.by)
        .map(({ one }) => one)
      expect(driftAsOf(run, shuffled)).toEqual(last(runs))
      expect(driftAsOf(run, runs.slice(0, -1))).toEqual(last(runs))
    }),
  )
})

test('a run whose clock was ahead is not among the last ones of a run that says an earlier time', () => {
  const [first, second, third] = runsFound({ x: 'ddd' }) as [MonitorRun, MonitorRun, MonitorRun]
  const ahead = { ...second, at: '2027-01-01T00:00:00Z' }
  expect(driftAsOf(third, [ahead])).toEqual([{ feature: 'x', since: third.at, confirmed: false }])
  expect(driftAsOf(third, [ahead, first])).toEqual([{ feature: 'x', since: first.at, confirmed: true }])
})

test('two runs of one second are two', () => {
  const features = [{ feature: 'x', status: 'drift' as const }]
  const [one, two] = [1, 2].map(id => monitorRun({ run: { id, attempt: 1 }, features })) as [
    MonitorRun,
    MonitorRun,
  ]
  expect(driftAsOf(two, [one])).toMatchObject([{ confirmed: true }])
})
