import type { PairedMetric } from '../evidence/comparison.ts'
import type { Interval } from '../evidence/interval.ts'
import { delongDifference } from '../stats/delong.ts'
import type { DifferenceInterval } from '../stats/difference.ts'
import { closedForm } from './closed-form.ts'
import { type Drawing, drawnIntervals } from './drawn-intervals.ts'
import { influenceOf } from './influence.ts'
import { MAX_ROWS_DRAWN } from './level-intervals.ts'
import type { MetricName } from './metric-catalogue.ts'
import { familyValues, prepareFamilies } from './metric-families.ts'
import type { SettingsInEffect } from './metric-settings.ts'
import type { BinaryPredictions, Predictions } from './predictions.ts'
import { whyUndefined } from './undefined-metrics.ts'

export interface PairedMetrics {
  readonly metrics: Partial<Record<MetricName, PairedMetric>>
  readonly missing: Partial<Record<MetricName, string>>
}

type Inference = Pick<PairedMetric, 'interval' | 'standard-error' | 'p-value'>

/**
 * Metrics of both models on the same rows with intervals of challenger − champion: DeLong's for the ROC AUC, a paired
 * bootstrap's for the others, above 20,000 rows closed forms. Where rows belong together no form takes them for
 * independent.
 *
 * @param names - Which metrics; all get an interval that can.
 * @param progress - Called with the share of resamples that are done.
 */
export function pairedMetrics(
  champion: Predictions,
  challenger: Predictions,
  names: readonly MetricName[],
  settings: SettingsInEffect,
  drawing: Drawing,
  progress?: ((share: number) => void) | undefined,
): PairedMetrics {
  const why = whyUndefined([champion, challenger])
  const wanted = names.filter(name => why(name) === undefined)
  const [first, second] = [
    prepareFamilies(champion, settings, wanted),
    prepareFamilies(challenger, settings, wanted),
  ]
  const [before, after] = [familyValues(first), familyValues(second)]
  const metrics: Partial<Record<MetricName, PairedMetric>> = {}
  const missing: Partial<Record<MetricName, string>> = {}
  const drawn: MetricName[] = []
  for (const name of names) {
    const [a = Number.NaN, b = Number.NaN] = [before.get(name), after.get(name)]
    const reason = why(name)
    if (reason !== undefined || !Number.isFinite(a) || !Number.isFinite(b)) {
      missing[name] = reason ?? 'it is not a finite number on these rows'
      continue
    }
    const inference = inClosedForm(name, champion, challenger, b - a, settings, drawing)
    if (inference === undefined && drawing.rows <= MAX_ROWS_DRAWN) drawn.push(name)
    metrics[name] = { champion: a, challenger: b, difference: b - a, ...inference }
  }
  if (drawn.length === 0) return { metrics, missing }
  let done = 0
  const holds = ({ names: held }: { readonly names: readonly MetricName[] }) =>
    held.some(name => drawn.includes(name))
  const [championFamilies, challengerFamilies] = [first.filter(holds), second.filter(holds)]
  const intervals = drawnIntervals(drawing, drawn.length, counts => {
    done += 1
    if (done % 100 === 0) progress?.(done / drawing.resamples)
    const [a, b] = [familyValues(championFamilies, counts), familyValues(challengerFamilies, counts)]
    return drawn.map(name => (b.get(name) as number) - (a.get(name) as number))
  })
  for (const [index, name] of drawn.entries()) {
    const interval = intervals[index]
    if (interval !== undefined) metrics[name] = { ...(metrics[name] as PairedMetric), interval }
  }
  return { metrics, missing }
}

function inClosedForm(
  name: MetricName,
  champion: Predictions,
  challenger: Predictions,
  difference: number,
  settings: SettingsInEffect,
  { rows, clusters }: Drawing,
): Inference | undefined {
  if (name === 'roc-auc' && clusters === undefined) {
    const [a, b] = [champion as BinaryPredictions, challenger as BinaryPredictions]
    return inference(delongDifference(a.positive, a.probability, b.probability), 'delong')
  }
  if (rows <= MAX_ROWS_DRAWN) return undefined
  const [first, second] = [influenceOf(name, champion, settings), influenceOf(name, challenger, settings)]
  if (first === undefined || second === undefined) return undefined
  const moved = second.map((value, row) => value - (first[row] as number))
  const found = closedForm(difference, moved, clusters)
  return found === undefined ? undefined : inference(found, 'closed-form')
}

function inference(
  { low, high, pValue, standardError }: DifferenceInterval,
  method: Interval['method'],
): Inference {
  return {
    interval: { low, high, level: 0.95, method },
    'p-value': pValue,
    'standard-error': standardError,
  }
}
