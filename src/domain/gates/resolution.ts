import type { Comparison } from '../evidence/comparison.ts'
import type { Evaluation } from '../evidence/evaluation.ts'
import { differenceOf, metricValue, ownOf } from './metric-value.ts'
import { isOurs } from './rule-fields.ts'

/** What a set of rows can tell apart on a metric. */
export interface Resolution {
  /** Half the width of the 95 % interval that two equal models would show, in the metric's unit. */
  readonly halfWidth: number
  readonly rows: number
  readonly from: 'comparison' | 'evaluation'
}

/** What a set of rows can tell apart, by what was measured on it: a comparison where one has an interval of the metric. */
export function resolutionOf(
  metric: string,
  comparison: ComparisonFacts | undefined,
  evaluation: EvaluationFacts | undefined,
): Resolution | undefined {
  return (
    (comparison === undefined ? undefined : resolutionOfComparison(comparison, metric)) ??
    (evaluation === undefined ? undefined : resolutionOfEvaluation(evaluation, metric))
  )
}

type ComparisonFacts = Pick<Comparison, 'metrics' | 'undefined' | 'own-metrics' | 'rows'>
type EvaluationFacts = Pick<
  Evaluation,
  'metrics' | 'undefined' | 'own-metrics' | 'intervals' | 'rows' | 'positive-rows'
>

/** Resolution by a comparison on the set: the half-width of its own interval. Undefined where it has none. */
export function resolutionOfComparison(facts: ComparisonFacts, metric: string): Resolution | undefined {
  const difference = differenceOf(facts, metric)
  if ('why' in difference) return undefined
  return { halfWidth: (difference.high - difference.low) / 2, rows: facts.rows, from: 'comparison' }
}

/**
 * Resolution by one model's evaluation on the set, where nothing has been compared on it yet. Two models that are
 * correlated by a half differ with the variance of one model's value, 2(1 − ρ)σ² = σ²; versions of a model are mostly
 * closer, so that this is an upper bound. σ is taken from the value's interval; without one from the rows: p(1 − p)/n for
 * shares, n being the positive rows for what looks at these alone, and Hanley and McNeil's variance for the ROC AUC.
 * Undefined for what is neither.
 *
 * @see Hanley & McNeil 1982, doi:10.1148/radiology.143.1.7063747
 */
export function resolutionOfEvaluation(
  facts: Pick<Evaluation, 'metrics' | 'undefined' | 'own-metrics' | 'intervals' | 'rows' | 'positive-rows'>,
  metric: string,
): Resolution | undefined {
  const { rows } = facts
  const interval = isOurs(metric) ? facts.intervals?.[metric] : ownOf(facts['own-metrics'], metric)?.interval
  if (interval !== undefined)
    return { halfWidth: (interval.high - interval.low) / 2, rows, from: 'evaluation' }
  const value = metricValue(facts, metric)
  const variance = typeof value === 'number' ? varianceOf(metric, value, facts) : undefined
  if (variance === undefined) return undefined
  return { halfWidth: Z_975 * Math.sqrt(variance), rows, from: 'evaluation' }
}

/** 97.5 % quantile of the standard normal distribution. */
const Z_975 = 1.959963984540054

const OF_ALL_ROWS = ['accuracy']
const OF_POSITIVE_ROWS = ['recall', 'precision', 'f1', 'average-precision']

function varianceOf(
  metric: string,
  value: number,
  { rows, 'positive-rows': positives }: Pick<Evaluation, 'rows' | 'positive-rows'>,
): number | undefined {
  if (OF_ALL_ROWS.includes(metric)) return (value * (1 - value)) / rows
  if (positives === undefined || positives === 0 || positives >= rows) return undefined
  if (OF_POSITIVE_ROWS.includes(metric)) return (value * (1 - value)) / positives
  if (metric !== 'roc-auc') return undefined
  const negatives = rows - positives
  const q1 = value / (2 - value) - value ** 2
  const q2 = (2 * value ** 2) / (1 + value) - value ** 2
  return (value * (1 - value) + (positives - 1) * q1 + (negatives - 1) * q2) / (positives * negatives)
}

/** About how many rows shrink a half-width to `wanted`: it goes with the root of the rows. To two digits, upwards. */
export function rowsFor({ halfWidth, rows }: Omit<Resolution, 'from'>, wanted: number): number {
  return twoDigitsUp(rows * (halfWidth / wanted) ** 2)
}

/** The next number above with two significant digits: 0.01034 → 0.011. */
export function twoDigitsUp(value: number): number {
  const exponent = Math.floor(Math.log10(value)) - 1
  // Beyond what a double can be scaled by there is nothing to round.
  if (!Number.isFinite(exponent) || Math.abs(exponent) > 300) return value
  const unit = 10 ** Math.abs(exponent)
  // Dividing by a whole number keeps 0.011 what it is; multiplying by 0.001 does not.
  return exponent < 0 ? Math.ceil(value * unit - 1e-9) / unit : Math.ceil(value / unit - 1e-9) * unit
}
