import { hypergeometricDraws } from './hypergeometric.ts'
import { randomStream } from './random.ts'

/**
 * The chance that two samples of one distribution lie at least `steps` apart, given where values tie, estimated by
 * dealing the pooled table of distinct values to the samples again and again: (k + 1) / (B + 1) of B deals.
 *
 * @param n - Size of the first sample, ≥ 1.
 * @param m - Size of the second, ≥ 1.
 * @param steps - max |F − G| · n · m.
 * @param runEnds - Positions in the pooled order at which a run of equal values ends, ascending, the last one n + m.
 * @param resamples - B ≥ 1: the answer is never below 1 / (B + 1).
 * @param seed - The same seed gives the same answer.
 * @see Phipson & Smyth 2010, doi:10.2202/1544-6115.1585
 */
export function monteCarloKolmogorov(
  n: number,
  m: number,
  steps: number,
  runEnds: Uint32Array,
  resamples: number,
  seed: number,
): number {
  const draw = hypergeometricDraws(randomStream(seed), n + m)
  let reached = 0
  for (let resample = 0; resample < resamples; resample += 1) {
    let [start, ofFirst] = [0, 0]
    for (const end of runEnds) {
      ofFirst += draw({ balls: n + m - start, white: n - ofFirst, draws: end - start })
      start = end
      if (Math.abs(ofFirst * m - (end - ofFirst) * n) >= steps) {
        reached += 1
        break
      }
    }
  }
  return (reached + 1) / (resamples + 1)
}
