import * as z from 'zod/mini'
import { ModelyardError } from '../errors/index.ts'
import { areSameEdges, countInto, Edges, upperEnds } from './edges.ts'

const Count = z.int().check(z.minimum(0))

/** What is kept of a column of numbers: enough to compare another sample with it, whatever its size. */
export const NumberProfile = z
  .strictObject({
    type: z.literal('number'),
    nulls: Count.check(z.describe('Rows without a value.')),
    nan: Count,
    infinite: Count.check(z.describe('Of either sign.')),
    least: z.optional(z.number()).check(z.describe('Of the finite values; left out where there are none.')),
    most: z.optional(z.number()),
    cut: Edges,
    counts: z.array(Count).check(z.describe('Rows in each cell of the cut, from the lowest on.')),
  })
  .check(
    z.refine(({ cut, counts }) => counts.length === upperEnds(cut).length + 1, {
      path: ['counts'],
      error: 'there must be a count for each cell of the cut',
    }),
  )
export type NumberProfile = z.infer<typeof NumberProfile>

/** Rows with a finite value. */
export function numbersIn({ counts }: Pick<NumberProfile, 'counts'>): number {
  return counts.reduce((sum, count) => sum + count, 0)
}

/**
 * The profile of numbers in memory.
 *
 * @param values - [n] any doubles.
 * @param nulls - Rows beside them that have no value.
 */
export function profileNumbers(values: Float64Array, nulls: number, cut: Edges): NumberProfile {
  let [nan, least, most] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  const finite = values.filter(Number.isFinite)
  for (const value of values) if (Number.isNaN(value)) nan += 1
  for (const value of finite) {
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  return {
    type: 'number',
    nulls,
    nan,
    infinite: values.length - finite.length - nan,
    // JSON knows no −0.
    ...(finite.length === 0 ? {} : { least: least + 0, most: most + 0 }),
    cut,
    counts: countInto(upperEnds(cut), finite),
  }
}

/**
 * The profile of two samples put together: that of their rows, whatever way they were divided.
 *
 * @throws {ModelyardError} `shape-mismatch` where they were not counted into the same cells.
 */
export function mergeNumbers(first: NumberProfile, second: NumberProfile): NumberProfile {
  if (!areSameEdges(first.cut, second.cut)) {
    throw new ModelyardError({
      code: 'shape-mismatch',
      message: 'two profiles of a column were counted into different cells',
      next: 'count both into the cells of one reference',
    })
  }
  return {
    type: 'number',
    nulls: first.nulls + second.nulls,
    nan: first.nan + second.nan,
    infinite: first.infinite + second.infinite,
    ...among('least', Math.min, first, second),
    ...among('most', Math.max, first, second),
    cut: first.cut,
    counts: first.counts.map((count, cell) => count + (second.counts[cell] as number)),
  }
}

/**
 * The profile of a sample without some of its rows. The range stays that of all of it: which rows are at its ends nobody
 * remembers.
 *
 * @throws {ModelyardError} `shape-mismatch` where they were not counted into the same cells, or the part is none.
 */
export function subtractNumbers(whole: NumberProfile, part: NumberProfile): NumberProfile {
  const counts = whole.counts.map((count, cell) => count - (part.counts[cell] ?? 0))
  const [nulls, nan, infinite] = [
    whole.nulls - part.nulls,
    whole.nan - part.nan,
    whole.infinite - part.infinite,
  ]
  if (!areSameEdges(whole.cut, part.cut) || [...counts, nulls + nan, infinite].some(count => count < 0)) {
    throw new ModelyardError({
      code: 'shape-mismatch',
      message: 'a profile of a column is no part of another one',
      next: 'count both into the cells of one reference, and take rows of it',
    })
  }
  return { ...whole, nulls, nan, infinite, counts }
}

function among(
  key: 'least' | 'most',
  pick: (...values: number[]) => number,
  ...profiles: readonly NumberProfile[]
): Partial<Pick<NumberProfile, 'least' | 'most'>> {
  const known = profiles.flatMap(profile => profile[key] ?? [])
  return known.length === 0 ? {} : { [key]: pick(...known) }
}
