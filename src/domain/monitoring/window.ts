import * as z from 'zod/mini'
import { Timestamp, timestamp } from '../registry/names.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const UNIT_MS: Readonly<Record<string, number>> = { m: 60_000, h: HOUR_MS, d: DAY_MS }
const WEEK_DAYS = 7
/** So many weeks, and so many years, before a window make its seasonal reference. */
const WEEKS_BEFORE = 8
const YEARS_BEFORE = 3

/** A span of time: what is not before its start, and before its end. UTC, milliseconds. */
export interface Window {
  readonly from: number
  readonly to: number
}

/** A window as results name it. */
export const NamedWindow = z.strictObject({
  from: Timestamp,
  to: Timestamp.check(z.describe('Excluded.')),
})
export type NamedWindow = z.infer<typeof NamedWindow>

/** `7d` or `12h`: at most ten years. */
export const Span = z.string().check(
  z.regex(/^(?:[1-9]\d{0,2}|[1-2]\d{3}|3[0-5]\d{2})d$|^[1-9]\d{0,3}h$/, {
    error: 'a number of days or hours, such as 7d or 12h',
  }),
)

/** `2026-03-08`, which is its first moment, or `2026-03-08T06:00:00Z`. */
export const Moment = z.string().check(
  z.refine(text => z.iso.date().safeParse(text).success || Timestamp.safeParse(text).success, {
    error: 'a date, or a time in UTC like 2026-03-08T06:00:00Z',
  }),
)

/**
 * @param span - A whole number of minutes, hours or days: `30m`, `12h`, `7d`.
 * @returns Milliseconds.
 */
export function spanMs(span: string): number {
  return Number(span.slice(0, -1)) * (UNIT_MS[span.slice(-1)] ?? Number.NaN)
}

/** Whether a moment, UTC in milliseconds, is of a window; NaN is of none. */
export function isWithin({ from, to }: Window, moment: number): boolean {
  return moment >= from && moment < to
}

/**
 * The window of a length that ends at a moment. Where none is named it is the last whole day before now, or the last whole
 * hour where the window is one of hours: runs of the same day look at the same rows.
 *
 * @param length - Milliseconds, > 0.
 * @param until - Of {@link Moment}.
 */
export function windowUntil(length: number, until: string | undefined, now: number): Window {
  const step = length % DAY_MS === 0 ? DAY_MS : HOUR_MS
  const to = until === undefined ? Math.floor(now / step) * step : Date.parse(until)
  return { from: to - length, to }
}

/** What the current window is compared with, where that depends on the season. */
export const Season = z.enum(['same-weekday', 'same-month'])
export type Season = z.infer<typeof Season>

/**
 * The windows before one that are alike by season, the oldest first: none overlaps it or another.
 *
 * `same-weekday`: the same hours of the same weekdays, up to eight times, by steps of whole weeks that are not shorter than
 * the window. `same-month`: the calendar months that the window touches, in each of the three years before; of a window of
 * more than a year there are none.
 */
export function seasonalWindows(window: Window, season: Season): Window[] {
  return season === 'same-weekday' ? weeksBefore(window) : monthsBefore(window)
}

function weeksBefore({ from, to }: Window): Window[] {
  const step = Math.ceil((to - from) / (WEEK_DAYS * DAY_MS)) * WEEK_DAYS * DAY_MS
  return Array.from({ length: WEEKS_BEFORE }, (_, index) => {
    const back = (WEEKS_BEFORE - index) * step
    return { from: from - back, to: to - back }
  })
}

function monthsBefore({ from, to }: Window): Window[] {
  const [first, last] = [new Date(from), new Date(to - 1)]
  const months =
    (last.getUTCFullYear() - first.getUTCFullYear()) * 12 + last.getUTCMonth() - first.getUTCMonth()
  if (months >= 12) return []
  return Array.from({ length: YEARS_BEFORE }, (_, index) => {
    const year = first.getUTCFullYear() - (YEARS_BEFORE - index)
    const month = first.getUTCMonth()
    return { from: Date.UTC(year, month), to: Date.UTC(year, month + months + 1) }
  })
}

/** The times that two sets of windows share; windows of a set do not overlap. */
export function sharedWindows(first: readonly Window[], second: readonly Window[]): Window[] {
  return first.flatMap(one =>
    second.flatMap(other => {
      const [from, to] = [Math.max(one.from, other.from), Math.min(one.to, other.to)]
      return from < to ? [{ from, to }] : []
    }),
  )
}

export function nameWindow({ from, to }: Window): NamedWindow {
  return { from: timestamp(from), to: timestamp(to) }
}
