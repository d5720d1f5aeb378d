import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  countNaN,
  differenceBetween,
  isClose,
  isReordered,
  type Predicted,
  rowsBetween,
} from '../../../src/domain/contract/predicted.ts'

const numbers = (...values: number[]): Predicted => ({ rows: values.length, numbers: { width: 1, values } })
const labels = (...words: string[]): Predicted => ({ rows: words.length, labels: words })

describe('two numbers are one prediction', () => {
  test.each([
    ['the last digit of float32', 0.1, 0.10000000149011612, true],
    ['within the relative tolerance', 1000, 1000.09, true],
    ['beyond it', 1000, 1000.2, false],
    ['within the absolute tolerance', 0, 9e-7, true],
    ['beyond it', 0, 2e-6, false],
    ['none and none', Number.NaN, Number.NaN, true],
    ['none and one', Number.NaN, 0, false],
    ['two infinities', Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, true],
    ['two infinities apart', Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, false],
    ['an infinity and the largest number', Number.POSITIVE_INFINITY, Number.MAX_VALUE, false],
  ])('%s: %d and %d', (_what, a, b, same) => {
    expect(isClose(a, b)).toBe(same)
    expect(isClose(b, a)).toBe(same)
  })
})

describe('what differs', () => {
  test.each<[string, Predicted, Predicted, string | undefined]>([
    ['nothing', numbers(1, 2), numbers(1, 2), undefined],
    ['the number of rows', numbers(1, 2), numbers(1), '1 predictions for 2 rows'],
    [
      'the farthest of two rows',
      numbers(1, 2, 3),
      numbers(1, 5, 3.5),
      '2 rows have another number, farthest row 1: 5 instead of 2',
    ],
    [
      'a row that is no number',
      numbers(1, 2),
      numbers(1, Number.NaN),
      '1 row has another number, farthest row 1: NaN instead of 2',
    ],
    [
      'a label',
      labels('Yes', 'No'),
      labels('Yes', 'Yes'),
      '1 row has another label, first row 1: `Yes` instead of `No`',
    ],
    ['nothing but how a label is written', labels('1', '0'), labels('1.0', '0'), undefined],
    ['what only one side gives', { ...numbers(1), labels: ['a'] }, numbers(1), undefined],
    [
      'the width',
      { rows: 1, numbers: { width: 2, values: [0.1, 0.9] } },
      numbers(0.9),
      '1 numbers a row instead of 2',
    ],
  ])('%s', (_what, expected, given, difference) => {
    expect(differenceBetween(expected, given)).toBe(difference)
  })
})

test('a shuffle of distinct predictions is an order, a changed one is not', () => {
  const rows = fc.uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 20 })
  fc.assert(
    fc.property(rows, values => {
      const right = numbers(...values)
      expect(isReordered(right, right)).toBe(false)
      expect(isReordered(right, numbers(...values.toReversed()))).toBe(true)
      expect(isReordered(right, numbers(...values.toReversed().with(0, 5000)))).toBe(false)
      expect(isReordered(right, numbers(...values.slice(1)))).toBe(false)
    }),
  )
})

test('rows of several numbers stay together when they are put in order', () => {
  const wide = (...rows: number[][]): Predicted => ({
    rows: rows.length,
    numbers: { width: 2, values: rows.flat() },
  })
  expect(isReordered(wide([1, 9], [2, 8]), wide([2, 8], [1, 9]))).toBe(true)
  expect(isReordered(wide([1, 9], [2, 8]), wide([2, 9], [1, 8]))).toBe(false)
  expect(isReordered(labels('a', 'b'), labels('b', 'a'))).toBe(true)
})

test('a part of the rows has their labels and all their numbers', () => {
  const whole: Predicted = {
    rows: 3,
    labels: ['a', 'b', 'c'],
    numbers: { width: 2, values: [1, 2, 3, 4, 5, 6] },
  }
  expect(rowsBetween(whole, 1, 3)).toEqual({
    rows: 2,
    labels: ['b', 'c'],
    numbers: { width: 2, values: [3, 4, 5, 6] },
  })
  expect(countNaN(numbers(1, Number.NaN))).toBe(1)
  expect(countNaN(labels('NaN'))).toBe(0)
})
