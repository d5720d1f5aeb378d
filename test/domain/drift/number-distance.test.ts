import fc from 'fast-check'
import { expect, test } from 'vitest'
import { edgesAt, edgesOfFew } from '../../../src/domain/drift/edges.ts'
import { numberDistance } from '../../../src/domain/drift/number-distance.ts'
import { profileNumbers } from '../../../src/domain/drift/number-profile.ts'
import { tieRunEnds } from '../../../src/domain/stats/distribution-distance.ts'
import { kolmogorovSmirnov } from '../../../src/domain/stats/kolmogorov-smirnov.ts'

const RESAMPLING = { resamples: 10, seed: 1 }
const sample = fc
  .array(fc.oneof(fc.double({ min: -5, max: 5, noNaN: true }), fc.integer({ min: -2, max: 2 })), {
    minLength: 1,
  })
  .map(values => Float64Array.from(values, value => value + 0))

test('worked by hand: a step of one cell, and what may lie within it', () => {
  const cut = edgesAt([0, 1, 2])
  const reference = profileNumbers(Float64Array.of(0, 0.5, 1.5, 2), 0, cut)
  const current = profileNumbers(Float64Array.of(1.2, 1.4, 1.8, 3), 0, cut)
  // F at 0, 1 and 2: 1/4, 1/2, 1. G: 0, 0, 3/4. Within (1, 2] they may first part by 1/2 more.
  expect(numberDistance(reference, current)).toMatchObject({
    n: 4,
    m: 4,
    steps: 8,
    most: 1,
    location: 1,
    sign: 1,
    runEnds: Uint32Array.of(1, 2, 7, 8),
  })
})

test('the exact distance lies between the bounds, whatever the samples and the cells', () => {
  fc.assert(
    fc.property(sample, sample, sample, (first, second, edges) => {
      const cut = edgesAt([...edges, ...edges.slice(0, 2)].sort((a, b) => a - b))
      const [reference, current] = [profileNumbers(first, 0, cut), profileNumbers(second, 0, cut)]
      const { statistic } = kolmogorovSmirnov(first, second, RESAMPLING)
      const { n, m, steps, most } = numberDistance(reference, current)
      expect(steps / (n * m)).toBeLessThanOrEqual(statistic)
      expect(most).toBeGreaterThanOrEqual(statistic - 1e-12)
    }),
  )
})

test('where every value is an atom nothing is left open', () => {
  fc.assert(
    fc.property(sample, sample, (first, second) => {
      const cut = edgesOfFew([...first, ...second])
      const [reference, current] = [profileNumbers(first, 0, cut), profileNumbers(second, 0, cut)]
      const exact = kolmogorovSmirnov(first, second, RESAMPLING)
      const { n, m, steps, most, location, sign, wasserstein, runEnds } = numberDistance(reference, current)
      expect(steps / (n * m)).toBe(exact.statistic)
      expect(most).toBeCloseTo(exact.statistic, 12)
      expect(wasserstein).toBeCloseTo(exact.wasserstein, 9)
      if (steps > 0) expect({ location, sign }).toEqual({ location: exact.location, sign: exact.sign })
      const sorted = [first.toSorted(), second.toSorted()] as const
      expect(runEnds).toEqual(tieRunEnds(...sorted, new Set([...first, ...second]).size))
    }),
  )
})

test('the area between smooth distributions is near', () => {
  const grid = Float64Array.from({ length: 4000 }, (_, index) => index / 4000)
  const cut = edgesAt(Array.from({ length: 129 }, (_, index) => index / 128))
  const moved = grid.map(value => value + 0.25)
  const { wasserstein } = numberDistance(profileNumbers(grid, 0, cut), profileNumbers(moved, 0, cut))
  expect(wasserstein).toBeCloseTo(0.25, 2)
})
