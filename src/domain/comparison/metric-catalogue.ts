/** What a model predicts. */
export const TASKS = ['binary-classification', 'multiclass-classification', 'regression'] as const
export type Task = (typeof TASKS)[number]

/** `higher` and `lower`: which way is better. `zero`: both sides of 0 are worse. */
export type Direction = 'higher' | 'lower' | 'zero'

/**
 * `share` lies in [0, 1]; `correlation` in [-1, 1]; `nats` is a mean logarithm; `target` is counted in the
 * target's own unit; `ratio` is relative to the target's size; `factor` is so many times chance; `cost` is counted as
 * the user's cost matrix counts.
 */
export type MetricUnit = 'share' | 'correlation' | 'nats' | 'target' | 'ratio' | 'factor' | 'cost'

export interface MetricEntry {
  readonly direction: Direction
  readonly unit: MetricUnit
  readonly tasks: readonly Task[]
}

const BINARY: readonly Task[] = ['binary-classification']
const MULTICLASS: readonly Task[] = ['multiclass-classification']
const CLASSIFICATION: readonly Task[] = ['binary-classification', 'multiclass-classification']
const REGRESSION: readonly Task[] = ['regression']

const entry = (direction: Direction, unit: MetricUnit, tasks: readonly Task[]): MetricEntry => ({
  direction,
  unit,
  tasks,
})

/** Every metric that Modelyard computes itself, in the order in which reports list them. */
export const METRICS = {
  'roc-auc': entry('higher', 'share', BINARY),
  'average-precision': entry('higher', 'share', BINARY),
  accuracy: entry('higher', 'share', CLASSIFICATION),
  'balanced-accuracy': entry('higher', 'share', CLASSIFICATION),
  f1: entry('higher', 'share', BINARY),
  precision: entry('higher', 'share', BINARY),
  recall: entry('higher', 'share', BINARY),
  specificity: entry('higher', 'share', BINARY),
  matthews: entry('higher', 'correlation', BINARY),
  'macro-f1': entry('higher', 'share', MULTICLASS),
  'weighted-f1': entry('higher', 'share', MULTICLASS),
  'roc-auc-ovr': entry('higher', 'share', MULTICLASS),
  'log-loss': entry('lower', 'nats', CLASSIFICATION),
  brier: entry('lower', 'share', BINARY),
  'calibration-error': entry('lower', 'share', BINARY),
  'ks-separation': entry('higher', 'share', BINARY),
  lift: entry('higher', 'factor', BINARY),
  cost: entry('lower', 'cost', BINARY),
  rmse: entry('lower', 'target', REGRESSION),
  mae: entry('lower', 'target', REGRESSION),
  'median-absolute-error': entry('lower', 'target', REGRESSION),
  mape: entry('lower', 'ratio', REGRESSION),
  'pinball-loss': entry('lower', 'target', REGRESSION),
  r2: entry('higher', 'correlation', REGRESSION),
  'mean-error': entry('zero', 'target', REGRESSION),
} as const satisfies Record<string, MetricEntry>

export type MetricName = keyof typeof METRICS
export const METRIC_NAMES = Object.keys(METRICS) as [MetricName, ...MetricName[]]

/** The metrics of a task, in the catalogue's order. */
export function metricsOf(task: Task): readonly MetricName[] {
  return METRIC_NAMES.filter(name => (METRICS[name] as MetricEntry).tasks.includes(task))
}

export function metricEntry(name: MetricName): MetricEntry {
  return METRICS[name]
}

/** The metric that decides when `evaluate.primary-metric` names none. */
export const DEFAULT_PRIMARY: Readonly<Record<Task, MetricName>> = {
  'binary-classification': 'roc-auc',
  'multiclass-classification': 'accuracy',
  regression: 'rmse',
}

/** The metric that decides on a model. */
export function primaryMetric({
  task,
  evaluate,
}: {
  readonly task: Task
  readonly evaluate?: { readonly 'primary-metric'?: MetricName | undefined } | undefined
}): MetricName {
  return evaluate?.['primary-metric'] ?? DEFAULT_PRIMARY[task]
}
