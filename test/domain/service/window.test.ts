import { expect, test } from 'vitest'
import { parseLength, parseTime } from '../../../src/domain/service/window.ts'

const AT = Date.UTC(2026, 2, 1, 10, 0, 0)

test.each([
  ['2026-03-01T10:00:00Z', AT],
  ['2026-03-01T10:00Z', AT],
  ['2026-03-01 12:00:00+02:00', AT],
  ['2026-03-01T12:00:00.000+0200', AT],
  ['2026-03-01T11:00:00+01', AT],
  ['2026-03-01T10:00:00,250Z', AT + 250],
  ['2026-03-01T10:00:00.123456789Z', AT + 123],
  [AT / 1000, AT],
  [`${AT / 1000}.5`, AT + 500],
  [AT, AT],
  [AT * 1000, AT],
  [AT * 1e6, AT],
])('%s is a time', (value, time) => {
  expect(parseTime(value)).toBeCloseTo(time, -1)
})

test.each([
  '2026-03-01T10:00:00',
  '2026-03-01',
  '2026-13-01T10:00:00Z',
  'yesterday',
  '',
  12,
  Number.NaN,
  Number.POSITIVE_INFINITY * 0,
  null,
  undefined,
  {},
  true,
])('%s is none: without a zone it could be any', value => {
  expect(parseTime(value)).toBeNaN()
})

test('a length has a unit', () => {
  expect([parseLength('30m'), parseLength('24h'), parseLength('7d')]).toEqual([
    1_800_000, 86_400_000, 604_800_000,
  ])
  for (const text of ['24', '0h', '-1h', '1.5h', '1w', '']) expect(parseLength(text)).toBeUndefined()
})
