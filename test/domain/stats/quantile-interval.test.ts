import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quantileRanks } from '../../../src/domain/stats/quantile-interval.ts'
import { randomStream } from '../../../src/domain/stats/random.ts'

// By scipy.stats.binom: cdf and sf of each rank.
test.each([
  [0.5, 5, undefined, undefined],
  [0.5, 6, 1, 6],
  [0.5, 100, 40, 61],
  [0.95, 71, 63, undefined],
  [0.95, 72, 64, 72],
  [0.95, 73, 65, 73],
  [0.95, 1000, 936, 964],
  [0.99, 367, 359, undefined],
  [0.99, 368, 360, 368],
  [0.99, 10_000, 9880, 9920],
])(
  'the ranks that bound the %f quantile of %i values are those of the binomial distribution',
  (share, n, low, high) => {
    expect(quantileRanks(share, n)).toMatchObject({ low, high })
  },
)

test('the value is the smallest that at least the share does not exceed', () => {
  expect(quantileRanks(0.95, 100).value).toBe(95)
  expect(quantileRanks(0.95, 101).value).toBe(96)
  expect(quantileRanks(0.5, 1).value).toBe(1)
})

test('ranks are in order, and lie within the values', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      fc.integer({ min: 1, max: 5000 }),
      (share, n) => {
        const { value, low = 1, high = n } = quantileRanks(share, n)
        expect(low).toBeGreaterThanOrEqual(1)
        expect(high).toBeLessThanOrEqual(n)
        expect(low).toBeLessThanOrEqual(value)
        expect(high).toBeGreaterThanOrEqual(value)
      },
    ),
  )
})

// Pareto with exponent 1: as skewed as times are, and its quantile is 1 / (1 − share).
test.each([
  [0.5, 40],
  [0.95, 200],
  [0.99, 1000],
])('the interval of the %f quantile of %i skewed times holds it at least 95 times of 100', (share, n) => {
  const random = randomStream(11)
  const truth = 1 / (1 - share)
  const runs = 2000
  let [covered, below] = [0, 0]
  for (let run = 0; run < runs; run += 1) {
    const times = Float64Array.from({ length: n }, () => 1 / (1 - random.below(2 ** 30) / 2 ** 30)).sort()
    const { low = 1, high = n } = quantileRanks(share, n)
    if (truth < (times[low - 1] as number)) below += 1
    if (truth >= (times[low - 1] as number) && truth <= (times[high - 1] as number)) covered += 1
  }
  expect(covered / runs).toBeGreaterThan(0.94)
  // What breaks a limit by chance is the low end alone.
  expect(below / runs).toBeLessThan(0.032)
})
