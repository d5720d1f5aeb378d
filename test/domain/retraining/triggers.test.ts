import { describe, expect, test } from 'vitest'
import { toLevelsRun } from '../../../src/domain/monitoring/run-record.ts'
import type { RetrainingFacts } from '../../../src/domain/retraining/facts.ts'
import { findTriggers } from '../../../src/domain/retraining/triggers.ts'
import {
  daysAgo,
  driftRun,
  known,
  NOW,
  retraining,
  retrainingFacts,
  textOf,
  unknown,
} from '../../support/retraining.ts'

type When = RetrainingFacts['policy']['when']

function found(when: When, given: Partial<RetrainingFacts> = {}) {
  const [first, ...more] = findTriggers(retrainingFacts({ policy: { when }, ...given }))
  expect(more).toEqual([])
  return first
}

test('only what the policy names is looked at, and who asks', () => {
  expect(findTriggers(retrainingFacts())).toEqual([])
  expect(found({}, { isAsked: true })).toMatchObject({ trigger: 'command', is: 'fired' })
  const all = { drift: {}, performance: {}, schedule: 'weekly', 'new-rows': 1 }
  const names = findTriggers(retrainingFacts({ policy: { when: all }, isAsked: true })).map(
    one => one.trigger,
  )
  expect(names).toEqual(['drift', 'performance', 'schedule', 'new-rows', 'command'])
})

