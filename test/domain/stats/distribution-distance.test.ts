import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distributionDistance, tieRunEnds } from '../../../src/domain/stats/distribution-distance.ts'
import { finiteValues } from '../../../src/domain/stats/finite-values.ts'

const sample = (values: readonly number[]) => Float64Array.from(values).sort()

const samples = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 25 }).map(sample)

/** The definition: F and G counted anew at each value. */
function byDefinition(first: Float64Array, second: Float64Array) {
  const values = [...new Set([...first, ...second])].sort((a, b) => a - b)
  const upTo = (of: Float64Array, value: number) => of.filter(other => other <= value).length
  const differences = values.map(
    value => upTo(first, value) * second.length - upTo(second, value) * first.length,
  )
  const steps = Math.max(...differences.map(Math.abs))
  const place = differences.findIndex(difference => Math.abs(difference) === steps)
  const area = values
    .slice(1)
    .reduce(
      (sum, value, at) => sum + Math.abs(differences[at] as number) * (value - (values[at] as number)),
      0,
    )
  return {
    steps,
    location: values[place],
    sign: (differences[place] as number) < 0 ? -1 : 1,
    wasserstein: area / (first.length * second.length),
    distinct: values.length,
  }
}

describe('the distance of two distributions', () => {
  test('worked by hand', () => {
    // F is 1/4, 1/2, 3/4, 1 behind 1, 1.01, 3, 4; G is 1/3, 2/3, 1 behind 0.25, 0.5, 1.01: below 1 they are 2/3 apart.
    expect(distributionDistance(sample([1, 1.01, 3, 4]), sample([1.01, 0.5, 0.25]))).toEqual({
      steps: 8,
      location: 0.5,
      sign: -1,
      wasserstein: expect.closeTo(1.6658333333333333, 12),
      distinct: 6,
    })
  })

  test('is that of the definition', () => {
    fc.assert(
      fc.property(samples, samples, (first, second) => {
        const { wasserstein, ...found } = distributionDistance(first, second)
        const { wasserstein: area, ...wanted } = byDefinition(first, second)
        expect(found).toEqual(wanted)
        expect(wasserstein).toBeCloseTo(area, 12)
      }),
      { numRuns: 500 },
    )
  })

  test('turns its sign when the samples change places, and nothing else', () => {
    fc.assert(
      fc.property(samples, samples, (first, second) => {
        const [there, back] = [distributionDistance(first, second), distributionDistance(second, first)]
        expect(back.steps).toBe(there.steps)
        expect(back.location).toBe(there.location)
        expect(back.sign).toBe(there.steps === 0 ? 1 : -there.sign)
        expect(back.wasserstein).toBeCloseTo(there.wasserstein, 12)
      }),
    )
  })

  test('of a sample with itself is nothing, at its smallest value, even across the whole range of doubles', () => {
    const whole = sample([-1.7e308, 1.7e308])
    expect(distributionDistance(whole, whole)).toEqual({
      steps: 0,
      location: -1.7e308,
      sign: 1,
      wasserstein: 0,
      distinct: 2,
    })
  })
})

test('runs of equal values end where the pooled order goes on to another', () => {
  expect([...tieRunEnds(sample([1, 1, 3]), sample([1, 2, 3, 3]), 3)]).toEqual([3, 4, 7])
})

describe('finite values', () => {
  const { NaN: nan, POSITIVE_INFINITY: up, NEGATIVE_INFINITY: down } = Number

  test('are kept in order; NaN and infinities are counted', () => {
    const found = finiteValues(Float64Array.of(3, nan, up, 1, down, nan, -0))
    expect({ ...found, values: [...found.values] }).toEqual({ values: [3, 1, -0], nan: 2, infinite: 2 })
  })

  test('are the given array when all are finite', () => {
    const values = Float64Array.of(1.7e308, -1.7e308)
    expect(finiteValues(values).values).toBe(values)
  })
})
