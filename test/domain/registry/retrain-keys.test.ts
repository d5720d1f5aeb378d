import { describe, expect, test } from 'vitest'
import { ModelDefinition } from '../../../src/domain/registry/definition.ts'
import { directionOf, judgedMetric, Retrain } from '../../../src/domain/registry/retrain-keys.ts'

const TRAIN = { command: 'python train.py', data: 'train.csv' }
const EVALUATE = {
  data: { uri: 'test.csv' },
  metrics: { profit: { command: 'python profit.py', direction: 'higher', per: 'row' } },
}

function places(retrain: unknown, more: Readonly<Record<string, unknown>> = {}): string[] {
  const model = { task: 'regression', target: 'price', train: TRAIN, evaluate: EVALUATE, retrain, ...more }
  const parsed = ModelDefinition.safeParse(model)
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'))
}

test.each([
  { when: {} },
  { when: { drift: {}, performance: {}, schedule: 'weekly', 'new-rows': 5000 } },
  { when: { drift: { distance: 1 }, performance: { metric: 'mae', 'worse-by': '7.5%' }, 'new-rows': '20%' } },
  { when: { performance: { metric: 'profit', 'worse-than': -3 }, schedule: '0 3 * * 1' } },
  { when: {}, 'cooldown-days': 0.5, 'budget-per-month': 1, 'back-off-days': 0 },
])('%j is taken', retrain => {
  expect(places(retrain)).toEqual([])
})

test.each([
  [{}, 'retrain.when'],
  [{ when: { drift: { distance: 0 } } }, 'retrain.when.drift.distance'],
  [{ when: { performance: { 'worse-by': 0.1, 'worse-than': 3 } } }, 'retrain.when.performance'],
  [{ when: { performance: { metric: 'accuracy' } } }, 'retrain.when.performance.metric'],
  [{ when: { performance: { metric: 'mean-error' } } }, 'retrain.when.performance.metric'],
  [{ when: { performance: { metric: 'constructor' } } }, 'retrain.when.performance.metric'],
  [{ when: { schedule: 'daily' } }, 'retrain.when.schedule'],
  [{ when: { 'new-rows': 0 } }, 'retrain.when.new-rows'],
  [{ when: { 'new-rows': '0%' } }, 'retrain.when.new-rows'],
  [{ when: {}, 'budget-per-month': 0 }, 'retrain.budget-per-month'],
  [{ when: {}, 'cooldown-days': -1 }, 'retrain.cooldown-days'],
  [{ when: {}, margin: 0.1 }, 'retrain'],
])('%j is not', (retrain, place) => {
  expect(places(retrain)).toEqual([place])
})

test('what cannot be trained cannot be trained again', () => {
  expect(places({ when: {} }, { train: undefined })).toEqual(['retrain'])
})

describe('the metric whose performance is watched', () => {
  const retrain = Retrain.parse({ when: { performance: {} } })

  test('is the one that is named, otherwise the primary one', () => {
    const named = Retrain.parse({ when: { performance: { metric: 'mae' } } })
    expect(judgedMetric({ task: 'regression' }, named)).toBe('mae')
    expect(judgedMetric({ task: 'regression' }, retrain)).toBe('rmse')
    const evaluate = { 'primary-metric': 'r2' } as const
    expect(judgedMetric({ task: 'regression', evaluate }, retrain)).toBe('r2')
    // Of a metric that is best at 0 no side is worse.
    expect(
      places({ when: { performance: {} } }, { evaluate: { ...EVALUATE, 'primary-metric': 'mean-error' } }),
    ).toEqual(['retrain.when.performance.metric'])
  })

  test('is better the way that the catalogue or model.yaml says', () => {
    const own = { profit: { direction: 'lower' } } as const
    expect(directionOf({ task: 'regression' }, 'rmse')).toBe('lower')
    expect(directionOf({ task: 'regression', evaluate: { metrics: own } }, 'profit')).toBe('lower')
    expect(directionOf({ task: 'regression' }, 'accuracy')).toBeUndefined()
    expect(directionOf({ task: 'regression' }, 'toString')).toBeUndefined()
  })
})
