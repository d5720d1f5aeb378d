import { kindOfDay, season } from './calendar.ts'
import type { Day } from './days.ts'
import { leastSquares } from './least-squares.ts'

/** What a training leaves, as `model.json`. */
export interface RidesModel {
  /** The first day that it was trained on, and the last. */
  readonly days: readonly [string, string]
  /** By the names of what is multiplied with them. */
  readonly coefficients: Readonly<Record<string, number>>
}

const NAMES = [
  'one',
  'mon',
  'tue',
  'wed',
  'thu',
  'fri',
  'sat',
  'sin',
  'cos',
  'sin2',
  'cos2',
  'temp',
  'rain',
] as const

/** Rides by kind of day, season and weather, fitted by least squares: it knows of no year, and so of no growth. */
export function fitRides(days: readonly Day[]): RidesModel {
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) throw new Error('there is no day to learn from')
  const rides = days.map(day => {
    if (day.rides === undefined) throw new Error(`of ${day.date} no rides are known`)
    return day.rides
  })
  const fitted = leastSquares(days.map(featuresOf), rides)
  return {
    days: [first.date, last.date],
    coefficients: Object.fromEntries(NAMES.map((name, at) => [name, fitted[at] as number])),
  }
}

/** Thousands of rides. */
export function predictRides({ coefficients }: RidesModel, day: Day): number {
  return featuresOf(day).reduce(
    (sum, value, at) => sum + value * (coefficients[NAMES[at] as string] as number),
    0,
  )
}

/** In the order of their names; Sundays and holidays are what the others differ from. */
function featuresOf({ date, temp, rain }: Day): number[] {
  const [kind, angle] = [kindOfDay(date), season(date)]
  const kinds = [1, 2, 3, 4, 5, 6].map(one => (one === kind ? 1 : 0))
  return [1, ...kinds, Math.sin(angle), Math.cos(angle), Math.sin(2 * angle), Math.cos(2 * angle), temp, rain]
}
