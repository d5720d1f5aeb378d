import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clopperPearsonInterval, wilsonInterval } from '../../../src/domain/stats/proportion.ts'
import { goldenIntervals } from '../../support/golden-intervals.ts'

const shares = fc
  .integer({ min: 1, max: 2_000 })
  .chain(total => fc.record({ hits: fc.nat({ max: total }), total: fc.constant(total) }))

describe.each(goldenIntervals().proportions)('of $hits of $total', ({ hits, total, wilson, exact }) => {
  test('Wilson’s interval is that of statsmodels', () => {
    const { low, high } = wilsonInterval({ hits, total })
    expect(low).toBeCloseTo(wilson[0], 12)
    expect(high).toBeCloseTo(wilson[1], 12)
  })

  test('Clopper and Pearson’s interval is that of statsmodels', () => {
    const { low, high } = clopperPearsonInterval({ hits, total })
    expect(low).toBeCloseTo(exact[0], 10)
    expect(high).toBeCloseTo(exact[1], 10)
  })
})

describe.each([
  ['Wilson’s interval', wilsonInterval],
  ['Clopper and Pearson’s interval', clopperPearsonInterval],
])('%s', (_name, interval) => {
  test('holds the share, stays in [0, 1] and turns around with hits and misses', () => {
    fc.assert(
      fc.property(shares, ({ hits, total }) => {
        const [here, there] = [interval({ hits, total }), interval({ hits: total - hits, total })]
        expect(here.low).toBeGreaterThanOrEqual(0)
        expect(here.low).toBeLessThanOrEqual(hits / total)
        expect(here.high).toBeGreaterThanOrEqual(hits / total)
        expect(here.high).toBeLessThanOrEqual(1)
        expect(there.low).toBeCloseTo(1 - here.high, 10)
      }),
    )
  })

  test.each([
    ['nothing', { hits: 0, total: 0 }, 'empty-sample'],
    ['more than all', { hits: 3, total: 2 }, 'bad-input'],
    ['less than none', { hits: -1, total: 2 }, 'bad-input'],
    ['no number', { hits: Number.NaN, total: 2 }, 'bad-input'],
  ])('refuses %s', (_what, proportion, code) => {
    expect(() => interval(proportion)).toThrow(expect.objectContaining({ code }))
  })
})
