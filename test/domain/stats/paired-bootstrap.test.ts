import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bcaBootstrap, pairedBootstrap } from '../../../src/domain/stats/paired-bootstrap.ts'

const VALUES = Float64Array.from({ length: 80 }, (_, index) => Math.sin(index * 12.9898) * 3 + index / 40)

/** The mean of the drawn rows. */
function mean(counts: Uint32Array): number {
  let sum = 0
  for (const [row, count] of counts.entries()) sum += count * (VALUES[row] as number)
  return sum / counts.length
}

/** numpy’s default quantile, which is type 7 of Hyndman & Fan, from the definition: between 1 + (n − 1) p. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const place = (sorted.length - 1) * share
  const [low, high] = [sorted[Math.floor(place)] as number, sorted[Math.ceil(place)] as number]
  return low * (1 - (place % 1)) + high * (place % 1)
}

describe('the paired bootstrap', () => {
  test('gives the same interval for the same seed and another for another', () => {
    const interval = (seed: number) => pairedBootstrap(80, 500, seed, mean)
    expect(interval(7)).toEqual(interval(7))
    expect(interval(8)).not.toEqual(interval(7))
  })

  test('gives the interval that Python gives from the same words: xoshiro128**, numpy.quantile', () => {
    const { low, high } = pairedBootstrap(80, 500, 7, mean) ?? {}
    expect(low).toBeCloseTo(0.61273816, 8)
    expect(high).toBeCloseTo(1.59147793, 8)
  })

  test('is the 2.5 % and the 97.5 % quantile of what the statistic gave', () => {
    const sizes = fc.tuple(fc.integer({ min: 1, max: 200 }), fc.nat({ max: 1_000 }))
    fc.assert(
      fc.property(sizes, ([resamples, seed]) => {
        const given: number[] = []
        const interval = pairedBootstrap(80, resamples, seed, counts => {
          const value = mean(counts)
          given.push(value)
          return value
        })
        expect(given).toHaveLength(resamples)
        expect(interval?.low).toBeCloseTo(quantile(given, 0.025), 12)
        expect(interval?.high).toBeCloseTo(quantile(given, 0.975), 12)
      }),
    )
  })

  test('draws as many rows as there are, each as often as any other', () => {
    const sums = new Float64Array(20)
    pairedBootstrap(20, 5_000, 1, counts => {
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(20)
      for (const [row, count] of counts.entries()) sums[row] = (sums[row] as number) + count
      return 0
    })
    // A row’s count has mean 1 and variance 19/20; six standard deviations of the mean over 5,000.
    for (const sum of sums) expect(Math.abs(sum / 5_000 - 1)).toBeLessThan(6 * Math.sqrt(19 / 20 / 5_000))
  })

  test('is near the interval that theory gives for a mean', () => {
    const average = VALUES.reduce((sum, value) => sum + value, 0) / 80
    const variance = VALUES.reduce((sum, value) => sum + (value - average) ** 2, 0) / 80
    const half = 1.96 * Math.sqrt(variance / 80)
    const { low = 0, high = 0 } = pairedBootstrap(80, 4_000, 3, mean) ?? {}
    expect(Math.abs(low - (average - half))).toBeLessThan(0.1 * half)
    expect(Math.abs(high - (average + half))).toBeLessThan(0.1 * half)
  })

  test('leaves out resamples without a statistic, and gives nothing when they are most', () => {
    let calls = 0
    const everyThird = () => {
      calls += 1
      return calls % 3 === 0 ? Number.NaN : calls
    }
    // 66 numbers are left: 1, 2, 4, 5, 7 … 97, 98.
    expect(pairedBootstrap(5, 99, 1, everyThird)).toEqual({ low: 3.25, high: 95.75 })
    calls = 0
    const twoOfThree = () => {
      calls += 1
      return calls % 3 === 0 ? calls : Number.NaN
    }
    expect(pairedBootstrap(5, 99, 1, twoOfThree)).toBeUndefined()
    expect(pairedBootstrap(5, 2, 1, twoOfThree)).toBeUndefined()
  })

  test('one row, and a statistic that never changes, give an interval of no width', () => {
    expect(pairedBootstrap(1, 50, 1, counts => counts[0] as number)).toEqual({ low: 1, high: 1 })
  })

  test('refuses no rows', () => {
    expect(() => pairedBootstrap(0, 50, 1, () => 0)).toThrow(
      expect.objectContaining({ code: 'empty-sample' }),
    )
  })
})

/** Variance plus the exponential of the mean of the drawn rows: biased and skewed. */
function skewed(counts: Uint32Array): number {
  let [rows, sum, squares] = [0, 0, 0]
  for (const [row, count] of counts.entries()) {
    rows += count
    sum += count * (VALUES[row] as number)
    squares += count * (VALUES[row] as number) ** 2
  }
  return squares / rows - (sum / rows) ** 2 + Math.exp(sum / rows)
}

