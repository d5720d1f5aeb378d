import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSchedule, lastDue, nextDue } from '../../../src/domain/retraining/schedule.ts'

const at = (text: string) => Date.parse(text)
const said = (time: number | undefined) => time && new Date(time).toISOString()

test('weekly is Monday and monthly the first, both at midnight, UTC', () => {
  // A Wednesday.
  const now = at('2026-03-04T12:00:00Z')
  expect(said(lastDue('weekly', now))).toBe('2026-03-02T00:00:00.000Z')
  expect(said(nextDue('weekly', now))).toBe('2026-03-09T00:00:00.000Z')
  expect(said(lastDue('monthly', now))).toBe('2026-03-01T00:00:00.000Z')
  expect(said(nextDue('monthly', now))).toBe('2026-04-01T00:00:00.000Z')
})

test('what is due now is due, also within its second', () => {
  expect(said(lastDue('0 3 * * 1', at('2026-03-02T03:00:00Z')))).toBe('2026-03-02T03:00:00.000Z')
  expect(said(lastDue('0 3 * * 1', at('2026-03-02T03:00:00.900Z')))).toBe('2026-03-02T03:00:00.000Z')
  expect(said(lastDue('0 3 * * 1', at('2026-03-02T02:59:59.900Z')))).toBe('2026-02-23T03:00:00.000Z')
})

test('a day of the month and one of the week are two days, as in every crontab', () => {
  expect(said(lastDue('0 0 13 * 5', at('2026-03-04T00:00:00Z')))).toBe('2026-02-27T00:00:00.000Z')
  expect(said(nextDue('0 0 14 * 5', at('2026-03-13T00:00:00Z')))).toBe('2026-03-14T00:00:00.000Z')
})

test.each(['weekly', 'monthly', '*/15 2-4 * * MON-FRI', '0 0 29 2 *'])('%s is a schedule', schedule =>
  expect(isSchedule(schedule)).toBe(true),
)

test.each([
  'daily',
  '@weekly',
  '0 25 * * *',
  '0 0 * *',
  '0 0 0 * * *',
  '0 0 31 2 *',
  '0 0 * * 1\n0 0 * * 2',
  ' 0 0 * * 1',
  '2026-03-02T00:00:00',
  '',
])('%j is none', schedule => expect(isSchedule(schedule)).toBe(false))

test('the newest time is never later than now, and the next one always is', () => {
  const moments = fc.integer({ min: at('2001-01-01T00:00:00Z'), max: at('2060-01-01T00:00:00Z') })
  fc.assert(
    fc.property(
      moments,
      fc.constantFrom('weekly', 'monthly', '30 4 * * *', '0 0 29 2 *'),
      (now, schedule) => {
        const [last, next] = [lastDue(schedule, now) as number, nextDue(schedule, now) as number]
        expect(last).toBeLessThanOrEqual(now)
        expect(next).toBeGreaterThan(now)
        expect(lastDue(schedule, next)).toBe(next)
        expect(lastDue(schedule, next - 1)).toBe(last)
      },
    ),
    { numRuns: 200 },
  )
})
