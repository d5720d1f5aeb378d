import { expect, test } from 'vitest'
import { estimateByConfidence, estimatesOn } from '../../../src/domain/comparison/confidence-estimates.ts'
import { evaluatePredictions } from '../../../src/domain/comparison/measure.ts'
import { familyValues, prepareFamilies } from '../../../src/domain/comparison/metric-families.ts'
import { settingsInEffect } from '../../../src/domain/comparison/metric-settings.ts'
import type { BinaryPredictions } from '../../../src/domain/comparison/predictions.ts'
import { slicesOf } from '../../../src/domain/comparison/slices.ts'
import { biasOnRecord, whyNotBelieved, widened } from '../../../src/domain/performance/bias-on-record.ts'
import { lookAtPerformance } from '../../../src/domain/performance/look-at-performance.ts'
import type { MetricSla } from '../../../src/domain/registry/sla-keys.ts'
import { ascendingRanking } from '../../../src/domain/stats/order.ts'
import { randomStream } from '../../../src/domain/stats/random.ts'

const stream = randomStream(11)
const uniform = () => stream.below(2 ** 20) / 2 ** 20
const SETTINGS = settingsInEffect(undefined)

/** What a model says of a row, and what is true of it. */
interface Chances {
  readonly said: number
  readonly true: number
  readonly region?: 'north' | 'south'
}

/** @param chances - Of each row; positives are drawn by what is true. */
function drawn(
  rows: number,
  chances: () => Chances,
): { predictions: BinaryPredictions; regions: Uint32Array } {
  const all = Array.from({ length: rows }, chances)
  return {
    predictions: {
      task: 'binary-classification',
      positive: Uint8Array.from(all, one => (uniform() < one.true ? 1 : 0)),
      probability: Float64Array.from(all, ({ said }) => said),
      hasProbabilities: true,
      classes: ['no', 'yes'],
      remarks: [],
    },
    regions: Uint32Array.from(all, ({ region }) => (region === 'south' ? 1 : 0)),
  }
}

/** Without the bootstrap, which more than 20,000 rows do without. */
const ROWS = 30_000

function looked(chances: () => Chances, rule: MetricSla, threshold = 0.5) {
  const column = (codes: Uint32Array) => ({ name: 'region', codes, words: ['north', 'south'] })
  const [before, now] = [drawn(ROWS, chances), drawn(ROWS, chances)]
  const onRecord = evaluatePredictions(before.predictions, 'churned', {
    intervals: true,
    settings: { threshold },
    slices: [column(before.regions)],
  })
  const production = {
    predictions: now.predictions,
    labelled: new Uint32Array(),
    unlabelled: Uint32Array.from({ length: ROWS }, (_, row) => row),
    slices: slicesOf([column(now.regions)]),
  }
  return { onRecord, ...lookAtPerformance(production, [rule], { ...SETTINGS, threshold }, onRecord) }
}

const squared = () => uniform() ** 2

test.each<[string, () => Chances, MetricSla, string, number?]>([
  [
    'of rare positives that are half as likely as the model says',
    () => {
      const said = uniform() < 0.03 ? 0.5 + uniform() / 2 : uniform() / 100
      return { said, true: said / 2 }
    },
    { metric: 'precision', min: 0.6 },
    'precision',
  ],
  [
    'of a slice where the model knows less than it says',
    () => {
      const said = squared()
      return uniform() < 0.1
        ? { said, true: 0.3 + said * 0.4, region: 'south' }
        : { said, true: said, region: 'north' }
    },
    { metric: 'accuracy', min: 0.65, slices: ['region'] },
    'accuracy south',
  ],
  [
    'of a threshold within a bin of the calibration error, whose mean holds',
    () => {
      const said = 0.405 + Math.floor(uniform() * 10) / 100
      return { said, true: said < 0.45 ? said + 0.15 : said - 0.15 }
    },
    { metric: 'precision', min: 0.4 },
    'precision',
    0.45,
  ],
])('an estimate %s is not ok, however small the calibration error', (_, chances, rule, wanted, threshold) => {
  const { onRecord, findings } = looked(chances, rule, threshold)
  expect(whyNotBelieved(onRecord)).toBeUndefined()
  const found = findings.find(
    ({ metric, slice }) => [metric, slice?.value].filter(part => part !== undefined).join(' ') === wanted,
  )
  expect(found).toMatchObject({ status: 'insufficient-data', ground: 'estimates-missed' })
  // It would have been ok.
  expect(found?.value).toBeGreaterThan((rule as { readonly min: number }).min)
})

