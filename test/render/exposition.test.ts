import { expect, test } from 'vitest'
import { METRIC_DEFINITIONS } from '../../src/domain/monitoring/metric-definitions.ts'
import { driftMetrics, serviceMetrics } from '../../src/domain/monitoring/metrics.ts'
import { renderExposition } from '../../src/render/exposition.ts'
import { RESULTS } from '../support/results.ts'

const AT = Date.UTC(2026, 2, 1)
const linesOf = (text: string) => text.split('\n').filter(line => line !== '' && !line.startsWith('#'))

test('a run of drift is its features, those that could not be told only counted', () => {
  const lines = linesOf(renderExposition(driftMetrics(RESULTS.drift, AT)))
  expect(lines).toContain('modelyard_monitor_run_timestamp_seconds{model="churn",monitor="drift"} 1772323200')
  expect(lines).toContain('modelyard_monitor_untold{model="churn",monitor="drift"} 1')
  expect(lines).toContain('modelyard_feature_drifted{model="churn",feature="charges"} 0')
  expect(lines).toContain('modelyard_feature_drift_distance{model="churn",feature="tenure"} 0.214')
  expect(lines.filter(line => line.includes('"plan"'))).toEqual([])
})

test('service levels are in the units of Prometheus, and what could not be told is neither kept nor broken', () => {
  const lines = linesOf(renderExposition(serviceMetrics(RESULTS['service-levels'], AT)))
  expect(lines).toContain(
    'modelyard_service_level_value{model="churn",of="operations",level="p95",unit="seconds"} 0.3124',
  )
  expect(lines).toContain('modelyard_service_level_broken{model="churn",of="operations",level="p95"} 1')
  expect(lines).toContain('modelyard_monitor_untold{model="churn",monitor="service-levels"} 3')
  expect(lines.filter(line => line.startsWith('modelyard_service_level_broken'))).toHaveLength(2)
})

test('no name of a feature ends its quotes or its line', () => {
  const samples = [{ labels: ['churn', 'a"b\\c\nd'], value: Number.POSITIVE_INFINITY }]
  expect(renderExposition([{ definition: METRIC_DEFINITIONS.drifted, samples }]).split('\n')[2]).toBe(
    'modelyard_feature_drifted{model="churn",feature="a\\"b\\\\c\\nd"} +Inf',
  )
})

test('a metric without a sample is left out', () => {
  expect(renderExposition([{ definition: METRIC_DEFINITIONS.low, samples: [] }])).toBe('')
})
