import { expect, test } from 'vitest'
import { type RecordedLevel, toLevelsRun } from '../../../src/domain/monitoring/run-record.ts'
import { keptMetrics } from '../../../src/domain/retraining/kept-metrics.ts'
import { daysAgo, driftRun, NOW, textOf } from '../../support/retraining.ts'

const LABELLED: RecordedLevel = {
  of: 'performance',
  name: 'accuracy',
  status: 'bad',
  from: 'labels',
  value: 0.7,
  low: 0.68,
  high: 0.72,
  baseline: 0.8,
}
const ESTIMATED: RecordedLevel = { ...LABELLED, from: 'estimate', value: 0.75 }
const TRAINED = { version: 4, at: daysAgo(30) }

const kept = (days: number, levels: readonly RecordedLevel[] = [LABELLED]) =>
  toLevelsRun('churn', { at: textOf(daysAgo(days)), run: { id: 500 - days, attempt: 1 } }, levels)

const metrics = (...runs: Parameters<typeof keptMetrics>[0]) => keptMetrics(runs, NOW, TRAINED)

test('the newest run that looked at metrics tells, and one that looked at drift alone tells nothing', () => {
  const found = metrics(kept(1), driftRun(0, {}), kept(2, [{ ...LABELLED, value: 0.9 }]))
  expect(found).toEqual({
    is: 'known',
    value: [{ metric: 'accuracy', value: 0.7, low: 0.68, high: 0.72, baseline: 0.8 }],
  })
})

test('labels go before an estimate, which counts where it is believed', () => {
  const values = (...levels: RecordedLevel[]) => {
    const found = metrics(kept(1, levels))
    return found.is === 'known' ? found.value.map(({ value }) => value) : found.why
  }
  expect(values(ESTIMATED, LABELLED)).toEqual([0.7])
  expect(values(ESTIMATED)).toEqual([0.75])
  expect(values({ ...ESTIMATED, status: 'untold' })).toEqual([])
  // Of labels the interval says how far they can be believed, whatever the limit of the agreement is.
  expect(values({ ...LABELLED, status: 'untold' })).toEqual([0.7])
  const { value: _, ...none } = LABELLED
  expect(values(ESTIMATED, { ...none, status: 'untold' })).toEqual([0.75])
  expect(values({ ...LABELLED, of: 'business' })).toMatch(/no run of monitoring kept metrics/)
})

test('none, an old one, one of a clock that is ahead and one from before the training are not known', () => {
  expect(metrics()).toMatchObject({ is: 'unknown', why: expect.stringContaining('no run of monitoring') })
  expect(metrics(kept(15))).toEqual({ is: 'unknown', why: 'the last run that kept metrics is of 2026-03-03' })
  expect(metrics(kept(-1))).toMatchObject({ is: 'unknown' })
  expect(keptMetrics([kept(5)], NOW, { version: 5, at: daysAgo(4) })).toEqual({
    is: 'unknown',
    why: 'the metrics of 2026-03-13 are older than version 5',
  })
})
