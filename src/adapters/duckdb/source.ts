import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import type { DuckDBConnection } from '@duckdb/node-api'
import { ModelyardError } from '../../domain/errors/index.ts'
import type { ColumnFacts } from '../../ports.ts'

/** A file as DuckDB reads it. */
export interface Source {
  readonly columns: readonly ColumnFacts[]
  /** FROM clause in which the given columns are text as it stands in the file. */
  asText(columns: readonly string[]): string
  /** FROM clause in which columns of numbers are DOUBLE; text that is none is an error there. */
  asTyped(columns: readonly ColumnFacts[]): string
  /** The number that a column's text stands for; NULL where it stands for none. */
  numberOf(column: string): string
}

const NULLS = ['', 'NA']

/**
 * Looks at a file: its dialect, its columns, which of them hold numbers.
 *
 * @param place - The path from the root of the file system.
 * @param path - As the user wrote it, for errors.
 * @throws {ModelyardError} `bad-data`.
 */
export async function sourceOf(database: DuckDBConnection, place: string, path: string): Promise<Source> {
  if (!existsSync(place)) throw badData(path, 'is not there', 'check the path')
  if (statSync(place).isDirectory())
    throw badData(path, 'is a folder', 'name a CSV, Parquet or JSON lines file')
  if (statSync(place).size === 0) throw badData(path, 'is empty', 'check the step that wrote it')
  if (/\.parquet$/i.test(place)) return selfDescribing(database, path, `read_parquet(${literal(place)})`)
  if (/\.(?:jsonl|ndjson)$/i.test(place)) {
    return selfDescribing(database, path, `read_json(${literal(place)}, format = 'newline_delimited')`)
  }
  return csvSource(database, place, path)
}

export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** Whether DuckDB's type holds numbers. Truth values count as 0 and 1. */
function isNumeric(type: string): boolean {
  return /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|DOUBLE|FLOAT|REAL|DECIMAL.*|BOOLEAN)$/.test(type)
}

async function selfDescribing(database: DuckDBConnection, path: string, from: string): Promise<Source> {
  const rows = await attempt(path, () => database.runAndReadAll(`DESCRIBE SELECT * FROM ${from}`))
  const columns = rows.getRowsJS().map(
    ([name, type]): ColumnFacts => ({
      name: String(name),
      kind: isNumeric(String(type)) ? 'number' : 'text',
    }),
  )
  const cast = (facts: readonly ColumnFacts[]) =>
    facts.map(
      ({ name, kind }) =>
        `CAST(${identifier(name)} AS ${kind === 'number' ? 'DOUBLE' : 'VARCHAR'}) AS ${identifier(name)}`,
    )
  const subquery = (list: readonly string[]) =>
    `(SELECT ${list.length === 0 ? '1' : list.join(', ')} FROM ${from})`
  return {
    columns,
    asText: names => subquery(cast(names.map(name => ({ name, kind: 'text' })))),
    asTyped: facts => subquery(cast(facts)),
    numberOf: name => `try_cast(${identifier(name)} AS DOUBLE)`,
  }
}

interface Sniffed {
  readonly delimiter: string
  readonly quote: string
  readonly escaping: string
  readonly names: readonly string[]
  readonly numeric: ReadonlySet<string>
  /** Columns of true and false. */
  readonly truths: ReadonlySet<string>
}

async function csvSource(database: DuckDBConnection, place: string, path: string): Promise<Source> {
  const sniffed = await sniff(database, place, path)
  if (sniffed.names.length === 1) await refuseRaggedRows(database, place, path, sniffed)
  const read = (type: (name: string) => string) => {
    const columns = sniffed.names.map(name => `${literal(name)}: '${type(name)}'`)
    return (
      `read_csv(${literal(place)}, auto_detect = false, header = true, delim = ${literal(sniffed.delimiter)}, ` +
      `quote = ${literal(sniffed.quote)}, escape = ${literal(sniffed.escaping)}, nullstr = [${NULLS.map(literal).join(', ')}], ` +
      `columns = {${columns.join(', ')}})`
    )
  }
  return {
    columns: sniffed.names.map(name => ({ name, kind: sniffed.numeric.has(name) ? 'number' : 'text' })),
    asText: () => read(() => 'VARCHAR'),
    asTyped: facts => {
      const numbers = new Set(facts.filter(({ kind }) => kind === 'number').map(({ name }) => name))
      const truths = [...numbers].filter(name => sniffed.truths.has(name)).map(identifier)
      const from = read(name =>
        !numbers.has(name) ? 'VARCHAR' : sniffed.truths.has(name) ? 'BOOLEAN' : 'DOUBLE',
      )
      if (truths.length === 0) return from
      return `(SELECT * REPLACE (${truths.map(name => `CAST(${name} AS DOUBLE) AS ${name}`).join(', ')}) FROM ${from})`
    },
    numberOf: name =>
      `try_cast(${sniffed.truths.has(name) ? `try_cast(${identifier(name)} AS BOOLEAN)` : identifier(name)} AS DOUBLE)`,
  }
}

