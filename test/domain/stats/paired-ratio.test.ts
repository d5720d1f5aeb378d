import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pairedRatioInterval, type RatioCell } from '../../../src/domain/stats/paired-ratio.ts'
import { tangoInterval } from '../../../src/domain/stats/proportion-difference.ts'

const Z = 1.959963984540054
const count = fc.integer({ min: 0, max: 60 })

/** Rows that both get right, the first alone, the second alone, neither. */
function accuracyCells(both: number, firstOnly: number, secondOnly: number, neither: number): RatioCell[] {
  return [
    [both, 1, 1],
    [firstOnly, 1, 0],
    [secondOnly, 0, 1],
    [neither, 0, 0],
  ].map(([rows = 0, first = 0, second = 0]) => ({
    rows,
    first: { above: first, below: 1 },
    second: { above: second, below: 1 },
  }))
}

/** F1's parts of the eight ways: at 4 × is + 2 × first + second. */
function f1Cells(rows: readonly number[]): RatioCell[] {
  const part = (is: number, says: number) => ({ above: 2 * is * says, below: is + says })
  return rows.map((value, at) => ({
    rows: value,
    first: part(at >> 2, (at >> 1) & 1),
    second: part(at >> 2, at & 1),
  }))
}

/**
 * X of F1's difference δ, without its sign and its skewness, where every row is positive and one of the models finds it: three cells, of which the chance of
 * the second gives the other two.
 */
function scoreByHand(
  [both, firstOnly, secondOnly]: readonly [number, number, number],
  delta: number,
): number {
  const all = both + firstOnly + secondOnly
  const chances = (onlyFirst: number) => {
    const second = 1 - onlyFirst
    const ratio = (2 * second) / (1 + second) - delta
    const first = ratio / (2 - ratio)
    return [first - onlyFirst, onlyFirst, 1 - first]
  }
  const likelihood = (onlyFirst: number) => {
    const [p = 0, q = 0, r = 0] = chances(onlyFirst)
    return p <= 0 || q <= 0 || r <= 0
      ? Number.NEGATIVE_INFINITY
      : both * Math.log(p) + firstOnly * Math.log(q) + secondOnly * Math.log(r)
  }
  let [from, to] = [0, 1]
  for (let turn = 0; turn < 6; turn += 1) {
    const grid = Array.from({ length: 201 }, (_, at) => from + ((to - from) * at) / 200)
    const best = grid.reduce((a, b) => (likelihood(b) > likelihood(a) ? b : a))
    ;[from, to] = [best - (to - from) / 100, best + (to - from) / 100]
  }
  const [p = 0, q = 0, r = 0] = chances((from + to) / 2)
  const power = (exponent: number) =>
    [
      [both, p],
      [firstOnly, q],
      [secondOnly, r],
    ].reduce((sum, [seen = 0, chance = 0]) => sum + (seen / (all * chance) - 1) ** exponent * all * chance, 0)
  const score = Math.sqrt((power(2) * (all - 1)) / all)
  const skewness = power(3) / power(2) ** 1.5
  return skewness <= 0 ? score : (6 / skewness) * ((1 + (skewness * score) / 2) ** (1 / 3) - 1) + skewness / 6
}

describe('the score interval of the difference of two ratios', () => {
  test.each([
    [30, 6, 3],
    [200, 4, 15],
    [8, 5, 5],
  ] as const)(
    'has X = 1.96 at both ends: %i rows found by both, %i and %i by one',
    (both, firstOnly, secondOnly) => {
      const { low = 0, high = 0 } =
        pairedRatioInterval(f1Cells([0, 0, 0, 0, 0, secondOnly, firstOnly, both])) ?? {}
      for (const end of [low, high]) expect(scoreByHand([both, firstOnly, secondOnly], end)).toBeCloseTo(Z, 3)
      expect(low).toBeLessThan(high)
    },
  )

  test('is no narrower than Tango’s for two shares of the same rows, and his where they are many', () => {
    fc.assert(
      fc.property(count, count, count, count, (both, firstOnly, secondOnly, neither) => {
        const total = both + firstOnly + secondOnly + neither
        fc.pre(total > 0)
        const { low = 0, high = 0 } =
          pairedRatioInterval(accuracyCells(both, firstOnly, secondOnly, neither)) ?? {}
        const least = tangoInterval({ firstOnly, secondOnly, total })
        expect(low).toBeLessThan(least.low + 1e-5)
        expect(high).toBeGreaterThan(least.high - 1e-5)
      }),
      { numRuns: 60 },
    )
    const many = pairedRatioInterval(accuracyCells(40_000, 5_000, 6_000, 9_000))
    const wanted = tangoInterval({ firstOnly: 5_000, secondOnly: 6_000, total: 60_000 })
    expect(many?.low).toBeCloseTo(wanted.low, 6)
    expect(many?.high).toBeCloseTo(wanted.high, 6)
  })

  test('holds the difference, turns around with the models, and agrees with its p', () => {
    fc.assert(
      fc.property(fc.array(count, { minLength: 8, maxLength: 8 }), rows => {
        const [, b = 0, c = 0, , e = 0, f = 0, g = 0, h = 0] = rows
        fc.pre(e + f + g + h > 0)
        const cells = f1Cells(rows)
        const [there, back] = [
          pairedRatioInterval(cells),
          pairedRatioInterval(cells.map(cell => ({ ...cell, first: cell.second, second: cell.first }))),
        ]
        if (there === undefined || back === undefined) throw new Error('positives stand below the line')
        const f1 = (model: 'first' | 'second') =>
          cells.reduce((sum, cell) => sum + cell.rows * cell[model].above, 0) /
          cells.reduce((sum, cell) => sum + cell.rows * cell[model].below, 0)
        const difference = f1('second') - f1('first')
        expect(there.low).toBeLessThanOrEqual(difference + 1e-4)
        expect(there.high).toBeGreaterThanOrEqual(difference - 1e-4)
        expect(there.low).toBeLessThan(there.high)
        expect(back.low).toBeCloseTo(-there.high, 3)
        expect(back.high).toBeCloseTo(-there.low, 3)
        fc.pre(b + c + f + g > 0 && Math.min(Math.abs(there.low), Math.abs(there.high)) > 1e-3)
        expect(there.low > 0 || there.high < 0).toBe(there.pValue < 0.05)
      }),
      { numRuns: 60 },
    )
  })

  test('of models that agree everywhere is no certainty, and the wider the fewer rows there are', () => {
    const width = (rows: number) => {
      const {
        low = 0,
        high = 0,
        pValue,
      } = pairedRatioInterval(f1Cells([9 * rows, 0, 0, rows, rows, 0, 0, rows])) ?? {}
      expect(low).toBeCloseTo(-high, 4)
      expect(pValue).toBeCloseTo(1, 6)
      return high - low
    }
    expect(width(10)).toBeGreaterThan(0.1)
    expect(width(10) / width(1000)).toBeGreaterThan(50)
  })

  test('is none where a model leaves nothing below the line', () => {
    const called = [0, 1].map(says => ({
      rows: 5,
      first: { above: 0, below: 0 },
      second: { above: says, below: 1 },
    }))
    expect(pairedRatioInterval(called)).toBeUndefined()
  })
})
