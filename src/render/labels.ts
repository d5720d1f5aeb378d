import type { MetricName } from '../domain/comparison/metric-catalogue.ts'
import type { FairnessMeasure } from '../domain/evidence/fairness.ts'
import type { Outcome } from '../domain/gates/outcome.ts'
import { bad, good, open, type Span } from './blocks.ts'

const METRIC_LABELS: Readonly<Record<MetricName, string>> = {
  'roc-auc': 'ROC AUC',
  'average-precision': 'Average precision',
  accuracy: 'Accuracy',
  'balanced-accuracy': 'Balanced accuracy',
  f1: 'F1',
  precision: 'Precision',
  recall: 'Recall',
  specificity: 'Specificity',
  matthews: 'Matthews correlation',
  'macro-f1': 'Macro F1',
  'weighted-f1': 'Weighted F1',
  'roc-auc-ovr': 'ROC AUC, one against the rest',
  'log-loss': 'Log loss',
  brier: 'Brier score',
  'calibration-error': 'Calibration error',
  'ks-separation': 'KS separation',
  lift: 'Lift',
  cost: 'Cost per row',
  rmse: 'RMSE',
  mae: 'MAE',
  'median-absolute-error': 'Median absolute error',
  mape: 'MAPE',
  'pinball-loss': 'Pinball loss',
  r2: 'R²',
  'mean-error': 'Mean error',
}

/** A metric's name for people; one that is not ours keeps its own. */
export function metricLabel(name: string): string {
  return Object.hasOwn(METRIC_LABELS, name) ? METRIC_LABELS[name as MetricName] : name
}

/** A metric of the user's own with its unit. */
export function ownLabel(name: string, unit: string | undefined): string {
  return unit === undefined ? name : `${name} (${unit})`
}

/** Which way a metric is better, where the result says so. */
export type Direction = 'higher' | 'lower' | 'zero'

/** On which side of 0 an interval of challenger − champion lies, in a word. */
export function readingOf(interval: Range | undefined, direction: Direction | undefined): Reading {
  if (interval === undefined || direction === 'zero') return 'unread'
  if (interval.low <= 0 && interval.high >= 0) return 'open'
  const isHigher = interval.low > 0
  if (direction === undefined) return isHigher ? 'higher' : 'lower'
  return isHigher === (direction === 'higher') ? 'better' : 'worse'
}
export type Reading = 'better' | 'worse' | 'higher' | 'lower' | 'open' | 'unread'
interface Range {
  readonly low: number
  readonly high: number
}

/** A reading as its word, with the style that goes with it. */
export function readingSpan(reading: Reading | undefined): Span {
  if (reading === 'better') return good('better')
  if (reading === 'worse') return bad('worse')
  return reading === undefined || reading === 'unread' ? '' : reading
}

/** `3 better, 5 open, 1 worse`; what does not occur is left out, but never `worse`. */
export function readingCounts(readings: readonly (Reading | undefined)[]): string {
  const count = (wanted: Reading) => readings.filter(reading => reading === wanted).length
  const words: readonly Reading[] = ['better', 'higher', 'open', 'lower', 'worse']
  return words
    .flatMap(word => (count(word) > 0 || word === 'worse' ? [`${count(word)} ${word}`] : []))
    .join(', ')
}

const FAIRNESS_LABELS: Readonly<Record<FairnessMeasure, string>> = {
  'demographic-parity-difference': 'Demographic parity difference',
  'demographic-parity-ratio': 'Demographic parity ratio',
  'equal-opportunity-difference': 'Equal opportunity difference',
  'equalized-odds-difference': 'Equalized odds difference',
}

/** A fairness measure's name for people. */
export function fairnessLabel(measure: FairnessMeasure): string {
  return FAIRNESS_LABELS[measure]
}

/** An outcome as its word, with the style that goes with it. */
export function outcomeSpan(outcome: Outcome | 'left-out'): Span {
  if (outcome === 'left-out') return { is: 'dim', text: 'left out' }
  return outcome === 'passed' ? good('passed') : outcome === 'failed' ? bad('failed') : open('inconclusive')
}

/**
 * Whoever reads a comment is on another machine: of a place on this one its own name says enough, or the last few.
 *
 * @param names - How many.
 */
export function ownName(path: string, names = 1): string {
  return /^(?:[\\/]|[A-Za-z]:)/.test(path) ? path.split(/[\\/]/).slice(-names).join('/') : path
}
