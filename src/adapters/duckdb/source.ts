import { existsSync, statSync } from 'node:fs'
import type { DuckDBConnection } from '@duckdb/node-api'
import { ModelyardError } from '../../domain/errors/index.ts'
import type { ColumnFacts } from '../../ports.ts'
import { type Dialect, dialectOf, headOf } from './csv-dialect.ts'
import type { LineFormat } from './line-records.ts'

/** A file as DuckDB reads it. */
export interface Source {
  /** From the root of the file system. */
  readonly place: string
  readonly columns: readonly ColumnFacts[]
  /** How records stand on lines, where they do; `header` says how many lines come before the first row. */
  readonly lines?: (LineFormat & { readonly header: number }) | undefined
  /** FROM clause in which the given columns are text as it stands in the file. */
  asText(columns: readonly string[]): string
  /** The words of each column in the first rows, none where they are many; left out where nobody looked. */
  readonly words?: ReadonlyMap<string, readonly string[]> | undefined
  /**
   * FROM clause in which columns of numbers are DOUBLE; text that is none is an error there. Of one that is asked for both
   * ways the text stands beside, as {@link textBeside} calls it.
   */
  asTyped(columns: readonly ColumnFacts[]): string
  /**
   * FROM clause in which columns are DOUBLE, NULL where a cell holds no number, and {@link presentIn} says whether it holds
   * anything.
   */
  asNumbers(columns: readonly string[]): string
  /**
   * FROM clause in which columns of numbers are DOUBLE, NULL where a cell is missing and NaN where it holds no number, and
   * others their text.
   *
   * @param more - Further expressions over the columns as they stand in the file, by name.
   */
  asKinds(columns: readonly ColumnFacts[], more?: Readonly<Record<string, string>>): string
  /** The number that a column's text stands for; NULL where it stands for none. */
  numberOf(column: string): string
  /** When a column says that a row is of: TIMESTAMPTZ, where it names no zone in UTC; NULL where it says nothing. */
  timeOf(column: string): string
}

const NULLS = ['', 'NA']
/** Codes of digits, such as a zip code with a leading zero, and digits in groups. */
const NUMBER_BUT_NAME = '^\\s*[+-]?0[0-9]|_'
/** Rows by which a column's kind is told, and its categories are guessed; words that come later are read one by one. */
export const HEAD_ROWS = 2048
/** With more words than this a column is no category, and its words are read one by one. */
export const MAX_CATEGORIES = 500

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
  if (isParquet(place)) return { place, ...(await parquetSource(database, [place], path)) }
  if (isJsonLines(place)) {
    const source = await jsonSource(database, [place], path)
    return { place, lines: { keepsEmpty: false, header: 0 }, ...source }
  }
  const dialect = dialectOf(headOf(place))
  return {
    place,
    lines: { delimiter: dialect.delimiter, keepsEmpty: dialect.names.length === 1, header: 1 },
    ...(await csvSource(database, [place], path, dialect)),
  }
}

export function isParquet(place: string): boolean {
  return /\.parquet$/i.test(place)
}

export function isJsonLines(place: string): boolean {
  return /\.(?:jsonl|ndjson)$/i.test(place)
}

/** Rows of files, of queries, or of addresses, that no file stands for alone. */
export type Rows = Omit<Source, 'place' | 'lines'>

/** @param places - From the root of the file system, or addresses; columns that one of them lacks are missing there. */
export function parquetSource(
  database: DuckDBConnection,
  places: readonly string[],
  path: string,
): Promise<Rows> {
  return selfDescribing(database, path, `read_parquet(${listed(places)}${unitedBy(places)})`)
}

export function jsonSource(
  database: DuckDBConnection,
  places: readonly string[],
  path: string,
): Promise<Rows> {
  return selfDescribing(
    database,
    path,
    `read_json(${listed(places)}, format = 'newline_delimited'${unitedBy(places)})`,
  )
}

function listed(places: readonly string[]): string {
  return `[${places.map(literal).join(', ')}]`
}

function unitedBy(places: readonly string[]): string {
  return places.length === 1 && !/[*?]/.test(places[0] as string) ? '' : ', union_by_name = true'
}

export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** What the text of a column is called whose name its numbers have. No header has this mark. */
export function textBeside(name: string): string {
  return `${name}\u0001text`
}

/** What the column is called that says where another one holds a value. */
export function presentIn(name: string): string {
  return `${name}\u0001present`
}

/** Names of columns that are asked for as numbers and as text. */
export function askedBothWays(columns: readonly ColumnFacts[]): ReadonlySet<string> {
  const numbers = new Set(columns.filter(({ kind }) => kind === 'number').map(({ name }) => name))
  return new Set(
    columns.filter(({ name, kind }) => kind === 'text' && numbers.has(name)).map(({ name }) => name),
  )
}

