import type { DuckDBConnection, DuckDBMapValue } from '@duckdb/node-api'
import { streamRows } from './row-stream.ts'
import { identifier, type Source } from './source.ts'

/** Room for so many values is made when it runs out: what a file holds is known only at its end. */
const GROWTH = 1 << 16

/**
 * Each column's values as numbers, in no order: NaN where a cell is missing or holds none.
 *
 * @returns [columns][rows]
 */
export async function readNumbers(
  database: DuckDBConnection,
  source: Source,
  columns: readonly string[],
): Promise<Float64Array[]> {
  if (columns.length === 0) return []
  const numbers = columns.map(name => `coalesce(${source.numberOf(name)}, 'nan'::DOUBLE)`)
  let values: Float64Array[] = columns.map(() => new Float64Array(GROWTH))
  let rows = 0
  for await (const chunk of streamRows(database, numbers, source.asText(columns))) {
    if (rows + chunk.rows > (values[0]?.length ?? 0)) values = values.map(enlarged)
    for (const [column, into] of values.entries()) into.set(chunk.float64s(column), rows)
    rows += chunk.rows
  }
  return values.map(column => column.subarray(0, rows))
}

function enlarged(values: Float64Array): Float64Array {
  const larger = new Float64Array(values.length * 2)
  larger.set(values)
  return larger
}

/**
 * How many rows hold each word of a column, missing ones left out; undefined for a column with more than `most` words.
 *
 * In two passes over the file, however many columns: an estimate of how many words each has, good to a tenth, spares
 * counting those of columns with far too many.
 */
export async function countWords(
  database: DuckDBConnection,
  source: Source,
  columns: readonly string[],
  most: number,
): Promise<(ReadonlyMap<string, number> | undefined)[]> {
  const select = async (names: readonly string[], what: string): Promise<readonly unknown[]> => {
    if (names.length === 0) return []
    const list = names.map(name => `${what}(${identifier(name)})`)
    const found = await database.runAndReadAll(`SELECT ${list.join(', ')} FROM ${source.asText(names)}`)
    return found.getRows()[0] ?? []
  }
  const estimates = await select(columns, 'approx_count_distinct')
  const few = columns.filter((_, index) => Number(estimates[index]) <= 2 * most)
  const counted = (await select(few, 'histogram')) as (DuckDBMapValue | null)[]
  const counts = new Map(few.map((name, index) => [name, counted[index]?.entries ?? []]))
  return columns.map(name => {
    const words = counts.get(name)
    if (words === undefined || words.length > most) return undefined
    return new Map(words.map(({ key, value }) => [String(key), Number(value)]))
  })
}
