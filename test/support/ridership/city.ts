import type { Day } from '../../../examples/chicago-ridership/days.ts'
import { fixture, readColumns } from '../fixture-models.ts'

/** The days of the city's file, oldest first, by the station's names for what the model takes. */
export function cityDays(): Day[] {
  const columns = readColumns(fixture('data/chicago-ridership.csv').toString('utf8'))
  const numbers = (name: string) => (columns.get(name) ?? []).map(Number)
  const [temp, rain, rides] = ['temp', 'percip', 'ridership'].map(numbers) as [number[], number[], number[]]
  return (columns.get('date') ?? []).map((date, at) => ({
    date,
    temp: temp[at] as number,
    rain: rain[at] as number,
    rides: rides[at] as number,
  }))
}

/** @param months - How many later; below 0 earlier. */
export function monthAfter(month: string, months: number): string {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 1 + months))
    .toISOString()
    .slice(0, 7)
}

/** Months from one to another, which is left out. */
export function monthsBetween(from: string, to: string): string[] {
  return from < to ? [from, ...monthsBetween(monthAfter(from, 1), to)] : []
}

/** The days of the months from one to another, which is left out. */
export function daysOf(days: readonly Day[], from: string, to: string): Day[] {
  return days.filter(({ date }) => date >= from && date < to)
}
