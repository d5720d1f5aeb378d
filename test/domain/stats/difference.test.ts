import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  freedomOf,
  normalInterval,
  type PowerSums,
  studentInterval,
} from '../../../src/domain/stats/difference.ts'
import { studentQuantile } from '../../../src/domain/stats/quantiles.ts'

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
  // Eleven rows at ±1 with one in the middle: even, not skewed, ten degrees of freedom.
  const eleven = [sums([1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 0])]

  test('is 2.2281 standard errors to each side with ten degrees of freedom', () => {
    const { low, high, pValue, freedom } = studentInterval(1, 0.5, eleven)
    expect(freedom).toBeCloseTo(10, 12)
    expect([low, high]).toEqual([expect.closeTo(1 - 1.114069425993, 11), expect.closeTo(2.114069425993, 11)])
    // 2 P(t₁₀ ≥ 2), by R's 2 * pt(-2, 10).
    expect(pValue).toBeCloseTo(0.07338803, 8)
  })

  test('is the normal one with ever more, and none without spread', () => {
    expect(studentInterval(1, 0.5, [])).toMatchObject(normalInterval(1, 0.5))
    expect(studentInterval(0, 0, [sums([0, 0])])).toMatchObject({ low: 0, high: 0, pValue: 1 })
    expect(studentInterval(2, 0, eleven)).toMatchObject({ low: 2, high: 2, pValue: 0 })
  })

  test('reaches farther to the side that Hall’s transformation takes it, and never less far', () => {
    // Σv² = 1 and Σv³ = 0.6: g = 0.6. With t to both sides, 3 / g ((1 + g (t + g / 6))^⅓ − 1) above for the mirrored one.
    const skewed = [{ rows: 1e6, squares: 1, cubes: 0.6, fourths: 1e-6 }]
    const { low, high, freedom = 0 } = studentInterval(0, 1, skewed)
    expect(freedom).toBeCloseTo(1 / (1e-6 + 0.36), 2)
    const t = -low
    expect(high / t).toBeGreaterThan(1.5)
    // It solves S + g S² / 3 + g² S³ / 27 + g / 6 = −t, S being how far the estimate then lies above the truth.
    expect(-high + (0.6 * high ** 2) / 3 - (0.36 * high ** 3) / 27 + 0.1).toBeCloseTo(-t, 6)
    const mirrored = studentInterval(0, 1, [{ rows: 1e6, squares: 1, cubes: -0.6, fourths: 1e-6 }])
    expect([mirrored.low, mirrored.high]).toEqual([expect.closeTo(-high, 12), expect.closeTo(-low, 12)])
  })

  test.each([
    // Σv⁴ / (Σv²)² = 1/10, of normal rows 3/100: what is over, times t.
    [
      'ten rows of a hundred, to both sides',
      rows([1, -1, 1, -1, 1, -1, 1, -1, 1, -1], 100),
      (t: number) => 0.07 * t,
    ],
    [
      'four rows of a thousand, as far as a first order carries',
      rows([1, -1, 1, -1], 1000),
      (t: number) => 1 / (2 * t),
    ],
  ])('takes rows for as skewed as they are if the truth is at the end: %s', (_what, values, skewness) => {
    const parts = [sums(values)]
    const t = studentQuantile(freedomOf(parts))
    const { low, high } = studentInterval(0, 1, parts)
    expect(low).toBeCloseTo(-high, 12)
    const g = skewness(t)
    expect(-high + (g * high ** 2) / 3 - (g ** 2 * high ** 3) / 27 + g / 6).toBeCloseTo(-t, 9)
    expect(high / t).toBeGreaterThan(1.1)
  })

  test('excludes 0 only where its p lies below 5 %', () => {
    const values = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 5, maxLength: 40 })
    fc.assert(
      fc.property(values, fc.double({ min: 0.01, max: 20, noNaN: true }), (given, value) => {
        fc.pre(given.some(each => each !== 0))
        const { low, high, pValue } = studentInterval(value, 1, [sums(given)])
        expect(low).toBeLessThan(value)
        expect(high).toBeGreaterThan(value)
        if (low > 1e-9) expect(pValue).toBeLessThan(0.05)
      }),
    )
  })
})
