import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mcnemar } from '../../../src/domain/stats/mcnemar.ts'

/** Chances of 0 to n heads of a fair coin. */
function chances(n: number): number[] {
  let row = [1]
  for (let toss = 0; toss < n; toss += 1) row = [...row, 0].map((way, k) => (way + (row[k - 1] ?? 0)) / 2)
  return row
}

describe('McNemar’s exact test', () => {
  test('worked by hand', () => {
    // Of 2¹⁰ ways, 1 + 10 have at most one head, and as many at most one tail; 10 + 10 are as likely as the observed.
    expect(mcnemar(1, 9).pValue).toBeCloseTo(22 / 1024, 15)
    expect(mcnemar(1, 9).midP).toBeCloseTo(12 / 1024, 15)
    expect(mcnemar(0, 4)).toEqual({ pValue: 0.125, midP: 0.0625 })
  })

  // scipy 1.17.1, binomtest, less binom.pmf for the mid-p; statsmodels’ mcnemar gives the first one too.
  test.each([
    [150, 210, 0.001834007417096482, 0.0015534937395615515],
    [30, 50, 0.03299261842647619, 0.025654357971696278],
    [400_000, 402_000, 0.025604231025725722, 0.025530640088043142],
  ])('is scipy’s for %i against %i', (first, second, pValue, midP) => {
    expect(mcnemar(first, second).pValue / pValue).toBeCloseTo(1, 9)
    expect(mcnemar(first, second).midP / midP).toBeCloseTo(1, 9)
  })

  test('is that of the definition, either way round', () => {
    const count = fc.nat(25)
    fc.assert(
      fc.property(count, count, (first, second) => {
        const all = chances(first + second)
        const observed = all[first] as number
        const less = all
          .filter(chance => chance < observed * (1 - 1e-9))
          .reduce((sum, chance) => sum + chance, 0)
        const found = mcnemar(first, second)
        expect(mcnemar(second, first)).toEqual(found)
        if (first + second === 0) return
        const equal = first === second ? observed : 2 * observed
        expect(found.pValue).toBeCloseTo(less + equal, 12)
        expect(found.midP).toBeCloseTo(less + equal / 2, 12)
      }),
    )
  })

  test('has nothing to say where no row differs', () => {
    expect(mcnemar(0, 0)).toEqual({ pValue: 1, midP: 1 })
  })

  test.each([-1, 1.5, Number.NaN])('refuses %d rows', count => {
    expect(() => mcnemar(count, 3)).toThrow(expect.objectContaining({ code: 'bad-data' }))
    expect(() => mcnemar(3, count)).toThrow(expect.objectContaining({ code: 'bad-data' }))
  })
})
