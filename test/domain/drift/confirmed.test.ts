import fc from 'fast-check'
import { expect, test } from 'vitest'
import { confirmedDrift } from '../../../src/domain/drift/confirmed.ts'
import type { FeatureDrift } from '../../../src/domain/drift/feature-drift.ts'

/** A run a letter: d drifts, o is ok, i has insufficient data, a dot does not know the feature. */
const runsOf = (letters: string) =>
  [...letters].map(letter => {
    const status = { d: 'drift', o: 'ok', i: 'insufficient-data' }[letter] as
      | FeatureDrift['status']
      | undefined
    return status === undefined ? [] : [{ feature: 'x', status, grounds: [] }]
  })

test.each([
  ['', false],
  ['d', false],
  ['dd', true],
  ['dod', true],
  ['dood', false],
  ['ddo', false],
  // A run that could not tell is none of the three.
  ['diid', true],
  ['d..d', true],
  ['ddi', false],
])('2 of the last 3 runs: %s', (letters, isConfirmed) => {
  expect(confirmedDrift(runsOf(letters), { least: 2, of: 3 })).toEqual(isConfirmed ? ['x'] : [])
})

test('each feature by itself', () => {
  const run = (...features: string[]) =>
    features.map(feature => ({ feature, status: 'drift' as const, grounds: [] }))
  expect(confirmedDrift([run('a', 'b'), run('b', 'c')], { least: 2, of: 3 })).toEqual(['b'])
})

test('1 of 1 is the last run alone', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[doi.]{0,6}$/), letters => {
      expect(confirmedDrift(runsOf(letters), { least: 1, of: 1 }).length).toBe(letters.endsWith('d') ? 1 : 0)
    }),
  )
})
