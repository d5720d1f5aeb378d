import { describe, expect, test } from 'vitest'
import { clustersOf } from '../../../src/domain/comparison/clusters.ts'
import { classRemarks } from '../../../src/domain/comparison/comparable.ts'
import { comparePredictions } from '../../../src/domain/comparison/compare-predictions.ts'
import { selectRows } from '../../../src/domain/comparison/predicted-rows.ts'
import type {
  BinaryPredictions,
  MulticlassPredictions,
  Predictions,
} from '../../../src/domain/comparison/predictions.ts'
import { Comparison } from '../../../src/domain/evidence/comparison.ts'
import { mcnemar } from '../../../src/domain/stats/mcnemar.ts'
import { labelColumn, ownPredictions } from '../../support/fixture-models.ts'

const OPTIONS = { target: 'churn', primary: 'roc-auc', resamples: 400, seed: 3 } as const
const [FIRST, SECOND] = [ownPredictions('telco-churn/v1'), ownPredictions('telco-churn/v2')]
const ROWS = 1409

const width = (facts: Comparison, metric: keyof Comparison['metrics']) => {
  const interval = facts.metrics[metric]?.interval
  return interval === undefined ? Number.NaN : interval.high - interval.low
}

describe('two models', () => {
  test('disagree where one of them is right: as their own labels say', () => {
    const { disagreement } = comparePredictions(FIRST, SECOND, OPTIONS)
    expect(disagreement).toMatchObject({ rows: 123, 'champion-right': 47, 'challenger-right': 76 })
    const { pValue, midP } = mcnemar(47, 76)
    expect(disagreement).toMatchObject({ 'p-value': pValue, 'mid-p-value': midP })
    // 2 · Σ C(123, k) / 2¹²³ over k ≤ 47, in whole numbers.
    expect(pValue).toBeCloseTo(0.011275812317410594, 14)
    const examples = disagreement?.examples ?? []
    const apart = examples.map(row =>
      Math.abs(
        ((FIRST as BinaryPredictions).probability[row] as number) -
          ((SECOND as BinaryPredictions).probability[row] as number),
      ),
    )
    expect(examples).toHaveLength(20)
    expect(apart).toEqual(apart.toSorted((a, b) => b - a))
  })

  test('that are the same differ by nothing, and disagree nowhere', () => {
    const facts = Comparison.parse(comparePredictions(FIRST, FIRST, OPTIONS))
    for (const [name, { difference, interval }] of Object.entries(facts.metrics)) {
      expect(difference, name).toBe(0)
      expect([interval?.low, interval?.high], name).toEqual([0, 0])
    }
    expect(facts.disagreement).toEqual({
      rows: 0,
      'champion-right': 0,
      'challenger-right': 0,
      examples: [],
    })
  })

  test('without resamples have the intervals that a closed form gives, and no others', () => {
    const drawn = comparePredictions(FIRST, SECOND, OPTIONS)
    const facts = Comparison.parse(comparePredictions(FIRST, SECOND, { ...OPTIONS, resamples: 0 }))
    for (const [name, { interval, ...figures }] of Object.entries(drawn.metrics)) {
      const isDrawn = interval?.method === 'bootstrap-percentile'
      if (isDrawn) expect(facts.metrics[name as 'lift']?.interval, name).toBeUndefined()
      else expect(facts.metrics[name as 'lift'], name).toEqual({ ...figures, interval })
    }
    expect(facts.metrics.lift?.challenger).toBe(drawn.metrics.lift?.challenger)
  })

  test('have no p-value of where they disagree when rows come in clusters', () => {
    const codes = Uint32Array.from({ length: ROWS }, (_, row) => row >> 1)
    const clusters = { column: 'customer', codes, count: Math.ceil(ROWS / 2) }
    const { disagreement } = comparePredictions(FIRST, SECOND, { ...OPTIONS, clusters })
    expect(disagreement).toMatchObject({ 'champion-right': 47, 'challenger-right': 76 })
    expect(disagreement).not.toHaveProperty('p-value')
    expect(disagreement).not.toHaveProperty('mid-p-value')
  })

  test('have to predict the same, on as many rows', () => {
    const fewer = selectRows(FIRST, Uint32Array.of(0, 1, 2))
    for (const other of [fewer, ownPredictions('digits/v1')])
      expect(() => comparePredictions(FIRST, other, OPTIONS)).toThrow(
        expect.objectContaining({ code: 'shape-mismatch' }),
      )
  })

  test('of regression disagree on no row in particular', () => {
    const models = ['chicago-ridership/v1', 'chicago-ridership/v2'].map(ownPredictions) as [
      Predictions,
      Predictions,
    ]
    const facts = comparePredictions(...models, { ...OPTIONS, primary: 'rmse' })
    expect(facts).not.toHaveProperty('disagreement')
    expect(facts.metrics.rmse?.difference).toBeCloseTo(3.59 - 3.41, 2)
  })
})

