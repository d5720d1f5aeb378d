import { Cron } from 'croner'

/** Both begin at midnight, UTC; a week with Monday. */
const NAMED: Readonly<Record<string, string>> = { weekly: '0 0 * * 1', monthly: '0 0 1 * *' }

/** Five fields, as GitHub and every crontab have them: nothing of seconds, years or nicknames. */
const FIELDS = /^[\d*,/\-A-Za-z?#]+(?: [\d*,/\-A-Za-z?#]+){4}$/

/** What tells when something is due: a cron expression that came or will come. */
function cronOf(schedule: string): Cron | undefined {
  const pattern = NAMED[schedule] ?? schedule
  if (!FIELDS.test(pattern)) return undefined
  try {
    return new Cron(pattern, { timezone: 'UTC', mode: '5-part' })
  } catch {
    return undefined
  }
}

/** Whether it is `weekly`, `monthly` or a cron expression of five fields that ever comes; the 31st of February never does. */
export function isSchedule(schedule: string): boolean {
  return cronOf(schedule)?.nextRun(new Date(Date.UTC(2000, 0, 1))) instanceof Date
}

/**
 * The newest time of a schedule that is not later than a moment.
 *
 * @param schedule - One that {@link isSchedule} takes.
 * @param now - UTC, milliseconds.
 * @returns UTC, milliseconds; undefined where it never came.
 */
export function lastDue(schedule: string, now: number): number | undefined {
  // It looks before the second that it is given, and what is due in the second of now is due.
  const after = Math.floor(now / 1000) * 1000 + 1000
  const [due] = cronOf(schedule)?.previousRuns(1, new Date(after)) ?? []
  return due?.getTime()
}

/** The first time of a schedule that is later than a moment, as {@link lastDue}. */
export function nextDue(schedule: string, now: number): number | undefined {
  return cronOf(schedule)?.nextRun(new Date(now))?.getTime()
}
