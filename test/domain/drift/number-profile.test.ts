import fc from 'fast-check'
import { expect, test } from 'vitest'
import { edgesAt, edgesOfFew } from '../../../src/domain/drift/edges.ts'
import { mergeNumbers, NumberProfile, profileNumbers } from '../../../src/domain/drift/number-profile.ts'

const any = fc.oneof(
  fc.double(),
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(Number.NaN, Infinity, -Infinity),
)
const cut = edgesAt([-3, -1, 0, 0, 0, 1, 2, 1e6])

test('counts numbers, what is none, and rows without a value, each by itself', () => {
  const values = Float64Array.of(-5, 0, 0, 2, Number.NaN, Infinity, -Infinity)
  expect(profileNumbers(values, 3, edgesOfFew([0, 2]))).toEqual({
    type: 'number',
    nulls: 3,
    nan: 1,
    infinite: 2,
    least: -5,
    most: 2,
    cut: { edges: [0, 2], atoms: [0, 2] },
    counts: [1, 2, 0, 1, 0],
  })
})

test('profiles of parts, put together in any order, are that of the whole', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.array(any), fc.nat(5)), { minLength: 1 }), parts => {
      const profiles = parts.map(([values, nulls]) => profileNumbers(Float64Array.from(values), nulls, cut))
      const nulls = parts.reduce((sum, [, count]) => sum + count, 0)
      const whole = profileNumbers(Float64Array.from(parts.flatMap(([values]) => values)), nulls, cut)
      expect(profiles.reduce(mergeNumbers)).toEqual(whole)
      expect(profiles.toReversed().reduce(mergeNumbers)).toEqual(whole)
      expect(NumberProfile.parse(JSON.parse(JSON.stringify(whole)))).toEqual(whole)
    }),
  )
})

test('profiles of different cells are not put together', () => {
  const [a, b] = [cut, edgesOfFew([1])].map(edges => profileNumbers(Float64Array.of(1), 0, edges))
  expect(() => mergeNumbers(a as NumberProfile, b as NumberProfile)).toThrow(
    expect.objectContaining({ code: 'shape-mismatch' }),
  )
})

test('a profile with another number of counts than cells is refused', () => {
  const profile = profileNumbers(Float64Array.of(1), 0, cut)
  expect(NumberProfile.safeParse({ ...profile, counts: profile.counts.slice(1) }).success).toBe(false)
})
