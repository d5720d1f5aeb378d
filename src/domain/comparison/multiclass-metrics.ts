import { rocAuc } from '../stats/roc.ts'
import type { MetricName } from './metric-catalogue.ts'
import type { MulticlassPredictions } from './predictions.ts'
import { type WeightedMetric, weightedMean } from './weighted-metric.ts'

const CLIP = Number.EPSILON

/** Prepares a metric on multiclass predictions. A row's label is its largest probability, the first of equal ones. */
export function prepareMulticlass(name: MetricName, predictions: MulticlassPredictions): WeightedMetric {
  const { actual, classes, probabilities } = predictions
  const width = classes.length
  switch (name) {
    case 'log-loss':
      return weightedMean(
        Float64Array.from(actual, (label, row) => {
          const value = probabilities[row * width + label] as number
          return -Math.log(Math.min(1 - CLIP, Math.max(CLIP, value)))
        }),
      )
    case 'roc-auc-ovr':
      return oneAgainstRest(predictions)
    default: {
      const fromTable = TABLE_METRICS[name]
      if (fromTable === undefined) return () => Number.NaN
      const called = largest(probabilities, width)
      return counts => fromTable(confusionTable(actual, called, width, counts), width)
    }
  }
}

function largest(probabilities: Float64Array, width: number): Uint32Array {
  return Uint32Array.from({ length: probabilities.length / width }, (_, row) => {
    let best = 0
    for (let column = 1; column < width; column += 1) {
      if ((probabilities[row * width + column] as number) > (probabilities[row * width + best] as number))
        best = column
    }
    return best
  })
}

/** Row-major [classes, classes]; rows are actual. */
function confusionTable(
  actual: Uint32Array,
  called: Uint32Array,
  width: number,
  counts: Uint32Array | undefined,
): Float64Array {
  const table = new Float64Array(width * width)
  for (let row = 0; row < actual.length; row += 1) {
    const cell = (actual[row] as number) * width + (called[row] as number)
    table[cell] = (table[cell] as number) + (counts === undefined ? 1 : (counts[row] as number))
  }
  return table
}

interface ClassCounts {
  readonly correct: number
  readonly actual: number
  readonly called: number
}

function perClass(table: Float64Array, width: number): ClassCounts[] {
  return Array.from({ length: width }, (_, label) => {
    let [actual, called] = [0, 0]
    for (let other = 0; other < width; other += 1) {
      actual += table[label * width + other] as number
      called += table[other * width + label] as number
    }
    return { correct: table[label * width + label] as number, actual, called }
  })
}

const f1 = ({ correct, actual, called }: ClassCounts) =>
  actual + called === 0 ? 0 : (2 * correct) / (actual + called)

const TABLE_METRICS: Partial<Record<MetricName, (table: Float64Array, width: number) => number>> = {
  accuracy: (table, width) => {
    const classes = perClass(table, width)
    return sumOf(classes, ({ correct }) => correct) / sumOf(classes, ({ actual }) => actual)
  },
  'balanced-accuracy': (table, width) => {
    const present = perClass(table, width).filter(({ actual }) => actual > 0)
    return sumOf(present, ({ correct, actual }) => correct / actual) / present.length
  },
  // Over the classes that are there or were called, as scikit-learn has it.
  'macro-f1': (table, width) => {
    const seen = perClass(table, width).filter(({ actual, called }) => actual + called > 0)
    return sumOf(seen, f1) / seen.length
  },
  'weighted-f1': (table, width) => {
    const classes = perClass(table, width)
    return sumOf(classes, counts => f1(counts) * counts.actual) / sumOf(classes, ({ actual }) => actual)
  },
}

function sumOf<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0)
}

/** The mean over the classes of the area of each against the rest; undefined where a class has no row. */
function oneAgainstRest({ actual, classes, probabilities }: MulticlassPredictions): WeightedMetric {
  const width = classes.length
  return counts => {
    const rows =
      counts === undefined
        ? [...actual.keys()]
        : [...actual.keys()].flatMap(row => Array<number>(counts[row] as number).fill(row))
    let sum = 0
    for (let label = 0; label < width; label += 1) {
      const positive = Uint8Array.from(rows, row => (actual[row] === label ? 1 : 0))
      const present = positive.includes(1) && positive.includes(0)
      if (!present) return Number.NaN
      sum += rocAuc(
        positive,
        Float64Array.from(rows, row => probabilities[row * width + label] as number),
      )
    }
    return sum / width
  }
}
