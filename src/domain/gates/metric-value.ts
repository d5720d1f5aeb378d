import { metricEntry } from '../comparison/metric-catalogue.ts'
import { type SignedDifference, signedBy } from '../comparison/verdict.ts'
import type { Comparison, PairedMetric } from '../evidence/comparison.ts'
import type { Evaluation } from '../evidence/evaluation.ts'
import { isOurs } from './rule-fields.ts'

/** Gates are stated for intervals that hold in 95 of 100 cases; a narrower kind would let more through. */
const LEVEL = 0.95

/** A version's value of a metric, ours or the user's own, or why there is none. */
export function metricValue(
  facts: Pick<Evaluation, 'metrics' | 'undefined' | 'own-metrics'>,
  metric: string,
): number | { readonly why: string } {
  const value = isOurs(metric) ? facts.metrics[metric] : ownOf(facts['own-metrics'], metric)?.value
  return value ?? { why: whyUndefined(facts, metric) ?? 'it was not computed' }
}

/** What is known of the difference of a metric: signed so that more is better, in the metric's unit. */
export interface PairedDifference extends SignedDifference {
  readonly champion: number
  /** Of the interval's t distribution, where it has one. */
  readonly freedom?: number | undefined
}

export interface NoDifference {
  readonly why: string
  /** What would help, where it is not what mostly does. */
  readonly next?: string | undefined
}

/**
 * Metrics of which no interval of a difference holds. The calibration error is estimated too high, the more so the
 * better a model is calibrated: as bad as the margin, 8 to 20 % of challengers would pass.
 */
const UNTOLD: ReadonlyMap<string, NoDifference> = new Map([
  [
    'calibration-error',
    {
      why: 'a calibration error is estimated too high, and the more so the smaller it is, so that none of its difference holds',
      next: 'compare the Brier score, or set a ceiling: {metric: calibration-error, max: …}',
    },
  ],
])

/**
 * The difference challenger − champion of a metric with its 95 % interval, signed so that more is better; or why there
 * is none that a gate can read.
 */
export function differenceOf(
  facts: Pick<Comparison, 'metrics' | 'undefined'> & Partial<Pick<Comparison, 'own-metrics'>>,
  metric: string,
): PairedDifference | NoDifference {
  const untold = UNTOLD.get(metric)
  if (untold !== undefined) return untold
  const own = isOurs(metric) ? undefined : ownOf(facts['own-metrics'], metric)
  const paired: PairedMetric | undefined = isOurs(metric) ? facts.metrics[metric] : own
  if (paired === undefined)
    return { why: whyUndefined(facts, metric) ?? 'the comparison does not hold this metric' }
  const direction = isOurs(metric) ? metricEntry(metric).direction : (own?.direction ?? 'zero')
  if (direction === 'zero') return { why: 'both sides of 0 are worse, so neither model is the better one' }
  const { interval, difference, champion, 'degrees-of-freedom': freedom } = paired
  if (isOurs(metric) && interval === undefined && difference === 0) {
    return {
      why: 'the models differ, but on no row that moves it, and these rows cannot tell more',
      next: 'compare on more rows',
    }
  }
  if (interval === undefined) return { why: 'the comparison holds no interval for it' }
  if (interval.level < LEVEL)
    return { why: `its interval is of ${interval.level * 100} %, and gates read those of 95 %` }
  return { champion, freedom, ...signedBy(direction, difference, interval) }
}

function whyUndefined(facts: Pick<Evaluation, 'undefined'>, metric: string): string | undefined {
  return isOurs(metric) ? facts.undefined?.[metric] : undefined
}

/** Names are the user's: `constructor` is one like any other. */
export function ownOf<T>(own: Readonly<Record<string, T>> | undefined, metric: string): T | undefined {
  return own !== undefined && Object.hasOwn(own, metric) ? own[metric] : undefined
}
