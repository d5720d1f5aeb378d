import { describe, expect, test } from 'vitest'
import { closedForm, closedFormOfGroups } from '../../../src/domain/comparison/closed-form.ts'
import type { MetricName } from '../../../src/domain/comparison/metric-catalogue.ts'
import { settingsInEffect } from '../../../src/domain/comparison/metric-settings.ts'
import { pairedMetrics } from '../../../src/domain/comparison/paired-metrics.ts'
import type { BinaryPredictions, Predictions } from '../../../src/domain/comparison/predictions.ts'
import { tangoInterval } from '../../../src/domain/stats/proportion-difference.ts'

/** Rows at 4 × is + 2 × what the champion calls them + what the challenger does. */
type Eight = readonly [number, number, number, number, number, number, number, number]

const COST = { 'true-positive': -3, 'false-positive': 1, 'true-negative': 0, 'false-negative': 5 }

function modelsOf(counts: Eight): readonly [BinaryPredictions, BinaryPredictions] {
  const cells = counts.flatMap((count, cell) => new Array<number>(count).fill(cell))
  const model = (called: (cell: number) => number, nudge: number): BinaryPredictions => ({
    task: 'binary-classification',
    positive: Uint8Array.from(cells, cell => cell >> 2),
    // Different models even where all their calls agree.
    probability: Float64Array.from(cells, cell => 0.25 + called(cell) / 2 + nudge),
    hasProbabilities: true,
    classes: ['no', 'yes'],
    remarks: [],
  })
  return [model(cell => (cell >> 1) & 1, 0), model(cell => cell & 1, 0.01)]
}

function paired(models: readonly [Predictions, Predictions], name: MetricName) {
  const { metrics } = pairedMetrics(...models, [name], {
    settings: settingsInEffect({ cost: COST }),
    drawing: { rows: 1, resamples: 1, seed: 0 },
    drawn: [],
  })
  return metrics[name]
}

const COUNTS: Eight = [150, 9, 6, 20, 30, 11, 4, 70]

