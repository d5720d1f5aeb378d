import { expect, test } from 'vitest'
import { LOOKS, lookOf, looksOf } from '../../../src/domain/monitoring/looks.ts'
import { couldTell, looksOfRun, type MonitorRun } from '../../../src/domain/monitoring/run-record.ts'
import { Monitor } from '../../../src/domain/registry/monitor-keys.ts'

const PREDICTIONS = { predictions: 'seen/predictions.csv' }

test('a schedule can look at what model.yaml has a source for', () => {
  expect(looksOf({})).toEqual([])
  expect(looksOf({ confirm: { runs: 1, of: 1 } })).toEqual([])
  expect(looksOf({ service: { logs: 'access.jsonl' }, current: { uri: 'seen/*.csv' } })).toEqual([
    'drift',
    'service-levels',
  ])
  expect(looksOf({ performance: PREDICTIONS })).toEqual(['performance'])
})

test('commands are known by their names', () => {
  expect(['monitor', 'performance', 'service-levels'].map(lookOf)).toEqual(LOOKS)
  expect(['evaluate', 'toString'].map(lookOf)).toEqual([undefined, undefined])
})

test.each<[string, unknown]>([
  ['labels without a key', { performance: { ...PREDICTIONS, labels: 'labels.csv' } }],
  ['a key without labels', { performance: { ...PREDICTIONS, key: 'id' } }],
  ['a path out of the repository', { performance: { predictions: '../seen.csv' } }],
  ['two sources of requests', { service: { logs: 'a.jsonl', samples: 'b.csv' } }],
  ['no source', { service: { window: '24h' } }],
  ['a server without a window', { service: { prometheus: 'https://prometheus.example' } }],
  ['a window of no length', { service: { logs: 'a.jsonl', window: 'day' } }],
])('%s is refused', (_, monitor) => {
  expect(Monitor.safeParse(monitor).success).toBe(false)
})

const RUN: MonitorRun = {
  schema: 1,
  model: 'churn',
  at: '2026-03-01T10:00:00Z',
  run: { id: 7, attempt: 1 },
  outcome: 'passed',
  features: [],
}
const failure = { code: 'bad-data', message: 'no rows' }

test('a part of a run could tell, could not, or was not to look', () => {
  const told = (run: Partial<MonitorRun>) => LOOKS.map(look => couldTell({ ...RUN, ...run }, look))
  expect(told({})).toEqual([undefined, undefined, undefined])
  expect(told({ failure })).toEqual([false, undefined, undefined])
  expect(told({ failures: { performance: failure } })).toEqual([undefined, false, undefined])
  const untold = { of: 'performance', name: 'accuracy', status: 'untold' } as const
  expect(told({ levels: [untold] })).toEqual([undefined, false, undefined])
  expect(told({ levels: [untold, { of: 'business', name: 'basket', status: 'bad' }] })).toEqual([
    undefined,
    false,
    true,
  ])
  // Near its limit is no blindness.
  expect(told({ levels: [{ ...untold, value: 0.8, low: 0.7, high: 0.9 }] })[1]).toBe(true)
  expect(looksOfRun({ ...RUN, failure, failures: { 'service-levels': failure } })).toEqual([
    'drift',
    'service-levels',
  ])
})
