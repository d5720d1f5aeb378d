import { describe, expect, test } from 'vitest'
import {
  betaQuantile,
  normalCdf,
  normalPValue,
  normalQuantile,
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
