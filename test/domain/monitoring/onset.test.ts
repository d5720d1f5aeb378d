import { expect, test } from 'vitest'
import { looksBefore, onsetsOf } from '../../../src/domain/monitoring/onset.ts'
import { digest } from '../../support/models.ts'
import { hour, monitorRun, runsFound } from '../../support/monitor-runs.ts'

const told = (found: Readonly<Record<string, string>>) =>
  onsetsOf(runsFound(found)).map(({ since, after, features }) => [since.at, after?.at, features.join(' ')])

test('it began with the first run of those that found it so, after the last that did not', () => {
  expect(told({ a: 'ooddd' })).toEqual([[hour(2), hour(1), 'a']])
  expect(told({ a: 'odood' })).toEqual([[hour(4), hour(3), 'a']])
})

test('a run that could not tell ends nothing, and is not the last that found it good', () => {
  expect(told({ a: 'oididi.d' })).toEqual([[hour(2), hour(0), 'a']])
})

test('where no run found it good nobody knows after which it began', () => {
  expect(told({ a: 'idd' })).toEqual([[hour(1), undefined, 'a']])
  expect(told({ a: 'd' })).toEqual([[hour(0), undefined, 'a']])
})

test('what began together is one onset, the newest first, and what is good again is none', () => {
  expect(told({ a: 'oodd', b: 'oodd', c: 'oood', d: 'oddo', e: 'oidd' })).toEqual([
    [hour(3), hour(2), 'c'],
    [hour(2), hour(1), 'a b'],
    [hour(2), hour(0), 'e'],
  ])
  expect(onsetsOf([])).toEqual([])
})

test('looks before are of other rows each, and against the same reference', () => {
  const day = (index: number) => `2026-03-${String(index).padStart(2, '0')}T00:00:00Z`
  const run = (from: number, to: number, status: 'ok' | 'drift', reference = 'd') =>
    monitorRun({
      at: day(to),
      window: { from: day(from), to: day(to) },
      reference: { sha256: digest(reference), rows: 1 },
      features: [{ feature: 'a', status }],
    })
  const runs = [
    run(1, 3, 'ok', 'e'),
    run(3, 5, 'ok'),
    run(5, 7, 'ok'),
    run(6, 8, 'ok'),
    run(7, 9, 'ok'),
    run(9, 11, 'drift'),
  ]
  const [onset] = onsetsOf(runs)
  expect(onset && looksBefore('a', onset, runs).map(({ at }) => at)).toEqual([day(5), day(7), day(9)])
})
