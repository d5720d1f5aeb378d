import type { ClassMetrics } from '../evidence/evaluation.ts'
import { calledClasses, classF1, classTable, countsPerClass } from './class-table.ts'
import type { MulticlassPredictions } from './predictions.ts'

/** Evidence holds no longer list. */
const MOST_CLASSES = 1000

/** How well each class is found. Precision of a class that is never called is 0, as scikit-learn has it. */
export function perClass(predictions: MulticlassPredictions): ClassMetrics[] | undefined {
  const { actual, classes } = predictions
  if (classes.length > MOST_CLASSES) return undefined
  const table = classTable(actual, calledClasses(predictions), classes.length)
  return countsPerClass(table, classes.length).map((counts, label) => ({
    class: classes[label] as string,
    rows: counts.actual,
    precision: counts.called === 0 ? 0 : counts.correct / counts.called,
    ...(counts.actual === 0 ? {} : { recall: counts.correct / counts.actual }),
    f1: classF1(counts),
  }))
}
