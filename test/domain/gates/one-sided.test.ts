import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ALPHA, tailsOf, upperTail } from '../../../src/domain/gates/one-sided.ts'
import { holm } from '../../../src/domain/stats/multiple-testing.ts'

describe('the upper tail of the normal distribution', () => {
  // scipy.stats.norm.sf
  test.each([
    [0, 0.5],
    [1, 0.15865525393145707],
    [1.959963984540054, 0.025],
    [-1.959963984540054, 0.975],
    [6, 9.865876450376946e-10],
    [10, 7.61985302416047e-24],
  ])('at %d it is %d', (z, p) => {
    expect(Math.abs(upperTail(z) / p - 1)).toBeLessThan(2e-7)
  })
})

describe("Holm's adjustment", () => {
  test('worked by hand', () => {
    // 0.01 × 4, 0.02 × 3, then 0.03 × 2 which is no more than that, then 0.04 × 1 alike.
    expect(holm([0.04, 0.01, 0.03, 0.02])).toEqual([0.06, 0.04, 0.06, 0.06])
    expect(holm([0.7, 0.6])).toEqual([1, 1])
    expect(holm([0.3])).toEqual([0.3])
    expect(holm([])).toEqual([])
  })

  test('is never below the p-value, never above Bonferroni, and keeps the order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 }),
        ps => {
          const adjusted = holm(ps)
          for (const [index, p] of ps.entries()) {
            expect(adjusted[index]).toBeGreaterThanOrEqual(p)
            expect(adjusted[index]).toBeLessThanOrEqual(Math.min(1, p * ps.length))
          }
          const order = (values: readonly number[]) =>
            ps
              .map((_, index) => index)
              .sort((a, b) => (ps[a] as number) - (ps[b] as number))
              .map(i => values[i])
          const ascending = order(adjusted) as number[]
          expect(ascending).toEqual(ascending.toSorted((a, b) => a - b))
        },
      ),
    )
  })
})

describe('the tails of a difference', () => {
  test('one p below 0.025 says what its end of the interval says, for skewed intervals too', () => {
    const small = fc.double({ min: -0.1, max: 0.1, noNaN: true })
    const width = fc.double({ min: 0.001, max: 0.1, noNaN: true })
    fc.assert(
      fc.property(
        small,
        width,
        width,
        fc.double({ min: 0, max: 0.1, noNaN: true }),
        (value, below, above, margin) => {
          const [low, high] = [value - below, value + above]
          // Nobody decides in the last digits of the approximation.
          fc.pre(Math.abs(low + margin) > 1e-6 && Math.abs(high + margin) > 1e-6)
          const { worse, notWorse } = tailsOf({ value, low, high }, margin)
          expect(worse < ALPHA).toBe(low > -margin)
          expect(notWorse < ALPHA).toBe(high < -margin)
        },
      ),
    )
  })

  test('an interval without width is certain', () => {
    expect(tailsOf({ value: 0, low: 0, high: 0 }, 0.01)).toEqual({ worse: 0, notWorse: 1 })
    expect(tailsOf({ value: 0, low: 0, high: 0 }, 0)).toEqual({ worse: 1, notWorse: 1 })
  })
})
