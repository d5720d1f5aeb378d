import { expect, test } from 'vitest'
import { limitsTold, recordedLevels, sortAnswers } from '../../src/commands/monitoring-answers.ts'
import type { Failure } from '../../src/domain/results/failure.ts'
import type { Reported } from '../../src/domain/results/index.ts'
import { RESULTS } from '../support/results.ts'

const failed = (command?: string): Failure => ({
  kind: 'failure',
  ...(command !== undefined && { command }),
  code: 'bad-data',
  message: 'seen.csv holds no rows',
  next: 'see what wrote it',
})
const DRIFT = RESULTS.drift as Reported
const PERFORMANCE = RESULTS.performance as Reported
const LEVELS = { ...RESULTS['service-levels'], model: 'churn' } as Reported

test('each answer, and each failure, is of the part that left it', () => {
  expect(sortAnswers([DRIFT, failed('performance')], 'churn')).toEqual({
    drift: DRIFT,
    performance: failed('performance'),
    'service-levels': undefined,
  })
  expect(sortAnswers([failed('service-levels'), PERFORMANCE], 'churn')).toEqual({
    drift: undefined,
    performance: PERFORMANCE,
    'service-levels': failed('service-levels'),
  })
  // As earlier releases wrote it.
  expect(sortAnswers([failed()], 'churn').drift).toEqual(failed())
})

test('what was to look and left nothing could not look', () => {
  const silent = { code: 'bad-artifact', message: expect.stringContaining('left no answer') }
  expect(sortAnswers([DRIFT], 'churn', ['drift', 'performance'])).toEqual({
    drift: DRIFT,
    performance: silent,
    'service-levels': undefined,
  })
  expect(sortAnswers([], 'churn', ['service-levels'])).toEqual({
    drift: undefined,
    performance: undefined,
    'service-levels': silent,
  })
  // Nobody said what was to look: that is the one that every model has.
  expect(sortAnswers([], 'churn')).toMatchObject({ drift: silent, performance: undefined })
})

test.each<[string, readonly Reported[]]>([
  ['another command', [RESULTS.sample as Reported]],
  ['another command that failed', [failed('validate')]],
  ['another model', [{ ...RESULTS.performance, model: 'other' } as Reported]],
  ['two runs', [DRIFT, DRIFT]],
  ['a run and one that failed', [DRIFT, failed('monitor')]],
])('answers of %s are refused', (_, answers) => {
  expect(() => sortAnswers(answers, 'churn')).toThrow(expect.objectContaining({ code: 'bad-artifact' }))
})

test('a part that could not look keeps what was bad of it, and its alert from being good', () => {
  const before = recordedLevels(sortAnswers([PERFORMANCE, LEVELS], 'churn'))
  const looked = sortAnswers([failed('performance')], 'churn')
  expect(limitsTold(looked, before)).toEqual([
    { kind: 'degradation', finding: { is: 'unknown', why: expect.stringContaining('no rows') }, causes: [] },
  ])
  const other = limitsTold(sortAnswers([failed('performance'), LEVELS], 'churn'), before)
  const degradation = other.find(({ kind }) => kind === 'degradation')
  if (degradation?.finding.is === 'bad') expect(degradation.finding.untold).toContain('accuracy')
  else expect(degradation?.finding.is).toBe('unknown')
  // Nothing is known of what it was to judge.
  expect(limitsTold(looked)).toEqual([])
})
