import { expect, test } from 'vitest'
import { type PairedFeature, pairColumns } from '../../../src/domain/drift/pair-columns.ts'

const number = (...values: number[]): PairedFeature => ({ kind: 'number', values: Float64Array.from(values) })
const text = (...words: string[]): PairedFeature => ({ kind: 'text', words })
const rowsOf = (features: readonly PairedFeature[], rows: number) => {
  const { values, width } = pairColumns(features, rows)
  return Array.from({ length: rows }, (_, row) => [...values.slice(row * width, (row + 1) * width)])
}

test('numbers are their places, equal ones the middle of theirs, and a square stands beside', () => {
  // Places of 1, 5, 5, 9 by hand: 1/8, 1/2, 1/2 and 7/8 of the way from −1 to 1.
  expect(rowsOf([number(5, 1, 9, 5)], 4)).toEqual([
    [0, 0],
    [-0.75, 0.5625],
    [0.75, 0.5625],
    [0, 0],
  ])
})

test('what is missing is in the middle, and said by a column of its own', () => {
  expect(rowsOf([number(3, Number.NaN, Number.POSITIVE_INFINITY)], 3)).toEqual([
    [-0.5, 0, 0.25],
    [0, 1, 0],
    [0.5, 0, 0.25],
  ])
})

test('categories are columns, the most frequent ten, and products are those of two features', () => {
  expect(rowsOf([text('b', 'a', 'b', 'b'), number(1, 2, 3, 4)], 4).map(row => row.slice(0, 5))).toEqual([
    [1, 0, -0.75, -0.75, -0],
    [0, 1, -0.25, -0, -0.25],
    [1, 0, 0.25, 0.25, 0],
    [1, 0, 0.75, 0.75, 0],
  ])
  const many = pairColumns([text(...Array.from({ length: 30 }, (_, row) => `${row}`))], 30)
  expect(many).toMatchObject({ width: 10, features: 1 })
})

test('of very many features the first ones have columns, and of few all products are there', () => {
  const features = Array.from({ length: 300 }, (_, of) => number(of, of + 1))
  expect(pairColumns(features, 2)).toMatchObject({ width: 200, features: 200 })
  // 19 columns, their squares, and 19 · 18 / 2 products would be 209.
  expect(pairColumns(features.slice(0, 18), 2)).toMatchObject({ width: 18 + 18 + 153, features: 18 })
  expect(pairColumns(features.slice(0, 19), 2).width).toBe(200)
})
