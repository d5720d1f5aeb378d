import type { Interval } from '../evidence/interval.ts'
import { delongDifference } from '../stats/delong.ts'
import type { DifferenceInterval } from '../stats/difference.ts'
import { closedForm, closedFormOfGroups } from './closed-form.ts'
import type { Clusters } from './clusters.ts'
import { decisionInfluence, rowsOfCalls } from './decision-influence.ts'
import { calledPositive, countDecisions } from './decisions.ts'
import { type Drawing, drawnIntervals } from './drawn-intervals.ts'
import { influenceOf } from './influence.ts'
import { type MetricName, metricEntry } from './metric-catalogue.ts'
import { familyValues } from './metric-families.ts'
import type { SettingsInEffect } from './metric-settings.ts'
import type { BinaryPredictions, Predictions } from './predictions.ts'
import type { MetricFamily } from './weighted-metric.ts'

/** Above this many rows nothing is drawn: what has a closed form gets it, the rest no interval. */
export const MAX_ROWS_DRAWN = 20_000

/**
 * 95 % intervals of one model's metrics: DeLong's for the ROC AUC, a bootstrap's for the others, above 20,000 rows
 * closed forms. Where rows belong together no form takes them for independent.
 *
 * The calibration error has none: a resample adds its noise a second time, and the interval lies above the value.
 *
 * @param values - The metrics that have a value.
 */
export function levelIntervals(
  predictions: Predictions,
  families: readonly MetricFamily[],
  values: ReadonlyMap<MetricName, number>,
  settings: SettingsInEffect,
  drawing: Drawing,
): Map<MetricName, Interval> {
  const { rows, clusters } = drawing
  const intervals = new Map<MetricName, Interval>()
  const keep = (name: MetricName, interval: Interval | undefined) => {
    if (interval !== undefined) intervals.set(name, withinRange(name, interval))
  }
  const open = [...values.keys()].filter((name): boolean => name !== 'calibration-error')
  if (rows > MAX_ROWS_DRAWN) {
    const closed = closedLevels(predictions, settings, clusters)
    for (const name of open) {
      const found = closed(name, values.get(name) as number)
      if (found !== undefined) keep(name, { ...bounds(found), level: 0.95, method: 'closed-form' })
    }
    return intervals
  }
  if (clusters === undefined && values.has('roc-auc')) keep('roc-auc', areaInterval(predictions))
  const drawn = open.filter(name => !intervals.has(name))
  if (drawn.length === 0) return intervals
  const wanted = families.filter(({ names }) => names.some(name => drawn.includes(name)))
  const found = drawnIntervals(drawing, drawn.length, counts => {
    const resampled = familyValues(wanted, counts)
    return drawn.map(name => resampled.get(name) as number)
  })
  for (const [index, name] of drawn.entries()) keep(name, found[index])
  return intervals
}

/** Intervals without drawing; of decisions by how many rows are and were called alike. */
function closedLevels(
  predictions: Predictions,
  settings: SettingsInEffect,
  clusters: Clusters | undefined,
): (name: MetricName, value: number) => DifferenceInterval | undefined {
  const decisions =
    clusters === undefined && predictions.task === 'binary-classification'
      ? countDecisions(predictions.positive, calledPositive(predictions.probability, settings.threshold))
      : undefined
  return (name, value) => {
    const ofCalls = decisions && decisionInfluence(name, decisions, settings.cost)
    if (decisions !== undefined && ofCalls !== undefined)
      return closedFormOfGroups(value, ofCalls, rowsOfCalls(decisions))
    const influence = influenceOf(name, predictions, settings)
    return influence && closedForm(value, influence, clusters)
  }
}

/** DeLong's interval of one area: that of its difference from a model that knows nothing. */
function areaInterval(predictions: Predictions): Interval {
  const { positive, probability } = predictions as BinaryPredictions
  const { low, high } = delongDifference(positive, new Float64Array(probability.length), probability)
  return { low: 0.5 + low, high: 0.5 + high, level: 0.95, method: 'delong' }
}

function bounds({ low, high }: { readonly low: number; readonly high: number }) {
  return { low, high }
}

/** A share's interval does not leave [0, 1]. */
export function withinRange(name: MetricName, interval: Interval): Interval {
  if (metricEntry(name).unit !== 'share') return interval
  return { ...interval, low: Math.max(0, interval.low), high: Math.min(1, interval.high) }
}
