import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leadersOf, marginsOf, pickUncertain } from '../../../src/domain/retraining/uncertain-rows.ts'

describe('the margin', () => {
  test('of two classes is how far the probability of one lies from even', () => {
    expect([...marginsOf([0.5, 0.75, 0.125, 1, 0], 1)]).toEqual([0, 0.5, 0.75, 1, 1])
    expect([...marginsOf([0.5, 0.5, 0.25, 0.75], 2)]).toEqual([0, 0.5])
  })

  test('of more is between the first and the second', () => {
    const probabilities = [0.5, 0.25, 0.25, 0.125, 0.5, 0.375, 0, 0, 1]
    expect([...marginsOf(probabilities, 3)]).toEqual([0.25, 0.125, 1])
    expect([0, 1, 2].map(row => leadersOf(probabilities, 3, row))).toEqual([
      [0, 1],
      [1, 2],
      [2, 0],
    ])
  })

  test('is that of a full sort', () => {
    const rows = fc
      .integer({ min: 2, max: 6 })
      .chain(width =>
        fc.tuple(
          fc.constant(width),
          fc.array(fc.float({ min: 0, max: 1, noNaN: true }), { minLength: width, maxLength: width }),
        ),
      )
    fc.assert(
      fc.property(rows, ([width, row]) => {
        const [first = 0, second = 0] = row.toSorted((a, b) => b - a)
        expect([...marginsOf(row, width)]).toEqual([first - second])
      }),
    )
  })
})

const pick = (margins: number[], strata: number[], given: number[], seed = 0) => [
  ...pickUncertain(Float64Array.from(margins), Uint32Array.from(strata), given, seed),
]

describe('the rows picked', () => {
  test('are the least certain, least first', () => {
    expect(pick([0.9, 0.1, 0.5, 0.3], [0, 0, 0, 0], [2])).toEqual([1, 3])
  })

  test('are so many of each stratum', () => {
    expect(pick([0.9, 0.1, 0.5, 0.3], [1, 0, 1, 0], [1, 1])).toEqual([1, 2])
  })

  test('of equals are chance that the seed decides, the same everywhere', () => {
    const equal = Array.from({ length: 1000 }, () => 0.5)
    const strata = equal.map(() => 0)
    const first = pick(equal, strata, [5], 1)
    expect(pick(equal, strata, [5], 1)).toEqual(first)
    expect(pick(equal, strata, [5], 2)).not.toEqual(first)
    // Of a thousand equal rows each is picked about as often as any other: 5 in 1,000 draws of 5, 20 at most.
    const counts = new Map<number, number>()
    for (let seed = 0; seed < 1000; seed += 1)
      for (const row of pick(equal, strata, [5], seed)) counts.set(row, (counts.get(row) ?? 0) + 1)
    expect(Math.max(...counts.values())).toBeLessThanOrEqual(20)
    expect(counts.size).toBeGreaterThan(950)
  })

  test('leave out none that is less certain than one of them, of its stratum', () => {
    const row = fc.tuple(fc.constantFrom(0, 0.1, 0.2, 0.5, 1), fc.constantFrom(0, 1))
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 30 }),
        fc.nat(),
        fc.nat(),
        (rows, wanted, seed) => {
          const [margins, strata] = [rows.map(([margin]) => margin), rows.map(([, stratum]) => stratum)]
          const sizes = [0, 1].map(stratum => strata.filter(one => one === stratum).length)
          const given = sizes.map(size => (size === 0 ? 0 : wanted % (size + 1)))
          const picked = pick(margins, strata, given, seed)
          expect(new Set(picked).size).toBe(picked.length)
          const at = (index: number) => margins[index] as number
          expect(picked.map(at)).toEqual(picked.map(at).toSorted((a, b) => a - b))
          for (const stratum of [0, 1]) {
            const [inside, outside] = [true, false].map(wants =>
              [...margins.keys()]
                .filter(index => strata[index] === stratum && picked.includes(index) === wants)
                .map(at),
            )
            expect(inside).toHaveLength(given[stratum] as number)
            expect(Math.max(...(inside ?? []), -1)).toBeLessThanOrEqual(Math.min(...(outside ?? []), 2))
          }
        },
      ),
    )
  })
})
