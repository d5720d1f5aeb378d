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
  if (CLASS_NAMES.some(name => wanted.has(name))) {
    const called = calledClasses(predictions)
    families.push({
      names: CLASS_NAMES,
      values: counts => {
        const found = countsPerClass(classTable(actual, called, classes.length, counts), classes.length)
        return CLASS_NAMES.map(name => {
          const { part, weight } = CLASS_METRICS[name]
          return sumOf(found, part) / sumOf(found, weight)
        })
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

/** The sum of a part over the classes, divided by that of a weight. */
interface PerClass {
  readonly part: (counts: ClassCounts) => number
  readonly weight: (counts: ClassCounts) => number
}

const rowsOf = ({ actual }: ClassCounts) => actual
const isPresent = ({ actual }: ClassCounts) => (actual > 0 ? 1 : 0)

export const CLASS_METRICS = {
  accuracy: { part: ({ correct }) => correct, weight: rowsOf },
  // Over the classes that the rows hold.
  'balanced-accuracy': {
    part: ({ correct, actual }) => (actual > 0 ? correct / actual : 0),
    weight: isPresent,
  },
  // Over the classes that are there or were called, as scikit-learn has it.
  'macro-f1': { part: classF1, weight: ({ actual, called }) => (actual + called > 0 ? 1 : 0) },
  'weighted-f1': { part: counts => classF1(counts) * counts.actual, weight: rowsOf },
} as const satisfies Record<string, PerClass>
export type ClassMetric = keyof typeof CLASS_METRICS
const CLASS_NAMES = Object.keys(CLASS_METRICS) as ClassMetric[]

export function sumOf<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0)
}

/** The mean over the classes of the area of each against the rest; undefined where a class has no row. */
function oneAgainstRest(predictions: MulticlassPredictions): WeightedMetric {
  const rankings = columnsByClass(predictions).map(({ positive, scores }) => rankingOf(positive, scores))
  return counts => sumOf(rankings, ranking => rankArea(ranking, counts)) / rankings.length
}

interface ClassColumn {
  /** [n] 1 where the row is of the class. */
  readonly positive: Uint8Array
  /** [n] the probability of the class. */
  readonly scores: Float64Array
}

const known = new WeakMap<MulticlassPredictions, readonly ClassColumn[]>()

/** [classes] each against the rest; the same arrays at every call, by which their order is known. */
export function columnsByClass(predictions: MulticlassPredictions): readonly ClassColumn[] {
  const before = known.get(predictions)
  if (before !== undefined) return before
  const { actual, classes, probabilities } = predictions
  const width = classes.length
  const columns = classes.map((_, label) => {
    const positive = new Uint8Array(actual.length)
    const scores = new Float64Array(actual.length)
    for (let row = 0; row < actual.length; row += 1) {
      positive[row] = actual[row] === label ? 1 : 0
      scores[row] = probabilities[row * width + label] as number
    }
    return { positive, scores }
  })
  known.set(predictions, columns)
  return columns
}
