import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MonitorRun } from '../../../src/domain/monitoring/run-record.ts'
import { MOST_TRENDS, TREND_RUNS, Trend, trendsOf } from '../../../src/domain/monitoring/trends.ts'
import { hour, monitorRun } from '../../support/monitor-runs.ts'

type Feature = MonitorRun['features'][number]
type Level = NonNullable<MonitorRun['levels']>[number]

const runAt = (index: number, features: readonly Feature[], levels?: readonly Level[]): MonitorRun =>
  monitorRun({
    at: hour(index),
    run: { id: index + 1, attempt: 1 },
    features: [...features],
    ...(levels !== undefined && { levels: [...levels] }),
  })
const found = (feature: string, distance: number, facts: Partial<Feature> = {}): Feature => ({
  feature,
  status: distance > 0.1 ? 'drift' : 'ok',
  type: 'number',
  distance,
  ...facts,
})

test('of features those that drifted have a trend, each run in its place and its threshold beside it', () => {
  const runs = [
    runAt(0, [found('tenure', 0.02), found('plan', 0.01)]),
    runAt(1, [found('plan', 0.02)]),
    runAt(2, [found('tenure', 0.2), found('plan', 0.03)]),
  ]
  expect(trendsOf('drift', runs)).toEqual([
    { of: 'drift', name: 'tenure', from: hour(0), to: hour(2), values: [0.02, null, 0.2], limit: 0.1 },
  ])
  expect(trendsOf('drift', runs, ['plan']).map(({ name, values }) => [name, values])).toEqual([
    ['plan', [0.01, 0.02, 0.03]],
  ])
})

test('a threshold that was learned is that of its feature, and categories have their own', () => {
  const thresholds = { level: 0.05, numbers: 0.1, categories: 0.3, missing: 0.05 }
  const features = [found('a', 0.4, { threshold: 0.25 }), found('b', 0.4, { type: 'category' })]
  const runs = [0, 1].map(at => ({ ...runAt(at, features), thresholds }))
  expect(trendsOf('drift', runs).map(({ name, limit }) => [name, limit])).toEqual([
    ['a', 0.25],
    ['b', 0.3],
  ])
})

test('a run that could not look is a gap, and one that looked at limits alone is none', () => {
  const { reference: _, current: __, thresholds: ___, ...blind } = runAt(1, [])
  const failed = { ...blind, failure: { code: 'bad-data', message: 'gone' } }
  const drifting = (at: number) => runAt(at, [found('x', 0.2)])
  expect(trendsOf('drift', [drifting(0), failed, drifting(2)])[0]?.values).toEqual([0.2, null, 0.2])
  expect(trendsOf('drift', [drifting(0), blind, drifting(2)])[0]?.values).toEqual([0.2, 0.2])
})

test('a run that was tried again is one run, by what its last try found', () => {
  const tried = (id: number, attempt: number, distance: number) => ({
    ...runAt(id + attempt, [found('x', distance)]),
    run: { id, attempt },
  })
  const [trend] = trendsOf('drift', [tried(1, 1, 0.5), tried(1, 2, 0.2), tried(3, 1, 0.3)])
  expect(trend).toMatchObject({ values: [0.2, 0.3], from: hour(3) })
})

test('limits have a trend whether they held or not, of their own kind alone, the bad ones first', () => {
  const level = (name: string, value: number, status: Level['status'], of: Level['of'] = 'operations') => ({
    of,
    name,
    status,
    value,
    limit: 250,
  })
  const runs = [0, 1].map(at =>
    runAt(at, [], [level('p50', 900, 'ok'), level('p95', 300, 'bad'), level('f1', 1, 'bad', 'performance')]),
  )
  expect(trendsOf('operations', runs).map(({ name, limit }) => [name, limit])).toEqual([
    ['p95', 250],
    ['p50', 250],
  ])
  expect(trendsOf('performance', runs).map(({ name }) => name)).toEqual(['f1'])
})

test('one run has no trend, and neither has what only one of them could tell', () => {
  expect(trendsOf('drift', [runAt(0, [found('x', 0.3)])])).toEqual([])
  expect(trendsOf('drift', [runAt(0, [found('x', 0.3)]), runAt(1, [])])).toEqual([])
})

test('however long the history and however many features, what is told is bounded, the newest, and does not hang on the order of features', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 60 }),
      fc.uniqueArray(fc.string({ maxLength: 5 }), { minLength: 1, maxLength: 20 }),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 9 }),
      (length, names, distances) => {
        const features = (at: number) =>
          names.map((name, index) => found(name, distances[(at + index) % distances.length] ?? 0))
        const runs = Array.from({ length }, (_, at) => runAt(at, features(at)))
        const trends = trendsOf('drift', runs)
        expect(trends.length).toBeLessThanOrEqual(MOST_TRENDS)
        for (const trend of trends) {
          expect(Trend.parse(trend)).toEqual(trend)
          expect(trend.values).toHaveLength(Math.min(length, TREND_RUNS))
          expect(trend.to).toBe(hour(length - 1))
        }
        const turned = runs.map(run => ({ ...run, features: run.features.toReversed() }))
        expect(trendsOf('drift', turned)).toEqual(trends)
      },
    ),
    { numRuns: 50 },
  )
})
