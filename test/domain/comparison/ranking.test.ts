import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rankArea, rankFigures, rankingOf, rankPart } from '../../../src/domain/comparison/ranking.ts'
import { averagePrecision, rocAuc } from '../../../src/domain/stats/roc.ts'

const figures = (
  positive: readonly number[],
  scores: readonly number[],
  liftAt = 0.5,
  counts?: Uint32Array,
) => rankFigures(rankingOf(Uint8Array.from(positive), Float64Array.from(scores)), liftAt, counts)

describe('figures of the order of rows', () => {
  test('by hand: + − + − from the top', () => {
    const found = figures([1, 0, 1, 0], [0.9, 0.8, 0.7, 0.6])
    // Three of four pairs in order; precision 1 and 2/3; after the first row 1/2 − 0; one of the two highest.
    expect(found.area).toBe(0.75)
    expect(found.precision).toBeCloseTo((1 + 2 / 3) / 2, 15)
    expect(found.separation).toBe(0.5)
    expect(found.lift).toBe(1)
  })

  test('a share that ends inside a group of ties takes the group in part, whatever the order of rows', () => {
    // Two of the four highest: the first row, and one of three tied rows of which one is positive.
    const found = figures([1, 1, 0, 0, 0, 0], [0.9, 0.5, 0.5, 0.5, 0.2, 0.1], 1 / 3)
    expect(found.lift).toBeCloseTo((1 + 1 / 3) / 2 / (2 / 6), 14)
    expect(figures([1, 0, 0, 1, 0, 0], [0.9, 0.5, 0.5, 0.5, 0.2, 0.1], 1 / 3)).toEqual(found)
  })

  test('of all rows lift is 1', () => {
    expect(figures([1, 0, 1, 0, 0], [5, 4, 3, 2, 1], 1).lift).toBeCloseTo(1, 14)
  })

  test('a model that ranks backwards separates nothing', () => {
    expect(figures([0, 0, 1, 1], [0.9, 0.8, 0.2, 0.1])).toMatchObject({ area: 0, separation: 0, lift: 0 })
  })

  test('have no value on one class', () => {
    for (const positive of [
      [1, 1],
      [0, 0],
    ])
      expect(Object.values(figures(positive, [0.1, 0.2]))).toEqual([NaN, NaN, NaN, NaN])
  })

  test('count a row that is drawn twice as two rows', () => {
    const rows = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 5 }), fc.nat({ max: 3 })), {
      minLength: 2,
      maxLength: 40,
    })
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 10 }), (given, tenths) => {
        const positive = given.map(([is]) => (is ? 1 : 0))
        const scores = given.map(([, score]) => score)
        const counted = figures(
          positive,
          scores,
          tenths / 10,
          Uint32Array.from(given, ([, , count]) => count),
        )
        const repeat = <T>(values: readonly T[]) =>
          values.flatMap((value, index) => Array<T>(given[index]?.[2] ?? 0).fill(value))
        const [labels, drawn] = [repeat(positive), repeat(scores)]
        const plain = figures(labels, drawn, tenths / 10)
        expect(rankArea(rankingOf(Uint8Array.from(labels), Float64Array.from(drawn)))).toBe(plain.area)
        if (Number.isNaN(plain.area)) {
          expect(Object.values(counted)).toEqual([NaN, NaN, NaN, NaN])
          return
        }
        for (const name of ['area', 'precision', 'separation', 'lift'] as const)
          expect(counted[name]).toBeCloseTo(plain[name], 10)
        expect(plain.area).toBeCloseTo(rocAuc(Uint8Array.from(labels), Float64Array.from(drawn)), 12)
        expect(plain.precision).toBeCloseTo(
          averagePrecision(Uint8Array.from(labels), Float64Array.from(drawn)),
          12,
        )
      }),
    )
  })
})

test('a part is ranked as if it had been sorted by itself, ties and all', () => {
  const row = fc.record({
    score: fc.integer({ min: 0, max: 9 }),
    positive: fc.integer({ max: 1, min: 0 }),
    in: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(row, { maxLength: 60 }), rows => {
      const positive = Uint8Array.from(rows, one => one.positive)
      const scores = Float64Array.from(rows, one => one.score / 9)
      const chosen = Uint32Array.from(rows.flatMap((one, at) => (one.in ? [at] : [])))
      const part = {
        positive: Uint8Array.from(chosen, at => positive[at] as number),
        probability: Float64Array.from(chosen, at => scores[at] as number),
      }
      const byItself = rankingOf(Uint8Array.from(part.positive), Float64Array.from(part.probability))
      const { order, sortedPositive, ends } = rankPart(rankingOf(positive, scores), chosen, part)
      expect({ order, sortedPositive, ends }).toEqual({
        order: byItself.order,
        sortedPositive: byItself.sortedPositive,
        ends: byItself.ends,
      })
      expect(rankingOf(part.positive, part.probability).order).toBe(order)
    }),
  )
})
