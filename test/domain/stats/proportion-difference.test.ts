import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newcombeInterval, tangoInterval } from '../../../src/domain/stats/proportion-difference.ts'
import { goldenIntervals } from '../../support/golden-intervals.ts'

const golden = goldenIntervals()

describe('Newcombe’s interval of the difference of independent proportions', () => {
  test.each(golden.independent)(
    'is that of statsmodels: $first and $second',
    ({ first, second, newcombe }) => {
      const found = newcombeInterval(
        { hits: first[0], total: first[1] },
        { hits: second[0], total: second[1] },
      )
      expect(found.low).toBeCloseTo(newcombe[0], 12)
      expect(found.high).toBeCloseTo(newcombe[1], 12)
    },
  )

  test('is that of Newcombe’s table: 56 of 70 against 48 of 80', () => {
    const { low, high } = newcombeInterval({ hits: 56, total: 70 }, { hits: 48, total: 80 })
    expect([low, high].map(bound => bound.toFixed(4))).toEqual(['-0.3339', '-0.0524'])
  })
})

describe('Tango’s interval of the difference of paired proportions', () => {
  test.each(golden.tango)(
    'is what likelihood by brute force gives: $firstOnly, $secondOnly of $total',
    ({ low, high, ...rows }) => {
      const found = tangoInterval(rows)
      expect(found.low).toBeCloseTo(low, 12)
      expect(found.high).toBeCloseTo(high, 12)
    },
  )

  test('holds the estimate, stays in [−1, 1] and turns around when the models change places', () => {
    const rows = fc
      .tuple(fc.nat({ max: 60 }), fc.nat({ max: 60 }), fc.nat({ max: 500 }))
      .filter(([a, b, same]) => a + b + same > 0)
    fc.assert(
      fc.property(rows, ([firstOnly, secondOnly, same]) => {
        const total = firstOnly + secondOnly + same
        const { low, high } = tangoInterval({ firstOnly, secondOnly, total })
        const estimate = (secondOnly - firstOnly) / total
        expect(low).toBeGreaterThanOrEqual(-1)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(estimate + 1e-15)
        expect(high).toBeGreaterThanOrEqual(estimate - 1e-15)
        const back = tangoInterval({ firstOnly: secondOnly, secondOnly: firstOnly, total })
        expect(back.low).toBeCloseTo(-high, 12)
      }),
    )
  })

  test.each([
    ['no rows', { firstOnly: 0, secondOnly: 0, total: 0 }, 'empty-sample'],
    ['more discordant rows than rows', { firstOnly: 2, secondOnly: 2, total: 3 }, 'bad-input'],
    ['a negative count', { firstOnly: -1, secondOnly: 2, total: 3 }, 'bad-input'],
  ])('refuses %s', (_what, discordance, code) => {
    expect(() => tangoInterval(discordance)).toThrow(expect.objectContaining({ code }))
  })
})
