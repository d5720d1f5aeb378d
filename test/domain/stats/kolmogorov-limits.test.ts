import { describe, expect, test } from 'vitest'
import { hypergeometricDraws } from '../../../src/domain/stats/hypergeometric.ts'
import { exactKolmogorov } from '../../../src/domain/stats/kolmogorov-exact.ts'
import { monteCarloKolmogorov } from '../../../src/domain/stats/kolmogorov-monte-carlo.ts'
import { kolmogorovSeries } from '../../../src/domain/stats/kolmogorov-series.ts'
import { randomStream } from '../../../src/domain/stats/random.ts'

describe('Kolmogorov’s series', () => {
  // scipy 1.17.1, special.kolmogorov; at samples so large that the correction of z is below 1e-8.
  test.each([
    [0.3, 0.9999906941986655],
    [0.6, 0.8642827790506042],
    [0.99, 0.2808738392255489],
    [1, 0.26999967167735456],
    [1.36, 0.049485876755377876],
    [3, 3.045995948942526e-8],
  ])('is the limit distribution at z = %d', (z, wanted) => {
    const size = 1e15
    expect(kolmogorovSeries(z / Math.sqrt(size / 2), size, size)).toBeCloseTo(wanted, 7)
  })

  test.each([
    [5_000, 4_000, 0.03, 0.01],
    [9_000, 10_000, 0.02, 0.01],
    [30_000, 2_000, 0.03, 0.01],
    [3_000, 2_999, 0.06, 0.04],
    [2_000, 1_999, 0.057, 0.04],
  ])('is near the exact chance for %i and %i, %d apart: within %d', (n, m, distance, limit) => {
    const exact = exactKolmogorov(n, m, Math.round(distance * n * m))
    expect(Math.abs(kolmogorovSeries(distance, n, m) / exact - 1)).toBeLessThan(limit)
  })

  test('falls from 1 to 0', () => {
    const chances = Array.from({ length: 101 }, (_, part) => kolmogorovSeries(part / 100, 4_000, 7_000))
    expect(chances).toEqual(chances.toSorted((a, b) => b - a))
    expect([chances[0], chances[100]]).toEqual([1, 0])
    expect(kolmogorovSeries(1e-9, 1, 1)).toBe(1)
  })
})

describe('the chance by dealing again', () => {
  const ends = Uint32Array.of(120, 200, 330, 500)
  const dealt = (seed: number, resamples = 4_000) =>
    monteCarloKolmogorov(200, 300, 4_200, ends, resamples, seed)

  test('is near the exact one', () => {
    const exact = exactKolmogorov(200, 300, 4_200, ends)
    // Six standard deviations.
    expect(Math.abs(dealt(1) - exact)).toBeLessThan(6 * Math.sqrt((exact * (1 - exact)) / 4_000))
    expect(exact).toBeGreaterThan(0.1)
  })

  test('is the same for the same seed, and never 0', () => {
    expect(dealt(7)).toBe(dealt(7))
    expect(dealt(8)).not.toBe(dealt(7))
    expect(monteCarloKolmogorov(200, 300, 60_000, ends, 99, 1)).toBe(1 / 100)
  })
})

describe('random numbers of white balls', () => {
  test.each([
    { balls: 10, white: 4, draws: 5 },
    { balls: 40, white: 35, draws: 12 },
    { balls: 30, white: 3, draws: 25 },
  ])('come as often as they should: $draws of $balls, $white white', urn => {
    const times = 40_000
    const draw = hypergeometricDraws(randomStream(3), 40)
    const counts = new Map<number, number>()
    for (let time = 0; time < times; time += 1) {
      const found = draw(urn)
      counts.set(found, (counts.get(found) ?? 0) + 1)
    }
    for (let white = 0; white <= urn.draws; white += 1) {
      const chance = chanceOf(white, urn)
      const distance = Math.abs((counts.get(white) ?? 0) - times * chance)
      expect(distance).toBeLessThanOrEqual(6 * Math.sqrt(times * chance * (1 - chance)))
    }
  })

  test('leave no choice when all balls are drawn, none, or all of one colour', () => {
    const draw = hypergeometricDraws(randomStream(3), 40)
    expect(draw({ balls: 40, white: 7, draws: 40 })).toBe(7)
    expect(draw({ balls: 40, white: 7, draws: 0 })).toBe(0)
    expect(draw({ balls: 40, white: 40, draws: 9 })).toBe(9)
    expect(draw({ balls: 40, white: 0, draws: 9 })).toBe(0)
  })
})

/** The definition: C(white, k) C(black, draws − k) / C(balls, draws). */
function chanceOf(
  found: number,
  { balls, white, draws }: { balls: number; white: number; draws: number },
): number {
  const choose = (n: number, k: number): number =>
    k < 0 || k > n ? 0 : k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k
  return (choose(white, found) * choose(balls - white, draws - found)) / choose(balls, draws)
}
