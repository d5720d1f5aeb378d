import { type ClassCounts, calledClasses, classTable, countsPerClass } from './class-table.ts'
import type { MetricName } from './metric-catalogue.ts'
import { CLASS_METRICS, type ClassMetric, columnsByClass, sumOf } from './multiclass-metrics.ts'
import type { MulticlassPredictions } from './predictions.ts'
import { areaInfluence } from './ranking-influence.ts'

/**
 * How much each row moves a metric of what rows were called where it is left out, (n − 1) (metric − metric without it):
 * the same for all rows that are and were called alike.
 *
 * @returns [n]
 */
export function classInfluence(name: ClassMetric, predictions: MulticlassPredictions): Float64Array {
  const { actual, classes } = predictions
  const width = classes.length
  const called = calledClasses(predictions)
  const rows = actual.length
  const moved = movedByCell(name, classTable(actual, called, width), width)
  const influence = new Float64Array(rows)
  for (let row = 0; row < rows; row += 1)
    influence[row] = (rows - 1) * (moved[(actual[row] as number) * width + (called[row] as number)] as number)
  return influence
}

/** [classes, classes] by what a row is and what it was called: the metric less that without such a row. */
function movedByCell(name: ClassMetric, table: Float64Array, width: number): Float64Array {
  const { part, weight } = CLASS_METRICS[name]
  const counts = countsPerClass(table, width)
  const parts = counts.map(part)
  const weights = counts.map(weight)
  const [above, below] = [sumOf(counts, part), sumOf(counts, weight)]
  const moved = new Float64Array(table.length)
  for (let cell = 0; cell < table.length; cell += 1) {
    if (table[cell] === 0) continue
    const [is, says] = [Math.floor(cell / width), cell % width]
    let [aboveWithout, belowWithout] = [above, below]
    for (const label of is === says ? [is] : [is, says]) {
      const left = withoutRow(counts[label] as ClassCounts, label === is, label === says)
      aboveWithout += part(left) - (parts[label] as number)
      belowWithout += weight(left) - (weights[label] as number)
    }
    // Of a single row nothing is left to look at.
    moved[cell] = belowWithout === 0 ? 0 : above / below - aboveWithout / belowWithout
  }
  return moved
}

function withoutRow({ correct, actual, called }: ClassCounts, is: boolean, says: boolean): ClassCounts {
  return {
    correct: correct - (is && says ? 1 : 0),
    actual: actual - (is ? 1 : 0),
    called: called - (says ? 1 : 0),
  }
}

/** How much each row moves the mean area of each class against the rest; [n]. */
export function meanAreaInfluence(predictions: MulticlassPredictions): Float64Array {
  const columns = columnsByClass(predictions)
  const mean = new Float64Array(predictions.actual.length)
  for (const { positive, scores } of columns) {
    const influence = areaInfluence(positive, scores)
    for (let row = 0; row < mean.length; row += 1)
      mean[row] = (mean[row] as number) + (influence[row] as number) / columns.length
  }
  return mean
}

export function isClassMetric(name: MetricName): name is ClassMetric {
  return Object.hasOwn(CLASS_METRICS, name)
}
