import type { SeenTimes } from '../domain/monitoring/sample-remarks.ts'
import type { SampleSource } from '../domain/monitoring/sample-source.ts'
import type { Window } from '../domain/monitoring/window.ts'
export type ColumnValues =
  /** NaN where the value is missing. */
  | { readonly kind: 'number'; readonly values: Float64Array }
  /** Codes into `words`; a missing value is the empty string. */
  | { readonly kind: 'text'; readonly codes: Uint32Array; readonly words: readonly string[] }

export interface Batch {
  /** The first row's number, from 0. */
  readonly start: number
  readonly rows: number
  /** In the order in which they were asked for. */
  readonly columns: readonly ColumnValues[]
}

export interface ColumnFacts {
  readonly name: string
  readonly kind: 'number' | 'text'
}

/** What a table holds, in figures. */
export interface TableSummary {
  readonly rows: number
  /** In their order; `missing` counts rows without a value. */
  readonly columns: readonly (ColumnFacts & { readonly missing: number })[]
}

/** `few`: each different value; otherwise [shares + 1] ascending. Both are empty where no value is finite. */
export type Quantiles = { readonly few: readonly number[] } | { readonly at: readonly number[] }

export interface NamedWords {
  readonly name: string
  readonly words: readonly string[]
}

export interface WordLimits {
  /** Code points of a word that are looked at. */
  readonly length: number
  /** How many of the other words are named. */
  readonly others: number
}

/** Rows of a column of words. */
export interface CountedWords {
  /** Without a value. */
  readonly nulls: number
  /** With each of the words that were asked for. */
  readonly named: ReadonlyMap<string, number>
  /** With any other, and with the first of those in the order of their code points. */
  readonly others: { readonly rows: number; readonly first: ReadonlyMap<string, number> }
}

export interface CellsOfColumn {
  readonly name: string
  readonly ends: Float64Array
}

/** Rows of a column of numbers. */
export interface CountedColumn {
  /** Without a value. */
  readonly nulls: number
  /** With one that is no number. */
  readonly nan: number
  readonly infinite: number
  /** Of the finite values; undefined where there are none. */
  readonly least: number | undefined
  readonly most: number | undefined
  /** [ends + 1] finite values. */
  readonly counts: readonly number[]
}

export interface GatheredRows {
  readonly rows: number
  /** SHA-256 that says which rows these are, in whatever order or files they lay. */
  readonly sha256: string
  /** What the column of times of the whole source says. */
  readonly times?: SeenTimes | undefined
}