/** An aggregate: the different words of a column, in no order. */
export function wordsOf(name: string): string {
  return `coalesce(list(DISTINCT ${identifier(name)}) FILTER (${identifier(name)} IS NOT NULL), [])`
}

export async function countRows(database: DuckDBConnection, source: Source): Promise<number> {
  const rows = await database.runAndReadAll(`SELECT count(*) FROM ${source.asText([])}`)
  return Number(rows.getRows()[0]?.[0] ?? 0)
}

export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** Whether DuckDB's type holds numbers. Truth values count as 0 and 1. */
function isNumeric(type: string): boolean {
  return /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|DOUBLE|FLOAT|REAL|DECIMAL.*|BOOLEAN)$/.test(type)
}

/** @param from - What knows the types of its columns: a function that reads files, or a query in brackets. */
export async function selfDescribing(database: DuckDBConnection, path: string, from: string): Promise<Rows> {
  const rows = await attempt(path, () => database.runAndReadAll(`DESCRIBE SELECT * FROM ${from}`))
  const types = new Map(rows.getRowsJS().map(([name, type]) => [String(name), String(type)]))
  const columns = [...types].map(
    ([name, type]): ColumnFacts => ({ name, kind: isNumeric(type) ? 'number' : 'text' }),
  )
  const cast = (facts: readonly ColumnFacts[]) => {
    const both = askedBothWays(facts)
    return facts.map(({ name, kind }) =>
      kind === 'number'
        ? `CAST(${identifier(name)} AS DOUBLE) AS ${identifier(name)}`
        : `CAST(${identifier(name)} AS VARCHAR) AS ${identifier(both.has(name) ? textBeside(name) : name)}`,
    )
  }
  const numeric = new Set(columns.filter(({ kind }) => kind === 'number').map(({ name }) => name))
  // A date has no cast to a number, not even one that may fail; its text has.
  const numberIn = (name: string) =>
    numeric.has(name)
      ? `CAST(${identifier(name)} AS DOUBLE)`
      : `try_cast(CAST(${identifier(name)} AS VARCHAR) AS DOUBLE)`
  const subquery = (list: readonly string[]) =>
    `(SELECT ${list.length === 0 ? '1' : list.join(', ')} FROM ${from})`
  return {
    columns,
    asText: names => subquery(cast(names.map(name => ({ name, kind: 'text' })))),
    asTyped: facts => subquery(cast(facts)),
    asNumbers: names =>
      subquery(
        names.flatMap(name => [
          `${numberIn(name)} AS ${identifier(name)}`,
          `${identifier(name)} IS NOT NULL AS ${identifier(presentIn(name))}`,
        ]),
      ),
    asKinds: (facts, more = {}) => subquery([...facts.map(fact => kindOf(fact, numberIn)), ...named(more)]),
    timeOf: name =>
      /^(?:DATE|TIMESTAMP.*)$/.test(types.get(name) ?? '')
        ? `CAST(${identifier(name)} AS TIMESTAMPTZ)`
        : `try_cast(CAST(${identifier(name)} AS VARCHAR) AS TIMESTAMPTZ)`,
    // A truth value reads `true` as text.
    numberOf: name =>
      `coalesce(try_cast(${identifier(name)} AS DOUBLE), try_cast(try_cast(${identifier(name)} AS BOOLEAN) AS DOUBLE))`,
  }
}

function kindOf({ name, kind }: ColumnFacts, numberIn: (name: string) => string): string {
  const column = identifier(name)
  return kind === 'number'
    ? `CASE WHEN ${column} IS NOT NULL THEN coalesce(${numberIn(name)}, 'nan'::DOUBLE) END AS ${column}`
    : `CAST(${column} AS VARCHAR) AS ${column}`
}

function named(expressions: Readonly<Record<string, string>>): string[] {
  return Object.entries(expressions).map(([name, expression]) => `${expression} AS ${identifier(name)}`)
}