test('an estimate of calibrated chances is judged', () => {
  const { findings } = looked(
    () => {
      const said = squared()
      return { said, true: said, region: uniform() < 0.5 ? 'north' : 'south' }
    },
    { metric: 'accuracy', min: 0.7, slices: ['region'] },
  )
  expect(findings.map(({ status }) => status)).toEqual(['ok', 'ok', 'ok'])
})

test('where nothing was estimated on record, nothing says by how much it is off', () => {
  expect(biasOnRecord('accuracy', undefined)).toBe('estimates-unchecked')
  expect(biasOnRecord('accuracy', { metrics: { accuracy: 0.8 } })).toBe('estimates-unchecked')
  const estimated = { accuracy: { value: 0.8, low: 0.78, high: 0.82 } }
  expect(biasOnRecord('accuracy', { metrics: {}, estimated })).toBe('estimates-unchecked')
  expect(biasOnRecord('accuracy', { metrics: { accuracy: 0.77 }, estimated })).toBe('estimates-missed')
  expect(biasOnRecord('accuracy', { metrics: { accuracy: 0.83 }, estimated })).toBe('estimates-missed')
  const held = biasOnRecord('accuracy', { metrics: { accuracy: 0.79 }, estimated })
  expect(held).toEqual({ low: expect.closeTo(-0.03, 12), high: expect.closeTo(0.01, 12) })
})

test('no estimate is believed without a small calibration error', () => {
  expect(whyNotBelieved(undefined)).toBe('calibration-unknown')
  expect(whyNotBelieved({ metrics: { accuracy: 0.9 } })).toBe('calibration-unknown')
  expect(whyNotBelieved({ metrics: { 'calibration-error': 0.051 } })).toBe('calibration-poor')
  expect(whyNotBelieved({ metrics: { 'calibration-error': 0.05 } })).toBeUndefined()
})

/** Of so many a share of 0.05 lies below 0.088 but for three standard errors. */
const DRAWS = 300

test.each([0, 0.02, 0.04, 0.08])(
  'chances that are %f too high: an interval that is believed seldom misses the metric',
  shift => {
    const chances = () => {
      const said = shift + (1 - shift) * squared()
      return { said, true: said - shift }
    }
    const measured = (predictions: BinaryPredictions) =>
      familyValues(prepareFamilies(predictions, SETTINGS, ['accuracy'])).get('accuracy') as number
    const truth = measured(drawn(400_000, chances).predictions)
    let missed = 0
    for (let draw = 0; draw < DRAWS; draw += 1) {
      const before = drawn(500, chances).predictions
      const { value, onLabels } = estimatesOn(before, SETTINGS)?.metrics.get('accuracy') ?? {}
      const estimated = {
        accuracy: { value: value ?? Number.NaN, low: onLabels?.low ?? 0, high: onLabels?.high ?? 0 },
      }
      const bias = biasOnRecord('accuracy', { metrics: { accuracy: measured(before) }, estimated })
      if (typeof bias === 'string') continue
      const { probability } = drawn(500, chances).predictions
      const now = estimateByConfidence(probability, SETTINGS, () => ascendingRanking(probability))
      const { low, high } = widened(
        'accuracy',
        now.metrics.get('accuracy')?.ofPopulation() ?? {
          low: 0,
          high: 0,
          level: 0.95,
          method: 'closed-form',
        },
        bias,
      )
      if (truth < low || truth > high) missed += 1
    }
    expect(missed / DRAWS).toBeLessThan(0.088)
  },
)
