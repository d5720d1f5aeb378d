import type { DataColumn } from '../comparison/input-plan.ts'

/** A value as a caller may send it; null is a missing one. */
export type Cell = number | string | null
/** A row's values, in the order of the columns. */
export type Row = readonly Cell[]

/** Rows that a caller may send though the training data had none like them. */
export interface ValueProbe {
  readonly check: string
  /** Each is a row of the data with one value changed. */
  readonly rows: readonly Row[]
  /** [rows] The column of the changed value. */
  readonly columns: readonly string[]
}

/** Columns that one kind of value is tried in: of a model with hundreds, some spread over all of them. */
const MOST_COLUMNS = 20
const LONG_TEXT = 'long '.repeat(20_000)

const KINDS: readonly {
  readonly check: string
  readonly in: readonly DataColumn['kind'][]
  readonly values: readonly Cell[]
  readonly wire?: false
}[] = [
  { check: 'missing-values', in: ['number', 'text'], values: [null] },
  { check: 'unknown-categories', in: ['text'], values: ['a category that nobody has ever seen'] },
  { check: 'empty-text', in: ['text'], values: [''] },
  { check: 'long-text', in: ['text'], values: [LONG_TEXT] },
  { check: 'extreme-numbers', in: ['number'], values: [1e30, -1e30] },
  // JSON has no infinity: over the wire it cannot be asked.
  {
    check: 'infinite-numbers',
    in: ['number'],
    values: [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
    wire: false,
  },
]

/**
 * Probes of every kind of value that has a column to stand in.
 *
 * @param row - A row of the data.
 * @param overWire - Leave out what JSON cannot say.
 */
export function valueProbes(
  columns: readonly DataColumn[],
  row: Row,
  { overWire }: { readonly overWire: boolean },
): ValueProbe[] {
  return KINDS.filter(kind => !(overWire && kind.wire === false)).map(({ check, in: kinds, values }) => {
    const places = spread(columns.flatMap(({ kind }, index) => (kinds.includes(kind) ? [index] : [])))
    const changes = places.flatMap(place => values.map(value => ({ place, value })))
    return {
      check,
      rows: changes.map(({ place, value }) => row.with(place, value)),
      columns: changes.map(({ place }) => columns[place]?.name ?? ''),
    }
  })
}

/** Text where a number is due, and a number where text is: only a wire can carry either. */
export function wrongTypeProbe(columns: readonly DataColumn[], row: Row): ValueProbe {
  const places = spread([...columns.keys()])
  return {
    check: 'wrong-types',
    rows: places.map(place => row.with(place, columns[place]?.kind === 'number' ? 'not a number' : 42)),
    columns: places.map(place => columns[place]?.name ?? ''),
  }
}

function spread(places: readonly number[]): readonly number[] {
  if (places.length <= MOST_COLUMNS) return places
  return Array.from(
    { length: MOST_COLUMNS },
    (_, index) => places[Math.floor((index * places.length) / MOST_COLUMNS)] as number,
  )
}
