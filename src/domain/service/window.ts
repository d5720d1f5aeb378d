import { spanMs, type Window } from '../monitoring/window.ts'

export function secondsOf({ from, to }: Window): number {
  return (to - from) / 1000
}

const LENGTH = /^[1-9]\d{0,6}[mhd]$/

/** `24h`, `30m` or `7d` in milliseconds; undefined for another text. */
export function parseLength(text: string): number | undefined {
  return LENGTH.test(text) ? spanMs(text) : undefined
}

const ISO = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:[.,](\d{1,9}))?(?:(Z)|([+-]\d{2}):?(\d{2})?)$/
/** Of numbers since 1970 below these, seconds, milliseconds and microseconds: years 1973 to 5138 of each. */
const SECONDS_BELOW = 1e11
const MILLISECONDS_BELOW = 1e14
const LEAST_SECONDS = 1e8

/**
 * A time as loggers write it: ISO 8601 with a zone, or a number since 1970 in seconds, milliseconds, microseconds or nanoseconds,
 * told apart by their size.
 *
 * @returns UTC, milliseconds; NaN for anything else, and for a time without a zone, which could be any.
 */
export function parseTime(value: unknown): number {
  const number = typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : value
  if (typeof number === 'number') return sinceEpoch(number)
  if (typeof value !== 'string') return Number.NaN
  const [, day, clock, fraction = '', zulu, hours, minutes = '00'] = ISO.exec(value) ?? []
  if (day === undefined) return Number.NaN
  return Date.parse(
    `${day}T${clock}${fraction === '' ? '' : secondsFraction(clock, fraction)}${zulu ?? `${hours}:${minutes}`}`,
  )
}

function secondsFraction(clock: string | undefined, fraction: string): string {
  return clock?.length === 8 ? `.${fraction.slice(0, 3)}` : ''
}

function sinceEpoch(number: number): number {
  if (!(number >= LEAST_SECONDS)) return Number.NaN
  if (number < SECONDS_BELOW) return number * 1000
  if (number < MILLISECONDS_BELOW) return number
  return number < MILLISECONDS_BELOW * 1000 ? number / 1000 : number / 1e6
}