describe('metrics of decisions', () => {
  test.each([
    ['accuracy', { firstOnly: 9 + 4, secondOnly: 6 + 11, total: 300 }],
    ['recall', { firstOnly: 4, secondOnly: 11, total: 115 }],
    ['specificity', { firstOnly: 9, secondOnly: 6, total: 185 }],
  ] as const)('%s has Tango’s interval on the rows that it is a share of', (name, discordance) => {
    const { low, high } = tangoInterval(discordance)
    const found = paired(modelsOf(COUNTS), name)
    expect(found?.interval).toEqual({ low, high, level: 0.95, method: 'tango' })
    const { firstOnly, secondOnly, total } = discordance
    expect(found?.difference).toBeCloseTo((secondOnly - firstOnly) / total, 12)
  })

  test('balanced accuracy has that of recall and specificity put together', () => {
    const found = paired(modelsOf(COUNTS), 'balanced-accuracy')
    const [recall, specificity] = [
      paired(modelsOf(COUNTS), 'recall'),
      paired(modelsOf(COUNTS), 'specificity'),
    ]
    const below = (one: typeof found) => (one?.difference ?? 0) - (one?.interval?.low ?? 0)
    const above = (one: typeof found) => (one?.interval?.high ?? 0) - (one?.difference ?? 0)
    expect(found?.interval?.method).toBe('tango')
    expect(below(found)).toBeCloseTo(Math.hypot(below(recall), below(specificity)) / 2, 12)
    expect(above(found)).toBeCloseTo(Math.hypot(above(recall), above(specificity)) / 2, 12)
  })

  test.each(['precision', 'f1', 'cost'] as const)(
    '%s has the score interval, about the normal one on many rows',
    name => {
      const many = COUNTS.map(count => 40 * count) as unknown as Eight
      const found = paired(modelsOf(many), name)
      const { difference = 0, interval, 'standard-error': spread = 0 } = found ?? {}
      expect(interval?.method).toBe('score')
      expect(((interval?.low ?? 0) - (difference - 1.96 * spread)) / spread).toBeCloseTo(0, 1)
      expect(((interval?.high ?? 0) - (difference + 1.96 * spread)) / spread).toBeCloseTo(0, 1)
    },
  )

  test('a cost that is half of the errors has half of accuracy’s interval, turned around', () => {
    const cost = { 'true-positive': 0, 'false-positive': 0.5, 'true-negative': 0, 'false-negative': 0.5 }
    const { metrics } = pairedMetrics(...modelsOf(COUNTS), ['cost', 'accuracy'], {
      settings: settingsInEffect({ cost }),
      drawing: { rows: 1, resamples: 1, seed: 0 },
      drawn: [],
    })
    expect(metrics.cost?.interval?.low).toBeCloseTo(-(metrics.accuracy?.interval?.high ?? 0) / 2, 4)
    expect(metrics.cost?.interval?.high).toBeCloseTo(-(metrics.accuracy?.interval?.low ?? 0) / 2, 4)
  })

  test.each(['accuracy', 'recall', 'specificity', 'balanced-accuracy', 'precision', 'f1', 'cost'] as const)(
    'of %s no disagreement on few rows is no certainty',
    name => {
      const found = paired(modelsOf([20, 0, 0, 2, 3, 0, 0, 15]), name)
      expect(found?.difference).toBeCloseTo(0, 12)
      expect(found?.interval?.low).toBeLessThan(-0.03)
      expect(found?.interval?.high).toBeGreaterThan(0.03)
      expect(found?.['standard-error']).toBeGreaterThan(0.01)
    },
  )

  test('of several classes have Tango’s interval for accuracy', () => {
    const actual = Uint32Array.from({ length: 60 }, (_, row) => row % 3)
    const model = (wrongAt: (row: number) => boolean): Predictions => ({
      task: 'multiclass-classification',
      classes: ['a', 'b', 'c'],
      actual,
      probabilities: Float64Array.from({ length: 180 }, (_, at) => {
        const row = Math.floor(at / 3)
        const called = ((actual[row] as number) + (wrongAt(row) ? 1 : 0)) % 3
        return at % 3 === called ? 0.8 : 0.1
      }),
      hasProbabilities: true,
      remarks: [],
    })
    const found = paired([model(row => row < 12), model(row => row >= 8 && row < 13)], 'accuracy')
    const { low, high } = tangoInterval({ firstOnly: 1, secondOnly: 8, total: 60 })
    expect(found?.interval).toEqual({ low, high, level: 0.95, method: 'tango' })
  })
})

describe('no width', () => {
  const model = (probability: readonly number[]): BinaryPredictions => ({
    task: 'binary-classification',
    positive: Uint8Array.from(probability, (_, row) => (row < 20 ? 0 : 1)),
    probability: Float64Array.from(probability),
    hasProbabilities: true,
    classes: ['no', 'yes'],
    remarks: [],
  })
  const separating = Array.from({ length: 40 }, (_, row) => (row + 1) / 50)
  const mixed = separating.toSorted((a, b) => ((a * 500) % 7) - ((b * 500) % 7))
  const compared = (first: readonly number[], second: readonly number[]) =>
    pairedMetrics(
      model(first),
      model(second),
      ['roc-auc', 'average-precision', 'ks-separation', 'matthews'],
      {
        settings: settingsInEffect({}),
        drawing: { rows: 40, resamples: 50, seed: 1 },
        drawn: ['average-precision', 'ks-separation', 'matthews'],
      },
    ).metrics

  test('is no interval where other models separate few rows without error', () => {
    // Negatives and positives change places among themselves.
    const second = [...separating.slice(0, 20).toReversed(), ...separating.slice(20).toReversed()]
    const found = compared(separating, second)
    for (const name of ['roc-auc', 'average-precision', 'ks-separation'] as const) {
      expect(found[name]?.difference, name).toBe(0)
      expect(found[name], name).not.toHaveProperty('interval')
    }
  })

  test('is certain of ranks where both models order all rows alike', () => {
    const found = compared(mixed, mixed.map(Math.sqrt))
    for (const name of ['roc-auc', 'average-precision', 'ks-separation'] as const)
      expect(found[name]?.interval, name).toMatchObject({ low: 0, high: 0 })
    expect(compared(mixed, mixed).matthews?.interval).toMatchObject({ low: 0, high: 0 })
  })
})

