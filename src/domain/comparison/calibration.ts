/** Bins of equal width over [0, 1]. */
export const CALIBRATION_BINS = 10

/** How often rows of a bin were positive, and what was predicted of them. */
export interface BinSums {
  /** [bins] */
  readonly rows: Float64Array
  /** [bins] sums of the predicted probabilities. */
  readonly predicted: Float64Array
  /** [bins] positive rows. */
  readonly positives: Float64Array
}

/** A metric and a curve ask for the same bins. They are nobody's to change. */
const known = new WeakMap<Float64Array, Uint8Array>()

/**
 * [n] the bin of each probability: 0 for [0, 0.1], 1 for (0.1, 0.2] and so on, as scikit-learn's `calibration_curve`
 * with `strategy='uniform'` has them.
 */
export function calibrationBins(probability: Float64Array): Uint8Array {
  const before = known.get(probability)
  if (before !== undefined) return before
  const bins = new Uint8Array(probability.length)
  for (let row = 0; row < bins.length; row += 1) {
    const value = probability[row] as number
    // The product may round past an edge, so the edge itself decides.
    const guess = Math.min(CALIBRATION_BINS - 1, Math.max(0, Math.floor(value * CALIBRATION_BINS)))
    bins[row] = guess > 0 && value <= guess * (1 / CALIBRATION_BINS) ? guess - 1 : guess
  }
  known.set(probability, bins)
  return bins
}

export function sumBins(
  bins: Uint8Array,
  positive: Uint8Array,
  probability: Float64Array,
  counts?: Uint32Array,
): BinSums {
  const rows = new Float64Array(CALIBRATION_BINS)
  const predicted = new Float64Array(CALIBRATION_BINS)
  const positives = new Float64Array(CALIBRATION_BINS)
  for (let row = 0; row < bins.length; row += 1) {
    const bin = bins[row] as number
    const count = counts === undefined ? 1 : (counts[row] as number)
    rows[bin] = (rows[bin] as number) + count
    predicted[bin] = (predicted[bin] as number) + count * (probability[row] as number)
    positives[bin] = (positives[bin] as number) + count * (positive[row] as number)
  }
  return { rows, predicted, positives }
}

/**
 * Expected calibration error: Σ (rows of a bin / n) · |share of positives − mean probability| over ten bins of equal
 * width. It is above 0 by chance even for a calibrated model, the more so the fewer rows there are, so levels compare
 * on the same rows only.
 *
 * @see Naeini, Cooper & Hauskrecht 2015, Obtaining Well Calibrated Probabilities Using Bayesian Binning;
 *   Guo et al. 2017, arXiv:1706.04599, of which the positive class's probability is taken here, not the called one's
 */
export function calibrationError({ rows, predicted, positives }: BinSums): number {
  let [sum, all] = [0, 0]
  for (let bin = 0; bin < CALIBRATION_BINS; bin += 1) {
    sum += Math.abs((positives[bin] as number) - (predicted[bin] as number))
    all += rows[bin] as number
  }
  return sum / all
}
