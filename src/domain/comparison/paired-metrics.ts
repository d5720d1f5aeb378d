import type { PairedMetric } from '../evidence/comparison.ts'
import type { Interval } from '../evidence/interval.ts'
import { drawnFreedom, widened } from './drawn-freedom.ts'
import { type Drawing, drawnIntervals } from './drawn-intervals.ts'
import type { MetricName } from './metric-catalogue.ts'
import { familyValues, prepareFamilies } from './metric-families.ts'
import type { SettingsInEffect } from './metric-settings.ts'
import { areaDifference, closedFormsOf, type Inference } from './paired-closed-form.ts'
import { sameOrder, samePredictions } from './predicted-rows.ts'
import type { Predictions } from './predictions.ts'
import { whyUndefined } from './undefined-metrics.ts'

export interface PairedMetrics {
  readonly metrics: Partial<Record<MetricName, PairedMetric>>
  readonly missing: Partial<Record<MetricName, string>>
}

export interface Pairing {
  readonly settings: SettingsInEffect
  readonly drawing: Drawing
  /** Metrics whose interval is drawn where there is no closed form. */
  readonly drawn: readonly MetricName[]
  /** Whether there are rows enough for an interval of a metric; left out: there are. */
  readonly enough?: ((name: MetricName) => boolean) | undefined
  /** Called with the share of resamples that are done. */
  readonly progress?: ((share: number) => void) | undefined
}

/**
 * Metrics of both models on the same rows with intervals of challenger − champion: DeLong's for the ROC AUC, otherwise
 * closed forms, and a paired bootstrap's for what has none. Where rows belong together no form takes them for independent.
 */
export function pairedMetrics(
  champion: Predictions,
  challenger: Predictions,
  names: readonly MetricName[],
  { settings, drawing, drawn: mayDraw, enough = () => true, progress }: Pairing,
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
  const inClosedForm = closedFormsOf(champion, challenger, settings, drawing.clusters)
  const known = (name: MetricName, difference: number): Inference | undefined => {
    if (name === 'roc-auc' && drawing.clusters === undefined) return areaDifference(champion, challenger)
    return inClosedForm(name, difference)
  }
  const isCertainty = certainties(champion, challenger)
  for (const name of names) {
    const [a = Number.NaN, b = Number.NaN] = [before.get(name), after.get(name)]
    const reason = why(name)
    if (reason !== undefined || !Number.isFinite(a) || !Number.isFinite(b)) {
      missing[name] = reason ?? 'it is not a finite number on these rows'
      continue
    }
    const inference = enough(name) ? known(name, b - a) : undefined
    if (enough(name) && inference === undefined && mayDraw.includes(name)) drawn.push(name)
    const holds = inference !== undefined && (hasWidth(inference.interval) || isCertainty(name))
    metrics[name] = { champion: a, challenger: b, difference: b - a, ...(holds ? inference : {}) }
  }
  if (drawn.length === 0 || drawing.resamples === 0) return { metrics, missing }
  let done = 0
  const holds = ({ names: held }: { readonly names: readonly MetricName[] }) =>
    held.some(name => drawn.includes(name))
  const [championFamilies, challengerFamilies] = [first.filter(holds), second.filter(holds)]
  const differences = (counts: Uint32Array) => {
    const [a, b] = [familyValues(championFamilies, counts), familyValues(challengerFamilies, counts)]
    return drawn.map(name => (b.get(name) as number) - (a.get(name) as number))
  }
  const intervals = drawnIntervals(drawing, drawn.length, counts => {
    done += 1
    if (done % 100 === 0) progress?.(done / drawing.resamples)
    return differences(counts)
  })
  if (intervals.every(interval => interval === undefined)) return { metrics, missing }
  const freedoms = drawnFreedom(drawing, drawn.length, differences)
  for (const [index, name] of drawn.entries()) {
    const [interval, freedom = 0] = [intervals[index], freedoms[index]]
    if (interval !== undefined && (hasWidth(interval) || isCertainty(name)))
      metrics[name] = { ...(metrics[name] as PairedMetric), ...drawnInference(interval, freedom, drawing) }
  }
  return { metrics, missing }
}

const OF_ORDER: ReadonlySet<MetricName> = new Set(['roc-auc', 'average-precision', 'ks-separation', 'lift'])

function hasWidth(interval: Interval | undefined): boolean {
  return interval !== undefined && interval.low < interval.high
}

/**
 * Whether an interval without width may stand: where both models predict the same, or order the rows alike and the metric
 * looks at nothing else. Otherwise it means that these rows cannot tell, e.g. few that both models separate without error.
 */
function certainties(champion: Predictions, challenger: Predictions): (name: MetricName) => boolean {
  let known: { readonly isSame: boolean; readonly isOrder: boolean } | undefined
  return name => {
    known ??= {
      isSame: samePredictions(champion, challenger),
      isOrder: sameOrder(champion, challenger),
    }
    return known.isSame || (known.isOrder && OF_ORDER.has(name))
  }
}

/** An interval without width stays so: no row moves the difference. */
function drawnInference(interval: Interval, freedom: number, { rows, clusters }: Drawing): Inference {
  if (!Number.isFinite(freedom)) return { interval }
  return {
    interval: widened(interval, freedom, clusters?.count ?? rows),
    'degrees-of-freedom': freedom,
  }
}
