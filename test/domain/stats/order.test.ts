import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ascendingOrder } from '../../../src/domain/stats/order.ts'

/** Positions sorted by comparison; equal values keep their order. */
function byComparison(values: Float64Array): number[] {
  return [...values.keys()].sort((a, b) => (values[a] as number) - (values[b] as number) || a - b)
}

/** Long enough for the radix sort: what a test gives, over and over. */
const long = (values: readonly number[]) =>
  Float64Array.from({ length: 1_500 }, (_, index) => values[index % values.length] as number)

const AWKWARD = [
  0,
  -0,
  1,
  -1,
  0.1,
  -0.1,
  5e-324,
  -5e-324,
  2.2250738585072014e-308,
  Number.MAX_VALUE,
  -Number.MAX_VALUE,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  1 + Number.EPSILON,
  2 ** 53,
  2 ** 53 + 2,
]

describe('the order of numbers', () => {
  test('of few and of many is ascending, ties as they came', () => {
    expect([...ascendingOrder(Float64Array.of(3, 1, 2, 1))]).toEqual([1, 3, 2, 0])
    expect([...ascendingOrder(long([3, 1, 2, 1]))]).toEqual(byComparison(long([3, 1, 2, 1])))
  })

  test.each([
    ['awkward ones', AWKWARD],
    ['one value only', [0.5]],
    ['zeros of both signs', [0, -0]],
    ['shares that differ in the last bits', [0.5, 0.5 + 2 ** -53, 0.5 - 2 ** -54]],
    ['negative ones', [-1, -2, -1.5, -1e300]],
  ])('%s, by radix', (_what, values) => {
    expect([...ascendingOrder(long(values))]).toEqual(byComparison(long(values)))
  })

  test('is the same by radix as by comparison, whatever the numbers', () => {
    const values = fc.array(fc.double({ noNaN: true }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(values, numbers => {
        expect([...ascendingOrder(long(numbers))]).toEqual(byComparison(long(numbers)))
      }),
      { numRuns: 60 },
    )
  })

  test.each([0, 1, 2, 1_024, 1_025])('of %i values holds each position once', length => {
    const values = Float64Array.from({ length }, (_, index) => (index * 7919) % 1_013)
    expect([...ascendingOrder(values)]).toEqual(byComparison(values))
  })

  test('leaves the values as they were', () => {
    const values = long(AWKWARD)
    const before = values.slice()
    ascendingOrder(values)
    expect(values).toEqual(before)
  })
})
