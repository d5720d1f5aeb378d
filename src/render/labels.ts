import type { MetricName } from '../domain/comparison/metric-catalogue.ts'
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

/** An outcome as its word, with the style that goes with it. */
export function outcomeSpan(outcome: Outcome | 'left-out'): Span {
  if (outcome === 'left-out') return { is: 'dim', text: 'left out' }
  return outcome === 'passed' ? good('passed') : outcome === 'failed' ? bad('failed') : open('inconclusive')
}
