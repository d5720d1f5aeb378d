import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distributionDistance, tieRunEnds } from '../../../src/domain/stats/distribution-distance.ts'
import {
  exactKolmogorov,
  exactKolmogorovCells,
  exactKolmogorovOfEqualSizes,
} from '../../../src/domain/stats/kolmogorov-exact.ts'

const samples = fc
  .array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 7 })
  .map(values => Float64Array.from(values).sort())

/** All ways to choose so many of the pooled places for the first sample. */
function* deals(pooled: readonly number[], count: number): Generator<[number[], number[]]> {
  const [head, ...rest] = pooled
  if (head === undefined) {
    if (count === 0) yield [[], []]
    return
  }
  for (const [first, second] of deals(rest, count)) yield [first, [head, ...second]]
  if (count > 0) for (const [first, second] of deals(rest, count - 1)) yield [[head, ...first], second]
}

function byPermutation(first: Float64Array, second: Float64Array): number {
  const { steps } = distributionDistance(first, second)
  const pooled = [...first, ...second].sort((a, b) => a - b)
  const all = [...deals(pooled, first.length)]
  const reached = all.filter(
    ([a, b]) => distributionDistance(Float64Array.from(a), Float64Array.from(b)).steps >= steps,
  )
  return reached.length / all.length
}

describe('the exact chance of a distance', () => {
  test('worked by hand: of the 20 ways to deal 3 and 3, 2 separate them and 12 lie 2/3 apart or more', () => {
    expect(exactKolmogorov(3, 3, 9)).toBeCloseTo(2 / 20, 15)
    expect(exactKolmogorov(3, 3, 6)).toBeCloseTo(12 / 20, 15)
    expect(exactKolmogorov(3, 3, 3)).toBe(1)
  })

  test('with ties is the share of all ways to deal the pooled values', () => {
    fc.assert(
      fc.property(samples, samples, (first, second) => {
        const { steps, distinct } = distributionDistance(first, second)
        const ends = tieRunEnds(first, second, distinct)
        const found = exactKolmogorov(first.length, second.length, steps, ends)
        expect(found).toBeCloseTo(byPermutation(first, second), 13)
      }),
      { numRuns: 150 },
    )
  })

  test('ties only make a distance rarer', () => {
    fc.assert(
      fc.property(samples, samples, (first, second) => {
        const { steps, distinct } = distributionDistance(first, second)
        const [n, m] = [first.length, second.length]
        const tied = exactKolmogorov(n, m, steps, tieRunEnds(first, second, distinct))
        expect(tied).toBeLessThanOrEqual(exactKolmogorov(n, m, steps) * (1 + 1e-12))
      }),
    )
  })

  test('of equal sizes has a closed form', () => {
    const size = fc.integer({ min: 1, max: 80 })
    fc.assert(
      fc.property(size, size, (n, some) => {
        const lead = Math.min(n, some)
        const found = exactKolmogorovOfEqualSizes(n, lead)
        expect(Math.abs(found / exactKolmogorov(n, n, lead * n) - 1)).toBeLessThan(1e-12)
      }),
    )
    expect(exactKolmogorovOfEqualSizes(9, 0)).toBe(1)
  })

  test('is the same for the samples the other way round', () => {
    const size = fc.integer({ min: 1, max: 30 })
    fc.assert(
      fc.property(size, size, size, (n, m, some) => {
        const steps = Math.min(some * 10, n * m)
        expect(exactKolmogorov(n, m, steps)).toBeCloseTo(exactKolmogorov(m, n, steps), 13)
      }),
    )
  })

  test('keeps its digits far out, and is 0 only below the smallest double', () => {
    // 2 / C(200, 100), and 2 / C(2000, 1000), which is about 1e-600.
    expect(exactKolmogorov(100, 100, 10_000) / 2.2087606931995028e-59).toBeCloseTo(1, 12)
    expect(exactKolmogorov(1_000, 1_000, 1e6)).toBe(0)
  })
})

describe('the cost in cells', () => {
  test('is that of the band without ties', () => {
    expect(exactKolmogorovCells(100, 50, 700)).toBe(1_400)
  })

  test('grows with the square of a run of equal values, up to the smaller sample', () => {
    const oneRun = (n: number, m: number) => exactKolmogorovCells(n, m, 1, Uint32Array.of(n + m))
    expect(oneRun(1_000, 1_000)).toBeGreaterThan(1_000_000)
    expect(oneRun(1_000, 10)).toBeLessThan(12_000)
  })
})
