import type { DifferenceInterval } from '../stats/difference.ts'
import { pairedRatioInterval } from '../stats/paired-ratio.ts'
import { type Discordance, tangoInterval } from '../stats/proportion-difference.ts'
import { normalPValue, Z_975 } from '../stats/quantiles.ts'
import { decisionInfluence, type OfCalls, ratioParts } from './decision-influence.ts'
import { calledPositive, type Decisions } from './decisions.ts'
import type { MetricName } from './metric-catalogue.ts'
import type { SettingsInEffect } from './metric-settings.ts'
import type { BinaryPredictions } from './predictions.ts'
import { differenceBounds } from './proportion-bounds.ts'

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

/** An interval from how often two models call rows alike. */
export interface DecisionDifference extends DifferenceInterval {
  readonly method: 'tango' | 'score'
}

/**
 * The interval of the difference of a metric of decisions, from the eight ways in which two models can call a row: of
 * shares of rows (accuracy, recall, specificity) Tango's, of their mean the same put together, and of other ratios
 * (precision, F1, cost) the score interval. All of them know that no disagreement at all is no certainty.
 *
 * @returns Undefined for other metrics, and where nothing is below the line of a ratio.
 */
export function decisionDifference(
  name: MetricName,
  difference: number,
  cells: PairedDecisions,
  { cost }: SettingsInEffect,
): DecisionDifference | undefined {
  const spread = standardErrorOf(name, cells, cost)
  const found = spread === undefined ? undefined : boundsOf(name, cells, cost)
  if (spread === undefined || found === undefined) return undefined
  // Where no row is disagreed on the first order knows no spread, and the interval does.
  const standardError = spread > 0 ? spread : (found.high - found.low) / (2 * Z_975)
  return { difference, standardError, pValue: normalPValue(difference, standardError), ...found }
}

type Found = Pick<DecisionDifference, 'low' | 'high' | 'method'> & { readonly pValue?: number }

function boundsOf(
  name: MetricName,
  cells: PairedDecisions,
  cost: SettingsInEffect['cost'],
): Found | undefined {
  switch (name) {
    case 'accuracy':
      return tangoDifference(discordanceIn(cells, [0, 1]))
    case 'recall':
      return tangoDifference(discordanceIn(cells, [1]))
    case 'specificity':
      return tangoDifference(discordanceIn(cells, [0]))
    case 'balanced-accuracy':
      return { ...meanOfShares(cells), method: 'tango' }
    default: {
      const found = scoreBounds(name, cells, cost)
      return found === undefined ? undefined : { ...found, method: 'score' }
    }
  }
}

/** Tango's interval of the difference of two shares of right rows, with the p-value that goes with it. */
export function tangoDifference(discordance: Discordance) {
  const { firstOnly, secondOnly } = discordance
  return {
    ...tangoInterval(discordance),
    pValue: normalPValue(secondOnly - firstOnly, Math.sqrt(firstOnly + secondOnly)),
    method: 'tango',
  } as const
}

/** Of recall and specificity, whose rows are apart, so that their errors are. */
function meanOfShares(cells: PairedDecisions): { readonly low: number; readonly high: number } {
  const [recall, specificity] = [shareOf(cells, 1), shareOf(cells, 0)]
  const { low, high } = differenceBounds(recall, {
    value: -specificity.value,
    low: -specificity.high,
    high: -specificity.low,
  })
  return { low: low / 2, high: high / 2 }
}

function shareOf(cells: PairedDecisions, is: 0 | 1) {
  const discordance = discordanceIn(cells, [is])
  const { firstOnly, secondOnly, total } = discordance
  return { value: (secondOnly - firstOnly) / total, ...tangoInterval(discordance) }
}

function scoreBounds(name: MetricName, cells: PairedDecisions, cost: SettingsInEffect['cost']) {
  const parts = ratioParts(name, cost)
  if (parts === undefined) return undefined
  const [above, below] = parts
  // A mean cost has any range: as a share of the largest difference it is a ratio like the others.
  const least = name === 'cost' ? Math.min(...above) : 0
  const range = name === 'cost' ? Math.max(...above) - least : 1
  if (range === 0) return undefined
  const found = pairedRatioInterval(
    Array.from(cells, (rows, cell) => ({
      rows,
      first: partOf(2 * (cell >> 2) + ((cell >> 1) & 1)),
      second: partOf(2 * (cell >> 2) + (cell & 1)),
    })),
  )
  return found === undefined ? undefined : { ...found, low: found.low * range, high: found.high * range }

  function partOf(call: number) {
    return { above: ((above[call] as number) - least) / range, below: below[call] as number }
  }
}

/** To the first order: what the report gives beside the interval. */
function standardErrorOf(
  name: MetricName,
  cells: PairedDecisions,
  cost: SettingsInEffect['cost'],
): number | undefined {
  const at = (is: number, champion: number, challenger: number) =>
    cells[4 * is + 2 * champion + challenger] as number
  const influenceIn = (count: (is: number, says: number) => number): OfCalls | undefined =>
    decisionInfluence(name, decisionsOf(count), cost)
  const before = influenceIn((is, says) => at(is, says, 0) + at(is, says, 1))
  const after = influenceIn((is, says) => at(is, 0, says) + at(is, 1, says))
  if (before === undefined || after === undefined) return undefined
  let [rows, squares] = [0, 0]
  for (let cell = 0; cell < cells.length; cell += 1) {
    const [is, first, second] = [cell >> 2, (cell >> 1) & 1, cell & 1]
    const moved = (after[2 * is + second] as number) - (before[2 * is + first] as number)
    rows += cells[cell] as number
    squares += (cells[cell] as number) * moved * moved
  }
  return rows < 2 ? undefined : Math.sqrt((squares * rows) / (rows - 1)) / rows
}

function decisionsOf(count: (is: number, says: number) => number): Decisions {
  return {
    trueNegative: count(0, 0),
    falsePositive: count(0, 1),
    falseNegative: count(1, 0),
    truePositive: count(1, 1),
  }
}

/** Which rows only one of the two gets right, among those of some classes. */
function discordanceIn(cells: PairedDecisions, classes: readonly (0 | 1)[]): Discordance {
  let [firstOnly, secondOnly, total] = [0, 0, 0]
  for (const is of classes) {
    const at = (first: number, second: number) => cells[4 * is + 2 * first + second] as number
    firstOnly += at(is, 1 - is)
    secondOnly += at(1 - is, is)
    total += at(0, 0) + at(0, 1) + at(1, 0) + at(1, 1)
  }
  return { firstOnly, secondOnly, total }
}
