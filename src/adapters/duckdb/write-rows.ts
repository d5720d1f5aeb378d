import type { DuckDBConnection } from '@duckdb/node-api'
import { identifier, literal, type Source } from './source.ts'

/**
 * Writes a file's rows as a CSV without one column: cells as they stand in the file, what is missing as nothing, rows
 * in their order.
 *
 * @param to - From the root of the file system.
 * @returns How many rows.
 */
export async function writeWithout(
  database: DuckDBConnection,
  source: Source,
  column: string,
  to: string,
): Promise<number> {
  const kept = source.columns.map(({ name }) => name).filter(name => name !== column)
  const list = kept.length === 0 ? `'' AS "row"` : kept.map(identifier).join(', ')
  const rows = await database.runAndReadAll(
    `COPY (SELECT ${list} FROM ${source.asText(kept)}) TO ${literal(to)} (FORMAT csv, HEADER true)`,
  )
  return Number(rows.getRows()[0]?.[0] ?? 0)
}
