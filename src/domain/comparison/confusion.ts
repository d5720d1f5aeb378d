import { calledClasses, classTable } from './class-table.ts'
import { calledPositive, countDecisions } from './decisions.ts'
import type { SettingsInEffect } from './metric-settings.ts'
import type { Predictions } from './predictions.ts'

/** Above this many classes nobody reads the table. */
const MOST_CLASSES = 50

/** How often rows of a class (down, in the order of the classes) were called another (across); undefined without classes. */
export function confusionOf(
  predictions: Predictions,
  { threshold }: SettingsInEffect,
): number[][] | undefined {
  if (predictions.task === 'regression' || predictions.classes.length > MOST_CLASSES) return undefined
  if (predictions.task === 'binary-classification') {
    const { positive, probability } = predictions
    const found = countDecisions(positive, calledPositive(probability, threshold))
    return [
      [found.trueNegative, found.falsePositive],
      [found.falseNegative, found.truePositive],
    ]
  }
  const width = predictions.classes.length
  const table = classTable(predictions.actual, calledClasses(predictions), width)
  return Array.from({ length: width }, (_, row) => [...table.subarray(row * width, (row + 1) * width)])
}
