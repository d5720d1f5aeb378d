import { expect, test } from 'vitest'
import type { FeatureDrift } from '../../../src/domain/drift/feature-drift.ts'
import { type CauseFacts, hintsOf } from '../../../src/domain/monitoring/cause-hints.ts'
import { onsetsOf } from '../../../src/domain/monitoring/onset.ts'
import type { MonitorRun } from '../../../src/domain/monitoring/run-record.ts'
import { digest } from '../../support/models.ts'
import { hour, monitorRun, runsFound } from '../../support/monitor-runs.ts'

const drifted = (feature: string, ...grounds: FeatureDrift['grounds']): FeatureDrift => ({
  feature,
  status: 'drift',
  grounds: grounds.length === 0 ? ['distribution'] : grounds,
})
const ok = (feature: string): FeatureDrift => ({ feature, status: 'ok', grounds: [] })

const hints = (
  features: readonly FeatureDrift[],
  runs: readonly MonitorRun[] = [],
  more: Partial<CauseFacts> = {},
) =>
  hintsOf({
    features,
    onsets: onsetsOf(runs),
    runs,
    units: new Map(),
    withCommits: [],
    seasonal: [],
    ...more,
  }).map(({ cause, signs }) => [
    cause,
    ...signs.map(({ sign, features: of, unit }) =>
      [sign, ...of, ...(unit === undefined ? [] : [unit])].join(' '),
    ),
  ])

test('nothing that was seen speaks for nothing, and a commit at that time alone neither', () => {
  expect(hints([drifted('a'), ok('b')])).toEqual([])
  expect(hints([drifted('a')], runsFound({ a: 'od' }), { withCommits: ['a'] })).toEqual([])
})

test('types, columns, missing values and categories speak for the pipeline', () => {
  const found = hints([
    drifted('a', 'other-type'),
    drifted('b', 'gone'),
    drifted('c', 'missing-values'),
    { ...drifted('d'), added: { x: 3 } },
    { ...drifted('e'), vanished: ['y'] },
    { ...drifted('f', 'missing-values'), added: { x: 3 } },
    { ...ok('g'), added: { x: 1 } },
  ])
  expect(found).toEqual([
    ['pipeline-change', 'other-type a', 'gone b', 'missing-values c f', 'categories d e'],
  ])
})

test('a unit speaks for the pipeline, and then a commit of that time beside it', () => {
  const units = new Map([
    ['a', '× 100'],
    ['b', '÷ 60'],
    ['c', '× 100'],
  ])
  expect(hints([drifted('a'), drifted('b'), drifted('c')], [], { units, withCommits: ['a'] })).toEqual([
    ['pipeline-change', 'unit a c × 100', 'unit b ÷ 60', 'commits a'],
  ])
})

test('many at once speak for the pipeline: three, and half of what could be told, after a run that found them good', () => {
  const three = [drifted('a'), drifted('b'), drifted('c')]
  const began = { a: 'od', b: 'od', c: 'od' }
  const others = (count: number) => Array.from({ length: count }, (_, at) => ok(`${at}`))
  expect(hints([...three, ...others(3)], runsFound(began))).toEqual([['pipeline-change', 'at-once a b c']])
  expect(hints([...three, ...others(4)], runsFound(began))).toEqual([])
  expect(hints(three.slice(0, 2), runsFound({ a: 'od', b: 'od' }))).toEqual([])
  expect(hints(three, runsFound({ a: 'd', b: 'd', c: 'd' }))).toEqual([])
  expect(hints(three, runsFound({ a: 'ood', b: 'odd', c: 'oid' }))).toEqual([])
})

test('so does another reference than the run before had', () => {
  const [first, second] = runsFound({ a: 'od' }) as [MonitorRun, MonitorRun]
  const runs = [{ ...first, reference: { sha256: digest('e'), rows: 1 } }, second]
  expect(hints([drifted('a')], runs)).toEqual([['pipeline-change', 'other-reference a']])
})

test('what looks as the same months did speaks for the season', () => {
  expect(hints([drifted('a'), drifted('b')], [], { seasonal: ['b'] })).toEqual([
    ['seasonality', 'same-months b'],
  ])
})

/** Runs of other rows each that found these distances, the last one above the threshold. */
const slope = (...distances: number[]): MonitorRun[] =>
  distances.map((distance, at) =>
    monitorRun({
      at: hour(at),
      run: { id: at + 1, attempt: 1 },
      current: { sha256: digest('0123456789'[at] as string), rows: 1 },
      features: [{ feature: 'a', status: distance > 0.1 ? 'drift' : 'ok', distance }],
    }),
  )

test('a distance that rose with each of three looks before speaks for the world, a jump does not', () => {
  expect(hints([drifted('a')], slope(0.02, 0.04, 0.07, 0.12))).toEqual([['real-shift', 'gradual a']])
  expect(hints([drifted('a')], slope(0.05, 0.02, 0.04, 0.07, 0.12, 0.2))).toEqual([
    ['real-shift', 'gradual a'],
  ])
  expect(hints([drifted('a')], slope(0.02, 0.05, 0.04, 0.5))).toEqual([])
  expect(hints([drifted('a')], slope(0.04, 0.07, 0.12))).toEqual([])
})

test('looks at the same rows are one look', () => {
  const runs = slope(0.02, 0.04, 0.07, 0.12).map(run => ({
    ...run,
    current: { sha256: digest('1'), rows: 1 },
  }))
  expect(hints([drifted('a')], runs)).toEqual([])
})

test('a metric below its limit since it began speaks for the world, one from before does not', () => {
  const levels: MonitorRun['levels'] = [{ of: 'performance', name: 'roc-auc', status: 'bad' }]
  const [before, first, last] = runsFound({ a: 'odd' }) as [MonitorRun, MonitorRun, MonitorRun]
  expect(hints([drifted('a')], [before, first, { ...last, levels }])).toEqual([['real-shift', 'performance']])
  expect(hints([drifted('a')], [{ ...before, levels }, first, last])).toEqual([])
  const business: MonitorRun['levels'] = [{ of: 'business', name: 'revenue', status: 'bad' }]
  expect(hints([drifted('a')], [before, first, { ...last, levels: business }])).toEqual([])
})

test('several may hold, the pipeline first', () => {
  const found = hints([drifted('a', 'missing-values')], slope(0.02, 0.04, 0.07, 0.12), { seasonal: ['a'] })
  expect(found.map(([cause]) => cause)).toEqual(['pipeline-change', 'seasonality', 'real-shift'])
})
