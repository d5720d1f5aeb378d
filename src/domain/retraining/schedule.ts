import { Cron } from 'croner'
import { NAMED_SCHEDULES } from './schedule-form.ts'

const cronOf = (schedule: string): Cron =>
  new Cron(NAMED_SCHEDULES[schedule] ?? schedule, { timezone: 'UTC', mode: '5-part' })

/**
 * The newest time of a schedule that is not later than a moment.
 *
 * @param schedule - One that `isSchedule` takes.
 * @param now - UTC, milliseconds.
 * @returns UTC, milliseconds; undefined where it never came.
 */
export function lastDue(schedule: string, now: number): number | undefined {
  // It looks before the second that it is given, and what is due in the second of now is due.
  const after = Math.floor(now / 1000) * 1000 + 1000
  const [due] = cronOf(schedule).previousRuns(1, new Date(after))
  return due?.getTime()
}

/** The first time of a schedule that is later than a moment; undefined where none is, as of the 31st of February. */
export function nextDue(schedule: string, now: number): number | undefined {
  return cronOf(schedule).nextRun(new Date(now))?.getTime()
}
