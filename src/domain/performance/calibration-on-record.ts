import type { Evaluation } from '../evidence/evaluation.ts'
import type { MetricGround } from './metric-finding.ts'

/**
 * The largest calibration error with which probabilities are believed. It is measured too high, the more so the fewer rows
 * there were, so that one at this limit is smaller in truth; an expected accuracy is off by at most as much.
 */
export const BELIEVED_CALIBRATION_ERROR = 0.05

/**
 * Whether estimates that rest on a model's probabilities are believed, by the calibration error of its evaluation.
 *
 * @param evaluation - Undefined where none is on record.
 * @returns Why not; undefined where they are.
 */
export function whyNotBelieved(
  evaluation: Pick<Evaluation, 'metrics'> | undefined,
): MetricGround | undefined {
  const error = evaluation?.metrics['calibration-error']
  if (error === undefined) return 'calibration-unknown'
  return error > BELIEVED_CALIBRATION_ERROR ? 'calibration-poor' : undefined
}
