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
const WITHOUT: readonly MetricName[] = [
  'average-precision',
  'matthews',
  'calibration-error',
  'ks-separation',
  'lift',
  'balanced-accuracy',
  'macro-f1',
  'weighted-f1',
  'roc-auc-ovr',
  'median-absolute-error',
]

describe('the influence of a row is what its weight does to the metric', () => {
  test.each(['telco-churn/v1', 'chicago-ridership/v1', 'digits/v1'])('of %s', model => {
    const rows = Uint32Array.from({ length: 120 }, (_, index) => index * 2)
    const predictions = selectRows(ownPredictions(model), rows)
    const count = rowsOf(predictions)
    const names = metricsOf(predictions.task)
    const without = names.filter(name => influenceOf(name, predictions, SETTINGS) === undefined)
    for (const name of without) expect(WITHOUT).toContain(name)
    const weight = 1_000_000
    for (const name of names.filter(found => !without.includes(found))) {
      const families = prepareFamilies(predictions, SETTINGS, [name])
      const influence = influenceOf(name, predictions, SETTINGS) as Float64Array
      const value = familyValues(families).get(name) as number
      expect(influence.reduce((sum, each) => sum + each, 0) / count).toBeCloseTo(0, 10)
      for (let row = 0; row < count; row += 7) {
        const counts = new Uint32Array(count).fill(weight)
        counts[row] = weight + 1
        const moved = (familyValues(families, counts).get(name) as number) - value
        const scale = Math.max(1, ...influence.map(Math.abs))
        expect(
          (moved * weight * count - (influence[row] as number)) / scale,
          `${name}, row ${row}`,
        ).toBeCloseTo(0, 4)
      }
    }
  })
})
