import { expect, test } from 'vitest'
import { binaryFamilies } from '../../../src/domain/comparison/binary-metrics.ts'
import {
  ESTIMATED_METRICS,
  estimateByConfidence,
} from '../../../src/domain/comparison/confidence-estimates.ts'
import { familyValues } from '../../../src/domain/comparison/metric-families.ts'
import { type SettingsInEffect, settingsInEffect } from '../../../src/domain/comparison/metric-settings.ts'
import { ascendingRanking } from '../../../src/domain/stats/order.ts'
import { randomStream } from '../../../src/domain/stats/random.ts'

const SETTINGS = { threshold: 0.4, cost: undefined }

const estimatesOf = (probability: Float64Array, settings: Pick<SettingsInEffect, 'threshold' | 'cost'>) =>
  estimateByConfidence(probability, settings, () => ascendingRanking(probability))

/** 41 chances between 0.02 and 0.98, a third of them rounded so that some are ties. */
const CHANCES = Float64Array.from({ length: 41 }, (_, row) => {
  const chance = (((row * 17) % 41) + 0.5) / 41
  const rounded = row % 3 === 0 ? Math.round(chance * 20) / 20 : chance
  return Math.min(0.98, Math.max(0.02, rounded))
})

test('estimates are those of sums over all rows and all pairs, computed in Python', () => {
  const { expected, metrics } = estimatesOf(CHANCES, SETTINGS)
  const value = (name: (typeof ESTIMATED_METRICS)[number]) => metrics.get(name)?.value
  expect(expected.truePositive).toBeCloseTo(17.38243902439024, 10)
  expect(expected.falsePositive).toBeCloseTo(7.617560975609754, 10)
  expect(expected.falseNegative).toBeCloseTo(3.151707317073171, 10)
  expect(expected.trueNegative).toBeCloseTo(12.84829268292683, 10)
  expect(value('roc-auc')).toBeCloseTo(0.8368782064456115, 10)
  expect(value('accuracy')).toBeCloseTo(0.7373349196906602, 10)
  expect(value('balanced-accuracy')).toBeCloseTo(0.7371527596557655, 10)
  expect(value('f1')).toBeCloseTo(0.7634902780009641, 10)
  expect(value('precision')).toBeCloseTo(0.6952975609756098, 10)
  expect(value('recall')).toBeCloseTo(0.846513837747951, 10)
  expect(value('specificity')).toBeCloseTo(0.6277916815635801, 10)
  expect(value('log-loss')).toBeCloseTo(0.5030185777595384, 10)
  expect(value('brier')).toBeCloseTo(0.16754530839657, 10)
})

test('a metric of one number a row lies on labels as far as a Poisson-binomial sum does', () => {
  const { metrics } = estimatesOf(CHANCES, SETTINGS)
  const spread = (name: (typeof ESTIMATED_METRICS)[number]) => {
    const { low = 0, high = 0 } = metrics.get(name)?.onLabels ?? {}
    return (high - low) / 2
  }
  // Standard deviations of the sums, in Python.
  for (const [name, deviation] of [
    ['accuracy', 0.06392551084271214],
    ['brier', 0.02862566596903579],
    ['precision', 0.08521602237817931],
  ] as const) {
    expect(spread(name) / deviation).toBeCloseTo(1.959964, 6)
  }
})

test('what is certain is estimated without doubt', () => {
  const certain = Float64Array.from({ length: 40 }, (_, row) => row % 2)
  const { metrics } = estimatesOf(certain, SETTINGS)
  expect(metrics.get('accuracy')).toMatchObject({ value: 1, onLabels: { low: 1, high: 1 } })
  expect(metrics.get('roc-auc')).toMatchObject({ value: 1, onLabels: { low: 1, high: 1 } })
  expect(metrics.get('brier')?.value).toBe(0)
})

