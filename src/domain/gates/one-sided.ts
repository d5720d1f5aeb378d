import type { SignedDifference } from '../comparison/verdict.ts'

/** One-sided; the two ends of a 95 % interval leave out as much each. */
export const ALPHA = 0.025

/** 97.5 % quantile of the standard normal distribution. */
const Z_975 = 1.959963984540054

/**
 * One-sided p-values of a difference with a 95 % interval, by the normal distribution: of `worse by the margin or
 * more`, which a small p speaks against, and of `not worse by the margin`.
 *
 * Each side takes its standard error from its own end of the interval, so that a single p below 0.025 says the same as
 * that end lying beyond the margin, for the skewed intervals of a bootstrap too. An interval without width gives 0 or 1.
 *
 * @param difference - Signed so that more is better.
 * @param margin - ≥ 0, in the metric's unit.
 */
export function tailsOf(
  { value, low, high }: SignedDifference,
  margin: number,
): { readonly worse: number; readonly notWorse: number } {
  return {
    worse: tail(value + margin, Math.max(0, value - low) / Z_975),
    notWorse: tail(-margin - value, Math.max(0, high - value) / Z_975),
  }
}

/** How likely a normal estimate lies `distance` or more above the edge where the truth is the edge itself. */
function tail(distance: number, standardError: number): number {
  if (standardError === 0) return distance > 0 ? 0 : 1
  return upperTail(distance / standardError)
}

/**
 * 1 − Φ(z), to 1.2e-7 of its value in both tails: half of erfc(z / √2) by its Chebyshev fit.
 *
 * @see Press et al., Numerical Recipes, 2nd ed., section 6.2, `erfcc`
 */
export function upperTail(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + x / 2)
  const polynomial = CHEBYSHEV.reduceRight((sum, coefficient) => coefficient + t * sum, 0)
  const tailBeyond = (t * Math.exp(-x * x + polynomial)) / 2
  return z >= 0 ? tailBeyond : 1 - tailBeyond
}

const CHEBYSHEV = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
  -0.82215223, 0.17087277,
]
