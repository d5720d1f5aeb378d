import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { averagePrecision, pairsWonTwice, rocAuc } from '../../../src/domain/stats/roc.ts'
import { goldenPairs } from '../../support/golden-statistics.ts'

/** Labels and scores of which both classes have at least one row; few distinct scores, so that many tie. */
const sample = fc
  .array(fc.tuple(fc.boolean(), fc.integer({ min: -4, max: 4 })), { minLength: 2, maxLength: 60 })
  .filter(rows => new Set(rows.map(([label]) => label)).size === 2)
  .map(rows => ({
    positive: Uint8Array.from(rows, ([label]) => (label ? 1 : 0)),
    scores: Float64Array.from(rows, ([, score]) => score / 4),
  }))

/** The definition: over all pairs of a positive and a negative, 1 where the positive is higher, ½ where they tie. */
function byPairs(positive: Uint8Array, scores: Float64Array): number {
  let [pairs, won] = [0, 0]
  for (const [i, score] of scores.entries()) {
    for (const [j, other] of scores.entries()) {
      if (positive[i] !== 1 || positive[j] !== 0) continue
      pairs += 1
      won += score > other ? 1 : score === other ? 0.5 : 0
    }
  }
  return won / pairs
}

const labels = (...values: number[]) => Uint8Array.from(values)
const scores = (...values: number[]) => Float64Array.from(values)

describe('the area under the ROC curve', () => {
  test.each([
    ['perfect', labels(0, 0, 1, 1), scores(1, 2, 3, 4), 1],
    ['turned around', labels(1, 1, 0, 0), scores(1, 2, 3, 4), 0],
    ['one pair of four wrong', labels(0, 1, 0, 1), scores(1, 2, 3, 4), 0.75],
    ['all tied', labels(0, 1, 0), scores(5, 5, 5), 0.5],
    ['zeros of both signs tie', labels(0, 1), scores(0, -0), 0.5],
    ['infinite scores', labels(0, 1), scores(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY), 1],
  ])('%s', (_what, positive, values, area) => {
    expect(rocAuc(positive, values)).toBe(area)
  })

  test('is the share of pairs that stand in the right order', () => {
    fc.assert(
      fc.property(sample, ({ positive, scores: values }) => {
        expect(rocAuc(positive, values)).toBeCloseTo(byPairs(positive, values), 12)
      }),
      { numRuns: 500 },
    )
  })

  test('does not change with the order of rows, nor with any monotone change of the scores', () => {
    fc.assert(
      fc.property(sample, ({ positive, scores: values }) => {
        const area = rocAuc(positive, values)
        expect(rocAuc(positive.slice().reverse(), values.slice().reverse())).toBe(area)
        expect(rocAuc(positive, values.map(Math.exp))).toBe(area)
        expect(
          rocAuc(
            positive,
            values.map(value => -value),
          ),
        ).toBeCloseTo(1 - area, 12)
      }),
    )
  })

  test.each(goldenPairs())('is that of scikit-learn: $name', ({ positive, first, second, expected }) => {
    for (const [index, values] of [first, second].entries()) {
      expect(rocAuc(positive, values)).toBeCloseTo(expected.areas[index] as number, 12)
      expect(averagePrecision(positive, values)).toBeCloseTo(
        expected['average-precisions'][index] as number,
        12,
      )
    }
  })
})

describe('how many rows of the other class a row stands right of', () => {
  test('is counted twice, ties once', () => {
    expect([...pairsWonTwice(labels(0, 1, 0, 1), scores(1, 2, 3, 3))]).toEqual([4, 2, 1, 3])
  })

  test('sums to twice the area times all pairs, over either class', () => {
    fc.assert(
      fc.property(sample, ({ positive, scores: values }) => {
        const won = pairsWonTwice(positive, values)
        const positives = positive.reduce((sum, label) => sum + label, 0)
        const pairs = positives * (positive.length - positives)
        for (const label of [0, 1]) {
          const sum = won.reduce((total, count, row) => (positive[row] === label ? total + count : total), 0)
          expect(sum / 2 / pairs).toBeCloseTo(byPairs(positive, values), 12)
        }
      }),
    )
  })
})

describe('average precision', () => {
  test.each([
    ['perfect', labels(0, 0, 1, 1), scores(1, 2, 3, 4), 1],
    ['a step sum', labels(1, 0, 1, 0), scores(4, 3, 2, 1), (1 + 2 / 3) / 2],
    ['ties count once', labels(1, 0, 1, 0), scores(2, 2, 1, 1), 0.5],
    ['all tied is the share of positives', labels(1, 0, 0, 0), scores(1, 1, 1, 1), 0.25],
  ])('%s', (_what, positive, values, expected) => {
    expect(averagePrecision(positive, values)).toBeCloseTo(expected, 12)
  })
})

describe.each([
  ['rocAuc', rocAuc],
  ['pairsWonTwice', pairsWonTwice],
  ['averagePrecision', averagePrecision],
])('%s refuses', (_name, compute) => {
  test.each([
    ['one class only', labels(1, 1), scores(1, 2), 'empty-sample'],
    ['the other class only', labels(0, 0), scores(1, 2), 'empty-sample'],
    ['no rows', labels(), scores(), 'empty-sample'],
    ['a score too many', labels(0, 1), scores(1, 2, 3), 'shape-mismatch'],
  ])('%s', (_what, positive, values, code) => {
    expect(() => compute(positive, values)).toThrow(expect.objectContaining({ code }))
  })
})
