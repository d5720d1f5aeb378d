/**
 * Kolmogorov's limit for the chance that two samples of one continuous distribution lie at least D apart, with z
 * corrected for their sizes: z = D√N + 1 / (6√N) + (D√N − 1) / (4N), N = nm / (n + m).
 *
 * Of values that tie it gives too large a chance.
 *
 * @param distance - D = max |F − G|, in [0, 1].
 * @param n - Size of the first sample, ≥ 1.
 * @param m - Size of the second, ≥ 1.
 * @returns In [0, 1]; 0 below 1e-308. From N = 1,000 on within 4 % of the exact chance where that is above 1e-4; within
 *   1 % at 5 %.
 * @see Kolmogorov 1933; Vrbik 2018, Pioneer Journal of Theoretical and Applied Statistics 15
 */
export function kolmogorovSeries(distance: number, n: number, m: number): number {
  if (distance === 0) return 1
  const effective = n * (m / (n + m))
  const root = Math.sqrt(effective)
  const z = distance * root + 1 / (6 * root) + (distance * root - 1) / (4 * effective)
  return limitTail(z)
}

/** P(K ≥ z) of Kolmogorov's limit distribution, by whichever of its two series converges at once. */
function limitTail(z: number): number {
  if (z <= 0) return 1
  return z < 1 ? 1 - lowerSeries(z) : upperSeries(z)
}

/** √(2π) / z · Σ exp(−(2k − 1)² π² / (8 z²)): the third term is below 1e-13 where z < 1. */
function lowerSeries(z: number): number {
  const term = (odd: number) => Math.exp((-odd * odd * Math.PI * Math.PI) / (8 * z * z))
  return (Math.sqrt(2 * Math.PI) / z) * (term(1) + term(3) + term(5))
}

/** 2 · Σ (−1)ᵏ⁻¹ exp(−2 k² z²): the fifth term is below 1e-21 of the first where z ≥ 1. */
function upperSeries(z: number): number {
  const term = (k: number) => Math.exp(-2 * k * k * z * z)
  return 2 * (term(1) - term(2) + term(3) - term(4))
}
