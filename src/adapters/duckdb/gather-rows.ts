import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { ModelyardError } from '../../domain/errors/index.ts'
import type { SeenTimes } from '../../domain/monitoring/sample-remarks.ts'
import type { SampleSource } from '../../domain/monitoring/sample-source.ts'
import type { Window } from '../../domain/monitoring/window.ts'
import type { ColumnFacts, GatheredRows } from '../../ports.ts'
import { type Dialect, dialectOf, headOf } from './csv-dialect.ts'
import { inSealedSession } from './sealed-session.ts'
import {
  badData,
  csvSource,
  identifier,
  isJsonLines,
  isParquet,
  jsonSource,
  literal,
  parquetSource,
  type Rows,
  selfDescribing,
} from './source.ts'
import { type Fetch, findFiles, type Places } from './source-files.ts'

export interface Surroundings {
  /** Where the user stands. */
  readonly folder: string
  /** Of the repository. */
  readonly root: string
  readonly fetch: Fetch
}

/** No column of a file can be called so. */
const [AT, ZONE] = ['\u0001at', '\u0001zone']
/** A time of day with a zone behind it. */
const NAMES_ZONE = ':\\d\\d(\\.\\d+)?\\s*(z|utc|gmt|[+-]\\d\\d(:?\\d\\d)?|[a-z]+/[a-z_/]+)$'

/**
 * Writes the rows of a source into one Parquet file, read and written as a stream.
 *
 * @param to - From the root of the file system; its folder is made, and holds what memory does not.
 */
export async function gatherRows(
  source: SampleSource,
  to: string,
  surroundings: Surroundings,
): Promise<GatheredRows> {
  const folder = dirname(to)
  await mkdir(folder, { recursive: true })
  const { from, times } = source
  const spill = `${to}.spill`
  if ('sql' in from) {
    const reach = { files: [to], folders: [`${surroundings.root}/`], root: surroundings.root, spill }
    return inSealedSession(reach, async database => {
      const rows = await queryRows(database, from.sql)
      return written(database, [rows], { times, to, called: 'the query' })
    })
  }
  const { root, fetch } = surroundings
  const places = await findFiles(from.files, {
    folder: source.isKept ? root : surroundings.folder,
    within: source.isKept ? root : undefined,
    copies: folder,
    fetch,
  })
  const reach =
    places.at === 'disk'
      ? { files: [...places.paths, to], folders: [], spill }
      : { files: [to], folders: [places.below], spill, asksStorage: true }
  return inSealedSession(reach, async database =>
    written(database, await fileRows(database, places, from.files), { times, to, called: from.files }),
  )
}

/** A query as rows. What is no single query by itself is none within brackets either, and is refused before. */
async function queryRows(database: DuckDBConnection, sql: string): Promise<Rows> {
  const text = sql.trim().replace(/;\s*$/, '')
  const { StatementType } = await import('@duckdb/node-api')
  const isQuery =
    text !== '' &&
    (await attempt('the query', async () => {
      const statements = await database.extractStatements(text)
      if (statements.count !== 1) return false
      const statement = await statements.prepare(0)
      try {
        return statement.statementType === StatementType.SELECT
      } finally {
        statement.destroySync()
      }
    }))
  if (!isQuery) throw badQuery('is no single query', 'write one SELECT, without others before or behind it')
  return selfDescribing(database, 'the query', `(\n${text}\n)`)
}

/** Files that are written alike are read together. */
async function fileRows(database: DuckDBConnection, places: Places, files: string): Promise<Rows[]> {
  if (places.at === 'storage') {
    if (isParquet(places.uri)) return [await parquetSource(database, [places.uri], files)]
    if (isJsonLines(places.uri)) return [await jsonSource(database, [places.uri], files)]
    throw badData(files, 'is neither Parquet nor JSON lines', 'a CSV is read from a disk, or from https://')
  }
  const { paths } = places
  const parquet = paths.filter(isParquet)
  const json = paths.filter(isJsonLines)
  const groups: Rows[] = []
  if (parquet.length > 0) groups.push(await parquetSource(database, parquet, files))
  if (json.length > 0) groups.push(await jsonSource(database, json, files))
  const alike = Map.groupBy(
    paths.filter(path => !isParquet(path) && !isJsonLines(path)),
    path => JSON.stringify(dialectOf(headOf(path))),
  )
  for (const [dialect, group] of alike)
    groups.push(await csvSource(database, group, files, JSON.parse(dialect) as Dialect))
  return groups
}

interface Target {
  readonly times: SampleSource['times']
  readonly to: string
  /** In errors. */
  readonly called: string
}

async function written(
  database: DuckDBConnection,
  groups: readonly Rows[],
  { times, to, called }: Target,
): Promise<GatheredRows> {
  const columns = unitedColumns(groups)
  if (times !== undefined) requireTimes(columns, times.column, called)
  const all = groups.map(group => `SELECT * FROM ${rowsOf(group, columns, times?.column)}`)
  const from = `(${all.join(' UNION ALL BY NAME ')})`
  return attempt(called, async () => {
    const found = times && (await timesIn(database, groups, times.column))
    const list = columns.map(({ name }) => identifier(name)).join(', ')
    const where = times === undefined ? '' : ` WHERE ${isWithin(times.windows)}`
    await database.run(`COPY (SELECT ${list} FROM ${from}${where}) TO ${literal(to)} (FORMAT parquet)`)
    return { ...(await digestOf(database, columns, to)), ...(found && { times: found }) }
  })
}