async function sniff(database: DuckDBConnection, place: string, path: string): Promise<Sniffed> {
  const rows = await attempt(path, () =>
    database.runAndReadAll(
      `SELECT Delimiter, Quote, Escape, HasHeader, list_transform(Columns, c -> c.name), list_transform(Columns, c -> c.type) ` +
        `FROM sniff_csv(${literal(place)}, sample_size = 2048, nullstr = [${NULLS.map(literal).join(', ')}])`,
    ),
  )
  const [delimiter, quote, escaping, , names, types] = (rows.getRowsJS()[0] ?? []) as [
    string,
    string,
    string,
    boolean,
    string[],
    string[],
  ]
  // `(empty)` stands for none; a file without quotes in its first rows may have them later.
  const mark = (text: string, otherwise: string) => (text === '(empty)' || text === '' ? otherwise : text)
  const header = await attempt(path, () =>
    headerOf(database, place, mark(delimiter, ','), mark(quote, '"'), names),
  )
  const twice = header.find((name, index) => header.indexOf(name) !== index)
  if (twice !== undefined) throw badData(path, `has two columns called \`${twice}\``, 'rename one of them')
  return {
    delimiter: mark(delimiter, ','),
    quote: mark(quote, '"'),
    escaping: mark(escaping, '"'),
    names: header,
    numeric: new Set(header.filter((_, index) => isNumeric(types[index] ?? ''))),
    truths: new Set(header.filter((_, index) => types[index] === 'BOOLEAN')),
  }
}

/** Where rows differ in their number of fields, the sniffer takes the file for one of a single column. */
async function refuseRaggedRows(
  database: DuckDBConnection,
  place: string,
  path: string,
  { names: [name = ''], quote }: Sniffed,
): Promise<void> {
  const delimiter = [',', ';', '\t', '|'].find(mark => name.includes(mark))
  // A quoted name may hold whatever it likes.
  if (delimiter === undefined || firstCharacter(place) === quote) return
  const columns = name.split(delimiter).map((_, index) => `'c${index}': 'VARCHAR'`)
  try {
    await database.runAndReadAll(
      `SELECT count(*) FROM read_csv(${literal(place)}, auto_detect = false, header = true, ` +
        `delim = ${literal(delimiter)}, quote = ${literal(quote)}, escape = ${literal(quote)}, columns = {${columns.join(', ')}})`,
    )
  } catch (error) {
    throw unreadableRows(path, error)
  }
}

function firstCharacter(place: string): string {
  const file = openSync(place, 'r')
  try {
    const head = Buffer.alloc(4)
    return head
      .toString('utf8', 0, readSync(file, head))
      .replace(/^\ufeff/, '')
      .slice(0, 1)
  } finally {
    closeSync(file)
  }
}

/** DuckDB's own words of rows that it cannot read, by their line. */
export function unreadableRows(path: string, error: unknown): ModelyardError {
  const said = error instanceof Error ? error.message : String(error)
  const line = /Line: (\d+)/.exec(said)?.[1]
  const why = /Expected Number of Columns:.*/.exec(said)?.[0] ?? said.split('\n')[0] ?? said
  return badData(
    path,
    `cannot be read${line === undefined ? '' : ` at line ${line}`}: ${why}`,
    'check that every row has as many fields as the header',
    error,
  )
}

/**
 * The header's names letter for letter: the sniffer alters names that stand twice. Its own name stands for one that is
 * empty, as pandas leaves the name of the index.
 */
async function headerOf(
  database: DuckDBConnection,
  place: string,
  delimiter: string,
  quote: string,
  sniffed: readonly string[],
): Promise<string[]> {
  const columns = sniffed.map((_, index) => `'c${index}': 'VARCHAR'`)
  const rows = await database.runAndReadAll(
    `SELECT * FROM read_csv(${literal(place)}, auto_detect = false, header = false, delim = ${literal(delimiter)}, ` +
      `quote = ${literal(quote)}, escape = ${literal(quote)}, null_padding = true, parallel = false, columns = {${columns.join(', ')}}) LIMIT 1`,
  )
  return (rows.getRowsJS()[0] ?? []).map((name, index) => {
    const plain = String(name ?? '').replace(/^\ufeff/, '')
    return plain === '' ? (sniffed[index] ?? plain) : plain
  })
}

async function attempt<T>(path: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    const said = String(error instanceof Error ? error.message : error).split('\n')[0] ?? ''
    throw badData(
      path,
      `cannot be read: ${said}`,
      'check that it is the file that you mean, and whole',
      error,
    )
  }
}

export function badData(path: string, what: string, next: string, cause?: unknown): ModelyardError {
  return new ModelyardError({ code: 'bad-data', message: `${path} ${what}`, next, place: { path }, cause })
}
