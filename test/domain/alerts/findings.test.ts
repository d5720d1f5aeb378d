import { expect, test } from 'vitest'
import { driftCauses, driftFinding } from '../../../src/domain/alerts/drift-finding.ts'
import { noDataFinding } from '../../../src/domain/alerts/no-data-finding.ts'
import type { FeatureDrift } from '../../../src/domain/drift/feature-drift.ts'
import type { DriftingFeature } from '../../../src/domain/monitoring/drifting.ts'

const DISTANCE = {
  test: 'kolmogorov-smirnov',
  distance: 0.3,
  'p-value': 0,
  'unadjusted-p-value': 0,
  'smallest-distance': 0.05,
} as const
const drifted = (feature: string, facts: Partial<FeatureDrift> = {}): FeatureDrift => ({
  feature,
  status: 'drift',
  grounds: ['distribution'],
  values: DISTANCE,
  ...facts,
})
const other = (feature: string, status: FeatureDrift['status']): FeatureDrift => ({
  feature,
  status,
  grounds: [],
})
const ok = (feature: string) => other(feature, 'ok')

const SINCE = '2026-03-01T10:00:00Z'
/** What drifts as of the run: confirmed where it ends in an exclamation mark. */
const drifting = (...features: string[]): DriftingFeature[] =>
  features.map(text => ({
    feature: text.replace('!', ''),
    since: SINCE,
    confirmed: text.endsWith('!'),
  }))

test('drift is told when runs before confirm it, of what it can be told and since when', () => {
  const run = [drifted('x'), ok('y'), drifted('z'), other('few', 'insufficient-data')]
  expect(driftFinding(run, drifting('x!', 'z'))).toEqual({
    is: 'bad',
    items: [{ name: 'x', size: 0.3, since: SINCE }],
    untold: ['z', 'few'],
  })
  expect(driftFinding([drifted('x')], drifting('x'))).toMatchObject({ is: 'unknown' })
})

test('a run is good when nothing drifted, and tells nothing when nothing was compared', () => {
  expect(driftFinding([ok('x'), other('y', 'error')], [])).toEqual({ is: 'good', untold: ['y'] })
  expect(driftFinding([], [])).toMatchObject({ is: 'unknown' })
  expect(driftFinding([other('x', 'insufficient-data')], [])).toMatchObject({ is: 'unknown' })
})

test('a feature is as bad as it moved furthest; what cannot be measured is as bad as can be', () => {
  const missing = { rates: [0.1, 0.6], 'p-value': 0, 'unadjusted-p-value': 0 }
  const run: FeatureDrift[] = [
    drifted('both', { grounds: ['distribution', 'missing-values'], missing }),
    drifted('missing', { grounds: ['missing-values'], missing: { ...missing, rates: [0.5, 0.25] } }),
    { feature: 'gone', status: 'drift' as const, grounds: ['gone' as const] },
  ]
  expect(driftFinding(run, drifting('both!', 'missing!', 'gone!'))).toMatchObject({
    items: [
      { name: 'both', size: 0.5 },
      { name: 'missing', size: 0.25 },
      { name: 'gone', size: 1 },
    ],
  })
  expect(driftCauses(run).map(cause => cause.split(' ')[0])).toEqual(['whoever', 'a', 'other'])
  expect(driftCauses([{ ...ok('x'), grounds: ['gone'] }])).toEqual([])
})

/** A run a letter: t could tell, n could not. */
const looked = (letters: string) => ({ name: letters, couldTell: [...letters].map(letter => letter === 't') })

test.each([
  ['t', 'good'],
  ['nnt', 'good'],
  ['tn', 'unknown'],
  ['ttnn', 'unknown'],
  ['tnnn', 'bad'],
  ['nnn', 'bad'],
  ['', 'unknown'],
])('three runs in a row that could not tell are told of: %s', (letters, is) => {
  expect(noDataFinding([looked(letters)]).is).toBe(is)
})

test('each monitor by itself, as bad as it is long', () => {
  expect(noDataFinding([looked('tnnnn'), looked('t'), looked('tn')])).toEqual({
    is: 'bad',
    items: [{ name: 'tnnnn', size: 4 }],
    untold: ['tn'],
  })
  expect(noDataFinding([looked('t'), looked('tn')]).is).toBe('unknown')
  expect(noDataFinding([]).is).toBe('unknown')
})
