import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  Moment,
  nameWindow,
  Span,
  seasonalWindows,
  sharedWindows,
  spanMs,
  windowUntil,
} from '../../../src/domain/monitoring/window.ts'
import { timestamp } from '../../../src/domain/registry/names.ts'

const at = (text: string) => Date.parse(text)
const window = (from: string, to: string) => ({ from: at(from), to: at(to) })

test('a window ends at the moment that is named, and otherwise with the last whole day or hour', () => {
  const now = at('2026-03-08T06:17:11.250Z')
  const named = (length: string, until?: string) => nameWindow(windowUntil(spanMs(length), until, now))
  expect(named('7d')).toEqual({ from: '2026-03-01T00:00:00Z', to: '2026-03-08T00:00:00Z' })
  expect(named('12h')).toEqual({ from: '2026-03-07T18:00:00Z', to: '2026-03-08T06:00:00Z' })
  expect(named('24h')).toEqual(named('1d'))
  expect(named('1d', '2026-01-01')).toEqual({ from: '2025-12-31T00:00:00Z', to: '2026-01-01T00:00:00Z' })
  expect(named('1h', '2026-01-01T00:30:00Z')).toEqual({
    from: '2025-12-31T23:30:00Z',
    to: '2026-01-01T00:30:00Z',
  })
})

test.each(['7d', '3599d', '1h', '9999h'])('%s is a span', span => {
  expect(Span.safeParse(span).success).toBe(true)
})

test.each(['', '0d', '07d', '1.5d', '-1d', '7', '7w', '3600d', '7 d'])('`%s` is no span', span => {
  expect(Span.safeParse(span).success).toBe(false)
})

test('a moment is a date or a time in UTC, and nothing that depends on where one stands', () => {
  for (const good of ['2026-03-08', '2026-03-08T06:00:00Z'])
    expect(Moment.safeParse(good).success, good).toBe(true)
  for (const bad of [
    '2026-02-30',
    '2026-03-08T06:00:00',
    '2026-03-08T06:00:00+02:00',
    'yesterday',
    '1700000000',
  ])
    expect(Moment.safeParse(bad).success, bad).toBe(false)
})

test('the same weekdays lie whole weeks before, the oldest first, however long the window is', () => {
  const day = seasonalWindows(window('2026-03-03T00:00:00Z', '2026-03-04T00:00:00Z'), 'same-weekday')
  expect(day.map(({ from }) => timestamp(from).slice(0, 10))).toEqual([
    '2026-01-06',
    '2026-01-13',
    '2026-01-20',
    '2026-01-27',
    '2026-02-03',
    '2026-02-10',
    '2026-02-17',
    '2026-02-24',
  ])
  const long = seasonalWindows(window('2026-03-03T00:00:00Z', '2026-03-13T00:00:00Z'), 'same-weekday')
  expect(nameWindow(long.at(-1) as { from: number; to: number })).toEqual({
    from: '2026-02-17T00:00:00Z',
    to: '2026-02-27T00:00:00Z',
  })
})

test('the same months lie in the three years before, whole, over the end of a year and in a leap year', () => {
  const months = (from: string, to: string) =>
    seasonalWindows(window(from, to), 'same-month').map(one => Object.values(nameWindow(one)).join(' '))
  expect(months('2026-03-03T00:00:00Z', '2026-04-01T00:00:00Z')).toEqual([
    '2023-03-01T00:00:00Z 2023-04-01T00:00:00Z',
    '2024-03-01T00:00:00Z 2024-04-01T00:00:00Z',
    '2025-03-01T00:00:00Z 2025-04-01T00:00:00Z',
  ])
  expect(months('2025-12-30T00:00:00Z', '2026-01-06T00:00:00Z').at(-1)).toBe(
    '2024-12-01T00:00:00Z 2025-02-01T00:00:00Z',
  )
  expect(months('2024-02-29T00:00:00Z', '2024-03-01T00:00:00Z').at(-1)).toBe(
    '2023-02-01T00:00:00Z 2023-03-01T00:00:00Z',
  )
  expect(months('2025-01-01T00:00:00Z', '2026-01-02T00:00:00Z')).toEqual([])
})

test('no seasonal window overlaps another or the current one', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 20_000 }),
      fc.integer({ min: 1, max: 330 * 24 }),
      fc.constantFrom('same-weekday' as const, 'same-month' as const),
      (day, hours, season) => {
        const from = day * 86_400_000
        const current = { from, to: from + hours * 3_600_000 }
        const all = [...seasonalWindows(current, season), current]
        for (const [index, one] of all.entries())
          if (index > 0) expect(one.from).toBeGreaterThanOrEqual(all[index - 1]?.to as number)
      },
    ),
  )
})

test('windows share what lies in both, and nothing where one ends as the other begins', () => {
  expect(sharedWindows([{ from: 0, to: 5 }], [{ from: 5, to: 9 }])).toEqual([])
  expect(
    sharedWindows(
      [{ from: 0, to: 10 }],
      [
        { from: -5, to: 2 },
        { from: 8, to: 20 },
      ],
    ),
  ).toEqual([
    { from: 0, to: 2 },
    { from: 8, to: 10 },
  ])
})
