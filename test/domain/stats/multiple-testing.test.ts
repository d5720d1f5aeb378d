import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { benjaminiHochberg, holm } from '../../../src/domain/stats/multiple-testing.ts'

const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 })

describe('adjusted p-values', () => {
  // statsmodels 0.15.0, multipletests.
  const pValues = [0.01, 0.04, 0.03, 0.005, 0.5, 0.04, 1e-12]

  test('by Benjamini and Hochberg are those of statsmodels', () => {
    const wanted = [0.07 / 3, 0.28 / 6, 0.28 / 6, 0.0175, 0.5, 0.28 / 6, 7e-12]
    for (const [at, found] of benjaminiHochberg(pValues).entries())
      expect(found).toBeCloseTo(wanted[at] ?? 0, 14)
  })

  test('by Holm are those of statsmodels', () => {
    const wanted = [0.05, 0.12, 0.12, 0.03, 0.5, 0.12, 7e-12]
    for (const [at, found] of holm(pValues).entries()) expect(found).toBeCloseTo(wanted[at] ?? 0, 14)
  })

  test('keep the order, and lie between the p-value and Bonferroni’s', () => {
    fc.assert(
      fc.property(chances, values => {
        const [found, byHolm] = [benjaminiHochberg(values), holm(values)]
        for (const [at, value] of values.entries()) {
          const [adjusted, stricter] = [found[at] as number, byHolm[at] as number]
          expect(adjusted).toBeGreaterThanOrEqual(value)
          expect(stricter).toBeGreaterThanOrEqual(adjusted - 1e-15)
          expect(stricter).toBeLessThanOrEqual(Math.min(1, value * values.length))
          for (const [other, lower] of values.entries()) {
            if (lower < value) expect(found[other]).toBeLessThanOrEqual(adjusted)
          }
        }
      }),
    )
  })

  test('of one p-value are itself, of none are none', () => {
    expect([benjaminiHochberg([0.3]), holm([0.3])]).toEqual([[0.3], [0.3]])
    expect([benjaminiHochberg([]), holm([])]).toEqual([[], []])
  })

  test.each([-0.1, 1.1, Number.NaN])('refuse %d', odd => {
    expect(() => benjaminiHochberg([0.5, odd])).toThrow(expect.objectContaining({ code: 'bad-input' }))
    expect(() => holm([0.5, odd])).toThrow(expect.objectContaining({ code: 'bad-input' }))
  })
})