/** A column that holds numbers in one group holds numbers: what is none in another is counted as such. */
function unitedColumns(groups: readonly Rows[]): ColumnFacts[] {
  const kinds = new Map<string, ColumnFacts['kind']>()
  for (const { columns } of groups)
    for (const { name, kind } of columns) if (kinds.get(name) !== 'number') kinds.set(name, kind)
  return [...kinds].map(([name, kind]) => ({ name, kind }))
}

function requireTimes(columns: readonly ColumnFacts[], column: string, called: string): void {
  const found = columns.find(({ name }) => name === column)
  if (found?.kind === 'text') return
  throw badData(
    called,
    found === undefined
      ? `has no column \`${column}\`, which is to say when a row is of`
      : `has numbers in \`${column}\`, and no times`,
    found === undefined
      ? `it has ${columns
          .slice(0, 30)
          .map(({ name }) => name)
          .join(', ')}`
      : 'write times such as 2026-03-08T06:00:00Z, or make them in a query: to_timestamp(seconds)',
  )
}

function rowsOf(group: Rows, columns: readonly ColumnFacts[], time: string | undefined): string {
  const own = new Set(group.columns.map(({ name }) => name))
  const more: Record<string, string> = time !== undefined && own.has(time) ? { [AT]: group.timeOf(time) } : {}
  return group.asKinds(
    columns.filter(({ name }) => own.has(name)),
    more,
  )
}

function isWithin(windows: readonly Window[]): string {
  const moment = (ms: number) => `TIMESTAMPTZ ${literal(new Date(ms).toISOString())}`
  const at = identifier(AT)
  return windows.map(({ from, to }) => `(${at} >= ${moment(from)} AND ${at} < ${moment(to)})`).join(' OR ')
}

/** What the column of times says of all rows, those of other times too. */
async function timesIn(
  database: DuckDBConnection,
  groups: readonly Rows[],
  column: string,
): Promise<SeenTimes> {
  const text = `CAST(${identifier(column)} AS VARCHAR)`
  const all = groups.map(group => {
    const known = group.columns.some(({ name }) => name === column)
    const more: Record<string, string> = known
      ? { [AT]: group.timeOf(column), [ZONE]: `regexp_matches(${text}, ${literal(NAMES_ZONE)}, 'i')` }
      : { [AT]: 'NULL::TIMESTAMPTZ', [ZONE]: 'false' }
    return `SELECT * FROM ${group.asKinds([], more)}`
  })
  const [at, zone] = [AT, ZONE].map(identifier)
  const found = await database.runAndReadAll(
    `SELECT count(*), count(*) - count(${at}), count_if(${at} IS NOT NULL AND NOT ${zone}), ` +
      `count_if(${at} IS NOT NULL AND ${zone}), epoch_ms(min(${at})), epoch_ms(max(${at})) ` +
      `FROM (${all.join(' UNION ALL BY NAME ')})`,
  )
  const [rows, unreadable, withoutZone, withZone, first, last] = (found.getRows()[0] ?? []).map(value =>
    value === null ? undefined : Number(value),
  )
  return {
    rows: rows ?? 0,
    unreadable: unreadable ?? 0,
    withoutZone: withoutZone ?? 0,
    withZone: withZone ?? 0,
    first,
    last,
  }
}

/**
 * The SHA-256 of the names of the columns, of how many rows there are, and of the sums of two hashes of each: the same for the
 * same rows in any order, of any division into files, as long as DuckDB is of a release that hashes alike. It tells samples
 * apart, which a digest over their text would do in a hundred times the time; it proves nothing against somebody who makes
 * rows to that end.
 */
async function digestOf(
  database: DuckDBConnection,
  columns: readonly ColumnFacts[],
  path: string,
): Promise<Pick<GatheredRows, 'rows' | 'sha256'>> {
  const cells = columns.map(({ name }) => identifier(name)).join(', ')
  const sum = (salt: number) => `sum(hash(${cells}, ${salt})::HUGEINT)::VARCHAR`
  const found = await database.runAndReadAll(
    `SELECT count(*), ${sum(0)}, ${sum(1)} FROM read_parquet(${literal(path)})`,
  )
  const text = JSON.stringify([columns.map(({ name }) => name), ...(found.getRows()[0] ?? []).map(String)])
  return { rows: Number(found.getRows()[0]?.[0]), sha256: createHash('sha256').update(text).digest('hex') }
}

/** Counts rows of a file by a column of times. */
export async function countWithin(
  database: DuckDBConnection,
  source: Rows,
  column: string,
  windows: readonly Window[],
): Promise<number> {
  if (windows.length === 0) return 0
  const found = await database.runAndReadAll(
    `SELECT count(*) FROM ${source.asKinds([], { [AT]: source.timeOf(column) })} WHERE ${isWithin(windows)}`,
  )
  return Number(found.getRows()[0]?.[0] ?? 0)
}

/** How many rows another one before them equals: rows are compared by DuckDB's 64-bit hash of all columns. */
export async function countRepeats(database: DuckDBConnection, source: Rows): Promise<number> {
  const names = source.columns.map(({ name }) => identifier(name))
  if (names.length === 0) return 0
  const found = await database.runAndReadAll(
    `SELECT coalesce(sum(rows - 1), 0)::BIGINT FROM (SELECT count(*) AS rows FROM ` +
      `(SELECT hash(${names.join(', ')}) AS digest FROM ${source.asKinds(source.columns)}) GROUP BY digest)`,
  )
  return Number(found.getRows()[0]?.[0] ?? 0)
}

async function attempt<T>(called: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof ModelyardError) throw error
    const said = String(error instanceof Error ? error.message : error).split('\n')[0]
    throw badData(called, `cannot be read: ${said}`, 'check it, and that its files are whole', error)
  }
}

function badQuery(what: string, next: string): ModelyardError {
  return new ModelyardError({ code: 'bad-input', message: `the query ${what}`, next })
}
