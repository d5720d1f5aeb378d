import { statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { ModelyardError } from '../../domain/errors/index.ts'
import type { Batch, ColumnFacts, ColumnValues, Tables } from '../../ports.ts'
import { countCells, readQuantiles } from './column-profiles.ts'
import { readNumbers } from './column-samples.ts'
import { countNamed, countWords } from './column-words.ts'
import { columnReaders, selectList } from './columns.ts'
import { countRepeats, countWithin, gatherRows } from './gather-rows.ts'
import { explainReadError, firstText } from './read-errors.ts'
import { rowDigests } from './row-digests.ts'
import { streamRows } from './row-stream.ts'
import { countRows, HEAD_ROWS, MAX_CATEGORIES, type Source, sourceOf, wordsOf } from './source.ts'
import type { Fetch } from './source-files.ts'
import { compareRows, summarizeTable } from './table-summary.ts'
import { writeChosen } from './write-chosen.ts'
import { writeWithout } from './write-rows.ts'

/**
 * CSV, Parquet and JSON lines by DuckDB. `NA` and nothing at all are missing: NaN for a number, the empty word for a
 * text.
 *
 * @param folder - Where the user stands; relative paths start from there.
 * @param root - Of the repository: errors name what lies in it by its path from there.
 * @param fetch - Brings what lies at an https: address.
 */
export function openTables(folder: string, root: string = folder, fetch: Fetch = fetchNothing): Tables {
  const named = (path: string) => {
    const inside = isAbsolute(path) ? relative(root, path) : path
    return inside.startsWith('..') || isAbsolute(inside) ? path : inside.split(sep).join('/')
  }
  let opened: Promise<DuckDBInstance> | undefined
  const open = () => {
    opened ??= openDatabase()
    return opened
  }
  // A connection each: a query ends the stream that another one is still reading from the same connection.
  const connection = async () => (await open()).connect()
  // A file is looked at once, however often it is read, unless it changed on the way.
  const looked = new Map<string, Promise<Source>>()
  const look = async (database: DuckDBConnection, path: string) => {
    const place = resolve(folder, path)
    const facts = statSync(place, { throwIfNoEntry: false })
    const state = `${place}\0${facts?.mtimeMs}\0${facts?.size}`
    const known = looked.get(state) ?? sourceOf(database, place, named(path))
    looked.set(state, known)
    return known
  }
  const counted = new WeakMap<Source, Promise<number>>()
  const count = (source: Source) => {
    const known = counted.get(source) ?? countOn(connection, source)
    counted.set(source, known)
    return known
  }

  return {
    prepare() {
      open().catch(() => {})
    },
    async columns(path) {
      using database = closing(await connection())
      return (await look(database.connection, path)).columns
    },
    async countRows(path) {
      using database = closing(await connection())
      const source = await look(database.connection, path)
      return guarded(named(path), () => count(source))
    },
    async summarize(path) {
      using database = closing(await connection())
      const source = await look(database.connection, path)
      return await guarded(named(path), () => summarizeTable(database.connection, source))
    },
    async compareRows(first, second) {
      using database = closing(await connection())
      const sources = [
        await look(database.connection, first),
        await look(database.connection, second),
      ] as const
      return await guarded(named(second), () => compareRows(database.connection, ...sources))
    },
    async gather(source, to) {
      await open()
      return gatherRows(source, resolve(folder, to), { folder, root, fetch })
    },
    async countRepeats(path) {
      using database = closing(await connection())
      const source = await look(database.connection, path)
      await withAllProcessors(database.connection)
      return await guarded(named(path), () => countRepeats(database.connection, source))
    },
    async countWithin(path, column, windows) {
      using database = closing(await connection())
      const source = await look(database.connection, path)
      requireColumns(named(path), source, [column])
      return await guarded(named(path), () => countWithin(database.connection, source, column, windows))
    },
    async numbers(path, columns) {
      using database = closing(await connection())
      const source = await look(database.connection, path)
      requireColumns(named(path), source, columns)
      return await guarded(named(path), () => readNumbers(database.connection, source, columns))
    },
    async quantiles(path, columns, shares) {
      using database = closing(await connection())
      const source = await look(database.connection, path)
      requireColumns(named(path), source, columns)
      await withAllProcessors(database.connection)
      return await guarded(named(path), async () =>
        readQuantiles(database.connection, source, columns, shares, await count(source)),
      )
    },
    async countInto(path, columns) {
      using database = closing(await connection())
      const source = await look(database.connection, path)
      requireColumns(
        named(path),
        source,
        columns.map(({ name }) => name),
      )
      await withAllProcessors(database.connection)
      return await guarded(named(path), () => countCells(database.connection, source, columns))
    },
    async countNamed(path, columns, limits) {
      using database = closing(await connection())
      const source = await look(database.connection, path)
      requireColumns(
        named(path),
        source,
        columns.map(({ name }) => name),
      )
      await withAllProcessors(database.connection)
      return await guarded(named(path), () => countNamed(database.connection, source, columns, limits))
    },
    async countWords(path, columns, most) {
      using database = closing(await connection())
      const source = await look(database.connection, path)
      requireColumns(named(path), source, columns)
      return await guarded(named(path), () => countWords(database.connection, source, columns, most))
    },
    async *read(path, columns, batchRows) {
      using database = closing(await connection())
      const { connection: own } = database
      const source = await look(own, path)
      requireColumns(named(path), source, columns.map(nameOf))
      try {
        yield* readBatches(own, source, columns, batchRows)
      } catch (error) {
        throw await explainReadError(error, { database: own, source, path: named(path), columns })
      }
    },
    async firstText(path, column) {
      using database = closing(await connection())
      const { connection: own } = database
      const source = await look(own, path)
      return await guarded(named(path), () => firstText(column, { database: own, source }))
    },
    async *rowDigests(path, columns) {
      using database = closing(await connection())
      const { connection: own } = database
      const source = await look(own, path)
      requireColumns(named(path), source, columns.map(nameOf))
      try {
        yield* rowDigests(own, source, columns)
      } catch (error) {
        throw await explainReadError(error, { database: own, source, path: named(path), columns })
      }
    },
    async writeRows(path, rows, to) {
      using database = closing(await connection())
      const source = await look(database.connection, path)
      const total = await guarded(named(path), () => count(source))
      await writeChosen(source, { path: named(path), total }, rows, resolve(folder, to))
    },
    async writeWithout(path, column, to) {
      using database = closing(await connection())
      const { connection: own } = database
      const source = await look(own, path)
      requireColumns(named(path), source, [column])
      return await guarded(named(path), () => writeWithout(own, source, column, resolve(folder, to)))
    },
  }
}

async function fetchNothing(url: string): Promise<never> {
  throw new ModelyardError({
    code: 'unsupported',
    message: `${url} lies on the web, and nothing is fetched here`,
    next: 'fetch it, and name the copy',
  })
}

function closing(connection: DuckDBConnection): Disposable & { readonly connection: DuckDBConnection } {
  return { connection, [Symbol.dispose]: () => connection.closeSync() }
}

async function openDatabase(): Promise<DuckDBInstance> {
  let api: typeof import('@duckdb/node-api')
  try {
    api = await import('@duckdb/node-api')
  } catch (error) {
    throw new ModelyardError({
      code: 'missing-engine',
      message: 'DuckDB, which reads the data, could not be loaded',
      next: 'install it: npm install @duckdb/node-bindings',
      cause: error,
    })
  }
  const instance = await api.DuckDBInstance.create(':memory:', {
    // Files are read as they are named; nothing is fetched or installed on the way.
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    // One processor is the model's: whoever waits for rows otherwise takes from the one who scores them.
    threads: String(Math.max(1, availableParallelism() - 1)),
  })
  using database = closing(await instance.connect())
  // Whatever zone a machine stands in, times have one text.
  await database.connection.run("SET GLOBAL TimeZone = 'UTC'")
  return instance
}

/** Where columns are counted no model waits beside; for the rest of the process it stays so. */
async function withAllProcessors(database: DuckDBConnection): Promise<void> {
  await database.run(`SET threads TO ${availableParallelism()}`)
}

async function guarded<T>(path: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    throw new ModelyardError({
      code: 'bad-data',
      message: `${path} cannot be read: ${String(error instanceof Error ? error.message : error).split('\n')[0]}`,
      next: 'check that it is the file that you mean, and whole',
      place: { path },
      cause: error,
    })
  }
}