describe('drift', () => {
  const drift = (
    runs: ReturnType<typeof driftRun>[],
    given: Partial<RetrainingFacts> = {},
    distance?: number,
  ) => found({ drift: distance === undefined ? {} : { distance } }, { monitoring: known(runs), ...given })

  test('fires when a distance above 0.1 is confirmed, with the furthest first', () => {
    const runs = [
      driftRun(2, { tenure: 0.2, amount: 0.4, age: 0 }),
      driftRun(1, { tenure: 0.21, amount: 0.5, age: 0 }),
    ]
    expect(drift(runs)).toEqual({
      trigger: 'drift',
      is: 'fired',
      why: '2 features drifted in 2 of the last 3 runs, the newest of 2026-03-17',
      figures: [
        { of: 'amount', value: 0.5, limit: 0.1 },
        { of: 'tenure', value: 0.21, limit: 0.1 },
      ],
    })
    expect(drift(runs.toReversed())).toEqual(drift(runs))
  })

  test('says the day of the last run before all of it began, and nothing where the first one found it', () => {
    const runs = [
      driftRun(5, { tenure: 0, amount: 0 }),
      driftRun(4, { tenure: 0, amount: 0 }),
      driftRun(3, { tenure: 0.3, amount: 0 }),
      driftRun(2, { tenure: 0.3, amount: 0.4 }),
      driftRun(1, { tenure: 0.3, amount: 0.4 }),
    ]
    expect(drift(runs)).toMatchObject({ is: 'fired', before: `${textOf(daysAgo(4)).slice(0, 10)}T00:00:00Z` })
    expect(drift(runs.slice(0, 3))).toMatchObject({
      is: 'unconfirmed',
      before: `${textOf(daysAgo(4)).slice(0, 10)}T00:00:00Z`,
    })
    expect(drift(runs.slice(2))).not.toHaveProperty('before')
    expect(drift(runs.slice(0, 2))).not.toHaveProperty('before')
  })

  test('the policy may ask for more, and a distance at the limit is not above it', () => {
    const runs = [driftRun(2, { tenure: 0.2 }), driftRun(1, { tenure: 0.2 })]
    expect(drift(runs, {}, 0.19)).toMatchObject({ is: 'fired' })
    expect(drift(runs, {}, 0.2)).toMatchObject({ is: 'quiet', figures: [] })
  })

  test('once is not confirmed', () => {
    expect(drift([driftRun(2, { tenure: 0 }), driftRun(1, { tenure: 0.3 })])).toMatchObject({
      is: 'unconfirmed',
      figures: [{ of: 'tenure', value: 0.3, limit: 0.1 }],
    })
  })

  test('how many runs confirm it is what `monitor.confirm` says', () => {
    const runs = [driftRun(3, { tenure: 0.3 }), driftRun(2, { tenure: 0 }), driftRun(1, { tenure: 0.3 })]
    expect(drift(runs, { confirmation: { least: 3, of: 3 } })).toMatchObject({ is: 'unconfirmed' })
    expect(drift(runs, { confirmation: { least: 2, of: 2 } })).toMatchObject({ is: 'unconfirmed' })
    expect(drift(runs, { confirmation: { least: 1, of: 1 } })).toMatchObject({
      is: 'fired',
      why: 'one feature drifted in the last run, the newest of 2026-03-17',
    })
  })

  test('a run that judged limits alone takes the place of none that looked at drift', () => {
    const runs = [driftRun(2, { tenure: 0.3 }), driftRun(1, { tenure: 0.3 })]
    const limits = toLevelsRun('churn', { at: textOf(daysAgo(0)), run: { id: 10_001, attempt: 1 } }, [])
    expect(drift([...runs, limits])).toEqual(drift(runs))
    expect(drift([limits])).toMatchObject({ is: 'unknown', why: 'no run of monitoring is recorded' })
  })

  test('a run that could not tell is unknown, and so are none, an old one and one that compared nothing', () => {
    const untold = driftRun(1, { tenure: 0 })
    const features = [...untold.features, { feature: 'age', status: 'insufficient-data' } as const]
    expect(drift([{ ...untold, features }])).toMatchObject({
      is: 'unknown',
      why: 'the run of 2026-03-17 could not tell of one feature',
    })
    expect(drift([])).toMatchObject({ is: 'unknown', why: 'no run of monitoring is recorded' })
    expect(drift([driftRun(15, { tenure: 0.5 }), driftRun(16, { tenure: 0.5 })])).toMatchObject({
      is: 'unknown',
    })
    expect(drift([{ ...untold, features: [{ feature: 'id', status: 'skipped' }] }])).toMatchObject({
      is: 'unknown',
    })
    expect(drift([], { monitoring: unknown('no branch') })).toMatchObject({ is: 'unknown', why: 'no branch' })
  })

  test('a run from a clock that is ahead is not asked', () => {
    const runs = [driftRun(1, { tenure: 0 }), driftRun(-1, { tenure: 0.5 }), driftRun(-2, { tenure: 0.5 })]
    expect(drift(runs)).toMatchObject({ is: 'quiet' })
  })

  test('a column that is gone, or full of holes, is no reason to train on it', () => {
    const broken = (days: number) => ({
      ...driftRun(days, {}),
      features: [
        { feature: 'tenure', status: 'drift', grounds: ['gone'] } as const,
        { feature: 'age', status: 'drift', grounds: ['missing-values'], distance: 0.4 } as const,
      ].map(feature => ({ ...feature, grounds: [...feature.grounds] })),
    })
    expect(drift([broken(2), broken(1)])).toMatchObject({ is: 'quiet', figures: [] })
  })

  test('drift from an older version, begun before the newest was trained, was answered; from the newest it was not', () => {
    const runs = (version: number) => [
      driftRun(6, { tenure: 0.3 }, { version }),
      driftRun(1, { tenure: 0.3 }, { version }),
    ]
    const trained = { version: 5, at: daysAgo(5) }
    expect(drift(runs(4), { trained })).toMatchObject({
      is: 'quiet',
      why: 'what drifted before 2026-03-13 was answered by the training of version 5',
      figures: [{ of: 'tenure', value: 0.3, limit: 0.1 }],
    })
    expect(drift(runs(5), { trained })).toMatchObject({ is: 'fired' })
    const later = [driftRun(4, { tenure: 0.3 }), driftRun(1, { tenure: 0.3 })]
    expect(drift(later, { trained })).toMatchObject({ is: 'fired' })
  })
})

