import { expect, test } from 'vitest'
import { degradationFinding } from '../../../src/domain/alerts/degradation-finding.ts'
import type { MetricFinding } from '../../../src/domain/performance/metric-finding.ts'

const found = (
  metric: MetricFinding['metric'],
  status: MetricFinding['status'],
  more: Partial<MetricFinding> = {},
): MetricFinding => ({ metric, rule: { metric, min: 0.8 }, from: 'labels', status, rows: 100, ...more })
const NORTH = { column: 'region', value: 'north' }

test('a metric beyond its limit is bad, by how far in parts of the limit', () => {
  const findings = [
    found('accuracy', 'degraded', { beyond: 0.1 }),
    found('recall', 'degraded', { beyond: 0.3, slice: NORTH }),
    found('recall', 'insufficient-data'),
    found('precision', 'ok'),
  ]
  expect(degradationFinding(findings)).toEqual({
    is: 'bad',
    items: [
      { name: 'accuracy', size: 0.1 },
      { name: 'recall on region=north', size: 0.3 },
    ],
    untold: ['recall'],
  })
})

test('of several looks at a metric the furthest counts, and one of labels may tell what an estimate cannot', () => {
  const estimate = { from: 'estimate', beyond: 0.4 } as const
  expect(
    degradationFinding([found('f1', 'degraded', { beyond: 0.1 }), found('f1', 'degraded', estimate)]),
  ).toMatchObject({ items: [{ name: 'f1', size: 0.4 }] })
  expect(
    degradationFinding([found('f1', 'ok'), found('f1', 'insufficient-data', { from: 'estimate' })]),
  ).toEqual({ is: 'good', untold: [] })
})

test('a metric of two rules holds where both do', () => {
  const strict = { rule: { metric: 'f1', min: 0.9 } } as const
  expect(degradationFinding([found('f1', 'ok'), found('f1', 'insufficient-data', strict)])).toEqual({
    is: 'unknown',
    why: 'no metric could be judged',
  })
})

test('what could not be judged is neither good nor bad', () => {
  expect(degradationFinding([])).toEqual({ is: 'unknown', why: 'no metric could be judged' })
  expect(degradationFinding([found('f1', 'error')])).toMatchObject({ is: 'unknown' })
  expect(degradationFinding([found('f1', 'error'), found('recall', 'ok')])).toEqual({
    is: 'good',
    untold: ['f1'],
  })
})
