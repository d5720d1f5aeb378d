const DAY_MS = 86_400_000
const YEAR_DAYS = 365.25

/** Monday 1 to Saturday 6; Sundays and holidays 0: then offices are closed. */
export function kindOfDay(date: string): number {
  return isHoliday(date) ? 0 : new Date(`${date}T00:00:00Z`).getUTCDay()
}

/** Where the day lies in the year, as an angle. */
export function season(date: string): number {
  return (2 * Math.PI * ((Date.parse(date) / DAY_MS) % YEAR_DAYS)) / YEAR_DAYS
}

const FIXED: ReadonlySet<string> = new Set(['01-01', '07-04', '12-25'])

/** The holidays on which offices are closed: on a date of their own, or on the nth of a weekday in a month. */
function isHoliday(date: string): boolean {
  if (FIXED.has(date.slice(5))) return true
  const day = new Date(`${date}T00:00:00Z`)
  const [month, number, weekday] = [day.getUTCMonth() + 1, day.getUTCDate(), day.getUTCDay()]
  const isMemorialDay = month === 5 && weekday === 1 && number > 24
  const isLabourDay = month === 9 && weekday === 1 && number < 8
  const isThanksgiving = month === 11 && weekday === 4 && number > 21 && number < 29
  return isMemorialDay || isLabourDay || isThanksgiving
}
