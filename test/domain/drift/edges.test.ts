import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  countInto,
  Edges,
  edgesAt,
  edgesOfFew,
  nextDown,
  upperEnds,
} from '../../../src/domain/drift/edges.ts'

const finite = fc.double({ noDefaultInfinity: true, noNaN: true })

test('a quantile that comes twice is an atom, in a cell of its own', () => {
  // 0 for half of the rows, then 1 to 4.
  const cut = edgesAt([0, 0, 0, 0, 1, 2, 3, 4])
  expect(cut).toEqual({ edges: [0, 1, 2, 3, 4], atoms: [0] })
  const ends = upperEnds(cut)
  expect([...ends]).toEqual([-Number.MIN_VALUE, 0, 1, 2, 3, 4])
  expect(countInto(ends, Float64Array.of(-1, 0, 0, 0.5, 1, 4, 5))).toEqual([1, 2, 2, 0, 0, 1, 1])
})

test('each of few values is an atom, and what lies between them is counted by itself', () => {
  const cut = edgesOfFew([3, 1, 1, -0])
  expect(cut).toEqual({ edges: [0, 1, 3], atoms: [0, 1, 3] })
  expect(countInto(upperEnds(cut), Float64Array.of(0, 1, 3, 2, 2.5))).toEqual([0, 1, 0, 1, 2, 1, 0])
})

test('no double lies between one and the next below it', () => {
  fc.assert(
    fc.property(finite, value => {
      const below = nextDown(value)
      expect(below).toBeLessThan(value)
      const middle = below / 2 + value / 2
      if (Number.isFinite(below))
        expect(middle === below || middle === value || value === 0 || below === 0).toBe(true)
    }),
  )
  expect(nextDown(1)).toBe(1 - Number.EPSILON / 2)
  expect(nextDown(Number.MIN_VALUE)).toBe(0)
  expect(nextDown(-Number.MAX_VALUE)).toBe(Number.NEGATIVE_INFINITY)
})

test('the ends of cells ascend, and every value is counted once', () => {
  fc.assert(
    fc.property(fc.array(finite, { minLength: 2 }), fc.array(finite), (sample, values) => {
      const cut = edgesAt([...sample, ...sample.slice(0, 3)].sort((a, b) => a - b))
      expect(Edges.safeParse(cut).success).toBe(true)
      const ends = upperEnds(cut)
      expect(ends.every((end, index) => index === 0 || end > (ends[index - 1] as number))).toBe(true)
      const counts = countInto(ends, Float64Array.from(values))
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(values.length)
    }),
  )
})

test.each([
  ['edges that do not ascend', { edges: [1, 1], atoms: [] }],
  ['an atom that is no edge', { edges: [1, 2], atoms: [3] }],
  ['atoms out of order', { edges: [1, 2], atoms: [2, 1] }],
])('%s are refused', (_what, cut) => {
  expect(Edges.safeParse(cut).success).toBe(false)
})