describe('the interval of what rows move', () => {
  const rows = (few: readonly number[]) => Float64Array.from({ length: 400 }, (_, row) => few[row] ?? 0)

  test('is as wide as a handful of rows makes it: worked by hand', () => {
    // Σ v² = 2 by two rows alike: s = √(2 · 400/399) / 400, 1/ν = (1/2 − 1/400) / 2, so ν = 4.02 and t = 2.771;
    // as skewed as 1 / 2t = 0.1804 says: 3 / 0.1804 (1 − (1 − 0.1804 (2.771 + 0.1804 / 6))^⅓) = 3.478.
    const { low, high, standardError } = closedForm(0, rows([1, -1]), undefined) ?? {
      low: 0,
      high: 0,
      standardError: 0,
    }
    expect(standardError).toBeCloseTo(Math.sqrt((2 * 400) / 399) / 400, 12)
    expect(high / standardError).toBeCloseTo(3.478, 3)
    expect(low).toBeCloseTo(-high, 12)
  })

  test('is the normal one where all carry it, and hopeless where one does', () => {
    const half = (influence: Float64Array) => {
      const { high = 0, standardError = 1 } = closedForm(0, influence, undefined) ?? {}
      return high / standardError
    }
    expect(half(Float64Array.from({ length: 4000 }, (_, row) => (row % 2) - 0.5))).toBeCloseTo(1.96, 2)
    expect(half(rows([1]))).toBeGreaterThan(40)
  })

  test('stays finite whatever the unit', () => {
    for (const unit of [1e-120, 1e120]) {
      const { low, high } = closedForm(0, rows([unit, -unit, 2 * unit, -2 * unit]), undefined) ?? {
        low: 0,
        high: 0,
      }
      expect(high / unit).toBeCloseTo(-low / unit, 12)
      expect(high / unit).toBeGreaterThan(0.01)
    }
  })

  test('is the same of groups as of their rows, one by one', () => {
    for (const [influence, counts] of [
      [
        [-1, 0.5, 3, 0],
        [120, 200, 7, 73],
      ],
      [
        [2, -1],
        [1, 2],
      ],
      [
        [0, 0],
        [5, 5],
      ],
    ] as const) {
      const each = counts.flatMap((count, group) => new Array<number>(count).fill(influence[group] as number))
      const [grouped, one] = [
        closedFormOfGroups(0.3, influence, counts),
        closedForm(0.3, Float64Array.from(each), undefined),
      ]
      for (const key of ['low', 'high', 'standardError', 'freedom'] as const)
        expect(grouped?.[key], key).toBeCloseTo(one?.[key] as number, 10)
    }
    expect(closedFormOfGroups(0, [1, -1], [1, 0])).toBeUndefined()
  })

  test('counts clusters, not rows', () => {
    const influence = Float64Array.from({ length: 400 }, (_, row) => (row < 200 ? 1 : -1))
    const codes = Uint32Array.from({ length: 400 }, (_, row) => Math.floor(row / 20))
    const { high, standardError } = closedForm(0, influence, { column: 'c', codes, count: 20 }) ?? {
      high: 0,
      standardError: 1,
    }
    // Twenty clusters at ±20: 19 degrees of freedom.
    expect(standardError).toBeCloseTo(Math.sqrt((20 * 400 * 20) / 19) / 400, 12)
    expect(high / standardError).toBeCloseTo(2.093024, 5)
  })
})
