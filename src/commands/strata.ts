import { ModelyardError } from '../domain/errors/index.ts'
import type { ColumnValues, Tables } from '../ports.ts'
import { TargetCollector } from './labelled-scores.ts'

const BATCH_ROWS = 65_536
/** With more values than this a column makes no groups. */
const MOST_VALUES = 1000

/** The rows of a file by the values of a column. */
export interface Strata {
  readonly column: string | undefined
  /** [rows] where each one's value stands in `values`. */
  readonly rows: Uint32Array
  /** By code units, whatever order the file has. */
  readonly values: readonly { readonly value: string; readonly rows: number }[]
}

/**
 * Reads which rows of a file share a value of a column; without one, all do.
 *
 * @throws {ModelyardError} `bad-data` where the file has no rows or lacks the column; `bad-input` where it has more than
 *   1,000 values.
 */
export async function readStrata(
  { path, uri }: { readonly path: string; readonly uri: string },
  column: string | undefined,
  tables: Tables,
): Promise<Strata> {
  const { codes, words } =
    column === undefined
      ? { codes: new Uint32Array(await tables.countRows(path)), words: [''] }
      : await readWords(path, column, tables)
  if (codes.length === 0) {
    throw new ModelyardError({
      code: 'bad-data',
      message: `${uri} holds no rows`,
      next: 'check the step that wrote it',
      place: { path: uri },
    })
  }
  const counts = new Float64Array(words.length)
  for (const code of codes) counts[code] = (counts[code] as number) + 1
  // Codes stand in the order in which words were met, and some words in no row.
  const met = [...words.keys()].filter(code => (counts[code] as number) > 0)
  if (column !== undefined && met.length > MOST_VALUES) throw tooMany(column, met.length)
  const word = (code: number) => words[code] as string
  const order = met.sort((a, b) => (word(a) < word(b) ? -1 : 1))
  const places = new Uint32Array(words.length)
  for (const [place, code] of order.entries()) places[code] = place
  return {
    column,
    rows: codes.map(code => places[code] as number),
    values: order.map(code => ({ value: word(code), rows: counts[code] as number })),
  }
}

async function readWords(path: string, column: string, tables: Tables) {
  const read = new TargetCollector()
  for await (const batch of tables.read(path, [{ name: column, kind: 'text' }], BATCH_ROWS))
    read.add(batch.columns[0] as ColumnValues)
  return read.text()
}

function tooMany(column: string, values: number): ModelyardError {
  return new ModelyardError({
    code: 'bad-input',
    message: `\`${column}\` has ${values} values, and at most ${MOST_VALUES} make strata`,
    next: 'stratify by a column of fewer values',
  })
}