export interface Tables {
  /** Set at doors that read no data: everything else is refused there. */
  readonly isAbsent?: true
  /** Begins to load what reads data; everything else works without it too. */
  prepare(): void
  /** @throws {ModelyardError} `bad-data` where the file cannot be read. */
  summarize(path: string): Promise<TableSummary>
  /**
   * How many rows of the second file the first does not hold, and the other way round. Rows are compared by their values
   * in the columns that both have, numbers as numbers; a row that stands there twice is two.
   *
   * @throws {ModelyardError} `bad-data` where a file cannot be read.
   */
  compareRows(first: string, second: string): Promise<{ readonly added: number; readonly removed: number }>
  /**
   * Whole columns as numbers, NaN where a cell is missing or holds none, in no order; 8 bytes a value are held.
   *
   * @returns [columns][rows]
   * @throws {ModelyardError} `bad-data` where a column is missing or the file cannot be read.
   */
  numbers(path: string, columns: readonly string[]): Promise<readonly Float64Array[]>
  /**
   * Values of columns of numbers at equal shares of their finite ones, from the smallest to the largest; all of them where
   * a column has few.
   *
   * @param shares - How many parts lie between, ≥ 1.
   * @returns [columns]
   * @throws {ModelyardError} As `numbers`.
   */
  quantiles(path: string, columns: readonly string[], shares: number): Promise<readonly Quantiles[]>
  /**
   * How many finite values of columns of numbers lie in cells.
   *
   * @param columns - `ends` as upper ends of the cells, ascending; one more cell holds what is above the last.
   * @returns [columns]
   * @throws {ModelyardError} As `numbers`.
   */
  countInto(path: string, columns: readonly CellsOfColumn[]): Promise<readonly CountedColumn[]>
  /**
   * How many rows hold each word of a column, missing ones left out; undefined for one with more than `most` words.
   *
   * @returns [columns]
   * @throws {ModelyardError} As `numbers`.
   */
  countWords(
    path: string,
    columns: readonly string[],
    most: number,
  ): Promise<readonly (ReadonlyMap<string, number> | undefined)[]>
  /**
   * How many rows hold each of some words of a column, and what others there are. Words are told apart up to a length.
   *
   * @returns [columns]
   * @throws {ModelyardError} As `numbers`.
   */
  countNamed(
    path: string,
    columns: readonly NamedWords[],
    limits: WordLimits,
  ): Promise<readonly CountedWords[]>
  /**
   * Writes the rows of a source into one Parquet file, from where they are read as often as needed: numbers as doubles, NaN
   * where a cell holds none, everything else as its text. A query runs where it reaches no file but the repository's.
   *
   * @param to - Where nothing is yet.
   * @throws {ModelyardError} `bad-data` where there is nothing to read, or it cannot be read; `path-escape`;
   *   `missing-engine` for addresses that DuckDB reads by an extension which is not there; `remote-failed`; `timed-out`.
   */
  gather(source: SampleSource, to: string): Promise<GatheredRows>
  /**
   * How many rows of a file another row before them equals in every column.
   *
   * @throws {ModelyardError} As `numbers`.
   */
  countRepeats(path: string): Promise<number>
  /**
   * How many rows are of some times, by a column that says when.
   *
   * @throws {ModelyardError} As `numbers`.
   */
  countWithin(path: string, column: string, windows: readonly Window[]): Promise<number>
  /**
   * The columns of a CSV or Parquet file in their order.
   *
   * @throws {ModelyardError} `bad-data` where it cannot be read.
   */
  columns(path: string): Promise<readonly ColumnFacts[]>
  /** How many rows a file holds. */
  countRows(path: string): Promise<number>
  /**
   * Reads columns in the file's order of rows. One may be asked for twice, as numbers and as the text that stands there.
   *
   * @throws {ModelyardError} `bad-data` where a column is missing, or text stands where a number is due.
   */
  read(path: string, columns: readonly ColumnFacts[], batchRows: number): AsyncIterable<Batch>
  /** The first text in a column that stands for no number; rows are counted from 1, the header not among them. */
  firstText(
    path: string,
    column: string,
  ): Promise<{ readonly row: number; readonly text: string } | undefined>
  /**
   * A number for each row, a whole one below 2^53, that rows of the same cells share in whatever file they stand. In
   * batches, in no order.
   *
   * @throws {ModelyardError} As `read`.
   */
  rowDigests(path: string, columns: readonly ColumnFacts[]): AsyncIterable<Float64Array>
  /**
   * Writes the rows as a CSV without one column, in their order; what is missing becomes nothing.
   *
   * @param to - Where nothing is yet.
   * @returns How many rows.
   * @throws {ModelyardError} `bad-data`; `cannot-write`.
   */
  writeWithout(path: string, column: string, to: string): Promise<number>
  /**
   * Writes some rows as they stand in the file, in its format: of a CSV the header and their records with quotes, line ends
   * and what is missing; of JSON lines their lines. The same bytes on every machine.
   *
   * @param rows - Numbers of rows from 0, rising.
   * @param to - Replaced where it is there already, but for the file itself.
   * @throws {ModelyardError} `bad-data`; `bad-input` where it is the file itself; `cannot-write`.
   */
  writeRows(path: string, rows: Uint32Array, to: string): Promise<void>
}
