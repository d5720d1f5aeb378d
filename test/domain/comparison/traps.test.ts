import { describe, expect, test } from 'vitest'
import { alignBinary, alignMulticlass, alignRegression } from '../../../src/domain/comparison/predictions.ts'
import { predictionTraps, unknownCategories, unusedColumns } from '../../../src/domain/comparison/traps.ts'
import { Traps } from '../../../src/domain/evidence/evaluation.ts'
import { labelColumn } from '../../support/fixture-models.ts'

describe('words that a model does not know', () => {
  const known = new Map([['plan', ['a', 'b']]])

  test('are counted by row, the most frequent first, nothing among them', () => {
    const counted = { column: 'plan', words: ['', 'a', 'b', 'c', 'd'], counts: [2, 9, 9, 1, 3] }
    expect(unknownCategories([counted], known)).toEqual([
      { column: 'plan', rows: 6, examples: ['d', '', 'c'] },
    ])
  })

  test('are those that a row holds: a word of the dictionary alone counts for nothing', () => {
    expect(unknownCategories([{ column: 'plan', words: ['a', 'c', 'd'], counts: [1, 0] }], known)).toEqual([])
  })

  test('are not looked for in a column of which the model does not tell', () => {
    expect(unknownCategories([{ column: 'city', words: ['x'], counts: [1] }], known)).toEqual([])
  })

  test('are shown by five, and cut', () => {
    const words = Array.from({ length: 9 }, (_, index) => String(index).repeat(300))
    const [found] = unknownCategories([{ column: 'plan', words, counts: words.map(() => 1) }], known)
    expect(found).toMatchObject({ rows: 9, examples: { length: 5 } })
    expect(Traps.safeParse({ 'unknown-categories': [found] }).success).toBe(true)
  })
})

describe('predictions', () => {
  const target = labelColumn('y', ['a', 'b', 'c'])
  const several = (...values: number[]) =>
    alignMulticlass(
      { rows: 3, probabilities: { classes: ['a', 'b', 'c'], values: Float64Array.from(values), width: 3 } },
      target,
    )

  test('that do not sum to 1 are counted, rounded ones are not', () => {
    expect(predictionTraps(several(0.5, 0.5, 0.5, 0.3333, 0.3333, 0.3333, 1, 0, 0))).toEqual({
      'not-summing': 1,
    })
  })

  test('that are infinite are counted, NaN is refused', () => {
    const actual = { name: 'y', values: Float64Array.of(1, 2, 3) }
    const infinite = alignRegression(
      Float64Array.of(Number.POSITIVE_INFINITY, 0, Number.NEGATIVE_INFINITY),
      actual,
    )
    expect(predictionTraps(infinite)).toEqual({ infinite: 2 })
    expect(() => alignRegression(Float64Array.of(Number.NaN, 0, 0), actual)).toThrow(
      expect.objectContaining({ code: 'not-runnable' }),
    )
  })

  test.each([[1.5], [-0.1], [Number.POSITIVE_INFINITY]])('%d is no probability', value => {
    const refusal = expect.objectContaining({
      code: 'not-runnable',
      message: expect.stringMatching(/at row 2/),
    })
    const values = Float64Array.of(0.5, value)
    const two = labelColumn('y', ['a', 'b'])
    expect(() =>
      alignBinary({ rows: 2, probabilities: { classes: [], values, width: 1 } }, two, 'b'),
    ).toThrow(refusal)
    expect(() => several(0, 0, 1, 0, value, 0, 0, 0, 1)).toThrow(refusal)
  })

  test('as they should be say nothing', () => {
    expect(predictionTraps(several(1, 0, 0, 0, 1, 0, 0, 0, 1))).toEqual({})
  })
})

test('of unused columns as many are named as evidence keeps', () => {
  expect(unusedColumns([])).toEqual({})
  expect(unusedColumns(Array.from({ length: 2000 }, String))['unused-columns']).toHaveLength(1000)
})
