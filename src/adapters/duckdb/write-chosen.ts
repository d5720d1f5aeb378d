import { createReadStream, statSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { ModelyardError } from '../../domain/errors/index.ts'
import { writeFileAtomic } from '../files/write-file-atomic.ts'
import { recordBytes } from './line-records.ts'
import { badData, literal, type Source } from './source.ts'

const PIECE_BYTES = 1 << 20

/** The file whose rows are chosen, as errors call it, and how many rows a query finds in it. */
interface Known {
  readonly path: string
  readonly total: number
}

/**
 * Writes some rows of a file as they stand there.
 *
 * @param rows - Numbers from 0, rising.
 * @param to - From the root of the file system.
 * @throws {ModelyardError} `bad-input` where it is the file itself; `bad-data` where its records cannot be told apart;
 *   `cannot-write`.
 */
export async function writeChosen(
  source: Source,
  known: Known,
  rows: Uint32Array,
  to: string,
): Promise<void> {
  refuseItself(source.place, known.path, to)
  try {
    await mkdir(dirname(to), { recursive: true })
    if (source.lines === undefined) await writeParquet(source.place, rows, to)
    else await writeFileAtomic(to, chosenLines(source, known, rows))
  } catch (error) {
    if (error instanceof ModelyardError) throw error
    throw new ModelyardError({
      code: 'cannot-write',
      message: `${to} could not be written (${String(error instanceof Error ? error.message : error).split('\n')[0]})`,
      next: 'make room on the disk or name another place, then run the command again',
      cause: error,
    })
  }
}

function refuseItself(place: string, path: string, to: string): void {
  const [source, target] = [statSync(place), statSync(to, { throwIfNoEntry: false })]
  if (target === undefined || source.dev !== target.dev || source.ino !== target.ino) return
  throw new ModelyardError({
    code: 'bad-input',
    message: `${path} is the file that rows are chosen from, and cannot be written at the same time`,
    next: 'name another place',
  })
}

async function* chosenLines(
  { place, lines }: Source,
  { path, total }: Known,
  rows: Uint32Array,
): AsyncGenerator<Uint8Array> {
  const { header = 0, ...format } = lines ?? { keepsEmpty: false }
  let next = 0
  const wanted = (record: number) => {
    if (record < header) return true
    while (next < rows.length && (rows[next] as number) < record - header) next += 1
    return rows[next] === record - header
  }
  const pieces = createReadStream(place, { highWaterMark: PIECE_BYTES })
  const found = yield* recordBytes(pieces, format, wanted)
  if (found - header === total) return
  // What a query takes for other rows than those that stand between line ends must not be given out as these.
  throw badData(
    path,
    `holds ${total} rows, and ${found - header} records between its line ends`,
    'write quotes, line ends and empty lines as RFC 4180 has them',
  )
}

/** In a database of its own on one thread: on more than one, the same rows could lie otherwise in the file. */
async function writeParquet(place: string, rows: Uint32Array, to: string): Promise<void> {
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const database = await instance.connect()
  try {
    await database.run('CREATE TABLE chosen (row UBIGINT)')
    await appendNumbers(database, rows)
    await database.run(
      `COPY (SELECT * EXCLUDE (file_row_number) FROM read_parquet(${literal(place)}, file_row_number = true) ` +
        'WHERE file_row_number IN (SELECT row FROM chosen) ORDER BY file_row_number) ' +
        `TO ${literal(to)} (FORMAT parquet)`,
    )
  } finally {
    database.closeSync()
    instance.closeSync()
  }
}

async function appendNumbers(database: DuckDBConnection, rows: Uint32Array): Promise<void> {
  const appender = await database.createAppender('chosen')
  for (const row of rows) {
    appender.appendUBigInt(BigInt(row))
    appender.endRow()
  }
  appender.closeSync()
}
