import type { Batch, ColumnFacts, ColumnValues, Tables } from '../ports.ts'

/** A file of rows, or some of its rows. */
export interface Rows {
  readonly path: string
  /** Numbers of rows from 0, rising; left out: all. */
  readonly only?: Uint32Array | undefined
}

/** Reads columns of the rows that are asked for, in the file's order. Batches are counted by what is left in them. */
export async function* readRows(
  tables: Tables,
  { path, only }: Rows,
  columns: readonly ColumnFacts[],
  batchRows: number,
): AsyncGenerator<Batch> {
  if (only === undefined) {
    yield* tables.read(path, columns, batchRows)
    return
  }
  let start = 0
  let next = 0
  for await (const batch of tables.read(path, columns, batchRows)) {
    const from = next
    while (next < only.length && (only[next] as number) < batch.start + batch.rows) next += 1
    if (next === from) continue
    const picked = only.subarray(from, next).map(row => row - batch.start)
    yield { start, rows: picked.length, columns: batch.columns.map(values => pick(values, picked)) }
    start += picked.length
  }
}

/** Some rows of a column, in any order. */
export function pick(values: ColumnValues, rows: Uint32Array): ColumnValues {
  if (values.kind === 'number')
    return { kind: 'number', values: Float64Array.from(rows, row => values.values[row] as number) }
  return { ...values, codes: rows.map(row => values.codes[row] as number) }
}
