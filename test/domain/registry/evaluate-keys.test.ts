import { describe, expect, test } from 'vitest'
import { ModelDefinition } from '../../../src/domain/registry/definition.ts'
import { columnsNamed } from '../../../src/domain/registry/evaluate-keys.ts'

const OF_TASK = {
  'binary-classification': { 'positive-class': 'Yes' },
  'multiclass-classification': {},
  regression: {},
} as const

function issues(task: keyof typeof OF_TASK, evaluate: Readonly<Record<string, unknown>>): string[] {
  const data = { uri: 'test.csv' }
  const parsed = ModelDefinition.safeParse({
    task,
    target: 'churn',
    ...OF_TASK[task],
    evaluate: { data, ...evaluate },
  })
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'))
}

const COST = { 'true-positive': -1, 'false-positive': 1, 'true-negative': 0, 'false-negative': 5 }
const OWN = { command: 'python profit.py', direction: 'higher', per: 'row' }

describe('keys of evaluate', () => {
  test.each([
    ['binary-classification', { slices: ['female', 'Senior Citizen'], cluster: 'household', key: 'id' }],
    ['binary-classification', { threshold: 0.3, 'lift-at': 1, cost: COST, 'primary-metric': 'cost' }],
    ['multiclass-classification', { slices: ['region'], metrics: { profit: OWN } }],
    ['regression', { quantile: 0.9, 'primary-metric': 'pinball-loss' }],
    ['regression', { metrics: { profit: { ...OWN, unit: '€', per: 'set', direction: 'zero' } } }],
  ] as const)('of %s are taken: %j', (task, evaluate) => {
    expect(issues(task, evaluate)).toEqual([])
  })

  test.each([
    ['regression', { threshold: 0.3 }, 'evaluate.threshold'],
    ['regression', { cost: COST }, 'evaluate.cost'],
    ['multiclass-classification', { 'lift-at': 0.2 }, 'evaluate.lift-at'],
    ['binary-classification', { quantile: 0.5 }, 'evaluate.quantile'],
    ['binary-classification', { threshold: 1.2 }, 'evaluate.threshold'],
    ['binary-classification', { 'lift-at': 0 }, 'evaluate.lift-at'],
    ['regression', { quantile: 1 }, 'evaluate.quantile'],
    ['binary-classification', { cost: { 'true-positive': 1 } }, 'evaluate.cost.false-positive'],
    ['binary-classification', { 'primary-metric': 'cost' }, 'evaluate.primary-metric'],
    ['binary-classification', { slices: [] }, 'evaluate.slices'],
    ['binary-classification', { slices: ['a', 'b', 'a'] }, 'evaluate.slices.2'],
    ['binary-classification', { slices: ['churn'] }, 'evaluate.slices.0'],
    ['binary-classification', { slices: Array.from({ length: 11 }, (_, at) => `c${at}`) }, 'evaluate.slices'],
    ['binary-classification', { metrics: { 'roc-auc': OWN } }, 'evaluate.metrics.roc-auc'],
    [
      'binary-classification',
      { metrics: { profit: { ...OWN, per: 'group' } } },
      'evaluate.metrics.profit.per',
    ],
  ] as const)('of %s are refused: %j', (task, evaluate, path) => {
    expect(issues(task, evaluate)).toContain(path)
  })

  test('name each column once, slices first', () => {
    expect(columnsNamed({ slices: ['b', 'a'], cluster: 'a', key: 'id' })).toEqual(['b', 'a', 'id'])
    expect(columnsNamed({})).toEqual([])
  })
})

describe('evaluation data', () => {
  const rule = { time: 'day', 'window-days': 60 }
  test.each([
    { uri: 'data/test.csv', sha256: '1'.repeat(64) },
    { uri: 'data/test.csv', ...rule },
    { uri: 'data/2026/*.parquet', ...rule },
    { uri: 's3://rides/*.parquet', ...rule },
  ])('may be %j', data => {
    expect(issues('regression', { data })).toEqual([])
  })

  test.each([
    [{ uri: 'data/test.csv', time: 'day' }],
    [{ uri: 'data/test.csv', 'window-days': 60 }],
    [{ uri: 'data/test.csv', sha256: '1'.repeat(64), ...rule }],
    // A file is named by itself, so that its digest is that of its bytes.
    [{ uri: 'data/*.csv' }],
    [{ uri: 'https://example.org/test.csv' }],
    // Nothing but the whole repository would be guarded as what judges.
    [{ uri: '*.csv', ...rule }],
  ])('may not be %j', data => {
    expect(issues('regression', { data })).toContain('evaluate.data')
  })

  test('may not lie outside the repository by a path', () => {
    expect(issues('regression', { data: { uri: '../test.csv', ...rule } })).toContain('evaluate.data.uri')
  })
})