describe('settings that are not as usual', () => {
  test('change what is called positive, and are told', () => {
    const usual = comparePredictions(FIRST, SECOND, { ...OPTIONS, settings: { threshold: 0.5 } })
    expect(usual).not.toHaveProperty('settings')
    const other = comparePredictions(FIRST, SECOND, {
      ...OPTIONS,
      settings: { threshold: 0.3, quantile: 0.9 },
    })
    expect(other.settings).toEqual({ threshold: 0.3 })
    expect(other.metrics.recall?.champion).toBeGreaterThan(usual.metrics.recall?.champion ?? 1)
    expect(other.metrics['roc-auc']).toEqual(usual.metrics['roc-auc'])
  })
})

describe('a slice', () => {
  const sliced = (values: readonly string[]) =>
    comparePredictions(FIRST, SECOND, { ...OPTIONS, slices: [labelColumn('group', values)] }).slices ?? []
  const firstRows = (count: number) => Array.from({ length: ROWS }, (_, row) => (row < count ? 'a' : 'b'))

  test('has the metrics of its rows alone, with intervals in closed form', () => {
    const [a] = sliced(firstRows(700))
    const rows = Uint32Array.from({ length: 700 }, (_, row) => row)
    const alone = comparePredictions(selectRows(FIRST, rows), selectRows(SECOND, rows), OPTIONS)
    expect(a?.metrics['roc-auc']).toEqual(alone.metrics['roc-auc'])
    for (const name of ['accuracy', 'f1', 'log-loss', 'average-precision', 'matthews'] as const) {
      expect(a?.metrics[name]?.interval).toBeDefined()
      expect(a?.metrics[name]).toEqual(alone.metrics[name])
    }
    expect(a?.metrics['ks-separation']?.interval).toBeUndefined()
    expect(alone.metrics['ks-separation']?.interval?.method).toBe('bootstrap-percentile')
  })

  test.each([
    [29, false],
    [60, true],
  ])('of %i rows has an interval: %s', (count, has) => {
    const [a] = sliced(firstRows(count))
    expect(a?.rows).toBe(count)
    expect(a?.metrics.accuracy?.interval !== undefined).toBe(has)
  })

  test('with fewer than 10 rows of a class has none of what looks at that class', () => {
    const { positive } = FIRST as BinaryPredictions
    let kept = 0
    const values = Array.from(positive, is => (is === 0 || kept++ < 9 ? 'a' : 'b'))
    const [a, b] = sliced(values)
    expect(a?.['positive-rows']).toBe(9)
    for (const name of ['roc-auc', 'recall', 'f1', 'precision'] as const)
      expect(a?.metrics[name]?.interval, name).toBeUndefined()
    expect(a?.metrics.specificity?.interval).toBeDefined()
    expect(b?.undefined).toMatchObject({ 'roc-auc': 'the rows hold one class only' })
    expect(b?.undefined?.specificity).toContain('negative')
  })

  test('on which different models decide alike is no certainty', () => {
    const { probability } = SECOND as BinaryPredictions
    // Another model that never crosses the threshold differently.
    const nudged = {
      ...SECOND,
      probability: probability.map(value => 0.5 + (value - 0.5) * 0.9),
    } as Predictions
    const slices = [labelColumn('group', firstRows(60))]
    const [a] = comparePredictions(SECOND, nudged, { ...OPTIONS, slices }).slices ?? []
    expect(a?.metrics.accuracy?.difference).toBe(0)
    expect(a?.metrics.accuracy?.interval?.high).toBeGreaterThan(0.02)
    expect(a?.metrics.f1?.interval?.high).toBeGreaterThan(0.02)
  })
})

