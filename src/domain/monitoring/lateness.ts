import { timestamp } from '../registry/names.ts'

const DAY_MS = 86_400_000
/** A run is due a period after the last one; two more without any, and nobody is looking. */
const LATE_AFTER = 3

/** A monitor that has not run for long. */
export interface Lateness {
  /** When it ran last, UTC to the second. */
  readonly last: string
  readonly daysAgo: number
  /** How many days apart its runs were, at the median; may be a part of one. */
  readonly everyDays: number
}

/**
 * Whether runs of monitoring stopped coming: the last one is two periods late. How long a period is, the runs themselves tell,
 * so that one run alone is never late, and nothing is within a day, which GitHub's schedule may take.
 *
 * @param times - Of the newest runs, UTC, in any order.
 * @param now - UTC, milliseconds.
 */
export function latenessOf(times: readonly string[], now: number): Lateness | undefined {
  const ran = times
    .map(time => Date.parse(time))
    .filter(Number.isFinite)
    .sort((a, b) => b - a)
  const gaps = ran
    .slice(1)
    .map((time, index) => (ran[index] as number) - time)
    .sort((a, b) => a - b)
  const [last] = ran
  const period = gaps[Math.floor(gaps.length / 2)]
  if (last === undefined || period === undefined) return undefined
  const silent = now - last
  if (silent <= Math.max(LATE_AFTER * period, DAY_MS)) return undefined
  return {
    last: timestamp(last),
    daysAgo: Math.floor(silent / DAY_MS),
    everyDays: period / DAY_MS,
  }
}
