import { expect, test } from 'vitest'
import { ModelDefinition } from '../../../src/domain/registry/definition.ts'

const placesOf = (more: Readonly<Record<string, unknown>>) => {
  const result = ModelDefinition.safeParse({ task: 'regression', target: 'price', ...more })
  return result.success ? [] : result.error.issues.map(({ path }) => path.join('.'))
}
const sampled = (sample: unknown) => placesOf({ train: { command: 'x', data: 'a.csv', sample } })

test.each([
  [{}],
  [{ share: 1 }],
  [{ share: 0.001, stratify: 'city' }],
  [{ rows: 1 }],
  [{ stratify: 'city' }],
])('the training data can be sampled by %j', sample => {
  expect(sampled(sample)).toEqual([])
})

test.each([
  [{ share: 0 }, 'train.sample.share'],
  [{ share: 1.01 }, 'train.sample.share'],
  [{ share: '10%' }, 'train.sample.share'],
  [{ rows: 0 }, 'train.sample.rows'],
  [{ rows: 1.5 }, 'train.sample.rows'],
  [{ share: 0.1, rows: 10 }, 'train.sample'],
  [{ stratify: '' }, 'train.sample.stratify'],
  [{ stratify: ['city'] }, 'train.sample.stratify'],
  [{ every: 10 }, 'train.sample'],
])('and not by %j', (sample, place) => {
  expect(sampled(sample)).toEqual([place])
})

test.each(['lint', 'test'])('%s has a command and nothing else', key => {
  expect(placesOf({ [key]: { command: 'make check' } })).toEqual([])
  expect(placesOf({ [key]: {} })).toEqual([`${key}.command`])
  expect(placesOf({ [key]: { command: 'x', data: 'a.csv' } })).toEqual([key])
})

test('what a model must keep in production is said metric by metric', () => {
  const kept = (...metrics: unknown[]) => placesOf({ sla: { metrics } })
  expect(
    kept(
      { metric: 'rmse', drop: '5%' },
      { metric: 'rmse', drop: '0.5%', slices: ['city'] },
      { metric: 'mae', drop: 0.02 },
      { metric: 'r2', min: 0.8 },
      { metric: 'mean-error', max: 1 },
    ),
  ).toEqual([])
  expect(placesOf({ sla: {} })).toEqual([])
})

test.each([
  [{ metric: 'rmse' }],
  [{ metric: 'rmse', drop: '0%' }],
  [{ metric: 'rmse', drop: '100%' }],
  [{ metric: 'rmse', drop: '5' }],
  [{ metric: 'rmse', drop: 0 }],
  [{ metric: 'rmse', min: 1, max: 2 }],
  [{ metric: 'mean-error', drop: '5%' }],
])('and not by %j', rule => {
  expect(placesOf({ sla: { metrics: [rule] } })).toHaveLength(1)
})

test('a metric of another task is none that it could keep', () => {
  expect(placesOf({ sla: { metrics: [{ metric: 'accuracy', min: 0.8 }] } })).toEqual(['sla.metrics.0.metric'])
})
