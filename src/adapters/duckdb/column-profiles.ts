import type { DuckDBConnection, DuckDBMapValue } from '@duckdb/node-api'
import type { CellsOfColumn, CountedColumn, Quantiles } from '../../ports.ts'
import { readNumbers } from './column-samples.ts'
import { identifier, presentIn, type Source } from './source.ts'

/** With more different values quantiles say more than these. */
const FEW = 64
/** So many values are held at once. */
const MOST_VALUES = 1 << 25

/**
 * Values of columns at equal shares, from the smallest to the largest, or all of a column that has few. As many columns as
 * memory takes are read together and sorted here, which takes a tenth of what DuckDB takes for many quantiles; one that has
 * more rows is left to DuckDB.
 *
 * @param shares - How many parts lie between, ≥ 1.
 * @param rows - Of the file.
 */
export async function readQuantiles(
  database: DuckDBConnection,
  source: Source,
  columns: readonly string[],
  shares: number,
  rows: number,
): Promise<Quantiles[]> {
  const together = Math.floor(MOST_VALUES / Math.max(1, rows))
  if (together === 0) return queryQuantiles(database, source, columns, shares)
  const found: Quantiles[] = []
  for (let from = 0; from < columns.length; from += together) {
    const read = await readNumbers(database, source, columns.slice(from, from + together))
    for (const values of read) found.push(quantilesOf(values.filter(Number.isFinite).sort(), shares))
  }
  return found
}

function quantilesOf(sorted: Float64Array, shares: number): Quantiles {
  const few: number[] = []
  for (const value of sorted) {
    if (few.length > FEW) break
    if (few.at(-1) !== value) few.push(value)
  }
  if (few.length <= FEW) return { few }
  const { length } = sorted
  // As DuckDB has it, to the last double.
  const rank = (share: number) => Math.max(1, length - Math.floor(length - share * length)) - 1
  return { at: Array.from({ length: shares + 1 }, (_, index) => sorted[rank(index / shares)] as number) }
}

/** The same in three passes over the file, of which memory holds the columns with many values alone. */
export async function queryQuantiles(
  database: DuckDBConnection,
  source: Source,
  columns: readonly string[],
  shares: number,
): Promise<Quantiles[]> {
  const at = Array.from({ length: shares + 1 }, (_, index) => index / shares)
  const select = async (names: readonly string[], what: (value: string) => string) => {
    const list = names.map(name => `${what(identifier(name))} FILTER (WHERE isfinite(${identifier(name)}))`)
    return one(database, list, source.asNumbers(names))
  }
  const estimates = await select(columns, value => `approx_count_distinct(${value})`)
  // An estimate is good to a tenth.
  const isFew = columns.map((_, index) => Number(estimates[index]) <= FEW * 1.5)
  const few = await select(
    columns.filter((_, index) => isFew[index]),
    value => `list(DISTINCT ${value})`,
  )
  const lists = columns.map((_, index) => (isFew[index] ? valuesOf(few.shift()) : undefined))
  const isMany = (index: number) => (lists[index]?.length ?? FEW + 1) > FEW
  const quantiles = await select(
    columns.filter((_, index) => isMany(index)),
    value => `quantile_disc(${value}, [${at.join(', ')}])`,
  )
  return columns.map((_, index) =>
    isMany(index)
      ? { at: valuesOf(quantiles.shift()) }
      : { few: (lists[index] ?? []).toSorted((a, b) => a - b) },
  )
}

/**
 * How many finite values of each column lie in its cells: one pass over the file, and another one over columns that hold
 * what is not finite, which DuckDB would count among the rest.
 */
