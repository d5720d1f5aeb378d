import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { studentInterval } from '../../../src/domain/stats/difference.ts'
import { ratioOfMeans } from '../../../src/domain/stats/ratio-of-means.ts'

const float = (values: readonly number[]) => Float64Array.from(values)
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Student's interval of the mean of above − δ below, value by value. */
function ofMean(above: readonly number[], below: readonly number[], ratio: number) {
  const left = above.map((value, row) => value - ratio * (below[row] as number))
  const middle = mean(left)
  const moved = left.map(value => value - middle)
  const power = (exponent: number) => moved.reduce((sum, value) => sum + value ** exponent, 0)
  const n = left.length
  const error = Math.sqrt(power(2) / (n - 1) / n)
  return studentInterval(middle, error, [{ rows: n, squares: power(2), cubes: power(3), fourths: power(4) }])
}

const rows = fc.array(
  fc.record({
    above: fc.double({ min: -3, max: 3, noNaN: true }),
    below: fc.double({ min: 0.5, max: 4, noNaN: true }),
  }),
  { minLength: 30, maxLength: 80 },
)

describe('the interval of a ratio of means', () => {
  test('ends where 0 is at the end of Student’s interval of what is above less so much of what is below', () => {
    fc.assert(
      fc.property(rows, given => {
        const [above, below] = [given.map(row => row.above), given.map(row => row.below)]
        const found = ratioOfMeans(float(above), float(below))
        fc.pre(found !== undefined && found.standardError > 1e-3)
        if (found === undefined) return
        const estimate = mean(above) / mean(below)
        expect(found.low).toBeLessThan(estimate)
        expect(found.high).toBeGreaterThan(estimate)
        expect(ofMean(above, below, found.low).low).toBeCloseTo(0, 8)
        expect(ofMean(above, below, found.high).high).toBeCloseTo(0, 8)
        expect(found.pValue).toBeCloseTo(ofMean(above, below, 0).pValue, 10)
      }),
      { numRuns: 60 },
    )
  })

  test('is that of a mean where all rows have the same below them', () => {
    const above = Array.from({ length: 200 }, (_, row) => ((row * 37) % 101) / 50 - 1)
    const below = above.map(() => 2)
    const { low, high, standardError, freedom } = ofMean(above, below, 0)
    const found = ratioOfMeans(float(above), float(below))
    expect(found?.low).toBeCloseTo(low / 2, 9)
    expect(found?.high).toBeCloseTo(high / 2, 9)
    expect(found?.standardError).toBeCloseTo(standardError / 2, 12)
    expect(found?.freedom).toBeCloseTo(freedom as number, 9)
  })

  test('turns around with the models, and does not ask for the unit', () => {
    fc.assert(
      fc.property(rows, given => {
        const [above, below] = [float(given.map(row => row.above)), float(given.map(row => row.below))]
        const found = ratioOfMeans(above, below)
        fc.pre(found !== undefined && found.standardError > 1e-3)
        const back = ratioOfMeans(
          above.map(value => -1e80 * value),
          below.map(value => 1e80 * value),
        )
        expect(back?.low).toBeCloseTo(-(found?.high ?? 0), 8)
        expect(back?.high).toBeCloseTo(-(found?.low ?? 0), 8)
      }),
      { numRuns: 40 },
    )
  })

  test.each([
    ['one row', [1], [1]],
    ['nothing below the line', [1, 2, 3], [0, 0, 0]],
    ['next to nothing below the line', [1, -1, 1, -1], [0.1, -0.1, 0.3, -0.1]],
  ])('is none of %s', (_what, above, below) => {
    expect(ratioOfMeans(float(above), float(below))).toBeUndefined()
  })

  test('has no width where no row moves it', () => {
    expect(ratioOfMeans(float([0, 0, 0]), float([1, 2, 3]))).toMatchObject({ low: 0, high: 0, pValue: 1 })
  })
})
