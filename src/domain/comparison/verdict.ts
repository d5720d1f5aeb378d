import { type Direction, type MetricName, metricEntry } from './metric-catalogue.ts'

/** A difference with its interval, signed so that more is better. */
export interface SignedDifference {
  readonly value: number
  readonly low: number
  readonly high: number
}

export const VERDICTS = ['better', 'not-worse', 'worse', 'inconclusive'] as const
export type Verdict = (typeof VERDICTS)[number]

/**
 * The verdict on challenger − champion: `better` when the interval lies above 0, `not-worse` when it lies above
 * −margin, `worse` when it lies below −margin, otherwise `inconclusive`.
 *
 * @param difference - Signed so that more is better.
 * @param margin - The loss that would matter, ≥ 0, in the metric's unit.
 */
export function verdictOf(difference: SignedDifference, margin: number): Verdict {
  if (difference.low > 0) return 'better'
  if (difference.low > -margin) return 'not-worse'
  return difference.high < -margin ? 'worse' : 'inconclusive'
}

/** Turns challenger − champion of a metric of which less is better around, so that more is better. */
export function signedInterval(
  metric: MetricName,
  difference: number,
  interval: { readonly low: number; readonly high: number },
): SignedDifference {
  return signedBy(metricEntry(metric).direction, difference, interval)
}

/** The same for any metric whose direction is known. */
export function signedBy(
  direction: Direction,
  difference: number,
  { low, high }: { readonly low: number; readonly high: number },
): SignedDifference {
  return direction === 'lower'
    ? { value: 0 - difference, low: 0 - high, high: 0 - low }
    : { value: difference, low, high }
}
