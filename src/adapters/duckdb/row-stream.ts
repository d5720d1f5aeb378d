import type { DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api'

type Bindings = typeof import('@duckdb/node-bindings')

/**
 * Some rows of a query. Numbers are DuckDB's own memory, which lives no longer than the chunk: a call for each value, as
 * its JavaScript has it, takes longer than reading the file.
 */
export class RowChunk {
  readonly rows: number
  readonly #chunk: DuckDBDataChunk
  readonly #bindings: Bindings

  constructor(chunk: DuckDBDataChunk, rows: number, bindings: Bindings) {
    this.rows = rows
    this.#chunk = chunk
    this.#bindings = bindings
  }

  /** A column of DOUBLE in which nothing is NULL. */
  float64s(column: number): Float64Array {
    const { buffer, byteOffset } = this.#data(column, Float64Array.BYTES_PER_ELEMENT)
    return new Float64Array(buffer as ArrayBuffer, byteOffset, this.rows)
  }

  /** A column of INTEGER in which nothing is NULL. */
  int32s(column: number): Int32Array {
    const { buffer, byteOffset } = this.#data(column, Int32Array.BYTES_PER_ELEMENT)
    return new Int32Array(buffer as ArrayBuffer, byteOffset, this.rows)
  }

  /** A row's value in a column of VARCHAR in which nothing is NULL that is asked for. */
  texts(column: number): (row: number) => string {
    const vector = this.#chunk.getColumnVector(column)
    return row => vector.getItem(row) as string
  }

  #data(column: number, size: number): Uint8Array {
    const vector = this.#bindings.data_chunk_get_vector(this.#chunk.chunk, column)
    return this.#bindings.vector_get_data(vector, size * this.rows)
  }
}

/** A stream does not say why it ended: that has to be asked once more. */
export class RowsEndEarly extends Error {
  constructor() {
    super('the rows end early')
  }
}

/**
 * The rows of `SELECT … FROM …`, in the order in which they stand there.
 *
 * A stream of DuckDB that fails midway ends like one that is exhausted. So one row more is asked for behind all others,
 * which UNION ALL keeps in their order: where it does not come at the end, neither did some of them.
 *
 * @throws {RowsEndEarly}
 */
export async function* streamRows(
  database: DuckDBConnection,
  select: readonly string[],
  from: string,
): AsyncGenerator<RowChunk> {
  const { default: bindings } = await import('@duckdb/node-bindings')
  const nothing = select.map(() => 'NULL')
  const stream = await database.stream(
    `SELECT ${[...select, 'false'].join(', ')} FROM ${from} UNION ALL SELECT ${[...nothing, 'true'].join(', ')}`,
  )
  for (;;) {
    const chunk = await stream.fetchChunk()
    if (chunk === null || chunk.rowCount === 0) throw new RowsEndEarly()
    const last = chunk.rowCount - 1
    const isEnd = chunk.getColumnVector(select.length).getItem(last) === true
    const rows = isEnd ? last : chunk.rowCount
    if (rows > 0) yield new RowChunk(chunk, rows, bindings)
    if (isEnd) return
  }
}
