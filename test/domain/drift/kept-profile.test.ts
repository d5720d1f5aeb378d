import fc from 'fast-check'
import { expect, test } from 'vitest'
import { profileCategories } from '../../../src/domain/drift/category-profile.ts'
import { edgesAt, edgesOfFew } from '../../../src/domain/drift/edges.ts'
import type { ColumnProfile } from '../../../src/domain/drift/judge-drift.ts'
import { KeptProfile, keepProfile, readProfile } from '../../../src/domain/drift/kept-profile.ts'
import { profileNumbers } from '../../../src/domain/drift/number-profile.ts'
import { renderJson } from '../../../src/domain/registry/json-file.ts'

const finite = fc.double({ noNaN: true, noDefaultInfinity: true })
const numbers = fc
  .tuple(
    fc.array(fc.double(), { maxLength: 60 }),
    fc.array(finite, { minLength: 2, maxLength: 30 }),
    fc.nat(9),
    fc.boolean(),
  )
  .map(([values, cut, nulls, isFew]): ColumnProfile => {
    const edges = isFew ? edgesOfFew(cut) : edgesAt(cut.toSorted((a, b) => a - b))
    return profileNumbers(Float64Array.from(values), nulls, edges)
  })
const words = fc
  .tuple(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.nat(99)), fc.nat(9), fc.array(fc.string()))
  .map(
    ([counts, nulls, names]): ColumnProfile =>
      profileCategories(
        new Map(Object.entries(counts)),
        nulls,
        new Set([...names, ...Object.keys(counts).slice(3)]),
      ),
  )
const other = fc.constantFrom<ColumnProfile>({ type: 'other' }, { type: 'unreadable' })

test('what was kept reads back as it was, to the last bit', () => {
  const columns = fc.dictionary(fc.string({ minLength: 1, maxLength: 20 }), fc.oneof(numbers, words, other))
  fc.assert(
    fc.property(columns, given => {
      const profile = new Map(
        Object.entries(given).filter(([name]) => !/[\u0000-\u001f\u007f]|__proto__/.test(name)),
      )
      const hasForbidden = JSON.stringify(given).includes('__proto__')
      fc.pre(!hasForbidden)
      const kept = KeptProfile.parse(JSON.parse(renderJson(KeptProfile, keepProfile(profile, 'a.csv', 7))))
      expect(readProfile(kept)).toEqual(profile)
    }),
  )
})

test('a hundred columns of a hundred and twenty-eight cells take less than half a megabyte', () => {
  const values = Float64Array.from({ length: 5000 }, (_, row) => Math.sin(row) * 1000)
  const cut = edgesAt(
    Array.from({ length: 129 }, (_, at) => values.toSorted()[Math.floor((at * 4999) / 128)] as number),
  )
  const profile = new Map(
    Array.from({ length: 100 }, (_, at) => [`column ${at}`, profileNumbers(values, 0, cut)]),
  )
  expect(renderJson(KeptProfile, keepProfile(profile, 'a.csv', 5000)).length).toBeLessThan(500_000)
})

test('a category that no file may hold counts among those without a name, and such a column is left out', () => {
  const categories = profileCategories(
    new Map([
      ['__proto__', 3],
      ['a', 2],
      ['__proto__x', 1],
    ]),
    0,
    new Set(['__proto__', 'a']),
  )
  const profile = new Map<string, ColumnProfile>([
    ['plan', categories],
    ['__proto__', { type: 'other' }],
  ])
  const kept = keepProfile(profile, 'a.csv', 6)
  expect(() => renderJson(KeptProfile, kept)).not.toThrow()
  expect(readProfile(kept)).toEqual(
    new Map([['plan', { type: 'category', nulls: 0, named: { a: 2 }, others: { rows: 4, first: {} } }]]),
  )
})

test.for([
  ['a count too few', { counts: '1 2' }],
  ['edges that do not ascend', { cut: { edges: '2 1', atoms: '' } }],
  ['an atom that is no edge', { cut: { edges: '1 2', atoms: '3' } }],
  ['what is no number', { counts: '1 two 3' }],
  ['half a row', { counts: '1 0.5 3' }],
] as const)('%s is refused', ([, change]) => {
  const number = {
    type: 'number',
    nulls: 0,
    nan: 0,
    infinite: 0,
    cut: { edges: '1 2', atoms: '' },
    counts: '1 2 3',
  }
  const kept = (profile: object) =>
    KeptProfile.safeParse({ uri: 'a', rows: 6, columns: [{ column: 'x', profile }] })
  expect(kept(number).success).toBe(true)
  expect(kept({ ...number, ...change }).success).toBe(false)
})
