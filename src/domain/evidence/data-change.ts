import type { DataChange } from './other-kinds.ts'

/** What is to be known of a table. */
export interface TableFacts {
  readonly sha256: string
  readonly rows: number
  readonly columns: readonly {
    readonly name: string
    readonly kind: 'number' | 'text'
    /** Rows without a value. */
    readonly missing: number
  }[]
}

/** How a column's distribution differs between the two, from whoever tested it. */
export interface ColumnDistance {
  readonly distance: number
  /** Adjusted over the columns. */
  readonly pValue: number
  /** Whether that is a change. */
  readonly moved: boolean
}

type Column = DataChange['columns'][number]

/**
 * What changed between the training data of the champion and of the challenger: the champion's columns in their order,
 * then those that are new. A column of another type is no further compared.
 *
 * @param rows - How many rows each has that the other has not.
 * @param distances - By column; one that nobody tested counts as the same.
 */
export function dataChange(
  champion: TableFacts,
  challenger: TableFacts,
  rows: { readonly added: number; readonly removed: number },
  distances: ReadonlyMap<string, ColumnDistance> = new Map(),
): DataChange {
  const before = new Map(champion.columns.map(column => [column.name, column]))
  const after = new Map(challenger.columns.map(column => [column.name, column]))
  const kept = champion.columns.map(({ name, kind, missing }): Column => {
    const now = after.get(name)
    if (now === undefined) return { column: name, change: 'removed' }
    const rates: [number, number] = [share(missing, champion.rows), share(now.missing, challenger.rows)]
    if (now.kind !== kind) return { column: name, change: 'type', 'null-rate': rates }
    const tested = distances.get(name)
    return {
      column: name,
      change: tested?.moved ? 'moved' : 'same',
      'null-rate': rates,
      ...(tested === undefined ? {} : { distance: tested.distance, 'p-value': tested.pValue }),
    }
  })
  const added = challenger.columns
    .filter(({ name }) => !before.has(name))
    .map(({ name }): Column => ({ column: name, change: 'added' }))
  return {
    champion: { rows: champion.rows, sha256: champion.sha256 },
    challenger: { rows: challenger.rows, sha256: challenger.sha256 },
    ...rows,
    columns: [...kept, ...added],
  }
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}
