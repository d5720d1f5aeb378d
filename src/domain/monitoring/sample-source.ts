import { ModelyardError } from '../errors/index.ts'
import type { Monitor, MonitoredSource } from '../registry/monitor-keys.ts'
import { isPattern } from '../registry/names.ts'
import { type Season, seasonalWindows, sharedWindows, spanMs, type Window, windowUntil } from './window.ts'

const DAY_MS = 86_400_000

/** Rows that are compared: where they lie, and of which times they are. */
export interface SampleSource {
  /** A path, one with `*` or `?` for all that match, or an address (`https:`, `s3:`); or a query of DuckDB. */
  readonly from: { readonly files: string } | { readonly sql: string }
  /** Whether model.yaml names it: paths then begin at the root of the repository, and may not lead out of it. */
  readonly isKept: boolean
  /** The column of times; rows of other times than these are left out. */
  readonly times?: { readonly column: string; readonly windows: readonly Window[] } | undefined
}

/** What a call names of the current sample. */
export interface NamedSource {
  readonly current?: string | undefined
  readonly sql?: string | undefined
  readonly time?: string | undefined
  readonly window?: string | undefined
  readonly until?: string | undefined
}

/**
 * What production saw: what the call names, otherwise what `monitor.current` of model.yaml does. A window that the call names
 * stands in place of the one there.
 *
 * @param now - UTC, milliseconds: where no moment is named, windows end before it.
 * @throws {ModelyardError} `bad-input` where there are none, two, or only half of a window.
 */
export function currentSource(
  given: NamedSource,
  kept: MonitoredSource | undefined,
  now: number,
): SampleSource {
  if (given.current !== undefined && given.sql !== undefined)
    throw wrong('there are two current samples: a file and a query', 'name one of them')
  const named = given.current === undefined ? queryOf(given.sql) : ({ files: given.current } as const)
  const from = named ?? placeOf(kept)
  if (from === undefined) {
    throw wrong(
      'there is no current sample',
      'name a file, or write one into model.yaml: monitor: {current: {uri: …}}',
    )
  }
  const keys = named === undefined ? kept : undefined
  const column = given.time ?? keys?.time
  const days = keys?.['window-days']
  const length = given.window === undefined ? days && days * DAY_MS : spanMs(given.window)
  if (length === undefined && given.until !== undefined)
    throw wrong('`until` ends a window, and there is none', 'say how long it is: --window 7d')
  if ((column === undefined) !== (length === undefined)) {
    throw wrong(
      column === undefined
        ? 'a window needs the column that says when a row is of'
        : `\`${column}\` says when a row is of, and no window which of them are read`,
      'name both: --time COLUMN --window 7d',
    )
  }
  const source = { from, isKept: named === undefined }
  if (column === undefined || length === undefined) return source
  return { ...source, times: { column, windows: [windowUntil(length, given.until, now)] } }
}

/**
 * What model.yaml names as the reference: rows of the current source of the same season, or a source of its own, whose
 * window ends where the current one begins.
 *
 * @throws {ModelyardError} `bad-input` where it needs a window of the current sample that there is none of.
 */
export function keptReference(kept: NonNullable<Monitor['reference']>, current: SampleSource): SampleSource {
  const [window] = current.times?.windows ?? []
  if (typeof kept === 'string') return seasonalReference(kept, current, window)
  const from = placeOf(kept)
  if (from === undefined) throw new Error('the schema lets no source pass that has no place')
  const { time: column, 'window-days': days } = kept
  if (column === undefined || days === undefined) return { from, isKept: true }
  if (window === undefined) {
    throw wrong(
      'the reference ends where the current window begins, and there is none',
      'name one: --time COLUMN --window 7d, or `time` and `window-days` below monitor.current',
    )
  }
  const before = { from: window.from - days * DAY_MS, to: window.from }
  return { from, isKept: true, times: { column, windows: [before] } }
}

function seasonalReference(season: Season, current: SampleSource, window: Window | undefined): SampleSource {
  if (window === undefined || current.times === undefined) {
    throw wrong(
      `a reference of the ${season.replace('-', ' ')} is counted back from a window, and there is none`,
      'name one: --time COLUMN --window 7d, or `time` and `window-days` below monitor.current',
    )
  }
  const windows = seasonalWindows(window, season)
  if (windows.length === 0)
    throw wrong('a window of a year or more touches every month', 'take a shorter one')
  return { ...current, times: { column: current.times.column, windows } }
}

/** The times of which both samples take the rows of one source. */
export function sharedTimesOf(current: SampleSource, reference: SampleSource | undefined): Window[] {
  if (current.times === undefined || reference === undefined || !isSamePlace(current, reference)) return []
  const { windows } = current.times
  if (reference.times === undefined) return [...windows]
  return current.times.column === reference.times.column
    ? sharedWindows(windows, reference.times.windows)
    : []
}

function isSamePlace(first: SampleSource, second: SampleSource): boolean {
  return JSON.stringify(first.from) === JSON.stringify(second.from)
}

/** Whether it is one file as it stands, which is read in place. */
export function plainFile({ from, times }: SampleSource): string | undefined {
  if ('sql' in from || times !== undefined || isPattern(from.files) || isRemote(from.files)) return undefined
  return from.files
}

export function isRemote(files: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(files)
}

const LONGEST_QUERY = 100

/** How results name it. */
export function sourceName({ from }: SampleSource): string {
  if ('files' in from) return from.files
  const text = from.sql.replaceAll(/\s+/g, ' ').trim()
  return `query ${text.length > LONGEST_QUERY ? `${text.slice(0, LONGEST_QUERY - 1)}…` : text}`
}

function queryOf(sql: string | undefined): { readonly sql: string } | undefined {
  return sql === undefined ? undefined : { sql }
}

function placeOf(kept: MonitoredSource | undefined): SampleSource['from'] | undefined {
  return kept?.uri === undefined ? queryOf(kept?.sql) : { files: kept.uri }
}

function wrong(message: string, next: string): ModelyardError {
  return new ModelyardError({ code: 'bad-input', message, next })
}
