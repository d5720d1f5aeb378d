import type { Month } from './figures.ts'

/** An issue's time open, from the look that opened it to the one that closed it. */
export interface OpenTime {
  readonly kind: string
  readonly issue: number
  /** Months that the looks were of. */
  readonly opened: string
  /** Undefined where it is still open. */
  readonly closed: string | undefined
  /** Whether it was the same issue again. */
  readonly isAgain: boolean
}

/** Oldest first. */
export function openTimes(months: readonly Month[]): OpenTime[] {
  const events = months.flatMap(({ month, alerts }) =>
    alerts.map(text => {
      const [change = '', kind = '', issue = ''] = text.split(' ')
      return { month, change, kind, issue: Number(issue) }
    }),
  )
  return events.flatMap(({ month, change, kind, issue }, at) => {
    if (change === 'close') return []
    const end = events.slice(at).find(one => one.change === 'close' && one.issue === issue)
    return [{ kind, issue, opened: month, closed: end?.month, isAgain: change === 'reopen' }]
  })
}

/** Of a year, or of all. */
export interface Errors {
  readonly name: string
  /** Mean absolute error over all days, of the version that served and of the first one; thousands of rides. */
  readonly served: number
  readonly untouched: number
  readonly trainings: number
  /** Of these so many came to serve. */
  readonly merged: number
  /** Months after which it was degraded, and of which it could not be told. */
  readonly degraded: number
  readonly untold: number
}

export function errorsByYear(months: readonly Month[]): Errors[] {
  const years = Map.groupBy(months, ({ month }) => month.slice(0, 4))
  return [...years].map(([year, of]) => errorsOf(year, of))
}

export function errorsOf(name: string, months: readonly Month[]): Errors {
  const days = months.reduce((sum, { month }) => sum + daysIn(month), 0)
  const mean = (error: 'mae' | 'untouched') =>
    months.reduce((sum, month) => sum + daysIn(month.month) * month[error], 0) / days
  const count = (is: (month: Month) => boolean) => months.filter(is).length
  return {
    name,
    served: mean('mae'),
    untouched: mean('untouched'),
    trainings: count(({ decision }) => decision === 'retrain'),
    merged: count(({ candidate }) => candidate?.startsWith('version ') === true),
    degraded: count(({ status }) => status === 'degraded'),
    untold: count(({ status }) => status === 'insufficient-data'),
  }
}

function daysIn(month: string): number {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate()
}
