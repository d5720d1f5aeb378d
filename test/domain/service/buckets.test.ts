import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bucketQuantile } from '../../../src/domain/service/buckets.ts'

const buckets = (...pairs: readonly (readonly [number, number])[]) =>
  pairs.map(([most, count]) => ({ most, count }))
const INF = Number.POSITIVE_INFINITY
const HISTOGRAM = buckets([0.1, 500], [0.25, 900], [0.5, 980], [1, 995], [INF, 1000])

test('a quantile is interpolated within its bucket, from 0 in the first', () => {
  // 450 of the 500 up to 0.1; 50 of the 80 between 0.25 and 0.5.
  expect(bucketQuantile(HISTOGRAM, 0.45).value).toBeCloseTo(0.09, 12)
  expect(bucketQuantile(HISTOGRAM, 0.95).value).toBeCloseTo(0.25 + (0.25 * 50) / 80, 12)
  expect(bucketQuantile(HISTOGRAM, 0.999).value).toBe(1)
})

test('the interval goes from end to end of the buckets of its order statistics', () => {
  // Of 1,000 the ranks are 936 and 964: both between 0.25 and 0.5.
  expect(bucketQuantile(HISTOGRAM, 0.95)).toMatchObject({
    low: 0.25,
    high: 0.5,
    isAboveLow: true,
    observations: 1000,
  })
  // p99: 982 and 996 at the least; the latter has no end.
  expect(bucketQuantile(HISTOGRAM, 0.99)).toMatchObject({ low: 0.5, high: undefined })
})

test('counts that fall by a scrape between them are taken as level', () => {
  expect(bucketQuantile(buckets([0.1, 50], [0.2, 49.9], [INF, 50]), 0.5).value).toBeCloseTo(0.05, 12)
})

test('the interval holds the quantile of any values that the buckets can have come from', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 2, noNaN: true }), { minLength: 400, maxLength: 600 }),
      fc.constantFrom(0.5, 0.95),
      (values, share) => {
        const counted = [0.1, 0.5, 1, 1.5, INF].map(most => ({
          most,
          count: values.filter(value => value <= most).length,
        }))
        const sorted = values.toSorted((a, b) => a - b)
        const exact = sorted[Math.ceil(share * sorted.length) - 1] as number
        const { low = 0, high = INF } = bucketQuantile(counted, share)
        expect(exact).toBeGreaterThanOrEqual(low)
        expect(exact).toBeLessThanOrEqual(high)
      },
    ),
    { numRuns: 50 },
  )
})
