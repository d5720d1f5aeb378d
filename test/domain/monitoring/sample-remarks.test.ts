import { expect, test } from 'vitest'
import { profileCategories } from '../../../src/domain/drift/category-profile.ts'
import { edgesOfFew } from '../../../src/domain/drift/edges.ts'
import type { ColumnProfile, SampleProfile } from '../../../src/domain/drift/judge-drift.ts'
import { profileNumbers } from '../../../src/domain/drift/number-profile.ts'
import { overlapRemarks, repeatRemarks, timeRemarks } from '../../../src/domain/monitoring/sample-remarks.ts'

const at = (text: string) => Date.parse(text)
const NOW = at('2026-03-08T06:00:00Z')
const WINDOW = { from: at('2026-03-01'), to: at('2026-03-08') }
const USUAL = {
  rows: 100,
  unreadable: 0,
  withoutZone: 100,
  withZone: 0,
  first: at('2026-02-01'),
  last: at('2026-03-07T23:00:00Z'),
}
const remarks = (times: Partial<typeof USUAL>, rows = 70) =>
  timeRemarks(
    { called: 'current sample', column: 'at', windows: [WINDOW], rows, times: { ...USUAL, ...times } },
    NOW,
  )

test('of usual times there is nothing to say, with or without zones', () => {
  expect(remarks({})).toEqual([])
  expect(remarks({ withoutZone: 0, withZone: 100 })).toEqual([])
})

test('rows without a time, zones that only some name, and a clock that is ahead are told with their counts', () => {
  expect(remarks({ unreadable: 3, withoutZone: 90, withZone: 7, last: at('2027-01-01') })).toEqual([
    '3 of 100 rows of the current sample say no time in `at`, and are of no window',
    'in `at` of the current sample 7 times name a zone and 90 do not: those are taken as UTC',
    'the current sample has times up to 2027-01-01T00:00:00Z, which is later than now: a clock is ahead',
  ])
})

test('a window that is empty says whether the rows lie before or after it', () => {
  expect(remarks({ first: at('2026-03-08') }, 0)).toEqual([
    'no row of the current sample is from 2026-03-01T00:00:00Z to 2026-03-08T00:00:00Z: the first is of 2026-03-08T00:00:00Z; the clock is behind the data',
  ])
  expect(remarks({ last: at('2026-02-28') }, 0)).toEqual([
    expect.stringMatching(/the last is of 2026-02-28T00:00:00Z; nothing came since$/),
  ])
  expect(remarks({}, 0)).toEqual([expect.stringMatching(/though there are earlier and later ones$/)])
  expect(remarks({ first: undefined, last: undefined } as never, 0)).toEqual([])
})

test('rows of shared times are counted', () => {
  expect(overlapRemarks(0, 100)).toEqual([])
  expect(overlapRemarks(40, 100)).toEqual([
    '40 of 100 rows of the current sample are of times that the reference is of, too',
  ])
})

test('repeats are told from one in a hundred on, and not where so many rows cannot but repeat', () => {
  const few = edgesOfFew([0, 1, 2])
  const wide = edgesOfFew(Array.from({ length: 40 }, (_, index) => index))
  const numbers = (cut: typeof few) => profileNumbers(Float64Array.from(cut.edges), 0, cut)
  const words = new Map(Array.from({ length: 30 }, (_, index) => [`w${index}`, 1]))
  const profile: SampleProfile = new Map<string, ColumnProfile>([
    ['x', numbers(wide)],
    ['y', profileCategories(words, 0, new Set(words.keys()))],
  ])
  expect(repeatRemarks(500, 1000, profile)).toEqual([
    '500 of 1000 rows of the current sample (50 %) repeat others in every column: was a part of them loaded twice?',
  ])
  expect(repeatRemarks(9, 1000, profile)).toEqual([])
  expect(repeatRemarks(500, 1201, profile)).toEqual([])
  expect(repeatRemarks(500, 1000, new Map([['x', numbers(few)]]))).toEqual([])
  expect(
    repeatRemarks(
      500,
      1000,
      new Map<string, ColumnProfile>([
        ['x', numbers(few)],
        ['note', { type: 'other' }],
      ]),
    ),
  ).toHaveLength(1)
  expect(repeatRemarks(0, 0, new Map())).toEqual([])
})
