// Apart from what tells when a schedule is due: every command reads model.yaml, and one alone asks for that.

/** Both begin at midnight, UTC; a week with Monday. */
export const NAMED_SCHEDULES: Readonly<Record<string, string>> = {
  weekly: '0 0 * * 1',
  monthly: '0 0 1 * *',
}

interface Field {
  readonly least: number
  readonly most: number
  /** Of its values from `least` on. */
  readonly names?: readonly string[]
}

const FIELDS: readonly Field[] = [
  { least: 0, most: 59 },
  { least: 0, most: 23 },
  { least: 1, most: 31 },
  { least: 1, most: 12, names: 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ') },
  { least: 0, most: 7, names: 'SUN MON TUE WED THU FRI SAT'.split(' ') },
]

/**
 * Whether it is `weekly`, `monthly` or a cron expression as GitHub takes it: minute, hour, day, month and weekday, of each `*`,
 * values, ranges and steps; no seconds, years or nicknames.
 *
 * @see https://pubs.opengroup.org/onlinepubs/9799919799/utilities/crontab.html
 */
export function isSchedule(schedule: string): boolean {
  const fields =
    (Object.hasOwn(NAMED_SCHEDULES, schedule) ? NAMED_SCHEDULES[schedule] : schedule)?.split(' ') ?? []
  return (
    fields.length === FIELDS.length &&
    fields.every((text, at) => text.split(',').every(part => isPart(part, FIELDS[at] as Field)))
  )
}

function isPart(text: string, field: Field): boolean {
  const [, whole, from = '', to, step] = /^(?:(\*)|(\w+)(?:-(\w+))?)(?:\/(\d+))?$/.exec(text) ?? []
  const isStepped = step === undefined || (Number(step) >= 1 && Number(step) <= field.most)
  if (whole !== undefined) return isStepped
  const [low, high] = [numberOf(from, field), numberOf(to ?? from, field)]
  if (low === undefined || high === undefined || low > high || !isStepped) return false
  // Of a single value a step means nothing.
  return step === undefined || to !== undefined
}

function numberOf(text: string, { least, most, names = [] }: Field): number | undefined {
  const named = names.indexOf(text.toUpperCase())
  if (named >= 0) return least + named
  const value = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN
  return value >= least && value <= most ? value : undefined
}