test('costs are counted as the matrix has them', () => {
  const cost = { 'true-positive': -5, 'false-positive': 1, 'true-negative': 0, 'false-negative': 3 }
  const chances = new Float64Array(100).fill(0.25)
  const { metrics } = estimatesOf(chances, { threshold: 0.2, cost })
  expect(metrics.get('cost')?.value).toBeCloseTo(0.25 * -5 + 0.75, 12)
  expect(estimatesOf(chances, { threshold: 0.2, cost: undefined }).metrics.has('cost')).toBe(false)
})

test('what too few rows are of is left out', () => {
  expect(estimatesOf(CHANCES.subarray(0, 29), SETTINGS).metrics.size).toBe(0)
  // 9 positives and 891 negatives are expected.
  const rare = new Float64Array(900).fill(0.01)
  expect([...estimatesOf(rare, SETTINGS).metrics.keys()]).toEqual([
    'accuracy',
    'specificity',
    'log-loss',
    'brier',
  ])
})

test('precision is left out where no row is called positive', () => {
  const { metrics } = estimatesOf(new Float64Array(200).fill(0.3), SETTINGS)
  expect(metrics.has('precision')).toBe(false)
  expect(metrics.get('recall')?.value).toBe(0)
})

/** Of so many a share of 0.95 lies above 0.923 but for three standard errors. */
const DRAWS = 600

test('the interval of the population holds its metrics, and is as wide as a measurement’s', () => {
  const stream = randomStream(5)
  const chances = (rows: number) =>
    Float64Array.from({ length: rows }, () => (stream.below(2 ** 20) / 2 ** 20) ** 2)
  const truth = estimatesOf(chances(200_000), SETTINGS).metrics
  const missed = new Map<string, number>()
  for (let draw = 0; draw < DRAWS; draw += 1) {
    for (const [name, { ofPopulation, onLabels }] of estimatesOf(chances(300), SETTINGS).metrics) {
      const value = truth.get(name)?.value ?? Number.NaN
      const interval = ofPopulation()
      const holds = interval.low <= value && value <= interval.high
      missed.set(name, (missed.get(name) ?? 0) + (holds ? 0 : 1))
      expect(interval.high - interval.low).toBeGreaterThan(onLabels.high - onLabels.low)
    }
  }
  expect(missed.size).toBe(9)
  // Chance in the labels is in the interval, and not in the estimate.
  expect([...missed].filter(([, count]) => count > 0.05 * DRAWS)).toEqual([])
})

test.each([
  [60, 2],
  [300, 4],
  [300, 1],
])('of %i rows and scores to the power %i the interval on labels holds what is measured', (rows, power) => {
  const stream = randomStream(rows + power)
  const uniform = () => stream.below(2 ** 20) / 2 ** 20
  const held = new Map<string, [held: number, all: number]>()
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const probability = Float64Array.from({ length: rows }, () => uniform() ** power)
    const positive = Uint8Array.from(probability, chance => (uniform() < chance ? 1 : 0))
    const { metrics } = estimatesOf(probability, SETTINGS)
    const families = binaryFamilies(
      {
        task: 'binary-classification',
        positive,
        probability,
        hasProbabilities: true,
        classes: ['no', 'yes'],
        remarks: [],
      },
      settingsInEffect(SETTINGS),
      new Set(ESTIMATED_METRICS),
    )
    const measured = familyValues(families)
    for (const [name, { onLabels }] of metrics) {
      const value = measured.get(name) ?? Number.NaN
      if (Number.isNaN(value)) continue
      const [inside, all] = held.get(name) ?? [0, 0]
      const holds = onLabels.low <= value && value <= onLabels.high
      held.set(name, [inside + (holds ? 1 : 0), all + 1])
    }
  }
  const shares = [...held]
    .filter(([, [, all]]) => all > DRAWS / 2)
    .map(([name, [inside, all]]) => ({ name, share: inside / all }))
  expect(shares.filter(({ share }) => share < 0.93)).toEqual([])
})
