import type { DuckDBConnection } from '@duckdb/node-api'
import { ModelyardError } from '../../domain/errors/index.ts'
import type { ColumnFacts } from '../../ports.ts'
import { RowsEndEarly } from './row-stream.ts'
import { badData, countRows, identifier, type Source, unreadableRows } from './source.ts'

interface Reading {
  readonly database: DuckDBConnection
  readonly source: Source
  readonly path: string
  readonly columns: readonly ColumnFacts[]
}

/** Why reading failed: the first text where a number is due, by column and row; otherwise DuckDB's own words. */
export async function explainReadError(error: unknown, reading: Reading): Promise<unknown> {
  if (error instanceof ModelyardError) return error
  for (const { name, kind } of reading.columns) {
    if (kind !== 'number') continue
    const found = await firstText(name, reading).catch(() => undefined)
    if (found !== undefined) {
      return badData(
        reading.path,
        `holds text in column \`${name}\` at row ${found.row}, where a number is due: ${JSON.stringify(found.text.slice(0, 40))}`,
        'correct the row; a missing number is written as nothing or NA',
        error,
      )
    }
  }
  return unreadableRows(reading.path, error instanceof RowsEndEarly ? await causeOf(error, reading) : error)
}

/** What DuckDB says when it counts the rows; the error itself where it counts them all. */
async function causeOf(error: RowsEndEarly, { database, source }: Reading): Promise<unknown> {
  return countRows(database, source).then(
    () => error,
    cause => cause,
  )
}

/** The first text in a column that stands for no number. Rows are counted from 1, the header not among them. */
export async function firstText(
  name: string,
  { database, source }: Pick<Reading, 'database' | 'source'>,
): Promise<{ row: number; text: string } | undefined> {
  const column = identifier(name)
  const rows = await database.runAndReadAll(
    `SELECT row, ${column} FROM (SELECT row_number() OVER () AS row, * FROM ${source.asText([name])}) ` +
      `WHERE ${column} IS NOT NULL AND ${source.numberOf(name)} IS NULL LIMIT 1`,
  )
  const [found] = rows.getRowsJS()
  return found === undefined ? undefined : { row: Number(found[0]), text: String(found[1]) }
}