describe('rows that belong together', () => {
  // Every row four times: no more is known than of the rows once.
  const fourfold = Uint32Array.from({ length: 4 * 400 }, (_, at) => at >> 2)
  const once = Uint32Array.from({ length: 400 }, (_, row) => row)
  const households = labelColumn(
    'household',
    Array.from(fourfold, row => `h${row}`),
  )
  const compared = (rows: Uint32Array, more: object = {}) =>
    comparePredictions(selectRows(FIRST, rows), selectRows(SECOND, rows), { ...OPTIONS, ...more })

  test('are taken together, whether summed or drawn', () => {
    const facts = compared(fourfold, { clusters: clustersOf(households) })
    expect(facts.clusters).toEqual({ column: 'household', count: 400 })
    expect(facts.metrics['roc-auc']?.interval?.method).toBe('closed-form')
    expect(facts.metrics['ks-separation']?.interval?.method).toBe('bootstrap-cluster')
    for (const name of [
      'roc-auc',
      'accuracy',
      'f1',
      'log-loss',
      'average-precision',
      'matthews',
      'ks-separation',
    ] as const) {
      const honest = width(compared(once), name)
      expect(width(facts, name) / honest, name).toBeGreaterThan(0.85)
      expect(width(facts, name) / honest, name).toBeLessThan(1.15)
      expect(width(compared(fourfold), name) / honest, name).toBeLessThan(0.6)
    }
  })

  test('too few of them give no interval', () => {
    const few = labelColumn(
      'shop',
      Array.from(fourfold, row => `s${row % 19}`),
    )
    const facts = compared(fourfold, { clusters: clustersOf(few) })
    for (const { interval } of Object.values(facts.metrics)) expect(interval).toBeUndefined()
  })

  test('have to say so', () => {
    expect(() => clustersOf(labelColumn('shop', ['a', '', 'b']))).toThrow(
      expect.objectContaining({ code: 'bad-data', message: expect.stringContaining('row 2') }),
    )
  })
})

describe('classifiers of different classes', () => {
  const made = (classes: readonly string[], actual: readonly number[]): MulticlassPredictions => ({
    task: 'multiclass-classification',
    classes,
    actual: Uint32Array.from(actual),
    probabilities: Float64Array.from(
      actual.flatMap(label => classes.map((_, at) => (at === label ? 0.7 : 0.3 / (classes.length - 1)))),
    ),
    hasProbabilities: true,
    remarks: [],
  })

  test('are compared over the classes of both, in whatever order', () => {
    const champion = made(['a', 'b'], [0, 1, 0, 1])
    const challenger = made(['new', 'b', 'a'], [2, 1, 2, 1])
    const facts = comparePredictions(champion, challenger, { ...OPTIONS, primary: 'accuracy' })
    expect(facts.classes).toEqual(['a', 'b', 'new'])
    expect(facts.metrics.accuracy).toMatchObject({ champion: 1, challenger: 1 })
    expect(facts.metrics['log-loss']?.challenger).toBeCloseTo(-Math.log(0.7), 12)
    expect(classRemarks(champion, challenger)).toEqual([expect.stringContaining('the challenger knows new')])
    expect(classRemarks(champion, champion)).toEqual([])
  })
})
