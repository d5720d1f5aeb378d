import type { Disagreement } from '../evidence/comparison.ts'
import { mcnemar } from '../stats/mcnemar.ts'
import { calledClasses } from './class-table.ts'
import { calledPositive } from './decisions.ts'
import type { SettingsInEffect } from './metric-settings.ts'
import type { Predictions } from './predictions.ts'

const MOST_EXAMPLES = 20

/**
 * Where two classifiers call a row differently, who is right there, and the rows where their probabilities are
 * furthest apart. Undefined for a regression, whose models differ everywhere.
 *
 * @param areClustered - Rows of one customer or day are no coins tossed apart, so that McNemar's test says nothing of them.
 */
export function disagreementOf(
  champion: Predictions,
  challenger: Predictions,
  settings: SettingsInEffect,
  areClustered = false,
): Disagreement | undefined {
  const [first, second] = [callsOf(champion, settings), callsOf(challenger, settings)]
  if (first === undefined || second === undefined) return undefined
  let [championRight, challengerRight] = [0, 0]
  const apart: number[] = []
  for (let row = 0; row < first.called.length; row += 1) {
    const [a, b] = [first.called[row] as number, second.called[row] as number]
    if (a === b) continue
    apart.push(row)
    if (a === first.actual[row]) championRight += 1
    if (b === first.actual[row]) challengerRight += 1
  }
  const distance = (row: number) => Math.abs(second.certainty(row) - first.certainty(row))
  const examples = apart
    .map(row => ({ row, distance: distance(row) }))
    .sort((a, b) => b.distance - a.distance || a.row - b.row)
    .slice(0, MOST_EXAMPLES)
    .map(({ row }) => row)
  return {
    rows: apart.length,
    'champion-right': championRight,
    'challenger-right': challengerRight,
    ...(areClustered ? {} : chanceOf(championRight, challengerRight)),
    examples,
  }
}

function chanceOf(
  championRight: number,
  challengerRight: number,
): Pick<Disagreement, 'p-value' | 'mid-p-value'> {
  if (championRight + challengerRight === 0) return {}
  const { pValue, midP } = mcnemar(championRight, challengerRight)
  // Twice a tail that is summed may come out a last digit above 1.
  return { 'p-value': Math.min(1, pValue), 'mid-p-value': Math.min(1, midP) }
}

interface Calls {
  /** [n] */
  readonly actual: ArrayLike<number>
  /** [n] */
  readonly called: ArrayLike<number>
  /** The probability of what a row is. */
  readonly certainty: (row: number) => number
}

function callsOf(predictions: Predictions, { threshold }: SettingsInEffect): Calls | undefined {
  switch (predictions.task) {
    case 'binary-classification': {
      const { positive, probability } = predictions
      const certainty = (row: number) => {
        const value = probability[row] as number
        return positive[row] === 1 ? value : 1 - value
      }
      return { actual: positive, called: calledPositive(probability, threshold), certainty }
    }
    case 'multiclass-classification': {
      const { actual, classes, probabilities } = predictions
      const certainty = (row: number) =>
        probabilities[row * classes.length + (actual[row] as number)] as number
      return { actual, called: calledClasses(predictions), certainty }
    }
    case 'regression':
      return undefined
  }
}
