import { type ClassCounts, calledClasses, classF1, classTable, countsPerClass } from './class-table.ts'
import type { MetricName } from './metric-catalogue.ts'
import type { MulticlassPredictions } from './predictions.ts'
import { rankArea, rankingOf } from './ranking.ts'
import { type MetricFamily, single, type WeightedMetric, weightedMean } from './weighted-metric.ts'

const CLIP = Number.EPSILON

/** The families that hold the wanted metrics of multiclass predictions. */
export function multiclassFamilies(
  predictions: MulticlassPredictions,
  wanted: ReadonlySet<MetricName>,
): MetricFamily[] {
  const { actual, classes } = predictions
  const families: MetricFamily[] = []
  if (TABLE_NAMES.some(name => wanted.has(name))) {
    const called = calledClasses(predictions)
    families.push({
      names: TABLE_NAMES,
      values: counts => {
        const found = countsPerClass(classTable(actual, called, classes.length, counts), classes.length)
        return TABLE_NAMES.map(name => TABLE_METRICS[name](found))
      },
    })
  }
  if (wanted.has('log-loss')) families.push(single('log-loss', weightedMean(classLogLosses(predictions))))
  if (wanted.has('roc-auc-ovr')) families.push(single('roc-auc-ovr', oneAgainstRest(predictions)))
  return families
}

/** [n] −ln of the probability that the model gave to what the row is. */
export function classLogLosses({ actual, classes, probabilities }: MulticlassPredictions): Float64Array {
  const losses = new Float64Array(actual.length)
  for (let row = 0; row < losses.length; row += 1) {
    const value = probabilities[row * classes.length + (actual[row] as number)] as number
    losses[row] = -Math.log(Math.min(1 - CLIP, Math.max(CLIP, value)))
  }
  return losses
}

const TABLE_METRICS = {
  accuracy: classes => sumOf(classes, ({ correct }) => correct) / sumOf(classes, ({ actual }) => actual),
  // Over the classes that the rows hold.
  'balanced-accuracy': classes => {
    const present = classes.filter(({ actual }) => actual > 0)
    return sumOf(present, ({ correct, actual }) => correct / actual) / present.length
  },
  // Over the classes that are there or were called, as scikit-learn has it.
  'macro-f1': classes => {
    const seen = classes.filter(({ actual, called }) => actual + called > 0)
    return sumOf(seen, classF1) / seen.length
  },
  'weighted-f1': classes =>
    sumOf(classes, counts => classF1(counts) * counts.actual) / sumOf(classes, ({ actual }) => actual),
} as const satisfies Record<string, (classes: readonly ClassCounts[]) => number>
const TABLE_NAMES = Object.keys(TABLE_METRICS) as (keyof typeof TABLE_METRICS)[]

function sumOf<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0)
}

/** The mean over the classes of the area of each against the rest; undefined where a class has no row. */
function oneAgainstRest({ actual, classes, probabilities }: MulticlassPredictions): WeightedMetric {
  const width = classes.length
  const rankings = classes.map((_, label) => {
    const positive = new Uint8Array(actual.length)
    const scores = new Float64Array(actual.length)
    for (let row = 0; row < actual.length; row += 1) {
      positive[row] = actual[row] === label ? 1 : 0
      scores[row] = probabilities[row * width + label] as number
    }
    return rankingOf(positive, scores)
  })
  return counts => sumOf(rankings, ranking => rankArea(ranking, counts)) / width
}
