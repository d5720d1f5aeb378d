import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kolmogorovSmirnov } from '../../../src/domain/stats/kolmogorov-smirnov.ts'

const RESAMPLING = { resamples: 200, seed: 1 }
const numbers = (...values: number[]) => Float64Array.from(values)
/** Evenly spread, in no order, moved by `shift`. */
const spread = (length: number, shift = 0) =>
  Float64Array.from({ length }, (_, index) => ((index * 7919) % length) / length + shift)
const levels = (length: number, count: number) =>
  Float64Array.from({ length }, (_, index) => (index * index) % count)

describe('the Kolmogorov–Smirnov test', () => {
  test('tells how far the samples lie apart, where, and how likely that is', () => {
    // With the tie 12 of the 35 ways to deal 4 and 3 values lie 2/3 apart; scipy, which does not see it, says 0.4.
    expect(kolmogorovSmirnov(numbers(1, 1.01, 3, 4), numbers(1.01, 0.5, 0.25), RESAMPLING)).toEqual({
      statistic: 8 / 12,
      location: 0.5,
      sign: -1,
      wasserstein: expect.closeTo(1.6658333333333333, 12),
      pValue: expect.closeTo(12 / 35, 14),
      method: 'exact',
      reference: { used: 4, nan: 0, infinite: 0 },
      current: { used: 3, nan: 0, infinite: 0 },
    })
  })

  test('counts NaN and infinities and compares without them', () => {
    const { NaN: nan, POSITIVE_INFINITY: up, NEGATIVE_INFINITY: down } = Number
    const found = kolmogorovSmirnov(numbers(nan, 1, up, 2), numbers(2, down, 3, nan, nan), RESAMPLING)
    expect(found).toEqual({
      ...kolmogorovSmirnov(numbers(1, 2), numbers(2, 3), RESAMPLING),
      reference: { used: 2, nan: 1, infinite: 1 },
      current: { used: 2, nan: 2, infinite: 1 },
    })
  })

  test.each([
    ['few values', spread(300), spread(200, 0.01), 'exact'],
    ['equal sizes without ties, however many', spread(50_000), spread(50_000, 0.000_003), 'exact'],
    ['few ties among many values', spread(20_000), spread(19_000, 0.1), 'series'],
    ['many values of a narrow band', spread(20_000), spread(19_000, 0.001), 'exact'],
    ['few distinct values, many rows', levels(40_000, 7), levels(30_000, 11), 'monte-carlo'],
    ['few distinct values, few rows', levels(900, 7), levels(700, 11), 'exact'],
    ['distinct values in the thousands, many rows', levels(90_000, 4_001), levels(80_000, 3_001), 'series'],
  ])('chooses by what it costs: %s', (_what, reference, current, method) => {
    expect(kolmogorovSmirnov(reference, current, RESAMPLING).method).toBe(method)
  })

  test('does not change under any monotone change of the values, nor with their order', () => {
    const sample = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const { statistic, sign, pValue } = kolmogorovSmirnov(numbers(...a), numbers(...b), RESAMPLING)
        const changed = (values: readonly number[]) => Float64Array.from(values.toReversed(), Math.exp)
        expect(kolmogorovSmirnov(changed(a), changed(b), RESAMPLING)).toMatchObject({
          statistic,
          sign,
          pValue,
        })
      }),
    )
  })

  test.each([
    ['reference', numbers(Number.NaN), numbers(1)],
    ['current', numbers(1), numbers()],
  ])('refuses a %s sample without a finite value', (_which, reference, current) => {
    expect(() => kolmogorovSmirnov(reference, current, RESAMPLING)).toThrow(
      expect.objectContaining({ code: 'empty-sample' }),
    )
  })
})
