import { describe, expect, test } from 'vitest'
import type * as z from 'zod/mini'
import { Config } from '../../../src/domain/registry/config.ts'
import { LATER_DEFINITION_KEYS, ModelDefinition } from '../../../src/domain/registry/definition.ts'
import { explain, type LaterKeys } from '../../../src/domain/registry/explain.ts'
import { PromotionRecord } from '../../../src/domain/registry/record.ts'
import { definition, promotion } from '../../support/models.ts'

function complaints(schema: z.ZodMiniType, data: unknown, later: LaterKeys = {}) {
  const result = schema.safeParse(data)
  return result.success ? [] : explain(schema, data, result.error.issues, later)
}

const GATE = { metric: 'roc-auc', min: 0.7 }
const model = (more: Record<string, unknown>) => ({
  task: 'binary-classification',
  target: 'churn',
  'positive-class': 'Yes',
  ...more,
})

describe('what a schema refuses is said in plain words', () => {
  test('what fits is not complained about', () => {
    expect(complaints(ModelDefinition, definition())).toEqual([])
  })

  test.each([
    ['an unknown key', model({ polcy: {} }), ['polcy'], true, 'is not a known key', '`policy`'],
    [
      'an unknown key deep inside',
      model({ evaluate: { data: { uri: 'a.csv', sha: 'x' } } }),
      ['evaluate', 'data', 'sha'],
      true,
      '`evaluate.data.sha`',
      'sha256',
    ],
    ['a key far from any', model({ zzzzzzzz: 1 }), ['zzzzzzzz'], true, '`zzzzzzzz`', 'known here: '],
    ['a missing value', { target: 'churn' }, ['task'], false, '`task` is missing', 'add it'],
    ['a value of another type', model({ target: 7 }), ['target'], false, 'must be text', 'correct'],
    ['a word that is not in a list', model({ task: 'ranking' }), ['task'], false, 'regression', 'correct'],
    ['an empty text', model({ target: '' }), ['target'], false, 'at least 1 characters', 'correct'],
    ['a mapping that is a list', model({ train: [] }), ['train'], false, 'a mapping', 'correct'],
    [
      'a path out of the repository',
      model({ evaluate: { data: { uri: '../a.csv' } } }),
      ['evaluate', 'data', 'uri'],
      false,
      'inside the repository',
      'correct',
    ],
    [
      'a key that is no name of a stage',
      model({ policy: { 'Pro duction': {} } }),
      ['policy', 'Pro duction'],
      true,
      'lower-case letters',
      'rename',
    ],
    [
      'a seed below its bound',
      model({ train: { command: 'x', data: 'a', seed: -1 } }),
      ['train', 'seed'],
      false,
      'at least 0',
      'correct',
    ],
    [
      'a metric of another task',
      model({ evaluate: { data: { uri: 'a.csv' }, 'primary-metric': 'rmse' } }),
      ['evaluate', 'primary-metric'],
      false,
      'binary-classification',
      'correct',
    ],
  ])('%s', (_what, data, path, atKey, message, next) => {
    expect(complaints(ModelDefinition, data)).toContainEqual(
      expect.objectContaining({
        path,
        atKey,
        message: expect.stringContaining(message),
        next: expect.stringContaining(next),
      }),
    )
  })

  test('all that is wrong is said, not the first', () => {
    const data = model({ target: 7, polcy: {}, evaluate: { data: {} } })
    expect(complaints(ModelDefinition, data).map(({ path }) => path.join('.'))).toEqual(
      expect.arrayContaining(['target', 'polcy', 'evaluate.data.uri']),
    )
  })

  test('the file itself may be of the wrong kind', () => {
    expect(complaints(ModelDefinition, [])).toMatchObject([
      { path: [], message: expect.stringContaining('the file must be') },
    ])
  })
})

describe('of several shapes the one that was meant is explained', () => {
  test('a gate with a mistyped key', () => {
    const data = model({ policy: { staging: { gates: [{ ...GATE, maxx: 1 }] } } })
    const [complaint, ...others] = complaints(ModelDefinition, data)
    expect(others).toEqual([])
    expect(complaint).toMatchObject({ path: ['policy', 'staging', 'gates', 0, 'maxx'], atKey: true })
    expect(complaint?.next).toContain('max')
  })

  test('a record of a kind that there is not', () => {
    const data = { ...promotion(1, 'development', 'staging'), kind: 'promote' }
    expect(complaints(PromotionRecord, data)).toMatchObject([
      { path: ['kind'], message: expect.stringContaining('`kind` must be') },
    ])
  })

  test('a record that lacks a field of its kind', () => {
    const { version: _, ...data } = promotion(1, 'development', 'staging') as Record<string, unknown>
    expect(complaints(PromotionRecord, data)).toMatchObject([
      { path: ['version'], message: expect.stringContaining('is missing') },
    ])
  })
})

describe('a key of a later release says so', () => {
  test.each([['environment.python', { environment: { install: 'x', python: '3.12' } }]])(
    '%s, and nothing else about it',
    (key, more) => {
      const found = complaints(ModelDefinition, model(more), LATER_DEFINITION_KEYS)
      expect(found).toHaveLength(1)
      expect(found[0]).toMatchObject({
        later: true,
        atKey: true,
        next: expect.stringContaining('leave it out'),
      })
      expect(found[0]?.message).toContain(LATER_DEFINITION_KEYS[key])
    },
  )

  test('and what is wrong elsewhere is still said', () => {
    expect(
      complaints(Config, { charts: 'branch', registry: '/absolute' }, { charts: 'pictures on a branch' }).map(
        ({ path, later = false }) => [path.join('.'), later],
      ),
    ).toEqual(
      expect.arrayContaining([
        ['charts', true],
        ['registry', false],
      ]),
    )
  })
})
