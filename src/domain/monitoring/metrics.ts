import type { DriftResult } from '../results/drift.ts'
import type { ServiceLevelsResult } from '../results/service-levels.ts'
import type { ServiceLevel } from '../service/level.ts'
import { METRIC_DEFINITIONS as METRICS, type MetricFamily } from './metric-definitions.ts'

/**
 * What a run of `monitor` leaves for Prometheus.
 *
 * @param at - When it ran, milliseconds since 1970.
 */
export function driftMetrics({ model, features }: DriftResult, at: number): MetricFamily[] {
  const told = features.filter(({ status }) => status === 'ok' || status === 'drift')
  const untold = features.filter(({ status }) => status === 'insufficient-data' || status === 'error')
  return [
    ...runMetrics([model, 'drift'], at, untold.length),
    {
      definition: METRICS.drifted,
      samples: told.map(({ feature, status }) => ({
        labels: [model, feature],
        value: status === 'drift' ? 1 : 0,
      })),
    },
    {
      definition: METRICS.distance,
      samples: features.flatMap(({ feature, values }) =>
        values === undefined ? [] : [{ labels: [model, feature], value: values.distance }],
      ),
    },
  ]
}

/** What a run of `service-levels` leaves for Prometheus, times in seconds as it has them. */
export function serviceMetrics({ model, levels }: ServiceLevelsResult, at: number): MetricFamily[] {
  const told = levels.filter(({ status }) => status === 'ok' || status === 'breached')
  const figure = (of: (level: ServiceLevel) => number | undefined) =>
    levels.flatMap(level => {
      const value = of(level)
      if (value === undefined) return []
      const { name, scale } = UNITS[level.unit]
      return [{ labels: [model, level.of, level.name, name], value: inBaseUnit(value, scale) }]
    })
  return [
    ...runMetrics([model, 'service-levels'], at, levels.length - told.length),
    {
      definition: METRICS.broken,
      samples: told.map(({ of, name, status }) => ({
        labels: [model, of, name],
        value: status === 'breached' ? 1 : 0,
      })),
    },
    { definition: METRICS.value, samples: figure(({ value }) => value) },
    { definition: METRICS.low, samples: figure(({ low }) => low) },
    { definition: METRICS.high, samples: figure(({ high }) => high) },
    { definition: METRICS.limit, samples: figure(({ limit }) => limit.value) },
  ]
}

const UNITS: Readonly<Record<ServiceLevel['unit'], { readonly name: string; readonly scale: number }>> = {
  ms: { name: 'seconds', scale: 1000 },
  share: { name: 'ratio', scale: 1 },
  'requests/s': { name: 'requests_per_second', scale: 1 },
  own: { name: 'own', scale: 1 },
}

/** Without the binary rest that a division leaves. */
function inBaseUnit(value: number, scale: number): number {
  return Number((value / scale).toPrecision(15))
}

function runMetrics(labels: readonly string[], at: number, untold: number): MetricFamily[] {
  return [
    { definition: METRICS.ranAt, samples: [{ labels, value: at / 1000 }] },
    { definition: METRICS.untold, samples: [{ labels, value: untold }] },
  ]
}
