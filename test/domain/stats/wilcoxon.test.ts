import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wilcoxon } from '../../../src/domain/stats/wilcoxon.ts'

const wave = (length: number) =>
  Float64Array.from({ length }, (_, k) => Math.sin((k + 1) * 12.9898) * 3 + (k + 1) / 40)

/** All 2ⁿ ways to sign the ranks 1 to n. */
function bySigns(n: number, smaller: number): number {
  let reached = 0
  for (let signs = 0; signs < 2 ** n; signs += 1) {
    let sum = 0
    for (let rank = 1; rank <= n; rank += 1) if (signs & (1 << (rank - 1))) sum += rank
    if (sum <= smaller) reached += 1
  }
  return Math.min(1, (2 * reached) / 2 ** n)
}

describe('Wilcoxon’s signed-rank test', () => {
  test('worked by hand', () => {
    // Ranks 1, 2, 4 and −3: of 16 ways to sign 1 to 4, sums 0, 1, 2, 3 and 3 are at most 3.
    expect(wilcoxon(Float64Array.of(0.1, 0.2, -0.3, 0.9))).toEqual({
      positiveRanks: 7,
      negativeRanks: 3,
      zeros: 0,
      pValue: 10 / 16,
      method: 'exact',
    })
  })

  // scipy 1.17.1, wilcoxon: method exact, or approx without correction.
  test.each([
    ['few differences', Float64Array.of(1.5, -0.5, 2.25, 3.1, -1.1, 0.7, 4.2, -2.6), 0.3125, 'exact'],
    ['ties and zeros', Float64Array.of(1, -1, 2, 3, 0, -2, 4, 5, 1, 0, -3), 0.2578726634746872, 'normal'],
    ['50 differences', wave(50), 0.0054056035788701, 'exact'],
    ['60 differences', wave(60), 0.007871355636524647, 'normal'],
  ])('is scipy’s: %s', (_what, differences, pValue, method) => {
    const found = wilcoxon(differences)
    expect(found.pValue).toBeCloseTo(pValue, 12)
    expect(found.method).toBe(method)
  })

  test('is exact over all ways to sign the ranks', () => {
    const differences = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(differences, fc.nat(), (sizes, signs) => {
        const found = wilcoxon(Float64Array.from(sizes, (size, at) => (signs & (1 << at) ? size : -size)))
        const smaller = Math.min(found.positiveRanks, found.negativeRanks)
        expect(found.pValue).toBeCloseTo(bySigns(sizes.length, smaller), 12)
      }),
    )
  })

  test('turns around when the pairs do', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 70 }), values => {
        const [there, back] = [values, values.map(value => -value)].map(all =>
          wilcoxon(Float64Array.from(all)),
        )
        expect(back).toEqual({
          ...there,
          positiveRanks: there?.negativeRanks,
          negativeRanks: there?.positiveRanks,
        })
      }),
    )
  })

  test('has nothing to say where no pair differs', () => {
    expect(wilcoxon(Float64Array.of(0, -0))).toMatchObject({ pValue: 1, zeros: 2, positiveRanks: 0 })
  })

  test.each([
    ['no pairs', Float64Array.of(), 'empty-sample'],
    ['NaN', Float64Array.of(1, Number.NaN), 'bad-data'],
  ])('refuses %s', (_what, differences, code) => {
    expect(() => wilcoxon(differences)).toThrow(expect.objectContaining({ code }))
  })
})
