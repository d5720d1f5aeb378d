import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEFAULT_THRESHOLDS, type FeatureDrift } from '../../../src/domain/drift/feature-drift.ts'
import {
  compareRuns,
  MonitorRun,
  PlainRun,
  parseRunPath,
  runPath,
  toMonitorRun,
} from '../../../src/domain/monitoring/run-record.ts'
import { parseJson, renderJson } from '../../../src/domain/registry/json-file.ts'
import type { DriftResult } from '../../../src/domain/results/drift.ts'
import { monitorRun } from '../../support/monitor-runs.ts'
import { RESULTS } from '../../support/results.ts'

const ABOUT = { at: '2026-03-01T10:00:00Z', run: { id: 4242, attempt: 1 } }
const DIGEST = 'abcdef012345'.padEnd(64, '0')

test('a run keeps what each feature came to, and leaves out what was not measured', () => {
  const window = { from: '2026-02-28T00:00:00Z', to: '2026-03-01T00:00:00Z' }
  const result: DriftResult = {
    ...RESULTS.drift,
    current: { ...RESULTS.drift.current, windows: [window] },
  }
  const run = toMonitorRun(result, { ...ABOUT, version: 3 })
  expect(MonitorRun.parse(run)).toEqual(run)
  expect(run).toMatchObject({
    schema: 1,
    model: 'churn',
    at: ABOUT.at,
    run: ABOUT.run,
    version: 3,
    window,
    outcome: 'failed',
    current: { rows: 1409 },
    thresholds: DEFAULT_THRESHOLDS,
  })
  expect(run.current).not.toHaveProperty('uri')
  expect(run.features.slice(0, 4)).toEqual([
    {
      feature: 'tenure',
      status: 'drift',
      grounds: ['distribution'],
      type: 'number',
      distance: 0.214,
      'p-value': 1.2e-9,
    },
    {
      feature: 'contract',
      status: 'drift',
      grounds: ['distribution', 'missing-values'],
      type: 'category',
      distance: 0.3,
      'p-value': 1e-20,
      missing: 0.2,
      'missing-p-value': 1e-12,
    },
    { feature: 'gender', status: 'drift', grounds: ['gone'] },
    { feature: 'charges', status: 'ok', type: 'number', distance: 0.02, 'p-value': 0.7 },
  ])
  expect(toMonitorRun(RESULTS.drift, { at: ABOUT.at, run: undefined })).toMatchObject({ run: 'terminal' })
})

test('a hundred features, each with all that is kept of one, take less than 20 kB', () => {
  const features = Array.from(
    { length: 100 },
    (_, at): FeatureDrift => ({
      feature: `monthly_charges_${at}`,
      status: 'ok',
      grounds: [],
      values: {
        test: 'kolmogorov-smirnov',
        distance: Math.PI / 40,
        'p-value': Math.E / 7,
        'unadjusted-p-value': Math.E / 9,
        'smallest-distance': 0.01,
      },
      ...(at % 2 === 0 && {
        missing: { rates: [1 / 3, 2 / 3], 'p-value': 1 / 7, 'unadjusted-p-value': 1 / 9 },
      }),
    }),
  )
  const result: DriftResult = { ...RESULTS.drift, features }
  expect(renderJson(MonitorRun, toMonitorRun(result, ABOUT)).length).toBeLessThan(20_000)
})

test.each([
  [ABOUT.run, 'monitoring/churn/2026/03/20260301T100000Z-4242.1-abcdef012345.json'],
  ['terminal' as const, 'monitoring/churn/2026/03/20260301T100000Z-terminal-abcdef012345.json'],
])('a path says when and by which run: %o', (run, path) => {
  expect(runPath(monitorRun({ at: ABOUT.at, run }), DIGEST)).toBe(path)
  expect(parseRunPath(path)).toEqual({ at: ABOUT.at, digest: DIGEST.slice(0, 12) })
})

