import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocateRows, drawRows } from '../../../src/domain/stats/stratified-sample.ts'

const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0)

describe('an allocation', () => {
  test.each([
    // Shares 4.67, 2.33 and 0: worked by hand.
    [[14, 7], 7, [5, 2]],
    // Shares 4.5 and 4.5: of equals the first one counts.
    [[50, 50], 9, [5, 4]],
    // Shares 9.9, 0.09 and 0.01: the small ones get a row each, at the cost of the large one.
    [[990, 9, 1], 10, [8, 1, 1]],
    [[3], 2, [2]],
    [[2, 3, 4], 9, [2, 3, 4]],
    [[5, 5, 5], 3, [1, 1, 1]],
    // The rows of one stratum times those that are wanted do not fit into a number.
    [[2 ** 40, 2 ** 40 + 1], 2 ** 40, [2 ** 39, 2 ** 39]],
  ])('of %j to %j rows is %j', (sizes, wanted, given) => {
    expect(allocateRows(sizes, wanted)).toEqual(given)
  })

  test('is whole, gives each stratum a row at least and no more than it has, and is near its share', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(sizes, fc.double({ min: 0, max: 1, noNaN: true }), (rows, part) => {
        const wanted = rows.length + Math.floor(part * (sum(rows) - rows.length))
        const given = allocateRows(rows, wanted)
        expect(sum(given)).toBe(wanted)
        const shares = rows.map(size => (size * wanted) / sum(rows))
        for (const [stratum, count] of given.entries()) {
          expect(count).toBeGreaterThanOrEqual(1)
          expect(count).toBeLessThanOrEqual(rows[stratum] as number)
          // Only what was taken for strata without a row may lie further off.
          if (shares.every(share => share >= 1))
            expect(Math.abs(count - (shares[stratum] as number))).toBeLessThan(1)
        }
      }),
    )
  })
})

describe('a draw', () => {
  const strata = (...sizes: number[]) =>
    Uint32Array.from(sizes.flatMap((size, stratum) => Array<number>(size).fill(stratum)))

  // By an implementation of generator and method in Python.
  const FIRST = [6, 11, 12, 14, 28, 29]

  test('of a seed is the same for ever', () => {
    expect([...drawRows(strata(20, 10), [4, 2], 7)]).toEqual(FIRST)
    expect([...drawRows(strata(20, 10), [4, 2], 8)]).not.toEqual(FIRST)
  })

  test('holds as many rows of each stratum as are wanted, in the order of the file', () => {
    const codes = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 80 })
    fc.assert(
      fc.property(codes, fc.nat(), fc.nat(), (rows, seed, part) => {
        const sizes = [0, 1, 2, 3].map(stratum => rows.filter(code => code === stratum).length)
        const given = sizes.map(size => part % (size + 1))
        const drawn = [...drawRows(Uint32Array.from(rows), given, seed)]
        expect(drawn).toEqual([...new Set(drawn)].sort((a, b) => a - b))
        expect(sizes.map((_, stratum) => drawn.filter(row => rows[row] === stratum).length)).toEqual(given)
      }),
    )
  })

  test('takes every pair of rows equally often', () => {
    const counts = new Map<string, number>()
    const draws = 30_000
    for (let seed = 0; seed < draws; seed += 1) {
      const key = drawRows(strata(5), [2], seed).join(' ')
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    // Ten pairs: chi-squared with nine degrees of freedom stays below 27.9 in 999 of 1,000 worlds.
    const expected = draws / 10
    const distance = sum([...counts.values()].map(count => (count - expected) ** 2 / expected))
    expect(counts.size).toBe(10)
    expect(distance).toBeLessThan(27.9)
  })
})
