import type { DuckDBConnection } from '@duckdb/node-api'
import type { CountedWords, NamedWords, WordLimits } from '../../ports.ts'
import { identifier, literal, type Source } from './source.ts'

/** So many columns one pass over the file groups. */
const TOGETHER = 32

/**
 * How many rows hold each word of a column, missing ones left out; undefined for a column with more than `most` words.
 *
 * An estimate of how many words each has, good to a tenth, spares counting those of columns with far too many.
 */
export async function countWords(
  database: DuckDBConnection,
  source: Source,
  columns: readonly string[],
  most: number,
): Promise<(ReadonlyMap<string, number> | undefined)[]> {
  if (columns.length === 0) return []
  const list = columns.map(name => `approx_count_distinct(${identifier(name)})`)
  // As they stand in the file: the text of a time costs more than all the rest.
  const asTheyStand = Object.fromEntries(columns.map(name => [name, identifier(name)]))
  const [estimates = []] = await rowsOf(
    database,
    `SELECT ${list.join(', ')} FROM ${source.asKinds([], asTheyStand)}`,
  )
  const few = columns.filter((_, index) => Number(estimates[index]) <= 2 * most)
  const counts = new Map(few.map(name => [name, new Map<string, number>()]))
  for (const some of inParts(few, name => name)) {
    for (const [which, word, rows] of await rowsOf(database, grouped(source, some)))
      if (word !== null) counts.get(some[Number(which)] as string)?.set(String(word), Number(rows))
  }
  return columns.map(name => {
    const words = counts.get(name)
    return words === undefined || words.size > most ? undefined : words
  })
}

/** How many rows hold each of some words of each column, and what others there are. */
export async function countNamed(
  database: DuckDBConnection,
  source: Source,
  columns: readonly NamedWords[],
  limits: WordLimits,
): Promise<CountedWords[]> {
  const found: CountedWords[] = []
  for (const some of inParts(columns, ({ name }) => name))
    found.push(...(await countSome(database, source, some, limits)))
  return found
}

async function countSome(
  database: DuckDBConnection,
  source: Source,
  columns: readonly NamedWords[],
  { length, others }: WordLimits,
): Promise<CountedWords[]> {
  const names = columns.map(({ name }) => name)
  const named = columns.flatMap(({ words }, at) => words.map(word => `(${at}, ${literal(word)})`))
  const isNamed = named.length === 0 ? 'false' : `(which, word) IN (VALUES ${named.join(', ')})`
  const rows = await rowsOf(
    database,
    `WITH counted AS MATERIALIZED (
       SELECT which, left(word, ${length}) AS word, sum(rows) AS rows FROM (${grouped(source, names)}) GROUP BY ALL
     ), known AS MATERIALIZED (
       SELECT *, word IS NULL OR ${isNamed} AS known FROM counted
     )
     SELECT which, word, rows, NULL FROM known WHERE known
     UNION ALL
     SELECT which, word, rows, whole FROM (
       SELECT *, row_number() OVER (PARTITION BY which ORDER BY word) AS place, sum(rows) OVER (PARTITION BY which) AS whole
       FROM known WHERE NOT known
     ) WHERE place <= ${others}`,
  )
  const counted = columns.map(({ words }) => ({
    nulls: 0,
    named: new Map(words.map(word => [word, 0])),
    others: { rows: 0, first: new Map<string, number>() },
  }))
  for (const [which, word, count, whole] of rows) {
    const column = counted[Number(which)]
    if (column === undefined) continue
    if (word === null) column.nulls = Number(count)
    else if (whole === null) column.named.set(String(word), Number(count))
    else {
      column.others.rows = Number(whole)
      column.others.first.set(String(word), Number(count))
    }
  }
  return counted
}

/** A query: by the place of the column each word, NULL among them, and its rows. One pass groups by every column. */
function grouped(source: Source, names: readonly string[]): string {
  const columns = names.map(identifier)
  const sets = columns.map(column => `(${column})`).join(', ')
  // By every other column a set is not grouped, and its bit is set there.
  const all = 2n ** BigInt(names.length) - 1n
  const bit = (at: number) => all - 2n ** BigInt(names.length - 1 - at)
  const places = names.map((_, at) => `WHEN ${bit(at)} THEN ${at}`).join(' ')
  const words = columns.map((column, at) => `WHEN ${bit(at)} THEN ${column}`).join(' ')
  const grouping = `grouping(${columns.join(', ')})`
  return (
    `SELECT CASE ${grouping} ${places} END AS which, CASE ${grouping} ${words} END AS word, count(*) AS rows ` +
    `FROM ${source.asText(names)} GROUP BY GROUPING SETS (${sets})`
  )
}

/** In their order; no part holds a column twice. */
function inParts<T>(columns: readonly T[], nameOf: (column: T) => string): T[][] {
  const parts: T[][] = []
  let names = new Set<string>()
  for (const column of columns) {
    const name = nameOf(column)
    if (parts.length === 0 || names.size === TOGETHER || names.has(name)) {
      parts.push([])
      names = new Set()
    }
    parts.at(-1)?.push(column)
    names.add(name)
  }
  return parts
}

async function rowsOf(database: DuckDBConnection, query: string): Promise<readonly (readonly unknown[])[]> {
  return (await database.runAndReadAll(query)).getRows()
}
