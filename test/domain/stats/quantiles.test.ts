import { describe, expect, test } from 'vitest'
import {
  betaQuantile,
  normalCdf,
  normalPValue,
  normalQuantile,
  studentPValue,
  studentQuantile,
  Z_975,
} from '../../../src/domain/stats/quantiles.ts'
import { goldenIntervals } from '../../support/golden-intervals.ts'

const { quantiles } = goldenIntervals()

/** Relative, so that the tails count; 0 against 0 is no error. */
const error = (found: number, wanted: number) =>
  found === wanted ? 0 : Math.abs(found - wanted) / Math.abs(wanted)

describe('the normal distribution', () => {
  test.each(quantiles.normal)('has scipy’s quantile at %d', (share, z) => {
    expect(share === 0.5 ? Math.abs(normalQuantile(share)) : error(normalQuantile(share), z)).toBeLessThan(
      1e-13,
    )
  })

  test.each(quantiles.cdf)('has scipy’s share below %d, in the tail too', (z, share) => {
    expect(error(normalCdf(z), share)).toBeLessThan(1e-12)
  })

  test('has its end points and the constant', () => {
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY)
    expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY)
    expect(error(normalQuantile(0.975), Z_975)).toBeLessThan(1e-14)
  })

  test('gives 1.96 standard errors 5 %, a difference without spread nothing, and none at all 1', () => {
    expect(normalPValue(-Z_975, 1)).toBeCloseTo(0.05, 14)
    expect(normalPValue(0.1, 0)).toBe(0)
    expect(normalPValue(0, 0)).toBe(1)
  })
})

test.each(quantiles.beta)('the beta quantile at %d of %d and %d is scipy’s', (share, alpha, beta, value) => {
  expect(error(betaQuantile(share, alpha, beta), value)).toBeLessThan(1e-10)
})

describe('Student’s t distribution', () => {
  test.each([
    // tan(0.475 π); 2 · 0.475 √(2 / (1 − 4 · 0.475²)); the rest as tables have them.
    [1, 12.7062047361747],
    [2, 4.302652729749464],
    [10, 2.228138851964939],
    [30, 2.042272456301238],
    [1000, 1.962339080826408],
  ])('with %d degrees of freedom has 2.5 %% above %d', (freedom, quantile) => {
    expect(error(studentQuantile(freedom), quantile)).toBeLessThan(1e-9)
    expect(studentPValue(-quantile, 1, freedom)).toBeCloseTo(0.05, 9)
  })

  test('falls to the normal one, without a step where that takes over', () => {
    const found = [0.7, 1.5, 7, 99, 1e4, 1e6, 9.9e8, 1e9, Number.POSITIVE_INFINITY].map(studentQuantile)
    expect(found).toEqual(found.toSorted((a, b) => b - a))
    expect((found.at(-3) ?? 0) - Z_975).toBeLessThan(1e-8)
    expect(found.at(-1)).toBe(Z_975)
  })

  test('keeps the digits of a small p: with two degrees of freedom 1 − t / √(2 + t²)', () => {
    for (const t of [1e-8, 0.5, 3, 1e5]) {
      const root = Math.sqrt(2 + t * t)
      expect(error(studentPValue(t, 1, 2), 2 / (root * (root + t)))).toBeLessThan(1e-10)
    }
  })
})
