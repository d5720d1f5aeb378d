import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FeatureDrift } from '../../../src/domain/drift/feature-drift.ts'
import { effectOf, rankDrifted } from '../../../src/domain/drift/rank-drifted.ts'

const moved = (
  feature: string,
  distance: number,
  status: FeatureDrift['status'] = 'drift',
): FeatureDrift => ({
  feature,
  status,
  grounds: ['distribution'],
  values: {
    test: 'kolmogorov-smirnov',
    distance,
    'p-value': 0.001,
    'unadjusted-p-value': 0.001,
    'smallest-distance': 0.05,
  },
})
const gone = (feature: string): FeatureDrift => ({ feature, status: 'drift', grounds: ['gone'] })
const order = (features: readonly FeatureDrift[], losses?: ReadonlyMap<string, number>) =>
  rankDrifted(features, losses).map(({ feature }) => feature)

test('what matters to the model comes first where that was measured, and what moved furthest where it was not', () => {
  const features = [moved('a', 0.2), moved('b', 0.5), moved('steady', 0.05, 'ok'), moved('c', 0.3)]
  expect(order(features)).toEqual(['b', 'c', 'a'])
  // By hand: 0.2 · 0.1 = 0.02, 0.5 · 0.01 = 0.005, 0.3 · 0 = 0.
  const losses = new Map([
    ['a', 0.1],
    ['b', 0.01],
  ])
  expect(rankDrifted(features, losses)).toEqual([
    { feature: 'a', effect: 0.2, importance: 0.1 },
    { feature: 'b', effect: 0.5, importance: 0.01 },
    { feature: 'c', effect: 0.3, importance: 0 },
  ])
})

test('of what the model does not read, or does better without, what moved furthest comes first', () => {
  const losses = new Map([['a', -0.2]])
  expect(order([moved('b', 0.2), moved('a', 0.3), gone('c')], losses)).toEqual(['c', 'a', 'b'])
})

test('a column that is gone moved as far as can be, and one of which more is missing by so much', () => {
  expect(effectOf(gone('a'))).toBe(1)
  const missing = { rates: [0.1, 0.7], 'p-value': 0, 'unadjusted-p-value': 0 }
  expect(effectOf({ ...moved('a', 0.2), grounds: ['missing-values'], missing })).toBeCloseTo(0.6, 12)
  expect(effectOf({ ...moved('a', 0.2), missing })).toBe(0.2)
})

test('everything that drifted is there once, however it is ordered, and in the same order', () => {
  const feature = fc.tuple(fc.string(), fc.double({ min: 0.11, max: 1, noNaN: true }))
  fc.assert(
    fc.property(
      fc.uniqueArray(feature, { selector: ([name]) => name }),
      fc.double({ min: -1, max: 1, noNaN: true }),
      (found, loss) => {
        const features = found.map(([name, distance]) => moved(name, distance))
        const losses = new Map(found.slice(0, 1).map(([name]) => [name, loss]))
        expect(order(features, losses).toSorted()).toEqual(found.map(([name]) => name).toSorted())
        expect(order(features, losses)).toEqual(order(features, losses))
      },
    ),
  )
})
