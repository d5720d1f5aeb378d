import { expect, test } from 'vitest'
import { retrainingOf } from '../../../src/domain/retraining/past-runs.ts'

function found(jobs: Readonly<Record<string, string | undefined>>, isFinished = true) {
  const run = { id: 7, at: 0, isFinished }
  const listed = Object.entries(jobs).map(([name, conclusion]) => ({ name, conclusion }))
  return retrainingOf({ ...run, jobs: listed }, 'churn')?.state
}

test.each<[string, ReturnType<typeof found>, Readonly<Record<string, string | undefined>>]>([
  [
    'only decided',
    undefined,
    { 'retrain / decide churn': 'success', 'retrain / candidate / train': 'skipped' },
  ],
  ['skipped it', undefined, { 'retrain / candidate / train churn': 'skipped' }],
  [
    'trained another',
    undefined,
    { 'retrain / candidate / train churn-eu': 'success', 'train eu churn': 'success' },
  ],
  ['trained it', 'succeeded', { 'retrain / candidate / train churn': 'success' }],
  ['trained it in a workflow of its own', 'succeeded', { 'train churn': 'success' }],
  ['failed to', 'failed', { 'candidate / train churn': 'failure' }],
  ['took too long', 'failed', { 'candidate / train churn': 'timed_out' }],
  [
    'could not measure',
    'failed',
    { 'candidate / train churn': 'success', 'candidate / measure churn': 'failure' },
  ],
  ['was stopped', 'cancelled', { 'candidate / train churn': 'cancelled' }],
  ['came to a worse one', 'succeeded', { 'a / train churn': 'success', 'a / propose churn': 'failure' }],
])('a run that %s', (_, state, jobs) => {
  expect(found(jobs)).toBe(state)
})

test('a run that goes on may still train', () => {
  expect(found({}, false)).toBe('running')
  expect(found({ 'candidate / train churn': 'success', 'candidate / propose churn': undefined }, false)).toBe(
    'running',
  )
})