function nameOf({ name }: ColumnFacts): string {
  return name
}

function requireColumns(path: string, source: Source, columns: readonly string[]): void {
  const present = new Set(source.columns.map(nameOf))
  const missing = columns.filter(name => !present.has(name))
  if (missing.length === 0) return
  throw new ModelyardError({
    code: 'bad-data',
    message: `${path} lacks the column${missing.length === 1 ? '' : 's'} ${missing.map(name => `\`${name}\``).join(', ')}`,
    next: `it has ${[...present].slice(0, 30).join(', ')}`,
    place: { path },
  })
}

async function* readBatches(
  database: DuckDBConnection,
  source: Source,
  columns: readonly ColumnFacts[],
  batchRows: number,
): AsyncGenerator<Batch> {
  if (columns.length === 0) return
  const categories = await guessCategories(database, source, columns)
  const stream = streamRows(database, selectList(columns, categories), source.asTyped(columns))
  const readers = columnReaders(columns, categories, batchRows)
  let start = 0
  let filled = 0
  const flush = (): Batch => {
    const batch = { start, rows: filled, columns: readers.map((reader): ColumnValues => reader.take(filled)) }
    start += filled
    filled = 0
    return batch
  }
  for await (const chunk of stream) {
    for (let from = 0; from < chunk.rows; ) {
      const count = Math.min(chunk.rows - from, batchRows - filled)
      for (const reader of readers) reader.read(chunk, from, count, filled)
      from += count
      filled += count
      if (filled === batchRows) yield flush()
    }
  }
  if (filled > 0) yield flush()
}

async function countOn(connection: () => Promise<DuckDBConnection>, source: Source): Promise<number> {
  using database = closing(await connection())
  // Awaited here: a connection that is closed under a query takes the process along.
  return await countRows(database.connection, source)
}

/** The words of each text column that has few, in its first rows. */
async function guessCategories(
  database: DuckDBConnection,
  source: Source,
  columns: readonly ColumnFacts[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const texts = columns.filter(({ kind }) => kind === 'text').map(({ name }) => name)
  if (texts.length === 0) return new Map()
  const found = source.words ?? (await firstWords(database, source, texts))
  return new Map(
    texts.flatMap((name): [string, readonly string[]][] => {
      const words = [...(found.get(name) ?? [])].sort()
      return words.length === 0 || words.length > MAX_CATEGORIES ? [] : [[name, words]]
    }),
  )
}

async function firstWords(
  database: DuckDBConnection,
  source: Source,
  texts: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const lists = texts.map(wordsOf)
  const sample = await database.runAndReadAll(
    `SELECT ${lists.join(', ')} FROM (SELECT * FROM ${source.asText(texts)} LIMIT ${HEAD_ROWS})`,
  )
  const found = (sample.getRowsJS()[0] ?? []) as string[][]
  return new Map(texts.map((name, index) => [name, found[index] ?? []]))
}
