import betainc from '@stdlib/math-base-special-betainc'
import betaincinv from '@stdlib/math-base-special-betaincinv'
import erfc from '@stdlib/math-base-special-erfc'
import erfcinv from '@stdlib/math-base-special-erfcinv'

/** The 97.5 % quantile of the standard normal distribution. */
export const Z_975 = 1.959963984540054

/**
 * The standard normal distribution function, exact in its lower tail too.
 *
 * @returns In [0, 1]; NaN for NaN.
 */
export function normalCdf(z: number): number {
  return erfc(-z / Math.SQRT2) / 2
}

/**
 * The standard normal quantile.
 *
 * @param share - In [0, 1]; 0 and 1 give ∓∞.
 */
export function normalQuantile(share: number): number {
  return -Math.SQRT2 * erfcinv(2 * share)
}

/**
 * The two-sided p-value of a normal statistic: the chance of |Z| ≥ |z|. No difference without any spread is no
 * evidence at all: 0 / 0 gives 1.
 *
 * @param difference - Estimate of what is 0 under the null.
 * @param standardError - ≥ 0.
 */
export function normalPValue(difference: number, standardError: number): number {
  if (difference === 0) return 1
  return erfc(Math.abs(difference) / standardError / Math.SQRT2)
}

/**
 * The quantile of the beta distribution.
 *
 * @param share - In [0, 1].
 * @param alpha - > 0.
 * @param beta - > 0.
 */
export function betaQuantile(share: number, alpha: number, beta: number): number {
  return betaincinv(share, alpha, beta, false)
}

/** From so many degrees of freedom on, t is normal to ten digits. */
const NORMAL_FROM = 1e9

/**
 * The 97.5 % quantile of Student's t distribution.
 *
 * @param freedom - Degrees of freedom, > 0, whole or not; ∞ gives the normal quantile.
 * @see NIST DLMF 8.17: t² = ν y / (1 − y), y being beta-distributed with ½ and ν / 2
 */
export function studentQuantile(freedom: number): number {
  if (freedom >= NORMAL_FROM) return Z_975
  const y = betaQuantile(0.95, 0.5, freedom / 2)
  return Math.sqrt((freedom * y) / (1 - y))
}

/**
 * The two-sided p-value of a t statistic. No difference without any spread is no evidence: 0 / 0 gives 1.
 *
 * @param difference - Estimate of what is 0 under the null.
 * @param standardError - ≥ 0.
 * @param freedom - As {@link studentQuantile}.
 */
export function studentPValue(difference: number, standardError: number, freedom: number): number {
  if (difference === 0) return 1
  if (standardError === 0) return 0
  if (freedom >= NORMAL_FROM) return normalPValue(difference, standardError)
  const square = (difference / standardError) ** 2
  // Of the two ends of the beta distribution the one that keeps its digits.
  return square < freedom
    ? betainc(square / (freedom + square), 0.5, freedom / 2, true, true)
    : betainc(freedom / (freedom + square), freedom / 2, 0.5, true, false)
}
