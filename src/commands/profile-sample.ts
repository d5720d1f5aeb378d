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
import { ModelyardError } from '../domain/errors/index.ts'
import type { ColumnFacts, CountedColumn, CountedWords, NamedWords, Quantiles, Tables } from '../ports.ts'

/** Parts of equal shares between the edges of a column of numbers. */
const SHARES = 128
const LIMITS = { length: LONGEST_NAME, others: MOST_OTHERS }

type Reader = Pick<Tables, 'columns' | 'countRows' | 'quantiles' | 'countInto' | 'countWords' | 'countNamed'>

/**
 * The profile of a reference sample: what another one is compared with later, without the rows. A text column of more than
 * a thousand words is no category, and is not compared; a column that cannot be read keeps no other from being read.
 *
 * @throws {ModelyardError} `bad-data` where nothing of the file can be read.
 */
export async function profileReference(path: string, tables: Reader): Promise<SampleProfile> {
  const columns = await tables.columns(path)
  const named = (wanted: ColumnFacts['kind']) =>
    columns.filter(({ kind }) => kind === wanted).map(({ name }) => name)
  const read = new ColumnsRead()
  // Numbers are sorted here while words are counted by the database.
  await Promise.all([
    read.each(
      named('number'),
      name => name,
      some => profileNumbers(path, some, tables),
    ),
    read.each(
      named('text'),
      name => name,
      some => profileWords(path, some, tables),
    ),
  ])
  return read.inOrderOf(columns)
}

async function profileNumbers(
  path: string,
  names: readonly string[],
  tables: Reader,
): Promise<ColumnProfile[]> {
  const cuts = (await tables.quantiles(path, names, SHARES)).map(edgesOf)
  const wanted = names.map((name, index) => ({ name, cut: cuts[index] as Edges }))
  return countNumbers(path, wanted, tables)
}

async function profileWords(
  path: string,
  names: readonly string[],
  tables: Reader,
): Promise<ColumnProfile[]> {
  const [words, rows] = [await tables.countWords(path, names, MOST_NAMED), await tables.countRows(path)]
  return words.map(counts => {
    if (counts === undefined) return { type: 'other' }
    const present = [...counts.values()].reduce((sum, count) => sum + count, 0)
    return profileCategories(counts, rows - present, namesOf(counts))
  })
}

/**
 * The profile of a current sample, its rows counted into the cells and by the categories of the reference. A column of
 * numbers in which nothing is one, and numbers where there were categories, are of another type.
 *
 * @throws {ModelyardError} `bad-data` where nothing of the file can be read.
 */
export async function profileAgainst(
  path: string,
  reference: SampleProfile,
  tables: Reader,
): Promise<SampleProfile> {
  const columns = await tables.columns(path)
  const numbers: CutColumn[] = []
  const categories: NamedWords[] = []
  for (const { name, kind } of columns) {
    const known = reference.get(name)
    if (known?.type === 'number') numbers.push({ name, cut: known.cut })
    if (known?.type === 'category' && kind === 'text')
      categories.push({ name, words: Object.keys(known.named) })
  }
  const read = new ColumnsRead()
  await Promise.all([
    read.each(
      numbers,
      ({ name }) => name,
      async some =>
        (await countNumbers(path, some, tables)).map(profile =>
          holdsWordsAlone(profile) ? { type: 'other' } : profile,
        ),
    ),
    read.each(
      categories,
      ({ name }) => name,
      async some => (await tables.countNamed(path, some, LIMITS)).map(categoryProfile),
    ),
  ])
  return read.inOrderOf(columns)
}

interface CutColumn {
  readonly name: string
  readonly cut: Edges
}

async function countNumbers(
  path: string,
  columns: readonly CutColumn[],
  tables: Reader,
): Promise<NumberProfile[]> {
  const counted = await tables.countInto(
    path,
    columns.map(({ name, cut }) => ({ name, ends: upperEnds(cut) })),
  )
  return columns.map(({ cut }, index) => numberProfile(counted[index] as CountedColumn, cut))
}

/** Profiles by column, and what kept some from being read. */
class ColumnsRead {
  readonly #profiles = new Map<string, ColumnProfile>()
  #wasRead = false
  #failure: { readonly error: unknown } | undefined

  /** Reads columns together; where that fails each by itself, so that only those that cannot be read are left out. */
  async each<C>(
    columns: readonly C[],
    nameOf: (column: C) => string,
    read: (some: readonly C[]) => Promise<readonly ColumnProfile[]>,
  ): Promise<void> {
    if (columns.length === 0) return
    try {
      const found = await read(columns)
      for (const [index, column] of columns.entries())
        this.#profiles.set(nameOf(column), found[index] as ColumnProfile)
      this.#wasRead = true
    } catch (error) {
      if (!(error instanceof ModelyardError) || error.code !== 'bad-data') throw error
      const [only] = columns
      if (columns.length > 1) for (const column of columns) await this.each([column], nameOf, read)
      else this.#profiles.set(nameOf(only as C), { type: 'unreadable' })
      this.#failure ??= { error }
    }
  }

  /** Columns that nobody asked for are not compared. */
  inOrderOf(columns: readonly ColumnFacts[]): SampleProfile {
    if (this.#failure !== undefined && !this.#wasRead) throw this.#failure.error
    return new Map(columns.map(({ name }) => [name, this.#profiles.get(name) ?? { type: 'other' }]))
  }
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
