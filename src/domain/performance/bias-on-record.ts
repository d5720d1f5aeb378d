import { withinRange } from '../comparison/level-intervals.ts'
import type { MetricName } from '../comparison/metric-catalogue.ts'
import type { Evaluation, Slice } from '../evidence/evaluation.ts'
import type { Interval } from '../evidence/interval.ts'
import type { MetricGround } from './metric-finding.ts'

/**
 * The largest calibration error with which probabilities are believed at all. It is measured too high, the more so the fewer
 * rows there were, so that one at this limit is smaller in truth.
 */
export const BELIEVED_CALIBRATION_ERROR = 0.05

/** Between which a measured value less its estimate lies, at 95 %. */
export interface Bias {
  readonly low: number
  readonly high: number
}

/**
 * By how much estimates of a metric are off, by an evaluation that measured and estimated it on the same rows. That a
 * calibration error is small says it of none: it is a mean over all rows, and a metric may look at few of them.
 *
 * @param onRecord - Of the same rows: all, or those of the same slice.
 * @returns Why estimates are not believed, where nothing says it or what does leaves out 0. So few rows leave much open, and
 *   a wide bias.
 */
export function biasOnRecord(
  metric: MetricName,
  onRecord: Pick<Slice, 'metrics' | 'estimated'> | undefined,
): Bias | MetricGround {
  const measured = onRecord?.metrics[metric]
  const estimated = onRecord?.estimated?.[metric]
  if (measured === undefined || estimated === undefined) return 'estimates-unchecked'
  const bias = { low: measured - estimated.high, high: measured - estimated.low }
  return bias.low > 0 || bias.high < 0 ? 'estimates-missed' : bias
}

/** Why no estimate that rests on a model's probabilities is believed; undefined where each is looked at by itself. */
export function whyNotBelieved(
  evaluation: Pick<Evaluation, 'metrics'> | undefined,
): MetricGround | undefined {
  const error = evaluation?.metrics['calibration-error']
  if (error === undefined) return 'calibration-unknown'
  return error > BELIEVED_CALIBRATION_ERROR ? 'calibration-poor' : undefined
}

/** An interval that holds what its estimate may be off by, too. */
export function widened(metric: MetricName, interval: Interval, { low, high }: Bias): Interval {
  return withinRange(metric, { ...interval, low: interval.low + low, high: interval.high + high })
}
