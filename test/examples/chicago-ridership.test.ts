import { describe, expect, test } from 'vitest'
import { kindOfDay } from '../../examples/chicago-ridership/calendar.ts'
import { type Day, readDays, writeDays } from '../../examples/chicago-ridership/days.ts'
import { leastSquares } from '../../examples/chicago-ridership/least-squares.ts'
import { fitRides, predictRides } from '../../examples/chicago-ridership/model.ts'
import { cityDays, daysOf } from '../support/ridership/city.ts'

describe('least squares', () => {
  test('finds the plane that points lie on', () => {
    const rows = [0, 1, 2, 3, 4].map(at => [1, at, at * at])
    const found = leastSquares(
      rows,
      rows.map(([, a = 0, b = 0]) => 2 - 3 * a + 0.5 * b),
    )
    for (const [at, wanted] of [2, -3, 0.5].entries()) expect(found[at]).toBeCloseTo(wanted, 4)
  })

  test('leaves errors that nothing of the rows explains', () => {
    const rows = [3, 1, 4, 1, 5, 9, 2, 6].map((value, at) => [1, value, at])
    const targets = [2, 7, 1, 8, 2, 8, 1, 8]
    const found = leastSquares(rows, targets)
    const errors = rows.map(
      (row, at) => (targets[at] as number) - row.reduce((sum, x, i) => sum + x * (found[i] as number), 0),
    )
    for (const column of [0, 1, 2])
      expect(
        rows.reduce((sum, row, at) => sum + (row[column] as number) * (errors[at] as number), 0),
      ).toBeCloseTo(0, 4)
  })
})

test.each([
  ['2004-06-01', 2],
  ['2004-06-05', 6],
  ['2004-06-06', 0],
  ['2004-05-31', 0],
  ['2004-05-24', 1],
  ['2004-09-06', 0],
  ['2004-09-13', 1],
  ['2004-11-25', 0],
  ['2004-11-18', 4],
  ['2001-12-25', 0],
] as const)('%s is a day of kind %d', (date, kind) => {
  expect(kindOfDay(date)).toBe(kind)
})

describe('days as a file', () => {
  test('are read as they were written, with rides and without', () => {
    const days: Day[] = [{ date: '2004-01-01', temp: 30.5, rain: 0, rides: 2.5 }]
    expect(readDays(writeDays(days))).toEqual(days)
    const unknown = days.map(day => ({ ...day, rides: undefined }))
    expect(writeDays(unknown)).toBe('date,temp,rain\n2004-01-01,30.5,0\n')
    expect(readDays(writeDays(unknown))).toEqual(unknown)
  })

  test.each([
    ['date,temp\n2004-01-01,3\n', 'no column rain'],
    ['date,temp,rain\n2004-01-01,3,\n', 'line 2 holds ``'],
    ['date,temp,rain\n2004-01-01,warm,0\n', 'line 2 holds `warm`'],
  ])('that cannot be read are named: %j', (text, says) => {
    expect(() => readDays(text)).toThrow(says)
  })
})

describe('the rides of a station', () => {
  const days = daysOf(cityDays(), '2001-01', '2004-01')

  test('are learned to less than a thousand a day', () => {
    const model = fitRides(days)
    expect(model.days).toEqual(['2001-01-22', '2003-12-31'])
    const error = days.reduce(
      (sum, day) => sum + Math.abs((day.rides as number) - predictRides(model, day)),
      0,
    )
    expect(error / days.length).toBeLessThan(1)
  })

  test('are not learned from none, nor where they are not known', () => {
    expect(() => fitRides([])).toThrow('no day')
    expect(() => fitRides([{ date: '2004-01-01', temp: 3, rain: 0 }])).toThrow('of 2004-01-01')
  })
})
