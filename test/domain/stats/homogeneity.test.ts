import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chiSquared } from '../../../src/domain/stats/chi-squared.ts'
import { fisherExact } from '../../../src/domain/stats/fisher.ts'
import { homogeneity } from '../../../src/domain/stats/homogeneity.ts'

const counts = (values: Readonly<Record<string, number>>) => new Map(Object.entries(values))

describe('whether two samples of categories agree', () => {
  test('is asked over the union of the categories', () => {
    const found = homogeneity(counts({ a: 40, b: 60, gone: 50 }), counts({ b: 70, fresh: 30, a: 50 }))
    expect(found).toMatchObject({ added: ['fresh'], vanished: ['gone'], pooled: [], method: 'chi-squared' })
    const whole = chiSquared([
      [40, 60, 50, 0],
      [50, 70, 0, 30],
    ])
    expect(found.statistic).toBeCloseTo(whole.statistic, 10)
    expect(found.pValue).toBeCloseTo(whole.pValue, 14)
  })

  test('pools the rare ones, and lists them', () => {
    const found = homogeneity(counts({ a: 100, b: 80, x: 4, y: 2 }), counts({ a: 90, b: 85, x: 3, z: 5 }))
    expect(found).toMatchObject({
      pooled: ['x', 'y', 'z'],
      added: ['z'],
      vanished: ['y'],
      degreesOfFreedom: 2,
    })
    expect(found.statistic).toBeCloseTo(
      chiSquared([
        [100, 80, 6],
        [90, 85, 8],
      ]).statistic,
      12,
    )
  })

  test('puts a single rare one to the next rarest', () => {
    const found = homogeneity(counts({ a: 100, b: 50, x: 1 }), counts({ a: 90, b: 55, x: 2 }))
    expect(found).toMatchObject({ pooled: ['b', 'x'], degreesOfFreedom: 1, method: 'chi-squared' })
  })

  test('leaves two categories and takes Fisher’s mid-p where they are small', () => {
    const found = homogeneity(counts({ a: 3, b: 1 }), counts({ a: 1, b: 3 }))
    expect(found).toMatchObject({ pooled: [], method: 'fisher-mid-p', pValue: fisherExact(3, 1, 1, 3).midP })
    expect(found.logP).toBe(Math.log(found.pValue))
    const many = homogeneity(counts({ a: 1, b: 1, c: 1 }), counts({ d: 1, e: 1, f: 1 }))
    expect(many).toMatchObject({ degreesOfFreedom: 1, method: 'fisher-mid-p' })
  })

  test('finds nothing in one category, or in shares that agree', () => {
    expect(homogeneity(counts({ a: 5 }), counts({ a: 9 }))).toMatchObject({ pValue: 1, degreesOfFreedom: 0 })
    expect(homogeneity(counts({ a: 0, b: 5 }), counts({ b: 9 }))).toMatchObject({ added: [], vanished: [] })
  })

  test('leaves no cell below five rows unless two categories are left, and loses no row', () => {
    const sample = fc
      .dictionary(fc.constantFrom(...'abcdefgh'), fc.nat(30), { minKeys: 1 })
      .filter(values => Object.values(values).some(count => count > 0))
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const found = homogeneity(counts(a), counts(b))
        if (found.degreesOfFreedom > 1) expect(found.smallestExpected).toBeGreaterThanOrEqual(5)
        const turned = homogeneity(counts(b), counts(a))
        expect(turned.pValue).toBeCloseTo(found.pValue, 10)
        expect([turned.added, turned.vanished]).toEqual([found.vanished, found.added])
      }),
    )
  })

  test.each([
    ['no rows', counts({ a: 0 }), 'empty-sample'],
    ['no count', counts({ a: -2 }), 'bad-data'],
  ])('refuses %s', (_what, current, code) => {
    expect(() => homogeneity(counts({ a: 1, b: 2 }), current)).toThrow(expect.objectContaining({ code }))
  })
})
