import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { delongDifference, delongStudent } from '../../../src/domain/stats/delong.ts'
import { goldenPairs } from '../../support/golden-statistics.ts'

const labels = (...values: number[]) => Uint8Array.from(values)
const scores = (...values: number[]) => Float64Array.from(values)

const sample = fc
  .array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })), {
    minLength: 4,
    maxLength: 40,
  })
  .filter(rows => rows.filter(([label]) => label).length > 1 && rows.filter(([label]) => !label).length > 1)
  .map(rows => ({
    positive: Uint8Array.from(rows, ([label]) => (label ? 1 : 0)),
    first: Float64Array.from(rows, ([, score]) => score),
    second: Float64Array.from(rows, ([, , score]) => score),
  }))

/** DeLong 1988 letter by letter: structural components over all pairs, their covariance matrices S10 and S01. */
function byDefinition(positive: Uint8Array, first: Float64Array, second: Float64Array) {
  const rows = [...positive.keys()]
  const [xs, ys] = [rows.filter(row => positive[row] === 1), rows.filter(row => positive[row] === 0)]
  const kernel = (x: number, y: number) => (x > y ? 1 : x === y ? 0.5 : 0)
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const components = [first, second].map(model => ({
    v10: xs.map(x => mean(ys.map(y => kernel(model[x] as number, model[y] as number)))),
    v01: ys.map(y => mean(xs.map(x => kernel(model[x] as number, model[y] as number)))),
  }))
  const covariance = (a: readonly number[], b: readonly number[]) => {
    const [meanA, meanB] = [mean(a), mean(b)]
    return (
      a.reduce((sum, value, at) => sum + (value - meanA) * ((b[at] as number) - meanB), 0) / (a.length - 1)
    )
  }
  const s = (r: 0 | 1, q: 0 | 1) => {
    const [one, other] = [components[r], components[q]]
    if (one === undefined || other === undefined) throw new Error('two models')
    return covariance(one.v10, other.v10) / xs.length + covariance(one.v01, other.v01) / ys.length
  }
  const difference = mean(components[1]?.v10 ?? []) - mean(components[0]?.v10 ?? [])
  const half = 1.959963984540054 * Math.sqrt(Math.max(0, s(0, 0) + s(1, 1) - 2 * s(0, 1)))
  return { difference, low: difference - half, high: difference + half }
}

describe('the difference of two areas with DeLong’s interval', () => {
  test('worked by hand', () => {
    // Positives 3 and 4, negatives 1 and 2. The first model wins all four pairs; the second loses one: placements of
    // its positives are 1/2 and 1, of its negatives 1 and 1/2. Variance of each class’s changes is 1/8, so
    // var(Δ) = 1/16 + 1/16 and Δ = −1/4.
    const { difference, low, high } = delongDifference(
      labels(0, 0, 1, 1),
      scores(1, 2, 3, 4),
      scores(1, 3, 2, 4),
    )
    expect(difference).toBe(-0.25)
    expect(high - difference).toBeCloseTo(1.959963984540054 * Math.sqrt(1 / 8), 12)
    expect(difference - low).toBeCloseTo(high - difference, 12)
  })

  test('and with Student’s t, worked by hand', () => {
    // As above: two rows of each class, which move Δ alike. So 1/ν = (1/1 + 1/1) / 4, and t₂ = 4.3027.
    const found = delongStudent(labels(0, 0, 1, 1), scores(1, 2, 3, 4), scores(1, 3, 2, 4))
    expect(found.high - found.difference).toBeCloseTo(4.302652729749464 * Math.sqrt(1 / 8), 9)
    expect(found.difference - found.low).toBeCloseTo(found.high - found.difference, 12)
  })

  test('is wider with t, the more the rarer a class, and has the same p', () => {
    fc.assert(
      fc.property(sample, ({ positive, first, second }) => {
        const [normal, student] = [
          delongDifference(positive, first, second),
          delongStudent(positive, first, second),
        ]
        expect(student).toMatchObject({
          difference: normal.difference,
          standardError: normal.standardError,
          pValue: normal.pValue,
        })
        expect(student.high - student.low).toBeGreaterThanOrEqual(normal.high - normal.low)
      }),
    )
  })

  test.each(goldenPairs())('is that of other libraries: $name', ({ positive, first, second, expected }) => {
    const found = delongDifference(positive, first, second)
    expect(found.difference).toBeCloseTo(expected.difference, 12)
    expect(found.low).toBeCloseTo(expected.low, 12)
    expect(found.high).toBeCloseTo(expected.high, 12)
    expect(found.standardError).toBeCloseTo(Math.sqrt(expected.variance), 12)
    expect(found.pValue).toBeCloseTo(expected.p, 9)
  })

  test('is that of the definition', () => {
    fc.assert(
      fc.property(sample, ({ positive, first, second }) => {
        const [found, wanted] = [
          delongDifference(positive, first, second),
          byDefinition(positive, first, second),
        ]
        expect(found.difference).toBeCloseTo(wanted.difference, 12)
        expect(found.low).toBeCloseTo(wanted.low, 7)
        expect(found.high).toBeCloseTo(wanted.high, 7)
      }),
      { numRuns: 300 },
    )
  })

  test('turns around when the models change places', () => {
    fc.assert(
      fc.property(sample, ({ positive, first, second }) => {
        const [there, back] = [
          delongDifference(positive, first, second),
          delongDifference(positive, second, first),
        ]
        expect(back.difference).toBeCloseTo(-there.difference, 12)
        expect(back.low).toBeCloseTo(-there.high, 12)
      }),
    )
  })

  test('of a model with itself, or with one that orders the rows alike, is nothing', () => {
    fc.assert(
      fc.property(sample, ({ positive, first }) => {
        const none = { difference: 0, low: 0, high: 0, standardError: 0, pValue: 1 }
        expect(delongDifference(positive, first, first)).toEqual(none)
        expect(delongDifference(positive, first, first.map(Math.exp))).toEqual(none)
      }),
    )
  })

  test.each([
    ['one class only', labels(1, 1), scores(1, 2), scores(1, 2), 'empty-sample'],
    ['fewer scores of the second', labels(0, 1), scores(1, 2), scores(1), 'shape-mismatch'],
    ['more scores of the first', labels(0, 1), scores(1, 2, 3), scores(1, 2), 'shape-mismatch'],
  ])('refuses %s', (_what, positive, first, second, code) => {
    expect(() => delongDifference(positive, first, second)).toThrow(expect.objectContaining({ code }))
  })
})
