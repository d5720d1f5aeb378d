import { expect, test } from 'vitest'
import { type ColumnTest, testNumbers, testWords } from '../../../src/domain/evidence/column-test.ts'
import { homogeneity } from '../../../src/domain/stats/homogeneity.ts'
import { kolmogorovSmirnov } from '../../../src/domain/stats/kolmogorov-smirnov.ts'
import { randomStream } from '../../../src/domain/stats/random.ts'

function uniform(rows: number, seed: number, shift = 0, steps = Number.POSITIVE_INFINITY): Float64Array {
  const draws = randomStream(seed)
  return Float64Array.from({ length: rows }, () => {
    const value = draws.below(2 ** 20) / 2 ** 20 + shift
    return Number.isFinite(steps) ? Math.floor(value * steps) : value
  })
}

const sample = (values: Float64Array, missing = 0) => ({ values, missing })

test('numbers are told apart by the test of Kolmogorov and Smirnov', () => {
  const [first, second] = [uniform(400, 1), uniform(300, 2, 0.2)]
  const found = testNumbers(sample(first), sample(second), 7) as ColumnTest
  const { statistic, pValue } = kolmogorovSmirnov(first, second, { resamples: 2000, seed: 7 })
  expect(found).toMatchObject({ test: 'kolmogorov-smirnov', distance: statistic, pValue })
  expect(found.noNumbers).toBeUndefined()
})

test('what is missing is no value; what is no finite number is counted', () => {
  const first = Float64Array.of(1, 2, Number.NaN, 3)
  const second = Float64Array.of(1, Number.NaN, Number.POSITIVE_INFINITY, 3)
  expect(testNumbers(sample(first, 1), sample(second), 7)).toMatchObject({ noNumbers: [0, 2] })
  expect(testNumbers(sample(first, 1), sample(Float64Array.of(Number.NaN)), 7)).toEqual({
    notTested: 'no-values',
  })
})

test('a change of few values is significant beyond what drawing could show', () => {
  const [first, second] = [uniform(20_000, 1, 0, 5), uniform(20_000, 2, 0.2, 5)]
  const { pValue, method } = kolmogorovSmirnov(first, second, { resamples: 2000, seed: 7 })
  expect({ pValue, method }).toEqual({ pValue: 1 / 2001, method: 'monte-carlo' })
  expect((testNumbers(sample(first), sample(second), 7) as ColumnTest).pValue).toBeLessThan(1e-100)
})

test('words are told apart by the test of homogeneity, and those that came and went are named', () => {
  const first = new Map([
    ['a', 500],
    ['b', 300],
    ['c', 50],
  ])
  const second = new Map([
    ['a', 300],
    ['b', 500],
    ['d', 60],
  ])
  const { pValue, cramersVCorrected } = homogeneity(first, second)
  expect(testWords(first, second)).toMatchObject({
    test: 'chi-squared',
    distance: cramersVCorrected,
    pValue,
    newWords: { count: 1, first: ['d'] },
    goneWords: { count: 1, first: ['c'] },
  })
})

test('of many new words the first are named, each cut where it is long', () => {
  const many = new Map(Array.from({ length: 30 }, (_, index) => [`${index}`.repeat(300), 10]))
  const found = testWords(new Map([['a', 300]]), many) as ColumnTest
  expect(found.newWords?.count).toBe(30)
  expect(found.newWords?.first).toHaveLength(20)
  expect(found.newWords?.first.every(word => word.length === 200)).toBe(true)
})

test('one word on both sides is no change; too many words, or none, are not tested', () => {
  const one = new Map([['a', 10]])
  expect(testWords(one, one)).toMatchObject({ distance: 0, pValue: 1, smallestDistance: 0 })
  expect(testWords(one, undefined)).toEqual({ notTested: 'many-words' })
  expect(testWords(one, new Map())).toEqual({ notTested: 'no-values' })
})
