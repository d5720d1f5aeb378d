import { describe, expect, test } from 'vitest'
import { comparePredictions } from '../../../src/domain/comparison/compare-predictions.ts'
import {
  type OwnMetrics,
  ownMetric,
  pairedOwnMetric,
  withPairedOwnMetrics,
} from '../../../src/domain/comparison/own-metrics.ts'
import { parseOwnMetric } from '../../../src/domain/comparison/parse-own-metric.ts'
import { alignRegression } from '../../../src/domain/comparison/predictions.ts'
import { OwnMetricRule } from '../../../src/domain/registry/evaluate-keys.ts'

const PER_ROW = OwnMetricRule.parse({ command: 'x', direction: 'lower', unit: '€', per: 'row' })
const PER_SET = OwnMetricRule.parse({ command: 'x', direction: 'higher', per: 'set' })
const ROWS_APART = {}

describe('what a command printed', () => {
  test('is a number a row, whose mean is the metric', () => {
    const found = parseOwnMetric('profit', PER_ROW, ' [1, 2.5, -3, 4e1]\n', 4)
    expect(ownMetric(PER_ROW, found)).toEqual({ value: 40.5 / 4, direction: 'lower', unit: '€' })
  })

  test('is one number', () => {
    expect(ownMetric(PER_SET, parseOwnMetric('profit', PER_SET, '0.25', 4))).toEqual({
      value: 0.25,
      direction: 'higher',
    })
  })

  test.each([
    ['too few', '[1, 2, 3]', '3 numbers, and there are 4 rows'],
    ['too many', '[1, 2, 3, 4, 5]', '5 numbers'],
    ['one for all where one a row is due', '1', 'printed a number'],
    ['an infinite one', '[1, 2, 1e400, 4]', 'row 3'],
    ['a missing one', '[1, null, 3, 4]', 'null for row 2'],
    ['text', '[1, 2, 3, "4"]', 'a string for row 4'],
    ['NaN, which is no JSON', '[1, 2, NaN, 4]', 'no JSON'],
    ['nothing', ' \n', 'printed nothing'],
    ['a line before it', 'loading…\n[1, 2, 3, 4]', 'loading'],
    ['a line behind it', '[1, 2, 3, 4]\ndone', 'no JSON'],
    ['a mapping', '{"values": [1, 2, 3, 4]}', 'a mapping'],
  ])('is refused: %s', (_what, printed, message) => {
    expect(() => parseOwnMetric('profit', PER_ROW, printed, 4)).toThrow(
      expect.objectContaining({
        code: 'bad-data',
        message: expect.stringContaining(message),
      }),
    )
  })

  test.each(['[1]', 'null', '"1"', '1e999', ''])('is refused where one number is due: %s', printed => {
    expect(() => parseOwnMetric('profit', PER_SET, printed, 4)).toThrow(
      expect.objectContaining({ code: 'bad-data' }),
    )
  })
})

describe('a metric of both models', () => {
  test('a row each has a paired interval', () => {
    const [before, after] = ['[1, 2, 3, 4]', '[2, 3, 4, 5]'].map(text =>
      parseOwnMetric('p', PER_ROW, text, 4),
    )
    if (before === undefined || after === undefined) throw new Error('both are there')
    expect(pairedOwnMetric(PER_ROW, before, after, ROWS_APART)).toMatchObject({
      champion: 2.5,
      challenger: 3.5,
      difference: 1,
      // Each row is dearer by 1: nothing varies.
      interval: { low: 1, high: 1, method: 'closed-form' },
      direction: 'lower',
      unit: '€',
    })
  })

  test('has the t interval of the mean difference: worked by hand', () => {
    const [before, after] = ['[0, 0, 0, 0]', '[1, 3, 1, 3]'].map(text =>
      parseOwnMetric('p', PER_ROW, text, 4),
    )
    if (before === undefined || after === undefined) throw new Error('both are there')
    // Four rows at ±1 around 2: s² = 4 / 3, three degrees of freedom, t = 3.1824.
    const half = 3.182446305 * Math.sqrt(4 / 3 / 4)
    const { interval } = pairedOwnMetric(PER_ROW, before, after, ROWS_APART)
    expect(interval?.low).toBeCloseTo(2 - half, 7)
    expect(interval?.high).toBeCloseTo(2 + half, 7)
  })

  test('of the whole set has none', () => {
    const found = pairedOwnMetric(
      PER_SET,
      { per: 'set', value: 0.5 },
      { per: 'set', value: 0.75 },
      ROWS_APART,
    )
    expect(found).toEqual({ champion: 0.5, challenger: 0.75, difference: 0.25, direction: 'higher' })
  })
})

describe('how the interval of a mean is made', () => {
  const rowsOf = (count: number, value: (row: number) => number) => ({
    per: 'row' as const,
    values: Float64Array.from({ length: count }, (_, row) => value(row)),
  })

  test('in closed form, with what guardrails adjust by', () => {
    const count = 20_001
    const found = pairedOwnMetric(
      PER_ROW,
      rowsOf(count, () => 0),
      rowsOf(count, row => row % 2),
      ROWS_APART,
    )
    // 10,000 ones of 20,001: a standard error of √(p(1 − p) / (n − 1)).
    const p = 10_000 / count
    const error = Math.sqrt((p * (1 - p)) / (count - 1))
    expect(found.interval).toMatchObject({ method: 'closed-form', level: 0.95 })
    expect(found.interval?.low).toBeCloseTo(p - 1.959963984540054 * error, 6)
    expect(found['standard-error']).toBeCloseTo(error, 12)
  })

  test('not at all with too few clusters', () => {
    const clusters = { column: 'household', codes: Uint32Array.of(0, 0, 1, 1), count: 2 }
    const four = rowsOf(4, row => row)
    expect(pairedOwnMetric(PER_ROW, four, four, { clusters })).not.toHaveProperty('interval')
    expect(ownMetric(PER_ROW, four, { rows: 4, resamples: 400, seed: 1, clusters })).not.toHaveProperty(
      'interval',
    )
  })

  test('on a slice from 30 rows on, and where no row moved only between equal models', () => {
    const rows = 89
    const target = { name: 'y', values: Float64Array.from({ length: rows }, (_, row) => row) }
    const predicting = (add: (row: number) => number) =>
      alignRegression(
        target.values.map((value, row) => value + add(row)),
        target,
      )
    // Rows 0–28 are `few`, 29–58 `same`, 59–88 `moved`: there the second model differs, but not its metric.
    const codes = Uint32Array.from({ length: rows }, (_, row) => (row < 29 ? 0 : row < 59 ? 1 : 2))
    const slices = [{ name: 'part', codes, words: ['few', 'same', 'moved'] }]
    const [first, second] = [predicting(() => 1), predicting(row => (row >= 59 ? 2 : 1))]
    const own: OwnMetrics = new Map([['hits', { rule: PER_ROW, values: rowsOf(rows, () => 1) }]])
    const options = { slices, clusters: undefined, resamples: 50, seed: 1 }
    const facts = comparePredictions(first, second, { ...options, target: 'y', primary: 'rmse' })
    const compared = withPairedOwnMetrics(facts, own, own, { ...options, predictions: [first, second] })
    const found = compared.slices?.map(slice => [slice.value, slice['own-metrics']?.hits?.interval?.low])
    expect(found).toEqual([
      ['few', undefined],
      ['moved', undefined],
      ['same', 0],
    ])
  })
})
