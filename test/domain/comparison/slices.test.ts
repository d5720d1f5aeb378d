import { describe, expect, test } from 'vitest'
import { slicesOf } from '../../../src/domain/comparison/slices.ts'
import { labelColumn } from '../../support/fixture-models.ts'

const valuesOf = (values: readonly string[]) => slicesOf([labelColumn('c', values)]).map(({ value }) => value)

describe('slices', () => {
  test('are the rows of each value, numbers in their order, nothing last', () => {
    const column = labelColumn('age', ['10', '', '9', '10', '100', ''])
    expect(slicesOf([column]).map(({ value, rows }) => [value, [...rows]])).toEqual([
      ['9', [2]],
      ['10', [0, 3]],
      ['100', [4]],
      ['', [1, 5]],
    ])
  })

  test('of words come by code unit, whatever the order of rows', () => {
    expect(valuesOf(['b', 'B', 'a'])).toEqual(['B', 'a', 'b'])
    expect(valuesOf(['a', 'b', 'B'])).toEqual(['B', 'a', 'b'])
  })

  test('are of values that rows have, not of words that no row has', () => {
    const column = { name: 'c', words: ['gone', 'here'], codes: Uint32Array.of(1, 1) }
    expect(slicesOf([column]).map(({ value }) => value)).toEqual(['here'])
  })

  test('are made of 50 values at most, and numbers are told to become ranges', () => {
    const numbers = (count: number) => Array.from({ length: count }, (_, index) => String(index))
    expect(valuesOf(numbers(50))).toHaveLength(50)
    expect(() => valuesOf(numbers(51))).toThrow(
      expect.objectContaining({ code: 'bad-data', next: expect.stringContaining('ranges') }),
    )
    expect(() => valuesOf(numbers(51).map(value => `customer ${value}`))).toThrow(
      expect.objectContaining({ code: 'bad-data', next: expect.stringContaining('fewer groups') }),
    )
  })

  test('have no value that is longer than 200 characters', () => {
    expect(valuesOf(['x'.repeat(200)])).toHaveLength(1)
    expect(() => valuesOf(['x'.repeat(201)])).toThrow(expect.objectContaining({ code: 'bad-data' }))
  })
})
