import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { meanDifference, ratioDifference } from '../../../src/domain/stats/closed-form.ts'

const numbers = (...values: number[]) => Float64Array.from(values)

const pairs = fc
  .array(
    fc.tuple(fc.double({ min: 0.1, max: 9, noNaN: true }), fc.double({ min: 0.1, max: 9, noNaN: true })),
    {
      minLength: 3,
      maxLength: 60,
    },
  )
  .map(rows => ({
    first: Float64Array.from(rows, ([value]) => value),
    second: Float64Array.from(rows, ([, value]) => value),
  }))

/** The infinitesimal jackknife: how the statistic moves when one row weighs a little more, by differences. */
function spreadByWeights(rows: number, statistic: (weights: Float64Array) => number): number {
  const step = 1e-5
  const influence = Float64Array.from({ length: rows }, (_, row) => {
    const at = (sign: number) =>
      statistic(Float64Array.from({ length: rows }, (_w, other) => (other === row ? 1 + sign * step : 1)))
    return ((at(1) - at(-1)) / (2 * step)) * rows
  })
  return Math.sqrt(influence.reduce((sum, value) => sum + value ** 2, 0) / (rows - 1) / rows)
}

const weighted = (values: Float64Array, weights: Float64Array) =>
  values.reduce((sum, value, row) => sum + value * (weights[row] as number), 0)

describe('the difference of means of paired rows', () => {
  test('worked by hand', () => {
    // Differences 1, 3, 2, 2: mean 2, variance 2/3, standard error √(2/3 / 4).
    const found = meanDifference(numbers(0, 0, 1, 5), numbers(1, 3, 3, 7))
    expect(found.difference).toBe(2)
    expect(found.standardError).toBeCloseTo(Math.sqrt(1 / 6), 14)
    expect(found.low).toBeCloseTo(2 - 1.959963984540054 * Math.sqrt(1 / 6), 14)
    expect(found.high).toBeCloseTo(2 + 1.959963984540054 * Math.sqrt(1 / 6), 14)
    // 2 / √(1/6) = √24 standard errors: scipy.stats.norm.sf(sqrt(24)) * 2
    expect(found.pValue).toBeCloseTo(9.633570086430976e-7, 18)
  })

  test('keeps its digits where all numbers are large', () => {
    const found = meanDifference(numbers(1e9, 1e9, 1e9), numbers(1e9 + 1, 1e9 + 2, 1e9 + 3))
    expect(found.difference).toBe(2)
    expect(found.standardError).toBeCloseTo(Math.sqrt(1 / 3), 14)
  })

  test('of a model with itself is nothing', () => {
    const values = numbers(1, 2, 5)
    expect(meanDifference(values, values)).toEqual({
      difference: 0,
      low: 0,
      high: 0,
      standardError: 0,
      pValue: 1,
    })
    expect(meanDifference(numbers(1), numbers(3))).toMatchObject({ difference: 2, standardError: 0 })
  })
})

describe('the difference of ratios of sums', () => {
  test('worked by hand', () => {
    // Ratios 1/2 and 3/4; a row moves the first by (a − b/2) / 2 and the second by (a − 3b/4) / 2.
    const found = ratioDifference(
      { above: numbers(1, 1), below: numbers(1, 3) },
      { above: numbers(1, 2), below: numbers(2, 2) },
    )
    expect(found?.difference).toBe(0.25)
    // Influences: −1/4 − 1/4 and 1/4 + 1/4, so the squares sum to 1/2: √(1/2 / 1 / 2).
    expect(found?.standardError).toBeCloseTo(0.5, 14)
  })

  test('has the spread of weighing each row a little more', () => {
    fc.assert(
      fc.property(pairs, ({ first, second }) => {
        const one = { above: first, below: second }
        const other = { above: second, below: second.map(value => value + 1) }
        const spread = spreadByWeights(
          first.length,
          weights =>
            weighted(other.above, weights) / weighted(other.below, weights) -
            weighted(one.above, weights) / weighted(one.below, weights),
        )
        expect(ratioDifference(one, other)?.standardError).toBeCloseTo(spread, 6)
      }),
    )
  })

  test('is undefined with nothing below the line', () => {
    const [none, some] = [
      { above: numbers(1), below: numbers(0) },
      { above: numbers(1), below: numbers(1) },
    ]
    expect(ratioDifference(none, some)).toBeUndefined()
    expect(ratioDifference(some, none)).toBeUndefined()
  })
})

describe.each([
  ['meanDifference', meanDifference],
  [
    'ratioDifference',
    (a: Float64Array, b: Float64Array) => ratioDifference({ above: a, below: a }, { above: b, below: a }),
  ],
])('%s refuses', (_name, compute) => {
  test('no rows, and another number of rows', () => {
    expect(() => compute(numbers(), numbers())).toThrow(expect.objectContaining({ code: 'empty-sample' }))
    expect(() => compute(numbers(1, 2), numbers(1))).toThrow(
      expect.objectContaining({ code: 'shape-mismatch' }),
    )
  })
})
