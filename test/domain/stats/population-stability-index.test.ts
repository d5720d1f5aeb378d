import fc from 'fast-check'
import { expect, test } from 'vitest'
import { populationStabilityIndex } from '../../../src/domain/stats/population-stability-index.ts'

const counts = fc
  .array(fc.nat(1000), { minLength: 3, maxLength: 3 })
  .filter(bins => bins.some(rows => rows > 0))

test('worked by hand', () => {
  // With half a row in each bin: shares 1/4 and 3/4 against 3/4 and 1/4, (1/2) ln 3 twice.
  expect(populationStabilityIndex([0, 1], [1, 0])).toBeCloseTo(Math.log(3), 14)
  // 10.5/21 and 10.5/21 against 15.5/21 and 5.5/21.
  const by = 5 / 21
  expect(populationStabilityIndex([10, 10], [15, 5])).toBeCloseTo(
    by * Math.log(15.5 / 10.5) - by * Math.log(5.5 / 10.5),
    14,
  )
})

test('is symmetric, never below 0, and 0 for equal counts', () => {
  fc.assert(
    fc.property(counts, counts, (a, b) => {
      const index = populationStabilityIndex(a, b)
      expect(index).toBeGreaterThanOrEqual(0)
      expect(index).toBeCloseTo(populationStabilityIndex(b, a), 10)
      expect(populationStabilityIndex(a, a)).toBe(0)
    }),
  )
})

test('refuses samples without rows and of other bins', () => {
  expect(() => populationStabilityIndex([1], [1, 2])).toThrow(
    expect.objectContaining({ code: 'shape-mismatch' }),
  )
  expect(() => populationStabilityIndex([0, 0], [1, 2])).toThrow(
    expect.objectContaining({ code: 'empty-sample' }),
  )
})
