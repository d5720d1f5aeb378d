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
