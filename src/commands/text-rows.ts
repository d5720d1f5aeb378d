import type { Batch, ColumnValues, Tables } from '../ports.ts'

const BATCH_ROWS = 8192

/** Some columns of a table row by row, each cell the text that stands there; empty where it is missing. */
export async function* textRows(
  path: string,
  columns: readonly string[],
  tables: Tables,
): AsyncGenerator<readonly string[]> {
  const wanted = columns.map(name => ({ name, kind: 'text' as const }))
  for await (const batch of tables.read(path, wanted, BATCH_ROWS)) yield* rowsOf(batch)
}

function* rowsOf({ rows, columns }: Batch): Generator<readonly string[]> {
  for (let row = 0; row < rows; row += 1) yield columns.map(column => cellOf(column, row))
}

function cellOf(column: ColumnValues, row: number): string {
  if (column.kind === 'number') return String(column.values[row])
  return column.words[column.codes[row] as number] ?? ''
}
