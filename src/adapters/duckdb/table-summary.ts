import type { DuckDBConnection } from '@duckdb/node-api'
import type { TableSummary } from '../../ports.ts'
import { identifier, type Source } from './source.ts'

/** Counts the rows of a table, and in each column those without a value. */
export async function summarizeTable(database: DuckDBConnection, source: Source): Promise<TableSummary> {
  const names = source.columns.map(({ name }) => name)
  const counts = ['count(*)', ...names.map(name => `count(${identifier(name)})`)]
  const found = await database.runAndReadAll(`SELECT ${counts.join(', ')} FROM ${source.asText(names)}`)
  const [rows = 0, ...present] = (found.getRows()[0] ?? []).map(Number)
  return {
    rows,
    columns: source.columns.map((column, index) => ({ ...column, missing: rows - (present[index] ?? 0) })),
  }
}

/**
 * Counts the rows that only one of two tables holds, by the MD5 of each row's values in the columns that both have: of
 * two tables of any size only the digests meet, and a row that stands there twice is two. Where both hold numbers, 1 and
 * 1.0 are the same. Tables without a column that both have share no row.
 */
export async function compareRows(
  database: DuckDBConnection,
  first: Source,
  second: Source,
): Promise<{ readonly added: number; readonly removed: number }> {
  const others = new Map(second.columns.map(({ name, kind }) => [name, kind]))
  const shared = first.columns.filter(({ name }) => others.has(name))
  if (shared.length === 0) {
    const [before, after] = [await summarizeTable(database, first), await summarizeTable(database, second)]
    return { added: after.rows, removed: before.rows }
  }
  const digests = (source: Source, ours: number) => {
    const values = shared.map(({ name, kind }) => {
      const text = identifier(name)
      const isNumber = kind === 'number' && others.get(name) === 'number'
      return isNumber ? `coalesce(CAST(${source.numberOf(name)} AS VARCHAR), ${text})` : text
    })
    const from = source.asText(shared.map(({ name }) => name))
    return `SELECT md5_number(to_json([${values.join(', ')}])::VARCHAR) AS digest, ${ours} AS side FROM ${from}`
  }
  const found = await database.runAndReadAll(
    `SELECT coalesce(sum(greatest(more, 0)), 0), coalesce(sum(greatest(-more, 0)), 0) FROM (
      SELECT sum(side) AS more FROM (${digests(first, -1)} UNION ALL ${digests(second, 1)}) GROUP BY digest)`,
  )
  const [added = 0, removed = 0] = (found.getRows()[0] ?? []).map(Number)
  return { added, removed }
}
