import * as z from 'zod/mini'
import { ModelyardError } from '../errors/index.ts'
import { sorted } from '../registry/sorted.ts'

/** Of a column of categories; with more it is text. */
export const MOST_NAMED = 1000
/** Of those that are not named, the first ones by name are known by it. */
export const MOST_OTHERS = 20
/** Code points up to which a category is kept letter for letter; what begins alike and is longer counts as one. */
export const LONGEST_NAME = 200

const Count = z.int().check(z.minimum(0))
const Counts = z.record(z.string().check(z.maxLength(2 * LONGEST_NAME)), Count)

/** What is kept of a column of categories. Which are named is said by the reference, and the same for what is compared. */
export const CategoryProfile = z.strictObject({
  type: z.literal('category'),
  nulls: Count.check(z.describe('Rows without a value.')),
  named: sorted(Counts).check(
    z.describe('Rows of each category that the reference names, 0 where there are none.'),
  ),
  others: z
    .strictObject({
      rows: Count.check(z.describe('Rows of all other categories.')),
      first: sorted(Counts).check(z.describe(`Rows of the first of them by name, ${MOST_OTHERS} at most.`)),
    })
    .check(z.describe('What the reference does not name.')),
})
export type CategoryProfile = z.infer<typeof CategoryProfile>

/**
 * Which categories of a reference are named: all, or the most frequent where there are too many, those of equal counts by
 * name.
 *
 * @param counts - Rows per category.
 */
export function namesOf(counts: ReadonlyMap<string, number>): ReadonlySet<string> {
  const shortened = shorten(counts)
  const ranked = [...shortened].sort(([a, rows], [b, others]) => others - rows || (a < b ? -1 : 1))
  return new Set(ranked.slice(0, MOST_NAMED).map(([name]) => name))
}

/**
 * @param counts - Rows per category.
 * @param nulls - Rows beside them that have no value.
 * @param names - Of {@link namesOf} the reference.
 */
export function profileCategories(
  counts: ReadonlyMap<string, number>,
  nulls: number,
  names: ReadonlySet<string>,
): CategoryProfile {
  const named = new Map([...names].map(name => [name, 0]))
  const others = new Map<string, number>()
  for (const [name, rows] of shorten(counts)) {
    if (named.has(name)) named.set(name, rows)
    else others.set(name, rows)
  }
  return {
    type: 'category',
    nulls,
    named: byName(named),
    others: { rows: total(others.values()), first: firstOf(others) },
  }
}

/**
 * The profile of two samples put together: that of their rows, whatever way they were divided.
 *
 * @throws {ModelyardError} `shape-mismatch` where they do not name the same categories.
 */
export function mergeCategories(first: CategoryProfile, second: CategoryProfile): CategoryProfile {
  const names = Object.keys(first.named)
  if (
    names.length !== Object.keys(second.named).length ||
    names.some(name => !Object.hasOwn(second.named, name))
  ) {
    throw new ModelyardError({
      code: 'shape-mismatch',
      message: 'two profiles of a column name different categories',
      next: 'count both by the categories of one reference',
    })
  }
  return {
    type: 'category',
    nulls: first.nulls + second.nulls,
    named: byName(added(first.named, second.named)),
    others: {
      rows: first.others.rows + second.others.rows,
      // What is among the first of both together is among the first of each that has it, with all its rows.
      first: firstOf(added(first.others.first, second.others.first)),
    },
  }
}

/**
 * The profile of a sample without some of its rows. Which of the other categories are left nobody remembers: only how many
 * rows of them.
 *
 * @throws {ModelyardError} `shape-mismatch` where they do not name the same categories, or the part is none.
 */
export function subtractCategories(whole: CategoryProfile, part: CategoryProfile): CategoryProfile {
  const names = Object.keys(whole.named)
  const left = new Map(names.map(name => [name, (whole.named[name] ?? 0) - (part.named[name] ?? 0)]))
  const others = whole.others.rows - part.others.rows
  const nulls = whole.nulls - part.nulls
  if (
    names.length !== Object.keys(part.named).length ||
    names.some(name => !Object.hasOwn(part.named, name)) ||
    [...left.values(), others, nulls].some(count => count < 0)
  ) {
    throw new ModelyardError({
      code: 'shape-mismatch',
      message: 'a profile of a column is no part of another one',
      next: 'count both by the categories of one reference, and take rows of it',
    })
  }
  return { type: 'category', nulls, named: byName(left), others: { rows: others, first: {} } }
}

/** Rows with a value. */
export function valuesIn({ named, others }: Pick<CategoryProfile, 'named' | 'others'>): number {
  return total(Object.values(named)) + others.rows
}

function shorten(counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const shortened = new Map<string, number>()
  for (const [name, rows] of counts) {
    const kept = name.length <= LONGEST_NAME ? name : [...name].slice(0, LONGEST_NAME).join('')
    shortened.set(kept, (shortened.get(kept) ?? 0) + rows)
  }
  return shortened
}

function added(first: Readonly<Record<string, number>>, second: Readonly<Record<string, number>>) {
  const sum = new Map(Object.entries(first))
  for (const [name, rows] of Object.entries(second)) sum.set(name, (sum.get(name) ?? 0) + rows)
  return sum
}

function firstOf(counts: ReadonlyMap<string, number>): Record<string, number> {
  const names = [...counts.keys()].sort(byCodePoint).slice(0, MOST_OTHERS)
  return byName(new Map(names.map(name => [name, counts.get(name) as number])))
}

/** As databases order text; by its units JavaScript puts what is beyond the basic plane before its end. */
function byCodePoint(first: string, second: string): number {
  let at = 0
  while (at < first.length && first[at] === second[at]) at += 1
  const [a, b] = [first.charCodeAt(at), second.charCodeAt(at)]
  if (Number.isNaN(a) || Number.isNaN(b)) return first.length - second.length
  const isBeyond = (unit: number) => unit >= 0xd800 && unit <= 0xdfff
  return isBeyond(a) === isBeyond(b) ? a - b : isBeyond(a) ? 1 : -1
}

/** Also a category that is called `__proto__` is one. */
function byName(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function total(counts: Iterable<number>): number {
  let sum = 0
  for (const count of counts) sum += count
  return sum
}
