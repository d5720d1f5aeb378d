import { describe, expect, test } from 'vitest'
import { influenceOf } from '../../../src/domain/comparison/influence.ts'
import { type MetricName, metricsOf } from '../../../src/domain/comparison/metric-catalogue.ts'
import { familyValues, prepareFamilies } from '../../../src/domain/comparison/metric-families.ts'
import { settingsInEffect } from '../../../src/domain/comparison/metric-settings.ts'
import { rowsOf, selectRows } from '../../../src/domain/comparison/predicted-rows.ts'
import { ownPredictions } from '../../support/fixture-models.ts'

const SETTINGS = settingsInEffect({
  threshold: 0.4,
  quantile: 0.8,
  cost: { 'true-positive': -2, 'false-positive': 1, 'true-negative': 0, 'false-negative': 5 },
})

/** What a metric has no form for here: its interval is drawn. */
const WITHOUT: readonly MetricName[] = ['calibration-error', 'ks-separation', 'lift', 'median-absolute-error']

/** What is counted by leaving a row out. */
const LEFT_OUT: readonly MetricName[] = [
  'matthews',
  'roc-auc',
  'roc-auc-ovr',
  'balanced-accuracy',
  'macro-f1',
  'weighted-f1',
]

const WEIGHT = 1_000_000

/** What a millionth of a row does to a metric, as much as a whole one would at that rate. */
function byWeight(metricOf: (counts: Uint32Array) => number, count: number, row: number): number {
  const counts = new Uint32Array(count).fill(WEIGHT)
  const value = metricOf(counts)
  counts[row] = WEIGHT + 1
  return (metricOf(counts) - value) * WEIGHT * count
}

/** What the metric loses with a row, times the rows that are left. */
function byLeavingOut(metricOf: (counts: Uint32Array) => number, count: number, row: number): number {
  const counts = new Uint32Array(count).fill(1)
  const value = metricOf(counts)
  counts[row] = 0
  return (count - 1) * (value - metricOf(counts))
}

/** By how much more a positive counts for its class where it is left out. */
function withoutOne(name: MetricName, { positives, count }: { positives: number; count: number }): number {
  return name === 'average-precision' ? ((count - 1) / count) * (positives / (positives - 1)) : 1
}

describe('the influence of a row is what it does to the metric', () => {
  test.each(['telco-churn/v1', 'chicago-ridership/v1', 'digits/v1'])('of %s', model => {
    const rows = Uint32Array.from({ length: 120 }, (_, index) => index * 2)
    const predictions = selectRows(ownPredictions(model), rows)
    const count = rowsOf(predictions)
    const names = metricsOf(predictions.task)
    const without = names.filter(name => influenceOf(name, predictions, SETTINGS) === undefined)
    for (const name of without) expect(WITHOUT).toContain(name)
    const positives =
      predictions.task === 'binary-classification' ? predictions.positive.reduce((a, b) => a + b, 0) : 0
    for (const name of names.filter(found => !without.includes(found))) {
      const families = prepareFamilies(predictions, SETTINGS, [name])
      const influence = influenceOf(name, predictions, SETTINGS) as Float64Array
      const metricOf = (counts: Uint32Array) => familyValues(families, counts).get(name) as number
      const move =
        // Of two classes it is a ratio like others.
        LEFT_OUT.includes(name) && !(name === 'balanced-accuracy' && positives > 0) ? byLeavingOut : byWeight
      expect(influence.reduce((sum, each) => sum + each, 0) / count).toBeCloseTo(0, 9)
      const moved = influence.map((_, row) => move(metricOf, count, row))
      // What rows lose when they are left out one by one does not add up to nothing, as it does to the first order.
      const mean = move === byLeavingOut ? moved.reduce((sum, each) => sum + each, 0) / count : 0
      const scale = Math.max(1, ...influence.map(Math.abs))
      const more = withoutOne(name, { positives, count })
      for (let row = 0; row < count; row += 7) {
        expect(
          (((moved[row] as number) - mean) * more - (influence[row] as number)) / scale,
          `${name}, row ${row}`,
        ).toBeCloseTo(0, 4)
      }
    }
  })
})