describe('performance', () => {
  const measured = (value: number, low?: number, high?: number, baseline?: number, metric = 'accuracy') =>
    known([{ metric, value, low, high, baseline }])
  const accuracy = (given: RetrainingFacts['measured'], keys: When['performance'] = {}) =>
    found({ performance: keys }, { measured: given })

  test('fires when it dropped by 5 % and its interval lies below the baseline', () => {
    // 5 % of 0.8 are 0.04.
    expect(accuracy(measured(0.75, 0.73, 0.77, 0.8))).toMatchObject({
      is: 'fired',
      figures: [{ of: 'accuracy', value: 0.75, limit: 0.76 }],
    })
    expect(accuracy(measured(0.765, 0.75, 0.78, 0.8))).toMatchObject({ is: 'quiet' })
    expect(accuracy(measured(0.75, 0.69, 0.81, 0.8))).toMatchObject({ is: 'unconfirmed' })
    expect(accuracy(measured(0.75, undefined, undefined, 0.8))).toMatchObject({ is: 'unconfirmed' })
  })

  test('a share of its own, or a limit', () => {
    expect(accuracy(measured(0.75, 0.73, 0.77, 0.8), { 'worse-by': '10%' })).toMatchObject({ is: 'quiet' })
    expect(accuracy(measured(0.75, 0.73, 0.77), { 'worse-than': 0.78 })).toMatchObject({ is: 'fired' })
    expect(accuracy(measured(0.75, 0.73, 0.77), { 'worse-than': 0.76 })).toMatchObject({ is: 'unconfirmed' })
    expect(accuracy(measured(0.76, 0.73, 0.77), { 'worse-than': 0.76 })).toMatchObject({ is: 'quiet' })
  })

  test('of an error more is worse, and of a baseline below 0 a share is of its size', () => {
    const rmse = (given: RetrainingFacts['measured'], name = 'rmse', better: 'lower' | 'higher' = 'lower') =>
      found({ performance: {} }, { measured: given, metric: { name, better } })
    expect(rmse(measured(11, 10.4, 11.6, 10, 'rmse'))).toMatchObject({ is: 'fired' })
    expect(rmse(measured(11, 9.9, 12.1, 10, 'rmse'))).toMatchObject({ is: 'unconfirmed' })
    expect(rmse(measured(9, 8, 10, 10, 'rmse'))).toMatchObject({ is: 'quiet' })
    expect(rmse(measured(-0.22, -0.23, -0.21, -0.2, 'r2'), 'r2', 'higher')).toMatchObject({ is: 'fired' })
    expect(rmse(measured(-0.2, -0.23, -0.18, -0.2, 'r2'), 'r2', 'higher')).toMatchObject({ is: 'quiet' })
  })

  test('what was not measured, or has no baseline, is unknown', () => {
    expect(accuracy(known([]))).toMatchObject({ is: 'unknown' })
    expect(accuracy(measured(0.5, 0.4, 0.6))).toMatchObject({ is: 'unknown' })
    expect(accuracy(unknown('no labels'))).toMatchObject({ is: 'unknown', why: 'no labels' })
  })
})

describe('schedule', () => {
  test('fires when its newest time came after the last training', () => {
    const trained = (days: number) =>
      found({ schedule: 'weekly' }, { trained: { version: 4, at: daysAgo(days) } })
    // Monday was two days and four hours ago.
    expect(trained(3)).toMatchObject({ is: 'fired' })
    expect(trained(2)).toMatchObject({ is: 'quiet', why: expect.stringContaining('next due 2026-03-23') })
  })

  test('a retraining that left no version counts, but for one that failed', () => {
    const begun = (state: 'succeeded' | 'failed') =>
      found({ schedule: 'weekly' }, { retrainings: known([retraining(1, { state })]) })
    expect(begun('succeeded')).toMatchObject({ is: 'quiet' })
    expect(begun('failed')).toMatchObject({ is: 'fired' })
  })

  test('that never comes is unknown', () => {
    expect(found({ schedule: '0 0 31 2 *' })).toMatchObject({
      is: 'unknown',
      why: 'this schedule never comes',
    })
  })

  test('without a version it is unknown', () => {
    expect(found({ schedule: 'weekly' }, { trained: undefined })).toMatchObject({ is: 'unknown' })
  })
})

describe('new rows', () => {
  const rows = (now: number, wanted: number | string, trained = 5000) =>
    found(
      { 'new-rows': wanted },
      { rows: known(now), trained: { version: 4, at: daysAgo(30), rows: trained } },
    )

  test('fires at the number, or the share, that is asked for', () => {
    expect(rows(6000, 1000)).toMatchObject({
      is: 'fired',
      figures: [{ of: 'rows', value: 1000, limit: 1000 }],
    })
    expect(rows(5999, 1000)).toMatchObject({ is: 'quiet' })
    expect(rows(6000, '20%')).toMatchObject({ is: 'fired' })
    expect(rows(5999, '20%')).toMatchObject({ is: 'quiet' })
    expect(rows(4000, 1)).toMatchObject({ is: 'quiet', why: 'fewer rows than version 4 was trained on' })
  })

  test('without either number it is unknown', () => {
    const wanted = { 'new-rows': 10 }
    expect(found(wanted, { rows: unknown('not counted') })).toMatchObject({
      is: 'unknown',
      why: 'not counted',
    })
    expect(found(wanted, { trained: { version: 4, at: NOW } })).toMatchObject({ is: 'unknown' })
    expect(found(wanted, { trained: undefined })).toMatchObject({ is: 'unknown' })
  })
})
