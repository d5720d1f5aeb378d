import { levelIntervals } from '../comparison/level-intervals.ts'
import { LEVEL_DRAWING } from '../comparison/measure.ts'
import type { MetricName } from '../comparison/metric-catalogue.ts'
import { familyValues, prepareFamilies } from '../comparison/metric-families.ts'
import type { SettingsInEffect } from '../comparison/metric-settings.ts'
import { rowsOf } from '../comparison/predicted-rows.ts'
import type { Predictions } from '../comparison/predictions.ts'
import { enoughForInterval, whyUndefined } from '../comparison/undefined-metrics.ts'
import type { Seen } from './judge-metric.ts'

/** Metrics measured on labelled rows, each with its interval, or why it tells nothing. */
export function seenOnLabels(
  predictions: Predictions,
  settings: SettingsInEffect,
  wanted: readonly MetricName[],
): Map<MetricName, Seen> {
  const rows = rowsOf(predictions)
  if (rows === 0) return new Map(wanted.map(name => [name, { ground: 'no-labels' }]))
  const why = whyUndefined([predictions])
  const defined = wanted.filter(name => why(name) === undefined)
  const families = prepareFamilies(predictions, settings, defined)
  const found = familyValues(families)
  const values = new Map(
    defined.flatMap(name => {
      const value = found.get(name)
      return value !== undefined && Number.isFinite(value) ? [[name, value] as const] : []
    }),
  )
  const enough = new Map([...values].filter(([name]) => enoughForInterval(name, predictions)))
  const intervals = levelIntervals(predictions, families, enough, settings, { ...LEVEL_DRAWING, rows })
  return new Map(
    wanted.map((name): [MetricName, Seen] => {
      const value = values.get(name)
      if (value === undefined) return [name, { ground: 'undefined' }]
      const interval = intervals.get(name)
      if (interval !== undefined) return [name, { value, interval }]
      return [name, { value, ground: enough.has(name) ? 'no-interval' : 'too-few-rows' }]
    }),
  )
}
