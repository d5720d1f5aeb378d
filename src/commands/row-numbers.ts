import { ModelyardError } from '../domain/errors/index.ts'
import type { Tables } from '../ports.ts'

const BATCH_ROWS = 65_536

/**
 * Reads numbers of rows, from 0: of a column `row`, or of a file's only column, whose first line may be a number or a
 * name.
 *
 * @returns The numbers, rising.
 * @throws {ModelyardError} `bad-data` where they are no whole numbers, do not rise, or name a row that the data does
 *   not have.
 */
export async function readRowNumbers(path: string, data: string, tables: Tables): Promise<Uint32Array> {
  const columns = await tables.columns(path)
  const column = columns.find(({ name }) => name === 'row') ?? (columns.length === 1 ? columns[0] : undefined)
  if (column === undefined)
    throw badData(path, 'has no column `row`', 'write the numbers of the rows, one on each line')
  const numbers = /^\d+$/.test(column.name) ? [Number(column.name)] : []
  for await (const batch of tables.read(path, [{ name: column.name, kind: 'number' }], BATCH_ROWS)) {
    const [values] = batch.columns
    if (values?.kind === 'number') for (const number of values.values) numbers.push(number)
  }
  const rows = await tables.countRows(data)
  let before = -1
  for (const [index, number] of numbers.entries()) {
    const at = `line ${index + 1} of the numbers`
    if (!Number.isInteger(number) || number < 0)
      throw badData(path, `holds no row's number at ${at}`, 'count rows from 0')
    if (number <= before)
      throw badData(path, `names row ${number} after row ${before}, at ${at}`, 'sort them, each once')
    if (number >= rows)
      throw badData(
        path,
        `names row ${number}, and ${data} has ${rows}`,
        'count rows from 0, the header not among them',
      )
    before = number
  }
  if (numbers.length === 0) throw badData(path, 'names no rows', 'write their numbers, one on each line')
  return Uint32Array.from(numbers)
}

function badData(path: string, what: string, next: string): ModelyardError {
  return new ModelyardError({ code: 'bad-data', message: `${path} ${what}`, next, place: { path } })
}
