import { type DifferenceInterval, normalInterval, type PowerSums, studentInterval } from './difference.ts'
import { normalPValue } from './quantiles.ts'
import { pairsWonTwice } from './roc.ts'

/**
 * The difference of two areas under the ROC curve on the same rows, with DeLong's interval:
 * var(Δ) = var⁺(Δ placements) / m + var⁻(Δ placements) / n over the m positives and the n negatives.
 *
 * Placements are counted in whole numbers, so the difference is exact and two models that order the rows alike give an
 * interval of width 0. Needs at least two rows of each class for a width that means anything; with one, that class
 * adds none.
 *
 * @param positive - [n] 1 or 0.
 * @param first - [n] the champion's scores.
 * @param second - [n] the challenger's scores.
 * @returns second − first, with its 95 % interval, not cut off at ±1.
 * @throws {ModelyardError} `shape-mismatch`; `empty-sample` when a class has no row.
 * @see DeLong, DeLong & Clarke-Pearson 1988, doi:10.2307/2531595; Sun & Xu 2014, doi:10.1109/LSP.2014.2337313
 */
export function delongDifference(
  positive: Uint8Array,
  first: Float64Array,
  second: Float64Array,
): DifferenceInterval {
  const { difference, standardError } = areaChange(positive, first, second)
  return normalInterval(difference, standardError)
}

/**
 * The same with the interval of Student's t distribution, whose degrees of freedom are those of DeLong's variance: as
 * many as there are rows that carry it, so that a rare class, or a few rows that change places, widen it. The p-value
 * stays that of DeLong's test, which others print.
 *
 * @param positive - As {@link delongDifference}, and so all that follows.
 * @throws {ModelyardError} As {@link delongDifference}.
 * @see studentInterval
 */
export function delongStudent(
  positive: Uint8Array,
  first: Float64Array,
  second: Float64Array,
): DifferenceInterval {
  const { difference, standardError, classes } = areaChange(positive, first, second)
  return {
    ...studentInterval(difference, standardError, classes),
    pValue: normalPValue(difference, standardError),
  }
}

interface AreaChange {
  readonly difference: number
  readonly standardError: number
  /** How unevenly the rows of each class move it: by their change / 2mn, so in one unit. */
  readonly classes: readonly PowerSums[]
}

function areaChange(positive: Uint8Array, first: Float64Array, second: Float64Array): AreaChange {
  const [before, after] = [pairsWonTwice(positive, first), pairsWonTwice(positive, second)]
  const rows = positive.length
  let [positives, ofPositives, ofNegatives] = [0, 0, 0]
  for (let row = 0; row < rows; row += 1) {
    const change = (after[row] as number) - (before[row] as number)
    if (positive[row] === 1) {
      positives += 1
      ofPositives += change
    } else ofNegatives += change
  }
  const negatives = rows - positives
  const [meanOfPositives, meanOfNegatives] = [ofPositives / positives, ofNegatives / negatives]
  let [squaresOfPositives, squaresOfNegatives] = [0, 0]
  let [cubesOfPositives, cubesOfNegatives] = [0, 0]
  let [fourthsOfPositives, fourthsOfNegatives] = [0, 0]
  for (let row = 0; row < rows; row += 1) {
    const change = (after[row] as number) - (before[row] as number)
    if (positive[row] === 1) {
      const moved = change - meanOfPositives
      const square = moved * moved
      squaresOfPositives += square
      cubesOfPositives += square * moved
      fourthsOfPositives += square * square
    } else {
      const moved = change - meanOfNegatives
      const square = moved * moved
      squaresOfNegatives += square
      cubesOfNegatives += square * moved
      fourthsOfNegatives += square * square
    }
  }
  const variance =
    meanVariance(squaresOfPositives, positives) / (2 * negatives) ** 2 +
    meanVariance(squaresOfNegatives, negatives) / (2 * positives) ** 2
  return {
    difference: ofPositives / (2 * positives * negatives),
    standardError: Math.sqrt(variance),
    classes: [
      { rows: positives, squares: squaresOfPositives, cubes: cubesOfPositives, fourths: fourthsOfPositives },
      { rows: negatives, squares: squaresOfNegatives, cubes: cubesOfNegatives, fourths: fourthsOfNegatives },
    ],
  }
}

/** The variance of a mean from the sum of squares around it; 0 for a single value. */
function meanVariance(squares: number, count: number): number {
  return count < 2 ? 0 : squares / (count - 1) / count
}
