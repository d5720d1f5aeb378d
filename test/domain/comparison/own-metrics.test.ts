import { describe, expect, test } from 'vitest'
import { ownMetric, pairedOwnMetric, parseOwnMetric } from '../../../src/domain/comparison/own-metrics.ts'
import { OwnMetricRule } from '../../../src/domain/registry/evaluate-keys.ts'

const PER_ROW = OwnMetricRule.parse({ command: 'x', direction: 'lower', unit: '€', per: 'row' })
const PER_SET = OwnMetricRule.parse({ command: 'x', direction: 'higher', per: 'set' })
const DRAWING = { rows: 4, resamples: 500, seed: 1 }

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
    expect(pairedOwnMetric(PER_ROW, before, after, DRAWING)).toMatchObject({
      champion: 2.5,
      challenger: 3.5,
      difference: 1,
      // Each row is dearer by 1, so every resample is.
      interval: { low: 1, high: 1, method: 'bootstrap-percentile' },
      direction: 'lower',
      unit: '€',
    })
  })

  test('of the whole set has none', () => {
    const found = pairedOwnMetric(PER_SET, { per: 'set', value: 0.5 }, { per: 'set', value: 0.75 }, DRAWING)
    expect(found).toEqual({ champion: 0.5, challenger: 0.75, difference: 0.25, direction: 'higher' })
  })
})
