import { expect, test } from 'vitest'
import {
  alignBinary,
  alignMulticlass,
  alignRegression,
  type Predictions,
} from '../../../src/domain/comparison/predictions.ts'
import { predictionsCsv } from '../../../src/domain/comparison/predictions-file.ts'

const csvOf = (predictions: Predictions, settings = {}) => [...predictionsCsv(predictions, settings)].join('')

const target = (words: readonly string[]) => ({
  name: 'y',
  words,
  codes: Uint32Array.from(words.keys()),
})

test('a binary classifier has the probability of the positive class, and what it is called by the threshold', () => {
  const values = Float64Array.of(0.9, 0.1, 0.7, 0.3)
  const probabilities = { classes: ['no', 'a, "b"'], values, width: 2 }
  const predictions = alignBinary({ rows: 2, probabilities }, target(['no', 'a, "b"']), 'a, "b"')
  expect(csvOf(predictions)).toBe('probability,label\n0.1,no\n0.3,no\n')
  expect(csvOf(predictions, { threshold: 0.3 })).toBe('probability,label\n0.1,no\n0.3,"a, ""b"""\n')
})

test('a classifier that gives labels alone has labels alone', () => {
  expect(csvOf(alignBinary({ rows: 2, labels: ['1', '0'] }, target(['no', 'yes']), 'yes'))).toBe(
    'label\nyes\nno\n',
  )
})

test('one of several classes has a column of each', () => {
  const probabilities = { classes: ['b', 'a,', 'c'], values: Float64Array.of(0.2, 0.5, 0.3), width: 3 }
  expect(csvOf(alignMulticlass({ rows: 1, probabilities }, target(['b'])))).toBe(
    'probability_b,"probability_a,",probability_c,label\n0.2,0.5,0.3,"a,"\n',
  )
})

test('a regression has numbers that read back are the same, however many', () => {
  const values = Float64Array.from({ length: 25_001 }, (_, row) => (row + 1) / 3)
  const [head, ...lines] = csvOf(alignRegression(values, { name: 'y', values }))
    .trimEnd()
    .split('\n')
  expect(head).toBe('prediction')
  expect(Float64Array.from(lines, Number)).toEqual(values)
})
