import {
  LONGEST_NAME,
  MOST_NAMED,
  MOST_OTHERS,
  namesOf,
  profileCategories,
} from '../domain/drift/category-profile.ts'
import { type Edges, edgesAt, edgesOfFew, upperEnds } from '../domain/drift/edges.ts'
import type { ColumnProfile, SampleProfile } from '../domain/drift/judge-drift.ts'
import type { NumberProfile } from '../domain/drift/number-profile.ts'
import type { CountedColumn, CountedWords, Quantiles, Tables } from '../ports.ts'

/** Parts of equal shares between the edges of a column of numbers. */
const SHARES = 128
const LIMITS = { length: LONGEST_NAME, others: MOST_OTHERS }

type Reader = Pick<Tables, 'columns' | 'quantiles' | 'countInto' | 'countWords' | 'countNamed'>

/**
 * The profile of a reference sample: what another one is compared with later, without the rows. A text column of more than
 * a thousand words is no category, and is not compared.
 *
 * @throws {ModelyardError} `bad-data` where the file cannot be read.
 */
export async function profileReference(path: string, tables: Reader): Promise<SampleProfile> {
  const columns = await tables.columns(path)
  const numbers = columns.filter(({ kind }) => kind === 'number').map(({ name }) => name)
  const texts = columns.filter(({ kind }) => kind === 'text').map(({ name }) => name)
  const cuts = (await tables.quantiles(path, numbers, SHARES)).map(edgesOf)
  const counted = await tables.countInto(
    path,
    numbers.map((name, index) => ({ name, ends: upperEnds(cuts[index] as Edges) })),
  )
  const words = await tables.countWords(path, texts, MOST_NAMED)
  const categories = texts.filter((_, index) => words[index] !== undefined)
  const named = categories.map(name => [...namesOf(words[texts.indexOf(name)] ?? new Map())])
  const found = await tables.countNamed(
    path,
    categories.map((name, index) => ({ name, words: named[index] ?? [] })),
    LIMITS,
  )
  const profiles = new Map<string, ColumnProfile>([
    ...texts.map((name): [string, ColumnProfile] => [name, { type: 'other' }]),
    ...numbers.map((name, index): [string, ColumnProfile] => [
      name,
      numberProfile(counted[index] as CountedColumn, cuts[index] as Edges),
    ]),
    ...categories.map((name, index): [string, ColumnProfile] => [
      name,
      categoryProfile(found[index] as CountedWords),
    ]),
  ])
  return new Map(columns.map(({ name }) => [name, profiles.get(name) as ColumnProfile]))
}

/**
 * The profile of a current sample, its rows counted into the cells and by the categories of the reference. A column of
 * numbers in which nothing is one, and numbers where there were categories, are of another type.
 *
 * @throws {ModelyardError} `bad-data` where the file cannot be read.
 */
export async function profileAgainst(
  path: string,
  reference: SampleProfile,
  tables: Reader,
): Promise<SampleProfile> {
  const columns = await tables.columns(path)
  const numbers: { readonly name: string; readonly cut: Edges }[] = []
  const categories: { readonly name: string; readonly words: string[] }[] = []
  for (const { name, kind } of columns) {
    const known = reference.get(name)
    if (known?.type === 'number') numbers.push({ name, cut: known.cut })
    if (known?.type === 'category' && kind === 'text')
      categories.push({ name, words: Object.keys(known.named) })
  }
  const counted = await tables.countInto(
    path,
    numbers.map(({ name, cut }) => ({ name, ends: upperEnds(cut) })),
  )
  const found = await tables.countNamed(path, categories, LIMITS)
  const profiles = new Map<string, ColumnProfile>([
    ...numbers.map(({ name, cut }, index): [string, ColumnProfile] => {
      const profile = numberProfile(counted[index] as CountedColumn, cut)
      return [name, holdsWordsAlone(profile) ? { type: 'other' } : profile]
    }),
    ...categories.map(({ name }, index): [string, ColumnProfile] => [
      name,
      categoryProfile(found[index] as CountedWords),
    ]),
  ])
  return new Map(columns.map(({ name }) => [name, profiles.get(name) ?? { type: 'other' }]))
}

function edgesOf(quantiles: Quantiles): Edges {
  return 'few' in quantiles ? edgesOfFew(quantiles.few) : edgesAt(quantiles.at)
}

function numberProfile(
  { nulls, nan, infinite, least, most, counts }: CountedColumn,
  cut: Edges,
): NumberProfile {
  const range = least === undefined || most === undefined ? {} : { least, most }
  return { type: 'number', nulls, nan, infinite, ...range, cut, counts: [...counts] }
}

function categoryProfile({ nulls, named, others }: CountedWords): ColumnProfile {
  const counts = new Map([...named, ...others.first])
  const profile = profileCategories(counts, nulls, new Set(named.keys()))
  return { ...profile, others: { ...profile.others, rows: others.rows } }
}

function holdsWordsAlone({ nan, infinite, least }: NumberProfile): boolean {
  return least === undefined && infinite === 0 && nan > 0
}
