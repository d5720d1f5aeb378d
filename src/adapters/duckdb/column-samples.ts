import type { DuckDBConnection } from '@duckdb/node-api'
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
  const numbers = columns.map(name => `coalesce(${identifier(name)}, 'nan'::DOUBLE)`)
  const from = source.asKinds(columns.map(name => ({ name, kind: 'number' })))
  let values: Float64Array[] = columns.map(() => new Float64Array(GROWTH))
  let rows = 0
  for await (const chunk of streamRows(database, numbers, from)) {
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
