import type { SampleProfile } from '../drift/judge-drift.ts'
import { timestamp } from '../registry/names.ts'
import type { Window } from './window.ts'

/** What the column of times says of all rows of a source. Times are UTC, milliseconds. */
export interface SeenTimes {
  readonly rows: number
  /** Rows without a time, or with text that is none: they are of no window. */
  readonly unreadable: number
  /** Times that name no zone, which are taken as UTC, and those that name one. */
  readonly withoutZone: number
  readonly withZone: number
  /** Undefined where there is none. */
  readonly first: number | undefined
  readonly last: number | undefined
}

/** A sample of rows that were chosen by their time. */
export interface TimedSample {
  /** `current sample` or `reference`. */
  readonly called: string
  readonly column: string
  readonly windows: readonly Window[]
  /** Those that were of a window. */
  readonly rows: number
  readonly times: SeenTimes
}

/**
 * What is odd about the times of a sample: rows that say no time, some with a zone and some without, a window before or
 * after all rows, and rows that are later than now.
 */
export function timeRemarks({ called, column, windows, rows, times }: TimedSample, now: number): string[] {
  const { unreadable, withoutZone, withZone, first, last } = times
  const remarks: string[] = []
  if (unreadable > 0)
    remarks.push(
      `${unreadable} of ${rowsText(times.rows)} of the ${called} say no time in \`${column}\`, and are of no window`,
    )
  if (withoutZone > 0 && withZone > 0)
    remarks.push(
      `in \`${column}\` of the ${called} ${withZone} times name a zone and ${withoutZone} do not: those are taken as UTC`,
    )
  const [from, to] = [Math.min(...windows.map(one => one.from)), Math.max(...windows.map(one => one.to))]
  if (rows === 0 && first !== undefined && last !== undefined) {
    const found = `no row of the ${called} is from ${timestamp(from)} to ${timestamp(to)}`
    if (first >= to)
      remarks.push(`${found}: the first is of ${timestamp(first)}; the clock is behind the data`)
    else if (last < from) remarks.push(`${found}: the last is of ${timestamp(last)}; nothing came since`)
    else remarks.push(`${found}, though there are earlier and later ones`)
  }
  if (last !== undefined && last > now)
    remarks.push(
      `the ${called} has times up to ${timestamp(last)}, which is later than now: a clock is ahead`,
    )
  return remarks
}

/** @param shared - Current rows of times that the reference takes from the same source. */
export function overlapRemarks(shared: number, rows: number): string[] {
  if (shared === 0) return []
  return [`${shared} of ${rowsText(rows)} of the current sample are of times that the reference is of, too`]
}

/** Below, a few rows are alike by chance, or because somebody tried again. */
const MANY_REPEATS = 0.01

/**
 * Whether rows repeat others as where a batch was loaded twice. Where the columns have fewer combinations of values than
 * there are rows, they repeat by themselves, and nothing is said.
 */
export function repeatRemarks(repeats: number, rows: number, profile: SampleProfile): string[] {
  if (rows === 0 || repeats / rows < MANY_REPEATS || combinationsIn(profile) < rows) return []
  const share = Math.round((100 * repeats) / rows)
  return [
    `${repeats} of ${rowsText(rows)} of the current sample (${share} %) repeat others in every column: was a part of them loaded twice?`,
  ]
}

/** At least so many combinations of values there are; Infinity with a column whose values nobody counted. */
function combinationsIn(profile: SampleProfile): number {
  let product = 1
  for (const column of profile.values()) {
    if (column.type === 'number') product *= Math.max(1, held(column.counts))
    else if (column.type === 'category')
      product *= Math.max(1, held(Object.values(column.named)) + Object.keys(column.others.first).length)
    else return Number.POSITIVE_INFINITY
  }
  return product
}

function held(counts: readonly number[]): number {
  return counts.filter(count => count > 0).length
}

function rowsText(rows: number): string {
  return rows === 1 ? '1 row' : `${rows} rows`
}
