import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chiSquared } from '../../../src/domain/stats/chi-squared.ts'
import { fisherExact } from '../../../src/domain/stats/fisher.ts'
import { twoProportions } from '../../../src/domain/stats/two-proportions.ts'

const share = (count: number, rows: number) => ({ count, rows })

describe('the test of two proportions', () => {
  // statsmodels 0.15.0, proportions_ztest; it subtracts the other way round.
  test.each([
    [share(130, 500), share(240, 500), 7.204793675675376, 5.813180472899903e-13],
    [share(40, 1_000), share(90, 1_500), 2.2064789082034393, 0.027350485436808555],
  ])('is that of statsmodels: %j against %j', (reference, current, z, pValue) => {
    const found = twoProportions(reference, current)
    expect(found.z).toBeCloseTo(z, 12)
    expect(found.pValue / pValue).toBeCloseTo(1, 10)
    expect(found.logP).toBeCloseTo(Math.log(pValue), 10)
    expect(found.method).toBe('normal')
  })

  test('is the chi-squared test of the same table', () => {
    const count = fc.integer({ min: 5, max: 400 })
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const table = chiSquared([
          [a, b],
          [c, d],
        ])
        const found = twoProportions(share(a, a + b), share(c, c + d))
        fc.pre(found.method === 'normal')
        expect(found.z ** 2).toBeCloseTo(table.statistic, 8)
        expect(found.pValue).toBeCloseTo(table.pValue, 10)
        expect(found.difference).toBeCloseTo(c / (c + d) - a / (a + b), 12)
      }),
    )
  })

  test('takes Fisher’s mid-p where a cell expects fewer than five rows', () => {
    const found = twoProportions(share(1, 40), share(6, 40))
    expect(found).toMatchObject({ method: 'fisher-mid-p', pValue: fisherExact(1, 39, 6, 34).midP })
    // Few rows without the trait are as few as few with it.
    expect(twoProportions(share(39, 40), share(34, 40)).method).toBe('fisher-mid-p')
  })

  test('keeps ln p where p is too small for a number', () => {
    const { pValue, logP } = twoProportions(share(1_000, 10_000), share(9_000, 10_000))
    expect(pValue).toBe(0)
    expect(Math.abs(logP + 6404.954469687345)).toBeLessThan(1e-7)
  })

  test.each([0, 20])('finds nothing where %i of 20 rows have the trait on both sides', count => {
    expect(twoProportions(share(count, 20), share(count, 20))).toMatchObject({ z: 0, pValue: 1, logP: 0 })
  })

  test.each([
    ['a sample without rows', share(0, 0), 'empty-sample'],
    ['more than all rows', share(3, 2), 'bad-data'],
    ['half a row', share(0.5, 2), 'bad-data'],
    ['less than no row', share(-1, 2), 'bad-data'],
  ])('refuses %s', (_what, odd, code) => {
    expect(() => twoProportions(odd, share(1, 2))).toThrow(expect.objectContaining({ code }))
    expect(() => twoProportions(share(1, 2), odd)).toThrow(expect.objectContaining({ code }))
  })
})