/** @param places - Files that are written alike. */
export async function csvSource(
  database: DuckDBConnection,
  places: readonly string[],
  path: string,
  { delimiter, names }: Dialect,
): Promise<Rows> {
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw badData(path, `has two columns called \`${twice}\``, 'rename one of them')
  const read = (type: (name: string) => string) => {
    const columns = names.map(name => `${literal(name)}: '${type(name)}'`)
    return `${readCsv(places, delimiter, columns)}, header = true, nullstr = [${NULLS.map(literal).join(', ')}])`
  }
  const { numeric, truths, words } = await headOfColumns(
    database,
    path,
    names,
    read(() => 'VARCHAR'),
  )
  const numberOf = (name: string) =>
    `try_cast(${truths.has(name) ? `try_cast(${identifier(name)} AS BOOLEAN)` : identifier(name)} AS DOUBLE)`
  return {
    words,
    columns: names.map(name => ({ name, kind: numeric.has(name) || truths.has(name) ? 'number' : 'text' })),
    asText: () => read(() => 'VARCHAR'),
    asTyped: facts => {
      const numbers = new Set(facts.filter(({ kind }) => kind === 'number').map(({ name }) => name))
      const both = askedBothWays(facts)
      const isText = (name: string) => !numbers.has(name) || both.has(name)
      const from = read(name => (isText(name) ? 'VARCHAR' : truths.has(name) ? 'BOOLEAN' : 'DOUBLE'))
      const casts = [...numbers]
        .filter(name => both.has(name) || truths.has(name))
        .map(name => {
          const column = identifier(name)
          return `CAST(${truths.has(name) ? `CAST(${column} AS BOOLEAN)` : column} AS DOUBLE) AS ${column}`
        })
      if (casts.length === 0) return from
      const texts = [...both].map(name => `, ${identifier(name)} AS ${identifier(textBeside(name))}`)
      return `(SELECT * REPLACE (${casts.join(', ')})${texts.join('')} FROM ${from})`
    },
    asNumbers: names => {
      const list = names.flatMap(name => [
        `${numberOf(name)} AS ${identifier(name)}`,
        `${identifier(name)} IS NOT NULL AS ${identifier(presentIn(name))}`,
      ])
      return `(SELECT ${list.length === 0 ? '1' : list.join(', ')} FROM ${read(() => 'VARCHAR')})`
    },
    asKinds: (facts, more = {}) => {
      const list = [...facts.map(fact => kindOf(fact, numberOf)), ...named(more)]
      return `(SELECT ${list.length === 0 ? '1' : list.join(', ')} FROM ${read(() => 'VARCHAR')})`
    },
    timeOf: name => `try_cast(${identifier(name)} AS TIMESTAMPTZ)`,
    numberOf,
  }
}

/** A call that is still open. Quotes are RFC 4180's: nothing is guessed from what stands in the cells. */
function readCsv(places: readonly string[], delimiter: string, columns: readonly string[]): string {
  return (
    `read_csv(${listed(places)}, auto_detect = false, delim = ${literal(delimiter)}, quote = '"', escape = '"', ` +
    `columns = {${columns.join(', ')}}`
  )
}

interface ColumnsHead {
  readonly numeric: ReadonlySet<string>
  readonly truths: ReadonlySet<string>
  readonly words: ReadonlyMap<string, readonly string[]>
}

/**
 * Which columns hold numbers, which truth values, and which words, in the first rows; all of it in one query, since
 * opening a CSV is what takes its time. A column that is all missing is text.
 */
async function headOfColumns(
  database: DuckDBConnection,
  path: string,
  names: readonly string[],
  from: string,
): Promise<ColumnsHead> {
  const words = names.map((name, index) => `${wordsOf(name)} AS w${index}`)
  const each = (what: (words: string) => string) =>
    `[${names.map((_, index) => what(`w${index}`)).join(', ')}]`
  const all = (condition: string) => (list: string) =>
    `len(${list}) > 0 AND list_bool_and(list_transform(${list}, word -> ${condition}))`
  const numeric = `try_cast(word AS DOUBLE) IS NOT NULL AND NOT regexp_matches(word, '${NUMBER_BUT_NAME}')`
  const truth = `lower(word) IN ('true', 'false')`
  const rows = await readRows(
    database,
    path,
    `SELECT ${each(all(numeric))}, ${each(all(truth))}, ${each(list => `CASE WHEN len(${list}) <= ${MAX_CATEGORIES} THEN ${list} ELSE [] END`)} ` +
      `FROM (SELECT ${words.join(', ')} FROM (SELECT * FROM ${from} LIMIT ${HEAD_ROWS}))`,
  )
  const [numbers = [], truths = [], lists = []] = (rows.getRowsJS()[0] ?? []) as [
    boolean[],
    boolean[],
    string[][],
  ]
  return {
    numeric: new Set(names.filter((_, index) => numbers[index])),
    truths: new Set(names.filter((_, index) => truths[index])),
    words: new Map(names.map((name, index) => [name, lists[index] ?? []])),
  }
}

/** DuckDB parses rows ahead of those that a query asks for, so that each look at a CSV can stumble over a later one. */
async function readRows(database: DuckDBConnection, path: string, query: string) {
  try {
    return await database.runAndReadAll(query)
  } catch (error) {
    throw unreadableRows(path, error)
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
