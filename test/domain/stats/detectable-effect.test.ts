import { expect, test } from 'vitest'
import { chiSquared } from '../../../src/domain/stats/chi-squared.ts'
import { detectableAssociation, detectableDistance } from '../../../src/domain/stats/detectable-effect.ts'
import { kolmogorovSeries } from '../../../src/domain/stats/kolmogorov-series.ts'

test('of 200 rows each a distance below 0.13 is never significant: 1.358 √(2 / 200), less the correction for size', () => {
  expect(detectableDistance(200, 200, 0.05)).toBeCloseTo(0.134, 3)
  expect(detectableDistance(1e6, 1e6, 0.05)).toBeCloseTo(1.3581 * Math.sqrt(2e-6), 5)
})

test('the distance found is where the level is met, at unequal sizes too', () => {
  for (const [n, m] of [
    [50, 70],
    [300, 5000],
  ] as const) {
    expect(kolmogorovSeries(detectableDistance(n, m, 0.05), n, m)).toBeCloseTo(0.05, 9)
  }
  expect(detectableDistance(2, 2, 0.05)).toBe(1)
})

test('the association found is that of a table whose p-value is the level', () => {
  // χ² of one degree of freedom is 3.841 at 5 %.
  const total = 1000
  const shift = Math.sqrt((3.8414588 / total) * 0.25) * (total / 2)
  const table = [
    [total / 4 + shift / 1, total / 4 - shift / 1],
    [total / 4 - shift / 1, total / 4 + shift / 1],
  ]
  const { pValue, cramersVCorrected } = chiSquared(table)
  expect(pValue).toBeCloseTo(0.05, 6)
  expect(detectableAssociation(2, total, 0.05)).toBeCloseTo(cramersVCorrected, 6)
})

test('with more rows less can be seen', () => {
  expect(detectableAssociation(5, 10_000, 0.05)).toBeLessThan(detectableAssociation(5, 1000, 0.05))
  expect(detectableAssociation(3, 2, 0.05)).toBeGreaterThanOrEqual(0)
})