test.each([
  'README.md',
  'monitoring/churn/2026/03/notes.json',
  'monitoring/churn/2026/04/20260301T100000Z-4242.1-abcdef012345.json',
  'monitoring/churn/20260301T100000Z-4242.1-abcdef012345.json',
  'monitoring/churn/2026/03/20260301T100000Z-0.1-abcdef012345.json',
  'monitoring/churn/2026/03/20260301T100000Z-4242.1-abcdef012345.json.bak',
])('%s is no run by its name', path => {
  expect(parseRunPath(path)).toBeUndefined()
})

const arbitraryRun = fc
  .record({
    seconds: fc.integer({ min: 0, max: 4_000_000_000 }),
    id: fc.integer({ min: 1, max: 100 }),
    attempt: fc.integer({ min: 1, max: 12 }),
    isTerminal: fc.boolean(),
  })
  .map(({ seconds, id, attempt, isTerminal }) =>
    monitorRun({
      at: `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`,
      run: isTerminal ? 'terminal' : { id, attempt },
    }),
  )

test('paths are in the order of time, whatever the digests, and say the time that they were made of', () => {
  fc.assert(
    fc.property(arbitraryRun, arbitraryRun, (a, b) => {
      const [first, second] = [runPath(a, 'f'.repeat(64)), runPath(b, '0'.repeat(64))]
      expect(parseRunPath(first)?.at).toBe(a.at)
      if (a.at !== b.at) expect(first < second).toBe(a.at < b.at)
      const order = compareRuns(a, b)
      expect(Math.sign(order)).toBe(-Math.sign(compareRuns(b, a)) + 0)
      if (order !== 0) expect(first < second).toBe(order < 0)
    }),
  )
})

test('the same run is the same bytes, and is read as it was', () => {
  fc.assert(
    fc.property(arbitraryRun, run => {
      const text = renderJson(MonitorRun, run)
      const { value, problems } = parseJson(MonitorRun, 'a.json', new TextEncoder().encode(text), {
        canonical: true,
      })
      expect(problems).toEqual([])
      expect(value).toEqual(run)
    }),
  )
})

const share = fc.double({ min: 0, max: 1, noNaN: true })
const goodFeature = fc.record(
  {
    feature: fc.string(),
    status: fc.constantFrom('ok', 'drift', 'skipped', 'error', 'insufficient-data'),
    grounds: fc.subarray(['gone', 'new', 'distribution']),
    type: fc.constantFrom('number', 'category'),
    distance: share,
    'p-value': share,
    missing: share,
    'missing-p-value': share,
  },
  { requiredKeys: ['feature', 'status'] },
)
/** A good one, or one with a key that is gone, unknown, or of another value. */
const anyFeature = fc
  .tuple(
    goodFeature,
    fc.constantFrom('', 'feature', 'status', 'grounds', 'type', 'distance', 'p-value', 'missing', 'more'),
    fc.constantFrom(
      undefined,
      null,
      1,
      -0.1,
      1.1,
      0.5,
      '0.5',
      'drift',
      'gone',
      ['gone'],
      ['whim'],
      [0.5],
      {},
      true,
    ),
  )
  .map(([good, key, value]): unknown => {
    const { [key as 'feature']: _, ...rest } = good
    return key === '' ? good : { ...rest, ...(value !== undefined && { [key]: value }) }
  })

test('features that are looked at where they stand are those that the schema takes', () => {
  let taken = 0
  fc.assert(
    fc.property(fc.oneof(anyFeature, fc.constantFrom(null, 1, 'x', [])), feature => {
      const run = { ...monitorRun(), features: [feature] }
      const [plain, whole] = [PlainRun.safeParse(run), MonitorRun.safeParse(run)]
      expect(plain.success).toBe(whole.success)
      if (plain.success) expect(plain.data).toEqual(whole.data)
      taken += plain.success ? 1 : 0
    }),
    { numRuns: 3000 },
  )
  expect(taken).toBeGreaterThan(300)
})
