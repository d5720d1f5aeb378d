import fc from 'fast-check'
import { expect, test } from 'vitest'
import { predictionDifference } from '../../../src/domain/comparison/prediction-difference.ts'
import type { Predictions } from '../../../src/domain/comparison/predictions.ts'

const regression = (...predicted: number[]): Predictions => ({
  task: 'regression',
  actual: new Float64Array(predicted.length),
  predicted: Float64Array.from(predicted),
  remarks: [],
})
const binary = (...probability: number[]): Predictions => ({
  task: 'binary-classification',
  positive: new Uint8Array(probability.length),
  probability: Float64Array.from(probability),
  hasProbabilities: true,
  classes: ['No', 'Yes'],
  remarks: [],
})
const multiclass = (classes: string[], ...rows: number[][]): Predictions => ({
  task: 'multiclass-classification',
  classes,
  actual: new Uint32Array(rows.length),
  probabilities: Float64Array.from(rows.flat()),
  hasProbabilities: true,
  remarks: [],
})

test('one row that differs is found, whatever the mean says', () => {
  const first = new Array<number>(1409).fill(0.4)
  const second = first.with(1203, 0.445)
  const found = predictionDifference(binary(...first), binary(...second), 1e-6)
  expect(found).toMatchObject({ rows: 1409, beyond: 1, furthest: [{ row: 1203, first: 0.4, second: 0.445 }] })
  expect(found.largest).toBeCloseTo(0.045, 12)
  expect(found.furthest).toHaveLength(1)
})

test('exactly the tolerance is within it', () => {
  expect(predictionDifference(binary(0.5), binary(0.75), 0.25)).toMatchObject({ beyond: 0, largest: 0.25 })
  expect(predictionDifference(binary(0.5), binary(0.75), 0.2)).toMatchObject({ beyond: 1 })
})

test('of a regression small numbers differ absolutely and large ones relatively', () => {
  const found = predictionDifference(regression(0.5, 1000), regression(0.75, 1010), 1)
  expect(found.furthest.map(({ difference }) => difference)).toEqual([0.25, 0.01])
})

test('classes are found by their names; one that a model does not know has the probability 0', () => {
  const first = multiclass(['a', 'b', 'c'], [0.5, 0.3, 0.2], [1, 0, 0])
  const reordered = multiclass(['c', 'a', 'b'], [0.2, 0.5, 0.3], [0, 1, 0])
  expect(predictionDifference(first, reordered, 0)).toMatchObject({ largest: 0, beyond: 0, furthest: [] })
  const fewer = multiclass(['a', 'b'], [0.7, 0.3], [1, 0])
  expect(predictionDifference(first, fewer, 0.1)).toMatchObject({ beyond: 1, furthest: [{ row: 0 }] })
})

test('NaN equals NaN alone, and what is infinitely far is the largest number', () => {
  const far = Number.MAX_VALUE
  const pairs = [
    [Number.NaN, Number.NaN, 0],
    [Number.NaN, 1, far],
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0],
    [1, Number.NEGATIVE_INFINITY, far],
  ] as const
  for (const [a, b, largest] of pairs)
    expect(predictionDifference(regression(a), regression(b), 1).largest).toBe(largest)
})

test('of rows that are as far apart the first are named, and no more than asked for', () => {
  const found = predictionDifference(binary(0, 0, 0, 0), binary(0.1, 0.2, 0.2, 0.3), 0, 2)
  expect(found.furthest.map(({ row }) => row)).toEqual([3, 1])
  expect(found.beyond).toBe(4)
})

test.each([
  [binary(0.5), regression(0.5)],
  [binary(0.5), binary(0.5, 0.5)],
  [multiclass(['a', 'b'], [1, 0]), multiclass(['a', 'b'], [1, 0], [1, 0])],
])('other tasks and other rows cannot be compared', (first, second) => {
  expect(() => predictionDifference(first, second, 0)).toThrow(
    expect.objectContaining({ code: 'shape-mismatch' }),
  )
})

test('the two may change places, of classifiers', () => {
  const probability = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(probability, probability), { minLength: 1 }),
      probability,
      (rows, tolerance) => {
        const [a, b] = [binary(...rows.map(([one]) => one)), binary(...rows.map(([, two]) => two))]
        const [there, back] = [predictionDifference(a, b, tolerance), predictionDifference(b, a, tolerance)]
        expect([there.largest, there.beyond]).toEqual([back.largest, back.beyond])
        expect(there.largest > tolerance).toBe(there.beyond > 0)
      },
    ),
  )
})
