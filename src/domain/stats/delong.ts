import { placements } from './roc.ts'

/** 97.5 % quantile of the standard normal distribution. */
const Z_975 = 1.959963984540054

/** A difference with its 95 % interval. */
export interface DifferenceInterval {
  readonly difference: number
  readonly low: number
  readonly high: number
}

/**
 * The difference of two areas under the ROC curve on the same rows, with DeLong's interval:
 * var(Δ) = var⁺(Δ placements) / m + var⁻(Δ placements) / n over the m positives and the n negatives.
 *
 * Two models that order the rows alike give an interval of width 0. Needs at least two rows of each class for a
 * width that means anything; with one, that class adds none.
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
  const [before, after] = [placements(positive, first), placements(positive, second)]
  const ofPositives = new Moments()
  const ofNegatives = new Moments()
  for (let row = 0; row < positive.length; row += 1) {
    const change = (after[row] as number) - (before[row] as number)
    if (positive[row] === 1) ofPositives.add(change)
    else ofNegatives.add(change)
  }
  const difference = ofPositives.mean
  const halfWidth =
    Z_975 * Math.sqrt(ofPositives.variance / ofPositives.count + ofNegatives.variance / ofNegatives.count)
  return { difference, low: difference - halfWidth, high: difference + halfWidth }
}

/** Mean and variance in one pass, without cancellation. @see Welford 1962, doi:10.1080/00401706.1962.10490022 */
class Moments {
  count = 0
  mean = 0
  #squares = 0

  add(value: number): void {
    this.count += 1
    const distance = value - this.mean
    this.mean += distance / this.count
    this.#squares += distance * (value - this.mean)
  }

  /** Of a sample: divided by n − 1; 0 for a single value. */
  get variance(): number {
    return this.count < 2 ? 0 : this.#squares / (this.count - 1)
  }
}
