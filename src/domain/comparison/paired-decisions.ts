import type { DifferenceInterval } from '../stats/difference.ts'
import { normalInterval } from '../stats/difference.ts'
import { Z_975 } from '../stats/quantiles.ts'
import { decisionInfluence } from './decision-influence.ts'
import { calledPositive, type Decisions } from './decisions.ts'
import type { MetricName } from './metric-catalogue.ts'
import type { SettingsInEffect } from './metric-settings.ts'
import type { BinaryPredictions } from './predictions.ts'
import { pairedChangeBounds } from './proportion-bounds.ts'

/** [8] rows by what they are and what both models call them: at 4 × is + 2 × champion + challenger. */
export type PairedDecisions = Float64Array

export function countPairedDecisions(
  champion: BinaryPredictions,
  challenger: BinaryPredictions,
  { threshold }: SettingsInEffect,
): PairedDecisions {
  const before = calledPositive(champion.probability, threshold)
  const after = calledPositive(challenger.probability, threshold)
  const { positive } = champion
  const cells = new Float64Array(8)
  for (let row = 0; row < positive.length; row += 1) {
    const cell = 4 * (positive[row] as number) + 2 * (before[row] as number) + (after[row] as number)
    cells[cell] = (cells[cell] as number) + 1
  }
  return cells
}

/**
 * The interval of the difference of a metric of decisions, from the eight ways in which two models can call a row.
 * Accuracy, recall and specificity are shares of rows and get half a row more in each way to agree or disagree, so that
 * no disagreement at all is not taken for certainty.
 *
 * @returns Undefined for other metrics.
 */
export function decisionDifference(
  name: MetricName,
  difference: number,
  cells: PairedDecisions,
  { cost }: SettingsInEffect,
): DifferenceInterval | undefined {
  const at = (is: number, champion: number, challenger: number) =>
    cells[4 * is + 2 * champion + challenger] as number
  const before = decisionInfluence(
    name,
    decisionsOf((is, says) => at(is, says, 0) + at(is, says, 1)),
    cost,
  )
  const after = decisionInfluence(
    name,
    decisionsOf((is, says) => at(is, 0, says) + at(is, 1, says)),
    cost,
  )
  if (before === undefined || after === undefined) return undefined
  let [rows, squares] = [0, 0]
  for (const is of [0, 1]) {
    for (const first of [0, 1]) {
      for (const second of [0, 1]) {
        const count = at(is, first, second)
        const moved = (after[2 * is + second] as number) - (before[2 * is + first] as number)
        rows += count
        squares += count * moved * moved
      }
    }
  }
  if (rows < 2) return undefined
  const found = normalInterval(difference, Math.sqrt((squares * rows) / (rows - 1)) / rows)
  const { onlyAfter, onlyBefore, of } = rightAlone(name, at)
  return of === 0 ? found : { ...found, ...bounds(pairedChangeBounds(onlyAfter, onlyBefore, of, Z_975)) }
}

function bounds({ low, high }: { readonly low: number; readonly high: number }) {
  return { low, high }
}

function decisionsOf(count: (is: number, says: number) => number): Decisions {
  return {
    trueNegative: count(0, 0),
    falsePositive: count(0, 1),
    falseNegative: count(1, 0),
    truePositive: count(1, 1),
  }
}

/** Which rows only one of the two gets right, among those that a share is of; none for other metrics. */
function rightAlone(
  name: MetricName,
  at: (is: number, champion: number, challenger: number) => number,
): { readonly onlyAfter: number; readonly onlyBefore: number; readonly of: number } {
  const classes = { accuracy: [0, 1], recall: [1], specificity: [0] }[name as 'accuracy'] ?? []
  let [onlyAfter, onlyBefore, of] = [0, 0, 0]
  for (const is of classes) {
    onlyAfter += at(is, 1 - is, is)
    onlyBefore += at(is, is, 1 - is)
    of += at(is, 0, 0) + at(is, 0, 1) + at(is, 1, 0) + at(is, 1, 1)
  }
  return { onlyAfter, onlyBefore, of }
}
