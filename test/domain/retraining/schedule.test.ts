import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lastDue, nextDue } from '../../../src/domain/retraining/schedule.ts'
import { isSchedule } from '../../../src/domain/retraining/schedule-form.ts'

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
  '0 0 * * 1\n0 0 * * 2',
  ' 0 0 * * 1',
  '60 0 * * *',
  '0 0 0 * *',
  '0 0 * 13 *',
  '0 0 * * 8',
  '0 0 * * FRI-MON',
  '*/0 * * * *',
  '5/10 * * * *',
  '0 0 L * *',
  '0 0 ? * *',
  '0 0 * * constructor',
  'constructor',
  '1,, 0 * * *',
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

test('a schedule that never comes has no time', () => {
  expect([lastDue('0 0 31 2 *', 0), nextDue('0 0 31 2 *', 0)]).toEqual([undefined, undefined])
})

test('whatever is taken for a schedule, its times can be told', () => {
  const value = (least: number, most: number) => fc.integer({ min: least - 1, max: most + 1 }).map(String)
  const field = (least: number, most: number) => {
    const range = fc.tuple(value(least, most), value(least, most)).map(ends => ends.join('-'))
    const step = fc.integer({ min: 0, max: most }).map(by => `/${by}`)
    const stepped = fc
      .tuple(fc.oneof(fc.constant('*'), range, value(least, most)), step)
      .map(parts => parts.join(''))
    const part = fc.oneof(fc.constant('*'), value(least, most), range, stepped)
    return fc.array(part, { minLength: 1, maxLength: 3 }).map(parts => parts.join(','))
  }
  const schedules = fc
    .tuple(field(0, 59), field(0, 23), field(1, 31), field(1, 12), field(0, 7))
    .map(fields => fields.join(' '))
    .filter(isSchedule)
  fc.assert(
    fc.property(schedules, schedule => {
      const now = at('2026-03-04T12:00:00Z')
      expect(lastDue(schedule, now) ?? now).toBeLessThanOrEqual(now)
    }),
    { numRuns: 100 },
  )
})
