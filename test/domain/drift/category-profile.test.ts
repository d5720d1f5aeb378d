import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  CategoryProfile,
  MOST_NAMED,
  mergeCategories,
  namesOf,
  profileCategories,
  valuesIn,
} from '../../../src/domain/drift/category-profile.ts'

const counted = (...words: string[]) => {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

test('rows are counted by the categories of the reference, and all others beside them', () => {
  const names = namesOf(counted('b', 'a', 'b'))
  expect(profileCategories(counted('a', 'c', 'c', 'd'), 2, names)).toEqual({
    type: 'category',
    nulls: 2,
    named: { a: 1, b: 0 },
    others: { rows: 3, first: { c: 2, d: 1 } },
  })
})

test('of too many categories the most frequent are named, of equal ones the first by name', () => {
  const many = new Map(Array.from({ length: 10 * MOST_NAMED }, (_, index) => [`level-${index}`, 1]))
  many.set('level-9999', 2)
  const names = namesOf(many)
  expect(names.size).toBe(MOST_NAMED)
  expect(names.has('level-9999')).toBe(true)
  expect(names.has('level-0')).toBe(true)
  expect(names.has('level-9998')).toBe(false)
  const profile = profileCategories(many, 0, names)
  expect(valuesIn(profile)).toBe(10 * MOST_NAMED + 1)
  expect(Object.keys(profile.others.first)).toHaveLength(20)
})

test('profiles of parts, put together in any order, are that of the whole', () => {
  const word = fc.oneof(
    fc.constantFrom('a', 'b', '__proto__', 'constructor', ''),
    fc.string({ maxLength: 3 }),
  )
  fc.assert(
    fc.property(fc.array(fc.array(word), { minLength: 1 }), fc.array(word), (parts, reference) => {
      const names = namesOf(counted(...reference))
      const profiles = parts.map(words => profileCategories(counted(...words), 1, names))
      const whole = profileCategories(counted(...parts.flat()), parts.length, names)
      expect(profiles.reduce(mergeCategories)).toEqual(whole)
      expect(profiles.toReversed().reduce(mergeCategories)).toEqual(whole)
      expect(valuesIn(whole)).toBe(parts.flat().length)
    }),
  )
})

test('what is written is read as it was, bytes and all', () => {
  const profile = profileCategories(counted('z', 'a', 'm', 'ä'), 0, namesOf(counted('z', 'a')))
  const text = JSON.stringify(profile)
  expect(JSON.stringify(CategoryProfile.parse(JSON.parse(text)))).toBe(text)
})

test('longer names count up to their 200th letter', () => {
  const long = 'x'.repeat(300)
  const profile = profileCategories(
    new Map([
      [long, 2],
      [`${long}y`, 3],
    ]),
    0,
    namesOf(new Map([[long, 1]])),
  )
  expect(profile.named).toEqual({ ['x'.repeat(200)]: 5 })
})

test('profiles that name other categories are not put together', () => {
  const [a, b] = ['a', 'b'].map(name => profileCategories(counted('a'), 0, new Set([name])))
  expect(() => mergeCategories(a as CategoryProfile, b as CategoryProfile)).toThrow(
    expect.objectContaining({ code: 'shape-mismatch' }),
  )
})
