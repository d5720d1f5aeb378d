import { expect, test } from 'vitest'
import { profileCategories } from '../../../src/domain/drift/category-profile.ts'
import { edgesOfFew } from '../../../src/domain/drift/edges.ts'
import { DEFAULT_THRESHOLDS } from '../../../src/domain/drift/feature-drift.ts'
import { type ColumnProfile, judgeDrift, type SampleProfile } from '../../../src/domain/drift/judge-drift.ts'
import { learnThresholds, leastChunks } from '../../../src/domain/drift/learned-thresholds.ts'
import { profileNumbers } from '../../../src/domain/drift/number-profile.ts'
import { alarmsOf } from '../../support/simulated-days.ts'

const LEVEL = 0.05
const CUT = edgesOfFew([1, 2, 3, 4])
const numbers = (...values: number[]): ColumnProfile => profileNumbers(Float64Array.from(values), 0, CUT)
const sample = (columns: Readonly<Record<string, ColumnProfile>>): SampleProfile =>
  new Map(Object.entries(columns))

test('so many chunks are needed that the largest is exceeded as seldom as the level says', () => {
  expect([0.5, 0.2, 0.05, 0.01].map(leastChunks)).toEqual([1, 4, 19, 99])
  const chunk = sample({ x: numbers(1) })
  expect(learnThresholds(sample({ x: numbers(1, 2, 1) }), [chunk], LEVEL)).toBeUndefined()
})

test('each chunk is held against the reference without it', () => {
  // Of 1 1 2 | 2 3 3 | 1 2 4: by hand, D of each third against the other two is 1/2, 1/2 and 1/3.
  const parts = [
    [1, 1, 2],
    [2, 3, 3],
    [1, 2, 4],
  ]
  const whole = sample({ x: numbers(...parts.flat()), same: numbers(...parts.flat().map(() => 1)) })
  const chunks = parts.map(values => sample({ x: numbers(...values), same: numbers(1, 1, 1) }))
  const found = learnThresholds(whole, chunks, 0.25)
  expect([...(found ?? [])]).toEqual([['x', expect.closeTo(1 / 2, 12)]])
  expect(learnThresholds(whole, chunks, 0.5)?.get('x')).toBeCloseTo(1 / 2, 12)
  const lowest = learnThresholds(whole, chunks, 0.75)
  expect(lowest?.get('x')).toBeCloseTo(1 / 3, 12)
})

test('a chunk that is no part of the reference is refused', () => {
  const chunks = Array.from({ length: 19 }, () => sample({ x: numbers(4, 4) }))
  expect(() => learnThresholds(sample({ x: numbers(1, 2, 3) }), chunks, LEVEL)).toThrow(
    expect.objectContaining({ code: 'shape-mismatch' }),
  )
  const words = (counts: Readonly<Record<string, number>>) =>
    profileCategories(new Map(Object.entries(counts)), 0, new Set(['a', 'b']))
  const other = Array.from({ length: 19 }, () => sample({ w: words({ b: 2 }) }))
  expect(() => learnThresholds(sample({ w: words({ a: 3 }) }), other, LEVEL)).toThrow(
    expect.objectContaining({ code: 'shape-mismatch' }),
  )
})

test('what has a threshold of its own is judged by it, and says so', () => {
  const of = (shift: number) => {
    const cut = edgesOfFew(Array.from({ length: 50 }, (_, value) => value))
    return sample({
      x: profileNumbers(
        Float64Array.from({ length: 5000 }, (_, row) => (row % 40) + shift),
        0,
        cut,
      ),
    })
  }
  // Two of forty values: D is 0.05.
  const judged = (threshold?: number) => {
    const learned = threshold === undefined ? undefined : new Map([['x', threshold]])
    return judgeDrift(of(0), of(2), { ...DEFAULT_THRESHOLDS, learned }, 1)[0]
  }
  expect(judged()).toMatchObject({ status: 'ok' })
  expect(judged()?.values).not.toHaveProperty('threshold')
  expect(judged(0.04)).toMatchObject({ status: 'drift', values: { threshold: 0.04 } })
  expect(judged(0.06)).toMatchObject({ status: 'ok', values: { threshold: 0.06 } })
})

test('where parts of the reference differ, what differs as they do is no drift, in all but few runs', () => {
  // The proof beside this simulates more features, rows and runs.
  const { learned, usual } = alarmsOf({ features: 5, chunks: 19, rows: 60, spread: 0.8 }, 100)
  expect(usual).toBeGreaterThan(0.9)
  // Three standard errors of 5 % in 100 runs are 6.5 %.
  expect(learned).toBeLessThan(LEVEL + 0.065)
})