describe('the bias-corrected and accelerated bootstrap', () => {
  test('gives what scipy makes of the same resamples', () => {
    // scipy 1.17.1, `_bca_interval` on 500 resamples from the same words; the percentiles are 6.3549 and 9.7439.
    const { low, high } = bcaBootstrap(80, 500, 7, skewed) ?? {}
    expect(low).toBeCloseTo(6.347911436878938, 9)
    expect(high).toBeCloseTo(9.604283829866711, 9)
  })

  test('is the percentile interval where nothing is biased or skewed', () => {
    const symmetric = (counts: Uint32Array) =>
      counts.reduce((sum, count, row) => sum + count * (row < 40 ? 1 : -1), 0) / 80
    const [bca, plain] = [bcaBootstrap(80, 4_000, 5, symmetric), pairedBootstrap(80, 4_000, 5, symmetric)]
    expect(Math.abs((bca?.low as number) - (plain?.low as number))).toBeLessThan(0.03)
    expect(Math.abs((bca?.high as number) - (plain?.high as number))).toBeLessThan(0.03)
  })

  test('stays a number where all resamples lie on one side, and where nothing varies', () => {
    const highest = (counts: Uint32Array) => counts.findLastIndex(count => count > 0)
    const interval = bcaBootstrap(50, 300, 1, highest)
    expect(interval?.high).toBeLessThanOrEqual(49)
    expect(interval?.low).toBeLessThanOrEqual(interval?.high as number)
    expect(bcaBootstrap(50, 300, 1, () => 3)).toEqual({ low: 3, high: 3 })
  })

  test('is nothing where the statistic is undefined on the rows', () => {
    const onlyOnDraws = (counts: Uint32Array) => (counts.every(count => count === 1) ? Number.NaN : 1)
    expect(bcaBootstrap(30, 50, 1, onlyOnDraws)).toBeUndefined()
  })

  test('leaves out rows in groups where there are many, and finds the same', () => {
    const rows = 3_000
    const values = Float64Array.from({ length: rows }, (_, row) => Math.exp(2 * Math.sin(row * 12.9898)))
    let calls = 0
    const average = (counts: Uint32Array) => {
      calls += 1
      return values.reduce((sum, value, row) => sum + value * (counts[row] as number), 0) / rows
    }
    bcaBootstrap(rows, 100, 1, average)
    expect(calls).toBe(100 + 1 + 400)
  })
})

describe('with clusters, the bootstrap', () => {
  // Eight clusters of unequal sizes.
  const codes = Uint32Array.from(
    { length: 80 },
    (_, row) => [0, 1, 3, 5, 0, 4, 2, 7, 6, 6, 7, 2, 4, 0, 5, 3, 1][row % 17] as number,
  )
  const clusters = { codes, count: 8 }

  test('gives what Python gives from the same words: percentiles, and accelerated', () => {
    const [plain, bca] = [
      pairedBootstrap(80, 500, 7, skewed, clusters),
      bcaBootstrap(80, 500, 7, skewed, clusters),
    ]
    expect(plain?.low).toBeCloseTo(7.429146219175516, 9)
    expect(plain?.high).toBeCloseTo(8.612998166935254, 9)
    expect(bca?.low).toBeCloseTo(7.407530658447923, 9)
    expect(bca?.high).toBeCloseTo(8.55132921124793, 9)
  })

  test('draws the rows of a cluster together', () => {
    pairedBootstrap(
      80,
      50,
      1,
      counts => {
        for (let row = 1; row < 80; row += 1) {
          const twin = codes.indexOf(codes[row] as number)
          expect(counts[row]).toBe(counts[twin])
        }
        return 0
      },
      clusters,
    )
  })

  test('each row its own cluster, is the bootstrap of rows', () => {
    const own = { codes: Uint32Array.from({ length: 80 }, (_, row) => row), count: 80 }
    expect(pairedBootstrap(80, 100, 2, skewed, own)).toEqual(pairedBootstrap(80, 100, 2, skewed))
    expect(bcaBootstrap(80, 100, 2, skewed, own)).toEqual(bcaBootstrap(80, 100, 2, skewed))
  })

  test.each([
    ['no clusters', { codes: new Uint32Array(80), count: 0 }, 'empty-sample'],
    ['rows without a cluster', { codes: new Uint32Array(79), count: 8 }, 'shape-mismatch'],
  ])('refuses %s', (_what, given, code) => {
    expect(() => pairedBootstrap(80, 50, 1, () => 0, given)).toThrow(expect.objectContaining({ code }))
  })
})