export async function countCells(
  database: DuckDBConnection,
  source: Source,
  columns: readonly CellsOfColumn[],
): Promise<CountedColumn[]> {
  const names = columns.map(({ name }) => name)
  const list = columns.flatMap(({ name, ends }) => {
    const value = identifier(name)
    return [
      `count_if(${identifier(presentIn(name))})`,
      `count(${value})`,
      `min(${value})`,
      `max(${value})`,
      histogram(value, ends),
    ]
  })
  const [rows = 0, ...found] = await one(database, ['count(*)', ...list], source.asNumbers(names))
  const counted = columns.map(({ ends }, index): CountedColumn & { readonly isOdd: boolean } => {
    const [present, numbers, least, most, cells] = found.slice(index * 5, index * 5 + 5)
    return {
      nulls: Number(rows) - Number(present),
      nan: Number(present) - Number(numbers),
      infinite: 0,
      ...rangeOf(least, most),
      counts: countsOf(cells, ends),
      isOdd: [least, most].some(value => value !== null && !Number.isFinite(value)),
    }
  })
  const odd = columns.filter((_, index) => counted[index]?.isOdd)
  const again = odd.length === 0 ? [] : await countFinite(database, source, odd)
  return counted.map(({ isOdd, nan, ...column }) => {
    const finite = isOdd ? again.shift() : undefined
    return finite === undefined ? { ...column, nan } : { ...column, ...finite, nan: nan + finite.nan }
  })
}

async function countFinite(
  database: DuckDBConnection,
  source: Source,
  columns: readonly CellsOfColumn[],
): Promise<Omit<CountedColumn, 'nulls'>[]> {
  const list = columns.flatMap(({ name, ends }) => {
    const value = identifier(name)
    const finite = `FILTER (WHERE isfinite(${value}))`
    return [
      `count_if(isnan(${value}))`,
      `count_if(isinf(${value}))`,
      `min(${value}) ${finite}`,
      `max(${value}) ${finite}`,
      `${histogram(value, ends)} ${finite}`,
    ]
  })
  const found = await one(database, list, source.asNumbers(columns.map(({ name }) => name)))
  return columns.map(({ ends }, index) => {
    const [nan, infinite, least, most, cells] = found.slice(index * 5, index * 5 + 5)
    return {
      nan: Number(nan),
      infinite: Number(infinite),
      ...rangeOf(least, most),
      counts: countsOf(cells, ends),
    }
  })
}

async function one(database: DuckDBConnection, list: readonly string[], from: string): Promise<unknown[]> {
  if (list.length === 0) return []
  return [...((await database.runAndReadAll(`SELECT ${list.join(', ')} FROM ${from}`)).getRows()[0] ?? [])]
}

function histogram(value: string, ends: Float64Array): string {
  return `histogram(${value}, [${Array.from(ends, exactly).join(', ')}]::DOUBLE[])`
}

/** With an exponent DuckDB reads the same double again; without one it reads a decimal, and makes 1 of 0.9999999999999999. */
function exactly(value: number): string {
  return Number.isFinite(value) ? value.toExponential() : `'${value}'`
}

function countsOf(cells: unknown, ends: Float64Array): number[] {
  const counts = new Array<number>(ends.length + 1).fill(0)
  const entries = cells === null ? [] : (cells as DuckDBMapValue).entries
  // In the order of the ends; one behind them for what is above the last, where there is any.
  for (const [cell, { key, value }] of entries.entries()) {
    // Rows would be lost without a word, or stand in the place of others.
    if (cell < ends.length && key !== ends[cell])
      throw new Error(`DuckDB counted up to ${key}, and not to ${ends[cell]}`)
    counts[cell] = Number(value)
  }
  return counts
}

function rangeOf(least: unknown, most: unknown): Pick<CountedColumn, 'least' | 'most'> {
  const known = (value: unknown) =>
    typeof value === 'number' && Number.isFinite(value) ? value + 0 : undefined
  return { least: known(least), most: known(most) }
}

function valuesOf(list: unknown): number[] {
  return list === null || list === undefined
    ? []
    : (list as { readonly items: readonly number[] }).items.map(Number)
}
