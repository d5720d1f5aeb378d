import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Interval } from '../../../src/domain/evidence/interval.ts'
import { judgeMetric, metricTitle, outcomeOfMetrics } from '../../../src/domain/performance/judge-metric.ts'
import type { MetricFinding } from '../../../src/domain/performance/metric-finding.ts'
import type { MetricSla } from '../../../src/domain/registry/sla-keys.ts'

const interval = (low: number, high: number): Interval => ({ low, high, level: 0.95, method: 'closed-form' })
const seen = (low: number, value: number, high: number) => ({ value, interval: interval(low, high) })

test.each<[string, MetricSla, number | undefined, [number, number, number], Partial<MetricFinding>]>([
  [
    'a part of the baseline',
    { metric: 'accuracy', drop: '5%' },
    0.8,
    [0.7, 0.72, 0.75],
    { status: 'degraded', limit: 0.76 },
  ],
  [
    'a number',
    { metric: 'accuracy', drop: 0.02 },
    0.8,
    [0.7, 0.72, 0.75],
    { status: 'degraded', limit: 0.78 },
  ],
  [
    'lower is better',
    { metric: 'log-loss', drop: '10%' },
    0.5,
    [0.56, 0.6, 0.64],
    { status: 'degraded', limit: 0.55 },
  ],
  [
    'an interval on both sides',
    { metric: 'accuracy', drop: '5%' },
    0.8,
    [0.7, 0.75, 0.77],
    { status: 'insufficient-data', ground: 'straddles' },
  ],
  [
    'an interval on the good side',
    { metric: 'accuracy', drop: '5%' },
    0.8,
    [0.765, 0.78, 0.8],
    { status: 'ok' },
  ],
  [
    'an interval that begins at the limit',
    { metric: 'accuracy', min: 0.7 },
    undefined,
    [0.7, 0.72, 0.74],
    { status: 'ok', limit: 0.7 },
  ],
  [
    'an interval that ends at a ceiling',
    { metric: 'brier', max: 0.2 },
    undefined,
    [0.1, 0.15, 0.2],
    { status: 'ok', limit: 0.2 },
  ],
  ['above a ceiling', { metric: 'brier', max: 0.2 }, undefined, [0.21, 0.25, 0.3], { status: 'degraded' }],
  [
    'no baseline',
    { metric: 'accuracy', drop: '5%' },
    undefined,
    [0.1, 0.2, 0.3],
    { status: 'insufficient-data', ground: 'no-baseline' },
  ],
  [
    'a part of nothing',
    { metric: 'rmse', drop: '5%' },
    0,
    [1, 2, 3],
    { status: 'error', ground: 'part-of-zero' },
  ],
  ['a drop below 0', { metric: 'r2', drop: '50%' }, -0.2, [-0.5, -0.4, -0.35], { status: 'degraded' }],
])('%s', (_, rule, baseline, [low, value, high], wanted) => {
  const found = judgeMetric(rule, seen(low, value, high), baseline)
  expect(found).toMatchObject(
    wanted.limit === undefined ? wanted : { ...wanted, limit: expect.closeTo(wanted.limit, 12) },
  )
})

test('how far beyond is counted in parts of the limit', () => {
  expect(judgeMetric({ metric: 'accuracy', min: 0.8 }, seen(0.5, 0.6, 0.7), undefined).beyond).toBeCloseTo(
    0.25,
    12,
  )
  expect(judgeMetric({ metric: 'mean-error', max: 0 }, seen(1, 3, 5), undefined).beyond).toBe(3)
})

test('what was not seen is never ok', () => {
  expect(judgeMetric({ metric: 'accuracy', min: 0.1 }, { value: 0.9, ground: 'too-few-rows' }, 0.9)).toEqual({
    status: 'insufficient-data',
    ground: 'too-few-rows',
    value: 0.9,
    baseline: 0.9,
    limit: 0.1,
  })
})

test('degraded and ok exclude each other, and a wider interval tells no more', () => {
  const number = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(fc.tuple(number, number, number), number, number, (ends, min, wider) => {
      const [low, value, high] = ends.toSorted((a, b) => a - b) as [number, number, number]
      const rule: MetricSla = { metric: 'accuracy', min }
      const near = judgeMetric(rule, seen(low, value, high), undefined).status
      const far = judgeMetric(rule, seen(low - wider, value, high + wider), undefined).status
      expect(far === near || far === 'insufficient-data').toBe(true)
    }),
  )
})

const finding = (status: MetricFinding['status'], from: MetricFinding['from'] = 'labels'): MetricFinding => ({
  metric: 'accuracy',
  rule: { metric: 'accuracy', min: 0.8 },
  from,
  status,
  rows: 100,
})

test('the worst decides, and nothing judged has not passed', () => {
  expect(outcomeOfMetrics([])).toBe('inconclusive')
  expect(outcomeOfMetrics([finding('ok')])).toBe('passed')
  const other = { ...finding('insufficient-data'), slice: { column: 'region', value: 'north' } }
  expect(outcomeOfMetrics([finding('ok'), other])).toBe('inconclusive')
  expect(outcomeOfMetrics([finding('degraded'), other])).toBe('failed')
})

test('what one look cannot tell another may', () => {
  expect(outcomeOfMetrics([finding('ok'), finding('insufficient-data', 'estimate')])).toBe('passed')
  expect(outcomeOfMetrics([finding('ok'), finding('degraded', 'estimate')])).toBe('failed')
})

test('a metric on a slice is named with it', () => {
  expect(metricTitle({ metric: 'recall' })).toBe('recall')
  expect(metricTitle({ metric: 'recall', slice: { column: 'region', value: 'north' } })).toBe(
    'recall on region=north',
  )
})
