import fc from 'fast-check'
import { expect, test } from 'vitest'
import { latenessOf } from '../../../src/domain/monitoring/lateness.ts'

const DAY_MS = 86_400_000
const NOW = Date.UTC(2026, 10, 28, 6)
/** So many days before now. */
const ago = (days: number) => new Date(NOW - days * DAY_MS).toISOString()

test.each([
  ['daily, today', [0.2, 1.2, 2.2], undefined],
  ['daily, three days ago', [3, 4, 5], undefined],
  ['daily, longer than that', [3.5, 4.5, 5.5], { daysAgo: 3, everyDays: 1 }],
  ['weekly, three weeks ago', [21, 28, 35], undefined],
  ['weekly, longer than that', [22, 29, 36], { daysAgo: 22, everyDays: 7 }],
  ['weekly but for two by hand', [22, 22.01, 29, 36, 43, 50], { daysAgo: 22, everyDays: 7 }],
  ['every hour, within a day', [0.9, 0.95, 1], undefined],
  ['every hour, longer than that', [1.1, 1.2, 1.3], { daysAgo: 1 }],
  ['one run alone', [400], undefined],
  ['none', [], undefined],
])('%s', (_, days, late) => {
  const found = latenessOf(days.map(ago), NOW)
  if (late === undefined) expect(found).toBeUndefined()
  else expect(found).toMatchObject({ ...late, last: `${ago(days[0] as number).slice(0, 19)}Z` })
})

test('the order of the runs makes no difference, and what never stopped is never late', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 10 }), days => {
      const times = days.map(ago)
      expect(latenessOf(times.toReversed(), NOW)).toEqual(latenessOf(times, NOW))
      expect(latenessOf([...times, ago(0)], NOW)).toBeUndefined()
    }),
  )
})
