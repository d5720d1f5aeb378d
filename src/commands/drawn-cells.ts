import { drawEvenly } from '../domain/comparison/importance.ts'
import type { Tables, TemporaryFolder } from '../ports.ts'

/** Of more rows so many are drawn. */
const MOST_ROWS = 2000

/** Some rows of a file, their cells as text; what is missing is the empty text. */
export interface DrawnCells {
  readonly rows: number
  /** In the order of the rows. */
  readonly columns: ReadonlyMap<string, readonly string[]>
}

/**
 * Draws rows evenly over a file, at most two thousand: what is held does not grow with the file.
 *
 * @param called - Where a part of the file is kept meanwhile, below the folder.
 * @throws {ModelyardError} As `Tables.writeRows` and `Tables.read`.
 */
export async function drawCells(
  path: string,
  names: readonly string[],
  {
    called,
    folder,
    seed,
  }: { readonly called: string; readonly folder: TemporaryFolder; readonly seed: number },
  tables: Tables,
): Promise<DrawnCells> {
  const total = await tables.countRows(path)
  const drawn = total > MOST_ROWS ? `${folder.path}/${called}/${path.split('/').at(-1)}` : path
  if (drawn !== path) await tables.writeRows(path, drawEvenly(total, MOST_ROWS, seed), drawn)
  const columns = names.map((): string[] => [])
  const wanted = names.map(name => ({ name, kind: 'text' }) as const)
  for await (const batch of tables.read(drawn, wanted, MOST_ROWS))
    for (const [at, values] of batch.columns.entries())
      if (values.kind === 'text')
        columns[at]?.push(...Array.from(values.codes, code => values.words[code] ?? ''))
  return {
    rows: Math.min(total, MOST_ROWS),
    columns: new Map(names.map((name, at) => [name, columns[at] ?? []])),
  }
}

/** Text as numbers; NaN where it stands for none. */
export function numbersOf(cells: readonly string[]): Float64Array {
  return Float64Array.from(cells, cell => (cell.trim() === '' ? Number.NaN : Number(cell)))
}
