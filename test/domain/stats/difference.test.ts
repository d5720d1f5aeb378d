import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  freedomOf,
  normalInterval,
  type PowerSums,
  studentInterval,
} from '../../../src/domain/stats/difference.ts'

const sums = (values: readonly number[]): PowerSums => ({
  rows: values.length,
  squares: values.reduce((sum, value) => sum + value ** 2, 0),
  cubes: values.reduce((sum, value) => sum + value ** 3, 0),
  fourths: values.reduce((sum, value) => sum + value ** 4, 0),
})
const rows = (few: readonly number[], count: number) => [
  ...few,
  ...new Array<number>(count - few.length).fill(0),
]

describe('degrees of freedom by how unevenly rows move an estimate', () => {
  test.each([
    // Σv² = 4, Σv³ = 0, Σv⁴ = 4: (4/16 − 1/1000) / 2.
    ['four rows of a thousand, to both sides', rows([1, -1, 1, -1], 1000), 2 / (1 / 4 - 1 / 1000)],
    // Σv² = Σv⁴ and (Σv³)² = (Σv²)³: (1 − 1/1000) / 2 + 1.
    ['one row of a thousand', rows([1], 1000), 1 / (0.999 / 2 + 1)],
    // As many as there are rows, less the mean: moments of a handful do not show how it varies.
    ['two rows', [1, -1], 1],
    ['three rows, skewed', [1, 1, -2], 1 / (1 / 2 + 36 / 216)],
    ['nothing that moves', [0, 0, 0], Number.POSITIVE_INFINITY],
  ])('%s', (_what, values, freedom) => {
    expect(freedomOf([sums(values)])).toBeCloseTo(freedom, 10)
  })

  test('of two parts are Welch’s where neither is uneven', () => {
    // s₁² / n₁ : s₂² / n₂ = 1 : 1, so 1/ν = (1/(n₁ − 1) + 1/(n₂ − 1)) / 4.
    const [first, second] = [
      [1, -1, 1, -1],
      [1, 1, -1, -1],
    ]
    expect(freedomOf([sums(first), sums(second)])).toBeCloseTo(4 / (1 / 3 + 1 / 3), 10)
    // A part of a single row has no spread of its own.
    expect(freedomOf([sums(first), sums([0])])).toBeCloseTo(3, 10)
  })

  test('do not depend on the unit nor on the side, and never leave 0 to n − 1', () => {
    const values = fc.array(
      fc.double({ min: -5, max: 5, noNaN: true }).filter(value => value === 0 || Math.abs(value) > 1e-3),
      { minLength: 3, maxLength: 60 },
    )
    fc.assert(
      fc.property(values, fc.constantFrom(-1, 1e-6, 1e6), (given, unit) => {
        fc.pre(given.some(value => value !== 0))
        const freedom = freedomOf([sums(given)])
        expect(freedomOf([sums(given.map(value => unit * value))]) / freedom).toBeCloseTo(1, 8)
        expect(freedom).toBeGreaterThan(0.6)
        expect(freedom).toBeLessThanOrEqual(given.length - 1 + 1e-9)
      }),
    )
  })
})

describe('Student’s interval', () => {
  test('is 2.2281 standard errors to each side with ten degrees of freedom', () => {
    const { low, high, pValue } = studentInterval(1, 0.5, 10)
    expect([low, high]).toEqual([expect.closeTo(1 - 1.114069425993, 11), expect.closeTo(2.114069425993, 11)])
    // 2 P(t₁₀ ≥ 2), by R's 2 * pt(-2, 10).
    expect(pValue).toBeCloseTo(0.07338803, 8)
  })

  test('is the normal one with ever more, and none without spread', () => {
    expect(studentInterval(1, 0.5, Number.POSITIVE_INFINITY)).toMatchObject(normalInterval(1, 0.5))
    expect(studentInterval(0, 0, Number.POSITIVE_INFINITY)).toMatchObject({ low: 0, high: 0, pValue: 1 })
    expect(studentInterval(2, 0, 5)).toMatchObject({ low: 2, high: 2, pValue: 0 })
  })

  test('excludes 0 where its p lies below 5 %', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 20, noNaN: true }),
        fc.double({ min: 0.7, max: 1e6, noNaN: true }),
        (value, freedom) => {
          const { low, pValue } = studentInterval(value, 1, freedom)
          fc.pre(Math.abs(low) > 1e-9)
          expect(low > 0).toBe(pValue < 0.05)
        },
      ),
    )
  })
})
