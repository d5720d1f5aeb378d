import { describe, expect, test } from 'vitest'
import { comparePredictions } from '../../../src/domain/comparison/compare-predictions.ts'
import { evaluatePredictions } from '../../../src/domain/comparison/measure.ts'
import { type MetricName, metricsOf } from '../../../src/domain/comparison/metric-catalogue.ts'
import type { CostMatrix, MetricSettings } from '../../../src/domain/comparison/metric-settings.ts'
import {
  FIXTURE_MODELS,
  fixture,
  ownPredictions,
  REFERENCE_NAMES,
  referenceMetrics,
} from '../../support/fixture-models.ts'

interface MoreFigures {
  readonly usual?: Readonly<Record<string, number>>
  readonly other?: Readonly<Record<string, number>>
  readonly 'per-class'?: readonly {
    readonly class: string
    readonly rows: number
    readonly precision: number
    readonly recall: number
    readonly f1: number
  }[]
}

const MORE: {
  readonly cost: CostMatrix
  readonly other: MetricSettings
  readonly models: Readonly<Record<string, MoreFigures>>
} = JSON.parse(fixture('statistics/more-metrics.json').toString('utf8'))

describe("metrics of the libraries' own predictions are scikit-learn's", () => {
  test.each(FIXTURE_MODELS)('%s within 1e-9', model => {
    const { task, sklearn } = referenceMetrics(model)
    const { metrics } = evaluatePredictions(ownPredictions(model), 'target')
    const compared = Object.entries(REFERENCE_NAMES).filter(([theirs]) => typeof sklearn[theirs] === 'number')
    for (const [theirs, ours] of compared) {
      const expected = sklearn[theirs] as number
      expect(Math.abs((metrics[ours] as number) - expected), ours).toBeLessThanOrEqual(
        1e-9 * Math.max(1, Math.abs(expected)),
      )
    }
    const elsewhere = Object.keys(MORE.models[model]?.usual ?? {})
    const all = new Set([...compared.map(([, ours]) => ours), ...elsewhere])
    expect([...all].sort()).toEqual([...metricsOf(task)].sort())
  })

  test.each(Object.keys(MORE.models))('%s: what metrics.json does not hold, within 1e-9', model => {
    const predictions = ownPredictions(model)
    const expected = MORE.models[model] as MoreFigures
    for (const [figures, settings] of [
      [expected.usual, { cost: MORE.cost }],
      [expected.other, { cost: MORE.cost, ...MORE.other }],
    ] as const) {
      const { metrics } = evaluatePredictions(predictions, 'target', { settings })
      for (const [name, value] of Object.entries(figures ?? {}))
        expect(Math.abs((metrics[name as MetricName] ?? Number.NaN) - value), name).toBeLessThanOrEqual(1e-9)
    }
    const found = evaluatePredictions(predictions, 'target')['per-class'] ?? []
    expect(found.map(({ class: name, rows }) => [name, rows])).toEqual(
      (expected['per-class'] ?? []).map(({ class: name, rows }) => [name, rows]),
    )
    for (const [index, { precision, recall = Number.NaN, f1 }] of found.entries()) {
      const theirs = expected['per-class']?.[index]
      for (const [ours, value] of [
        [precision, theirs?.precision],
        [recall, theirs?.recall],
        [f1, theirs?.f1],
      ])
        expect(ours).toBeCloseTo(value ?? Number.NaN, 12)
    }
  })
})

// The README of the fixtures prints difference and p of DeLong's test to the digits given here.
test.each([
  ['v1', 'v2', '0.0185', '0.0015'],
  ['v2', 'v6', '-0.0048', '0.070'],
  ['v2', 'v8', '-0.0056', '0.15'],
  ['v2', 'v3', '-0.163', '2e-28'],
  ['v2', 'v4', '-0.038', '4e-8'],
])('DeLong of %s against %s agrees with the figures on record', (first, second, difference, p) => {
  const [champion, challenger] = [
    ownPredictions(`telco-churn/${first}`),
    ownPredictions(`telco-churn/${second}`),
  ]
  const options = { target: 'churn', primary: 'roc-auc', resamples: 2, seed: 1 } as const
  const auc = comparePredictions(champion, challenger, options).metrics['roc-auc']
  if (auc?.['standard-error'] === undefined) throw new Error('DeLong gives a standard error')
  const digits = (text: string) => text.split('.')[1]?.length ?? 0
  expect(auc.difference.toFixed(digits(difference))).toBe(difference)
  const z = Math.abs(auc.difference) / auc['standard-error']
  const significant = p.replace(/e.*/, '').replace(/^0\.0*/, '').length
  for (const found of [twoSidedTail(z), auc['p-value'] ?? Number.NaN])
    expect(found.toPrecision(significant)).toBe(Number(p).toPrecision(significant))
})

/** 2 ∫ of the normal density beyond z, by Simpson's rule. */
function twoSidedTail(z: number): number {
  const [steps, width] = [20_000, 12]
  const step = width / steps
  let sum = 0
  for (let at = 0; at <= steps; at += 1) {
    const weight = at === 0 || at === steps ? 1 : at % 2 === 1 ? 4 : 2
    sum += weight * Math.exp(-((z + at * step) ** 2) / 2)
  }
  return (2 * (step / 3) * sum) / Math.sqrt(2 * Math.PI)
}
