import { describe, expect, test } from 'vitest'
import { clustersOf } from '../../../src/domain/comparison/clusters.ts'
import { evaluatePredictions } from '../../../src/domain/comparison/measure.ts'
import type { BinaryPredictions, Predictions } from '../../../src/domain/comparison/predictions.ts'
import { Evaluation } from '../../../src/domain/evidence/evaluation.ts'
import { labelColumn, ownPredictions, referenceMetrics } from '../../support/fixture-models.ts'

const evaluated = (model: string | Predictions, more: object = {}) =>
  Evaluation.parse(
    evaluatePredictions(typeof model === 'string' ? ownPredictions(model) : model, 'target', more),
  )

describe('an evaluation', () => {
  test('holds the confusion matrix on record, actual classes down', () => {
    const { tn, fp, fn, tp } = referenceMetrics('telco-churn/v2').sklearn.confusion as Record<string, number>
    expect(evaluated('telco-churn/v2').confusion).toEqual([
      [tn, fp],
      [fn, tp],
    ])
    expect(evaluated('digits/v1').confusion).toEqual(
      referenceMetrics('digits/v1').sklearn.confusion_rows_are_actual,
    )
    expect(evaluated('chicago-ridership/v1')).not.toHaveProperty('confusion')
  })

  test('holds curves of at most 201 points, from end to end', () => {
    const {
      roc = [],
      'precision-recall': recall = [],
      calibration = [],
    } = evaluated('telco-churn/v2').curves ?? {}
    expect(roc).toHaveLength(201)
    expect([roc[0], roc.at(-1)]).toEqual([
      [0, 0],
      [1, 1],
    ])
    for (const points of [roc, recall]) {
      const across = points.map(([x]) => x)
      expect(across).toEqual(across.toSorted((a, b) => a - b))
    }
    expect(recall.at(-1)?.[0]).toBe(1)
    expect(recall.at(-1)?.[1]).toBeCloseTo(374 / 1409, 5)
    expect(calibration.reduce((sum, { rows }) => sum + rows, 0)).toBe(1409)
    const residuals = evaluated('chicago-ridership/v1').curves?.residuals ?? []
    expect(residuals).toHaveLength(201)
    expect(residuals[100]?.[0]).toBe(0.5)
  })

  test('of calibration bins agrees with the calibration error', () => {
    const { curves, metrics } = evaluated('telco-churn/v1')
    const error = (curves?.calibration ?? []).reduce(
      (sum, { rows, predicted, observed }) => sum + (rows / 1409) * Math.abs(predicted - observed),
      0,
    )
    expect(error).toBeCloseTo(metrics['calibration-error'] ?? Number.NaN, 5)
  })

  test('of labels alone has no curves and nothing that needs probabilities, and says why', () => {
    const model = ownPredictions('telco-churn/v2') as BinaryPredictions
    const labels = {
      ...model,
      probability: model.probability.map(value => (value >= 0.5 ? 1 : 0)),
      hasProbabilities: false,
    }
    const facts = evaluated(labels)
    expect(facts).not.toHaveProperty('curves')
    expect(Object.keys(facts.undefined ?? {})).toEqual(
      expect.arrayContaining(['roc-auc', 'lift', 'ks-separation', 'calibration-error', 'brier']),
    )
    expect(facts.metrics.f1).toBe(evaluated(model).metrics.f1)
  })

  test('has no cost but with a matrix', () => {
    expect(evaluated('telco-churn/v2').metrics).not.toHaveProperty('cost')
    expect(evaluated('telco-churn/v2').undefined ?? {}).not.toHaveProperty('cost')
  })

  test('of infinite predictions leaves out what they make infinite', () => {
    const model = ownPredictions('chicago-ridership/v1')
    if (model.task !== 'regression') throw new Error('a regression')
    const predicted = model.predicted.map((value, row) => (row === 3 ? Number.POSITIVE_INFINITY : value))
    const facts = evaluated({ ...model, predicted }, { intervals: true })
    expect(Object.keys(facts.undefined ?? {})).toEqual(expect.arrayContaining(['rmse', 'mae', 'r2']))
    expect(facts.metrics).toHaveProperty('median-absolute-error')
  })
})

describe('intervals of an evaluation', () => {
  test('hold the values, stay in range, and are the same again', () => {
    const facts = evaluated('telco-churn/v2', { intervals: true })
    const { intervals = {} } = facts
    for (const [name, interval] of Object.entries(intervals)) {
      const value = facts.metrics[name as keyof typeof facts.metrics] as number
      expect(interval.low, name).toBeLessThanOrEqual(value)
      expect(interval.high, name).toBeGreaterThanOrEqual(value)
    }
    expect(intervals['roc-auc']?.method).toBe('delong')
    // A resample of it adds its noise a second time.
    expect(intervals).not.toHaveProperty('calibration-error')
    expect(evaluated('telco-churn/v2', { intervals: true })).toEqual(facts)
  })

  test('are drawn by clusters where rows belong together', () => {
    const clusters = clustersOf(
      labelColumn(
        'c',
        Array.from({ length: 1409 }, (_, row) => String(row % 100)),
      ),
    )
    const { intervals = {} } = evaluated('telco-churn/v2', { intervals: true, clusters })
    for (const { method } of Object.values(intervals)) expect(method).toBe('bootstrap-cluster')
    expect(intervals).toHaveProperty('roc-auc')
  })
})
