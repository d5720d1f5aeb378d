import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jensenShannonDistance } from '../../../src/domain/stats/jensen-shannon.ts'

const counts = fc
  .array(fc.nat(40), { minLength: 3, maxLength: 3 })
  .filter(row => row.some(count => count > 0))

describe('the Jensen–Shannon distance', () => {
  test('is √ln 2 for samples without a category in common, and 0 for equal shares', () => {
    expect(jensenShannonDistance([3, 0, 0], [0, 5, 1])).toBeCloseTo(Math.sqrt(Math.LN2), 15)
    expect(jensenShannonDistance([1, 2, 0], [3, 6, 0])).toBe(0)
  })

  test('is scipy’s: spatial.distance.jensenshannon, 1.17.1', () => {
    expect(jensenShannonDistance([5, 5, 0], [8, 3, 5])).toBeCloseTo(0.3809886845276734, 14)
  })

  test('keeps its digits for shares that hardly differ: |p − q| / √2 at one half', () => {
    const half = 2 ** 40
    const found = jensenShannonDistance([half, half], [half + 1, half - 1])
    expect(found * 2 * half * Math.SQRT2).toBeCloseTo(1, 6)
  })

  test('is a distance: symmetric, and no way around is shorter', () => {
    fc.assert(
      fc.property(counts, counts, counts, (a, b, c) => {
        expect(jensenShannonDistance(a, b)).toBeCloseTo(jensenShannonDistance(b, a), 12)
        const around = jensenShannonDistance(a, c) + jensenShannonDistance(c, b)
        expect(jensenShannonDistance(a, b)).toBeLessThanOrEqual(around + 1e-12)
      }),
    )
  })

  test.each([
    ['categories of one side only', [1, 2], [1], 'shape-mismatch'],
    ['a sample without rows', [0, 0], [1, 2], 'empty-sample'],
    ['another sample without rows', [1, 2], [0, 0], 'empty-sample'],
  ])('refuses %s', (_what, reference, current, code) => {
    expect(() => jensenShannonDistance(reference, current)).toThrow(expect.objectContaining({ code }))
  })
})
