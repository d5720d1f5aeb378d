import betainc from '@stdlib/math-base-special-betainc'
import erfc from '@stdlib/math-base-special-erfc'
import erfcinv from '@stdlib/math-base-special-erfcinv'
import gammainc from '@stdlib/math-base-special-gammainc'
import gammaln from '@stdlib/math-base-special-gammaln'

// The one file that names the library. Its tails are computed as tails, not as 1 − something, and so keep their digits.
// gammainc stays at 0.2.2: 0.3.1 errs by 1 % from a = 1,000 on, which the test of this file would find.

/** Below this a double carries fewer digits, until it is 0. */
const SMALLEST_EXACT = 1e-290

/**
 * Regularised upper incomplete gamma function Q(a, x) = Γ(a, x) / Γ(a). Of χ² with k degrees of freedom, the chance
 * of exceeding c is Q(k / 2, c / 2).
 *
 * @param a - > 0.
 * @param x - ≥ 0.
 * @returns In [0, 1]; 0 below about 1e-308: see {@link logUpperGamma}.
 * @see Temme 1979, doi:10.1137/0510071; NIST DLMF 8.2.4
 */
export function upperGamma(a: number, x: number): number {
  return gammainc(x, a, true, true)
}

/**
 * ln Q(a, x), also where Q is too small for a double: there by Lentz's evaluation of Legendre's continued fraction.
 *
 * @param a - > 0.
 * @param x - ≥ 0.
 * @returns ≤ 0; to 1e-9 up to x of about 1e6, beyond that to the last digits of x itself.
 * @see NIST DLMF 8.9.2; Lentz 1976, doi:10.1364/AO.15.000668
 */
export function logUpperGamma(a: number, x: number): number {
  const direct = upperGamma(a, x)
  if (direct >= SMALLEST_EXACT) return Math.log(direct)
  return a * Math.log(x) - x - gammaln(a) + Math.log(upperGammaFraction(a, x))
}

/** Γ(a, x) eˣ x⁻ᵃ for x > a + 1, where the fraction converges fast. */
function upperGammaFraction(a: number, x: number): number {
  let partial = x + 1 - a
  let ratio = Number.POSITIVE_INFINITY
  let inverse = 1 / partial
  let value = inverse
  let change = 0
  // Rounding may keep the change from ever being 1: hence the limit.
  for (let term = 1; term < 1e6 && Math.abs(change - 1) > 1e-15; term += 1) {
    const numerator = term * (a - term)
    partial += 2
    inverse = 1 / (numerator * inverse + partial)
    ratio = partial + numerator / ratio
    change = inverse * ratio
    value *= change
  }
  return value
}

/**
 * Regularised incomplete beta function Iₓ(a, b). Of n tosses with chance x, the chance of at least a heads is
 * Iₓ(a, n − a + 1).
 *
 * @param x - In [0, 1].
 * @param a - > 0.
 * @param b - > 0.
 * @returns In [0, 1].
 * @see Didonato & Morris 1992, doi:10.1145/131766.131776; NIST DLMF 8.17.2
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  return betainc(x, a, b, true, false)
}

/**
 * The chance that a standard normal exceeds `z`; keeps its digits down to 1e-308.
 *
 * @see Cody 1969, doi:10.1090/S0025-5718-1969-0247736-4
 */
export function normalTail(z: number): number {
  return erfc(z / Math.SQRT2) / 2
}

/**
 * The z that a standard normal exceeds with chance `tail`: 1.96 for 0.025.
 *
 * @param tail - In [0, 1]; from the upper end, so that small chances keep their digits.
 * @returns ∞ for 0, −∞ for 1.
 * @see Blair, Edwards & Johnson 1976, doi:10.1090/S0025-5718-1976-0421040-7
 */
export function normalQuantile(tail: number): number {
  return Math.SQRT2 * erfcinv(2 * tail)
}
