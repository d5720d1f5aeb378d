import { expect, test } from 'vitest'
import { type PairedFeature, pairColumns } from '../../../src/domain/drift/pair-columns.ts'
import { kolmogorovSmirnov } from '../../../src/domain/stats/kolmogorov-smirnov.ts'
import { randomStream } from '../../../src/domain/stats/random.ts'
import { type ClassifierTest, classifierTwoSample } from '../../../src/domain/stats/two-sample-classifier.ts'

const uniformOf = (seed: number) => {
  const stream = randomStream(seed)
  return () => (stream.below(2 ** 20) + 0.5) / 2 ** 20
}

/** Two standard normal values that are correlated. */
function pairOf(uniform: () => number, correlation: number): [number, number] {
  const [radius, angle] = [Math.sqrt(-2 * Math.log(uniform())), 2 * Math.PI * uniform()]
  const [a, b] = [radius * Math.cos(angle), radius * Math.sin(angle)]
  return [a, correlation * a + Math.sqrt(1 - correlation ** 2) * b]
}

function tested(features: readonly PairedFeature[], n: number, m: number, seed = 0): ClassifierTest {
  const { values, width } = pairColumns(features, n + m)
  return classifierTwoSample({ values, width, n, m }, seed)
}

function asFeatures(pairs: readonly (readonly [number, number])[]): PairedFeature[] {
  return [0, 1].map(at => ({ kind: 'number', values: Float64Array.from(pairs, pair => pair[at] as number) }))
}

test('samples that one column tells apart are told apart, and the chance is the least there is', () => {
  const values = Float64Array.from({ length: 100 }, (_, row) => (row < 60 ? row : row + 1000))
  const found = classifierTwoSample({ values: values.map(one => one / 2000), width: 1, n: 60, m: 40 }, 0)
  expect(found).toEqual({ auc: 1, pValue: 1 / 200, permutations: 199 })
})

test('what does not vary tells nothing: all scores are equal, as they are for every labelling', () => {
  const values = new Float64Array(40).fill(0.3)
  const found = classifierTwoSample({ values, width: 1, n: 30, m: 10 }, 0)
  expect(found).toEqual({ auc: 0.5, pValue: 1, permutations: 199 })
})

test('a dependence that turned around is seen, which no feature by itself shows', () => {
  const uniform = uniformOf(1)
  const pairs = Array.from({ length: 700 }, (_, row) => pairOf(uniform, row < 400 ? 0.6 : -0.6))
  const features = asFeatures(pairs)
  for (const feature of features) {
    if (feature.kind !== 'number') continue
    const [before, after] = [feature.values.slice(0, 400), feature.values.slice(400)]
    const alone = kolmogorovSmirnov(before, after, { resamples: 200, seed: 0 })
    expect(alone.pValue).toBeGreaterThan(0.05)
    expect(alone.statistic).toBeLessThan(0.1)
  }
  const found = tested(features, 400, 300)
  expect(found.pValue).toBe(1 / 200)
  expect(found.auc).toBeGreaterThan(0.7)
})

test('so is a number that goes with another category than before', () => {
  const uniform = uniformOf(2)
  const rows = Array.from({ length: 600 }, (_, row) => {
    const word = uniform() < 0.5 ? 'a' : 'b'
    const isHigh = (word === 'a') === row < 300
    return { word, value: isHigh ? 1 + uniform() : uniform() }
  })
  const features: PairedFeature[] = [
    { kind: 'number', values: Float64Array.from(rows, ({ value }) => value) },
    { kind: 'text', words: rows.map(({ word }) => word) },
  ]
  expect(tested(features, 300, 300).pValue).toBe(1 / 200)
})

test('without any difference p is as often below a level as the level says, at unequal sizes', () => {
  const uniform = uniformOf(3)
  const rounds = 400
  // So many columns for so few rows that scores which are not learned anew err three times as often.
  const chances = Array.from({ length: rounds }, (_, round) => {
    const features = Array.from({ length: 9 }, (): PairedFeature => {
      return { kind: 'number', values: Float64Array.from({ length: 60 }, uniform) }
    })
    return tested(features, 40, 20, round).pValue
  })
  for (const level of [0.05, 0.25, 0.5, 0.75]) {
    const share = chances.filter(chance => chance <= level).length / rounds
    // 3.3 standard deviations of a binomial share: wrong once in a thousand seeds.
    expect(Math.abs(share - level)).toBeLessThan(3.3 * Math.sqrt((level * (1 - level)) / rounds))
  }
})

test('the same seed gives the same, in whatever unit numbers are', () => {
  const uniform = uniformOf(4)
  const pairs = Array.from({ length: 60 }, () => pairOf(uniform, 0))
  const first = tested(asFeatures(pairs), 40, 20, 7)
  const scaled = pairs.map(([a, b]) => [a * 1e200, b * 1e-200] as const)
  expect(tested(asFeatures(scaled), 40, 20, 7)).toEqual(first)
})

test('too few rows and a wrong shape are refused', () => {
  const values = new Float64Array(8)
  expect(() => classifierTwoSample({ values, width: 1, n: 4, m: 4 }, 0)).toThrow(
    expect.objectContaining({ code: 'empty-sample' }),
  )
  expect(() => classifierTwoSample({ values, width: 2, n: 5, m: 5 }, 0)).toThrow(
    expect.objectContaining({ code: 'shape-mismatch' }),
  )
})
