import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sortedValues } from '../../../src/domain/stats/sorted-values.ts'

/** Long enough for the radix sort: what a test gives, over and over. */
const long = (values: readonly number[]) =>
  Float64Array.from({ length: 2_500 }, (_, index) => values[(index * 7) % values.length] as number)

const byComparison = (values: Float64Array) => [...values].sort((a, b) => a - b).map(value => value + 0)
const plain = (values: Float64Array) => [...values].map(value => value + 0)

describe('values in ascending order', () => {
  test.each([
    ['few', Float64Array.of(3, -1, 2, -1, 0)],
    ['none', new Float64Array(0)],
    ['one value only', long([0.5])],
    [
      'both signs, and numbers at the ends of the range',
      long([0, -0, 5e-324, -5e-324, 1.7e308, -1.7e308, 1]),
    ],
    ['infinities', long([Number.POSITIVE_INFINITY, 0, Number.NEGATIVE_INFINITY])],
    ['whole numbers', long([5, 3, 9, 1, 1, 2])],
    [
      'one upper half, many lower ones',
      Float64Array.from({ length: 5_000 }, (_, i) => 1 + ((i * 7919) % 5_000) * 2 ** -52),
    ],
    [
      'few to each upper half',
      Float64Array.from({ length: 5_000 }, (_, i) => ((i * 7919) % 5_000) * (1 + 2 ** -40)),
    ],
  ])('%s', (_what, values) => {
    expect(plain(sortedValues(values))).toEqual(byComparison(values))
  })

  test('are those of a sort by comparison', () => {
    const values = fc.array(fc.double({ noNaN: true }), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(values, numbers => {
        expect(plain(sortedValues(long(numbers)))).toEqual(byComparison(long(numbers)))
      }),
      { numRuns: 60 },
    )
  })

  test('leave the given ones as they were, also those that lie inside a larger buffer', () => {
    const buffer = long([4, 2, 7, 1, -3])
    const inside = buffer.subarray(10, 2_400)
    const before = inside.slice()
    expect(plain(sortedValues(inside))).toEqual(byComparison(before))
    expect(inside).toEqual(before)
  })

  test('are a new array even when nothing has to move', () => {
    const same = long([1])
    expect(sortedValues(same)).not.toBe(same)
  })
})
