import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rowsToSettle, smallestMargin } from '../../../src/domain/stats/sample-size.ts'

describe('how many rows would settle it', () => {
  test('worked by hand', () => {
    // 1.96 standard errors of 0.01 at 1,000 rows, 0.0098 away: twice as near would take four times the rows.
    const observed = { difference: 0.0098, standardError: 0.01, rows: 1_000 }
    expect(rowsToSettle(observed, 0, 0.5)).toBe(4_000)
    expect(rowsToSettle({ ...observed, difference: 0.0196 }, 0, 0.5)).toBe(1_000)
    // With 80 %: ((1.959964 + 0.841621) × 0.01 / 0.0098)² × 1,000 = 8,172.4.
    expect(rowsToSettle(observed, 0)).toBe(8_173)
    expect(rowsToSettle({ ...observed, difference: 0 }, -0.02, 0.5)).toBe(961)
  })

  test('is unknown where the difference is the limit, and at least one row', () => {
    const observed = { difference: -0.02, standardError: 0.01, rows: 500 }
    expect(rowsToSettle(observed, -0.02)).toBeUndefined()
    expect(rowsToSettle({ ...observed, standardError: 0 }, 0)).toBe(1)
  })

  test('turns the smallest margin around: with so many rows it is resolved', () => {
    const settings = fc.record({
      standardError: fc.double({ min: 1e-6, max: 10, noNaN: true }),
      rows: fc.integer({ min: 10, max: 1_000_000 }),
      more: fc.integer({ min: 10, max: 10_000_000 }),
      chance: fc.double({ min: 0.5, max: 0.99, noNaN: true }),
    })
    fc.assert(
      fc.property(settings, ({ standardError, rows, more, chance }) => {
        const margin = smallestMargin({ standardError, rows }, more, chance)
        const needed = rowsToSettle({ difference: 0, standardError, rows }, -margin, chance) as number
        expect(Math.abs(needed - more)).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('the smallest margin that resolves as often as not is the half-width of the interval', () => {
    expect(smallestMargin({ standardError: 0.01, rows: 300 }, 300, 0.5)).toBeCloseTo(0.01959963984540054, 15)
    expect(smallestMargin({ standardError: 0.01, rows: 300 }, 1_200)).toBeCloseTo(0.014007926, 8)
  })
})
