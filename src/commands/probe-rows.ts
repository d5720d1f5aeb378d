import type { DataColumn } from '../domain/comparison/input-plan.ts'
import type { Row } from '../domain/contract/probes.ts'
import type { Batch, ColumnValues } from '../ports.ts'

/** The rows of a batch, value by value. */
export function rowsOf({ rows, columns }: Batch): Row[] {
  return Array.from({ length: rows }, (_, row) =>
    columns.map(column => {
      if (column.kind === 'text') return column.words[column.codes[row] as number] as string
      const value = column.values[row] as number
      return Number.isNaN(value) ? null : value
    }),
  )
}

/**
 * Rows as batches of the given sizes, one after the other.
 *
 * @param sizes - They add up to the number of rows.
 */
export function batchesOf(
  columns: readonly DataColumn[],
  rows: readonly Row[],
  sizes: readonly number[],
): Batch[] {
  const whole = columns.map(({ kind }, index) => columnOf(kind, rows, index))
  let start = 0
  return sizes.map(size => {
    const from = start
    start += size
    return {
      start: from,
      rows: size,
      columns: whole.map(column =>
        column.kind === 'number'
          ? { kind: 'number', values: column.values.slice(from, start) }
          : { kind: 'text', codes: column.codes.slice(from, start), words: column.words },
      ),
    }
  })
}

function columnOf(kind: DataColumn['kind'], rows: readonly Row[], index: number): ColumnValues {
  if (kind === 'number') {
    return {
      kind,
      values: Float64Array.from(rows, row => (row[index] === null ? Number.NaN : Number(row[index]))),
    }
  }
  const words = [...new Set(rows.map(row => String(row[index] ?? '')))]
  const code = new Map(words.map((word, at) => [word, at]))
  return { kind, words, codes: Uint32Array.from(rows, row => code.get(String(row[index] ?? '')) as number) }
}
