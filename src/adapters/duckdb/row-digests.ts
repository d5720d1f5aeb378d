import type { DuckDBConnection } from '@duckdb/node-api'
import type { ColumnFacts } from '../../ports.ts'
import { streamRows } from './row-stream.ts'
import { identifier, type Source } from './source.ts'

/**
 * A number for each row that rows of the same cells share, whatever file they stand in: the upper 53 bits of DuckDB's
 * 64-bit hash over the columns, which is what a double holds without loss. Two different rows share one by chance about
 * once in 10¹⁶ pairs. Rows come a chunk at a time, and in no order.
 *
 * @param columns - Numbers are compared as numbers (`1` is `1.0`), everything else letter for letter; what is missing
 *   equals what is missing.
 */
export async function* rowDigests(
  database: DuckDBConnection,
  source: Source,
  columns: readonly ColumnFacts[],
): AsyncGenerator<Float64Array> {
  if (columns.length === 0) return
  const cells = columns.map(({ name, kind }) =>
    kind === 'number' ? `coalesce(${identifier(name)}, 'nan'::DOUBLE)` : `coalesce(${identifier(name)}, '')`,
  )
  const digest = `(hash(${cells.join(', ')}) >> 11)::DOUBLE`
  for await (const chunk of streamRows(database, [digest], source.asTyped(columns)))
    yield chunk.float64s(0).slice()
}
