import fc from 'fast-check'
import { expect, test } from 'vitest'
import { namesOf, profileCategories } from '../../../src/domain/drift/category-profile.ts'
import { edgesAt } from '../../../src/domain/drift/edges.ts'
import { DEFAULT_THRESHOLDS, FeatureDrift } from '../../../src/domain/drift/feature-drift.ts'
import { type ColumnProfile, judgeDrift, undecided } from '../../../src/domain/drift/judge-drift.ts'
import { profileNumbers } from '../../../src/domain/drift/number-profile.ts'

const GRID = edgesAt(Array.from({ length: 129 }, (_, index) => index / 128))
/** Evenly spread over [shift, 1 + shift). */
const spread = (rows: number, shift = 0, nulls = 0, cut = GRID): ColumnProfile =>
  profileNumbers(
    Float64Array.from({ length: rows }, (_, index) => index / rows + shift),
    nulls,
    cut,
  )
const NAMES = namesOf(
  new Map([
    ['a', 1],
    ['b', 1],
    ['c', 1],
  ]),
)
const words = (a: number, b: number, c = 0, others: Record<string, number> = {}, nulls = 0): ColumnProfile =>
  profileCategories(new Map(Object.entries({ a, b, c, ...others })), nulls, NAMES)

const judge = (
  columns: Readonly<Record<string, readonly [ColumnProfile | undefined, ColumnProfile | undefined]>>,
  exact = new Map<string, { distance: number; pValue: number }>(),
) => {
  const side = (at: 0 | 1) =>
    new Map(
      Object.entries(columns).flatMap(([name, pair]) => (pair[at] === undefined ? [] : [[name, pair[at]]])),
    )
  return judgeDrift(side(0), side(1), DEFAULT_THRESHOLDS, 1, exact)
}
const statuses = (columns: Parameters<typeof judge>[0]) =>
  Object.fromEntries(
    judge(columns).map(({ feature, status, grounds }) => [feature, [status, ...grounds].join(' ')]),
  )

test('each feature has a status and its reason, and a bad one stops no other', () => {
  expect(
    statuses({
      same: [spread(5000), spread(5000)],
      moved: [spread(5000), spread(5000, 0.2)],
      slightly: [spread(50_000), spread(50_000, 0.05)],
      few: [spread(5000), spread(30)],
      emptied: [spread(5000), spread(4000, 0, 1000)],
      nothing: [spread(0, 0, 500), spread(0, 0, 500)],
      lost: [spread(5000), spread(0, 0, 5000)],
      words: [words(500, 500), words(500, 500)],
      mixed: [words(500, 500), words(200, 800)],
      renamed: [words(500, 500), words(0, 500, 0, { A: 500 })],
      text: [spread(5000), words(500, 500)],
      odd: [{ type: 'other' }, spread(5000)],
      broken: [spread(5000), { type: 'unreadable' }],
      gone: [spread(5000), undefined],
      extra: [undefined, spread(5000)],
      dry: [spread(5000), spread(0)],
    }),
  ).toEqual({
    same: 'ok',
    moved: 'drift distribution',
    slightly: 'ok',
    few: 'insufficient-data too-few-rows',
    emptied: 'drift missing-values',
    nothing: 'skipped no-values',
    lost: 'drift missing-values',
    words: 'ok',
    mixed: 'drift distribution',
    renamed: 'drift distribution',
    text: 'drift other-type',
    odd: 'skipped not-compared',
    broken: 'error unreadable',
    gone: 'drift gone',
    extra: 'skipped new',
    dry: 'insufficient-data too-few-rows',
  })
})

