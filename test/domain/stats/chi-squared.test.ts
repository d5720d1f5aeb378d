import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chiSquared } from '../../../src/domain/stats/chi-squared.ts'

const tables = fc
  .array(fc.tuple(fc.nat(60), fc.nat(60)), { minLength: 2, maxLength: 8 })
  .map(columns => [columns.map(([a]) => a), columns.map(([, b]) => b)])
  .filter(rows => rows.every(row => row.some(count => count > 0)))

describe('the chi-squared test of a table', () => {
  test('worked by hand', () => {
    // Every cell expects 2 and holds 1 more or less: 4 · 1/2. Yates takes off a half: 4 · 1/8.
    expect(
      chiSquared([
        [3, 1],
        [1, 3],
      ]),
    ).toMatchObject({
      statistic: 2,
      degreesOfFreedom: 1,
      pValue: expect.closeTo(0.15729920705028516, 12),
      smallestExpected: 2,
      cramersV: 0.5,
    })
    expect(
      chiSquared(
        [
          [3, 1],
          [1, 3],
        ],
        true,
      ).statistic,
    ).toBe(0.5)
  })

  test('is scipy’s for three samples: chi2_contingency, 1.17.1', () => {
    const found = chiSquared([
      [10, 20, 30],
      [15, 18, 9],
      [7, 7, 21],
    ])
    expect(found.statistic).toBeCloseTo(14.532238756613756, 11)
    expect(found.pValue).toBeCloseTo(0.0057765178829653745, 13)
    expect(found.degreesOfFreedom).toBe(4)
  })

  // The formula of Bergsma 2013 by numpy 2.4, from scipy's χ².
  test.each([
    [[130, 370], [240, 260], 0.22574113709977864],
    [[8, 3, 5], [5, 5, 1], 0.19232429998218215],
    [[500_000, 500_000], [502_000, 498_000], 0.0018708333704725015],
    [[10, 20], [10, 20], 0],
  ])('corrects Cramér’s V: %j against %j', (first, second, wanted) => {
    expect(chiSquared([first, second]).cramersVCorrected).toBeCloseTo(wanted, 12)
  })

  test('keeps ln p where p is too small for a number', () => {
    // mpmath 1.3.0.
    const { pValue, logP } = chiSquared([
      [9000, 1000],
      [1000, 9000],
    ])
    expect(pValue).toBe(0)
    expect(Math.abs(logP + 6404.954469687345)).toBeLessThan(1e-9)
  })

  test('leaves out categories without a row, and is without a finding where one is left', () => {
    expect(
      chiSquared([
        [10, 0, 20],
        [15, 0, 18],
      ]),
    ).toEqual(
      chiSquared([
        [10, 20],
        [15, 18],
      ]),
    )
    const single = {
      statistic: 0,
      degreesOfFreedom: 0,
      pValue: 1,
      logP: 0,
      cramersV: 0,
      cramersVCorrected: 0,
    }
    expect(
      chiSquared([
        [50, 0],
        [40, 0],
      ]),
    ).toMatchObject(single)
  })

  test('does not change with the order of samples or categories, and is 0 for shares that agree', () => {
    fc.assert(
      fc.property(tables, ([first = [], second = []]) => {
        const found = chiSquared([first, second])
        const turned = chiSquared([second.toReversed(), first.toReversed()])
        expect(turned.statistic).toBeCloseTo(found.statistic, 9)
        expect(turned.degreesOfFreedom).toBe(found.degreesOfFreedom)
        expect(found.cramersVCorrected).toBeLessThanOrEqual(1)
        expect(chiSquared([first, first.map(count => 3 * count)]).statistic).toBeCloseTo(0, 9)
      }),
    )
  })

  test.each([
    ['one sample only', [[1, 2]], 'shape-mismatch'],
    [
      'a category too many',
      [
        [1, 2],
        [1, 2, 3],
      ],
      'shape-mismatch',
    ],
    [
      'a sample without rows',
      [
        [0, 0],
        [1, 2],
      ],
      'empty-sample',
    ],
    [
      'less than no rows',
      [
        [-1, 2],
        [1, 2],
      ],
      'bad-data',
    ],
    [
      'no number',
      [
        [Number.NaN, 2],
        [1, 2],
      ],
      'bad-data',
    ],
  ])('refuses %s', (_what, table, code) => {
    expect(() => chiSquared(table)).toThrow(expect.objectContaining({ code }))
  })
})
