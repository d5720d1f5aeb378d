import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fisherExact } from '../../../src/domain/stats/fisher.ts'

type Table = readonly [number, number, number, number]

const choose = (n: number, k: number): bigint => {
  let ways = 1n
  for (let i = 1; i <= k; i += 1) ways = (ways * BigInt(n - k + i)) / BigInt(i)
  return ways
}

/** The definition, in whole numbers of any size: ways to fill the upper left cell. */
function byDefinition([a, b, c, d]: Table) {
  const ways = (x: number) => choose(a + b, x) * choose(c + d, a + c - x)
  const possible = [...Array(a + c + 1).keys()].filter(x => x <= a + b && a + c - x <= c + d)
  const sum = (chosen: readonly number[]) => chosen.reduce((total, x) => total + ways(x), 0n)
  const less = sum(possible.filter(x => ways(x) < ways(a)))
  const equal = sum(possible.filter(x => ways(x) === ways(a)))
  const all = sum(possible)
  return { pValue: Number(less + equal) / Number(all), midP: Number(2n * less + equal) / Number(2n * all) }
}

describe('Fisher’s exact test', () => {
  test('worked by hand: the lady tasting tea', () => {
    // Of C(8, 4) = 70 ways, 16 + 1 on this side and as many on the other are no likelier; 32 are as likely.
    expect(fisherExact(3, 1, 1, 3).pValue).toBeCloseTo(34 / 70, 14)
    expect(fisherExact(3, 1, 1, 3).midP).toBeCloseTo(18 / 70, 14)
  })

  // scipy 1.17.1, fisher_exact.
  test.each<[...Table, number]>([
    [12, 5, 29, 2, 0.08026855207410463],
    [130, 370, 240, 260, 7.033873081200919e-13],
    [0, 10, 8, 2, 0.000714455822814956],
    [900, 100, 850, 150, 0.0008950875386906894],
    [5, 0, 0, 5, 0.007936507936507938],
  ])('is scipy’s for %i, %i, %i, %i', (a, b, c, d, wanted) => {
    expect(fisherExact(a, b, c, d).pValue / wanted).toBeCloseTo(1, 11)
  })

  test('is that of the definition', () => {
    const count = fc.nat(14)
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        fc.pre(Math.min(a + b, c + d, a + c, b + d) > 0)
        const [found, wanted] = [fisherExact(a, b, c, d), byDefinition([a, b, c, d])]
        expect(found.pValue).toBeCloseTo(wanted.pValue, 12)
        expect(found.midP).toBeCloseTo(wanted.midP, 12)
      }),
      { numRuns: 300 },
    )
  })

  test('counts the mirror image as equally likely, whichever way rounding goes', () => {
    expect(fisherExact(0, 13, 5, 8).midP).toBeCloseTo(fisherExact(5, 8, 0, 13).midP, 12)
    expect(fisherExact(3, 13, 8, 8).midP).toBeCloseTo(fisherExact(8, 8, 3, 13).midP, 12)
  })

  test.each<Table>([
    [0, 0, 3, 4],
    [3, 0, 4, 0],
    [0, 0, 0, 0],
  ])('has nothing to say where the margins leave no choice: %i, %i, %i, %i', (a, b, c, d) => {
    expect(fisherExact(a, b, c, d)).toEqual({ pValue: 1, midP: 1 })
  })

  test.each([-1, 0.5, Number.NaN])('refuses %d rows', count => {
    expect(() => fisherExact(1, 2, count, 3)).toThrow(expect.objectContaining({ code: 'bad-data' }))
  })
})