test('what was found is said with its size, where it lies, and what so many rows could have shown', () => {
  const [moved, renamed, emptied] = judge({
    moved: [spread(5000), spread(5000, 0.25)],
    renamed: [words(500, 500), words(0, 500, 0, { A: 500 })],
    emptied: [words(500, 500, 0, {}, 250), words(250, 250, 0, {}, 500)],
  })
  expect(moved).toEqual({
    feature: 'moved',
    status: 'drift',
    grounds: ['distribution'],
    values: {
      test: 'kolmogorov-smirnov',
      distance: expect.closeTo(0.25, 2),
      'distance-at-most': expect.closeTo(0.25, 1),
      'p-value': expect.closeTo(0, 10),
      'unadjusted-p-value': expect.closeTo(0, 10),
      'smallest-distance': expect.closeTo(Math.sqrt(-Math.log(0.05 / 4 / 2) / 2) / 50, 3),
      psi: expect.any(Number),
      wasserstein: expect.closeTo(0.25, 2),
      location: expect.any(Number),
      direction: 'higher',
    },
    range: { reference: [0, expect.closeTo(1, 3)], current: [0.25, expect.closeTo(1.25, 3)] },
  })
  expect(renamed).toMatchObject({ added: { A: 500 }, vanished: ['a'] })
  expect(emptied).toMatchObject({
    status: 'drift',
    grounds: ['missing-values'],
    missing: { rates: [0.2, 0.5] },
  })
  for (const found of [moved, renamed, emptied]) expect(FeatureDrift.parse(found)).toEqual(found)
})

test('the effect counts beside the chance, and the chance beside the effect', () => {
  // A shift of 0.05 of a million rows is certain, and too small to matter.
  const [certain] = judge({ certain: [spread(1_000_000), spread(1_000_000, 0.05)] })
  expect(certain?.status).toBe('ok')
  expect(certain?.values?.['p-value']).toBeLessThan(1e-10)
  // A distance of 0.15 among 60 rows is large, and comes by chance.
  const [large] = judge({ large: [spread(60), spread(60, 0.15)] })
  expect(large?.values?.distance).toBeGreaterThan(0.1)
  expect(large).toMatchObject({ status: 'insufficient-data', grounds: ['too-few-rows'] })
})

test('p-values are adjusted over all features and tests', () => {
  const one = judge({ only: [spread(400), spread(400, 0.11)] })[0]
  expect(one?.status).toBe('drift')
  const many = Object.fromEntries(
    Array.from({ length: 100 }, (_, at) => [`f${at}`, [spread(400), spread(400)] as const]),
  )
  const among = judge({ only: [spread(400), spread(400, 0.11)], ...many })[0]
  expect(among?.status).toBe('insufficient-data')
  expect(among?.values?.['p-value']).toBeGreaterThan(one?.values?.['p-value'] as number)
})

test('where the cells leave the distance open on both sides of the threshold, it is asked for and then counts', () => {
  const halves = edgesAt([0, 0.5, 1])
  const columns = { wide: [spread(5000, 0, 0, halves), spread(5000, 0.1, 0, halves)] } as const
  const found = judge(columns)
  expect(found[0]).toMatchObject({ status: 'insufficient-data', grounds: ['cells-too-wide'] })
  expect(undecided(found)).toEqual(['wide'])
  const above = judge(columns, new Map([['wide', { distance: 0.12, pValue: 1e-9 }]]))
  expect(above[0]).toMatchObject({ status: 'drift', grounds: ['distribution'] })
  const below = judge(columns, new Map([['wide', { distance: 0.1, pValue: 1e-9 }]]))
  expect(below[0]).toMatchObject({ status: 'ok', grounds: [] })
  expect(undecided([...above, ...below])).toEqual([])
})

test('nothing without rows is ever said to be the same', () => {
  fc.assert(
    fc.property(fc.nat(40), fc.nat(40), fc.nat(40), fc.nat(40), (n, m, nulls, missing) => {
      const found = judge({
        numbers: [spread(n, 0, nulls), spread(m, 0, missing)],
        words: [words(n, nulls), words(m, missing)],
      })
      for (const { status } of found) expect(status).not.toBe('ok')
    }),
  )
})
