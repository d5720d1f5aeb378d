import type { MetricName } from '../../../src/domain/comparison/metric-catalogue.ts'
import { type ComparedTask, comparedOf, comparedScenarios } from '../compared.ts'
import type { ScoredPopulation } from '../populations.ts'
import {
  type ClassPopulation,
  classPopulation,
  drawBinary,
  drawClasses,
  drawTargets,
  type TargetPopulation,
  targetPopulation,
} from '../populations-of-tasks.ts'
import {
  BINARY_DIFFERENCES,
  type Differences,
  MULTICLASS_DIFFERENCES,
  REGRESSION_DIFFERENCES,
} from '../truths-of-tasks.ts'
import { ERROR_DATA, SCORED, SCORED_DATA } from './settings.ts'

const CLASSED = classPopulation()
const TARGETS = [
  { errors: 'normal errors', population: targetPopulation(0) },
  { errors: 'heavy tails', population: targetPopulation(1) },
]

const binaryTask: ComparedTask<ScoredPopulation> = {
  name: 'binary',
  data: SCORED_DATA,
  primary: 'roc-auc',
  differences: BINARY_DIFFERENCES,
  on: 'set',
  settings: SCORED.slice(1),
  draw: drawBinary,
}

const multiclassTask: ComparedTask<ClassPopulation> = {
  name: 'multiclass',
  data: 'Three classes, the rarest of one row in six; two correlated models, the second noisier; the truth of the whole population is known.',
  primary: 'accuracy',
  differences: MULTICLASS_DIFFERENCES,
  on: 'set',
  settings: [300, 1_409].map(rows => ({
    setting: `${rows.toLocaleString('en')} rows, three classes`,
    rows,
    population: CLASSED,
  })),
  draw: drawClasses,
}

const regressionTask: ComparedTask<TargetPopulation> = {
  name: 'regression',
  data: `A target of 10 ± 2. ${ERROR_DATA}`,
  primary: 'rmse',
  differences: REGRESSION_DIFFERENCES,
  on: 'set',
  settings: [300, 1_409].flatMap(rows =>
    TARGETS.map(({ errors, population }) => ({
      setting: `${rows.toLocaleString('en')} rows, ${errors}`,
      rows,
      population,
    })),
  ),
  draw: drawTargets,
}

/** A slice as it would be alone: the task's metrics that have a closed form, also on few rows. */
function onSlices<P extends { readonly first: Float64Array; readonly second: Float64Array }>(
  task: ComparedTask<P>,
  names: readonly MetricName[],
  settings: ComparedTask<P>['settings'],
): ComparedTask<P> {
  const differences = Object.fromEntries(names.map(name => [name, task.differences[name]])) as Differences<P>
  return { ...task, name: `${task.name}-slice`, on: 'slice', differences, settings }
}

const binarySlices = onSlices(
  binaryTask,
  [
    'roc-auc',
    'average-precision',
    'accuracy',
    'balanced-accuracy',
    'f1',
    'precision',
    'recall',
    'specificity',
    'matthews',
    'log-loss',
    'brier',
    'cost',
  ],
  binaryTask.settings,
)
const multiclassSlices = onSlices(
  multiclassTask,
  ['accuracy', 'balanced-accuracy', 'macro-f1', 'weighted-f1', 'roc-auc-ovr', 'log-loss'],
  multiclassTask.settings,
)
const regressionSlices = onSlices(
  // Its primary metric would be drawn where it had no closed form.
  regressionTask,
  ['rmse', 'mae', 'mape', 'pinball-loss', 'r2'],
  regressionTask.settings,
)

export const binaryCompared = comparedOf(binaryTask)

export const comparedTasks = [
  ...comparedScenarios(binaryTask, binaryCompared),
  ...comparedScenarios(multiclassTask, comparedOf(multiclassTask)),
  ...comparedScenarios(regressionTask, comparedOf(regressionTask)),
  ...comparedScenarios(binarySlices, comparedOf(binarySlices)),
  ...comparedScenarios(multiclassSlices, comparedOf(multiclassSlices)),
  ...comparedScenarios(regressionSlices, comparedOf(regressionSlices)),
]
