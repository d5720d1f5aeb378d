import { expect, test } from 'vitest'
import {
  currentSource,
  keptReference,
  type NamedSource,
  plainFile,
  sharedTimesOf,
  sourceName,
} from '../../../src/domain/monitoring/sample-source.ts'
import type { MonitoredSource } from '../../../src/domain/registry/monitor-keys.ts'

const NOW = Date.parse('2026-03-08T06:17:11Z')
const DAY = 86_400_000
const TODAY = Date.parse('2026-03-08')
const KEPT: MonitoredSource = { uri: 'seen/*.parquet', time: 'at', 'window-days': 7 }

const chosen = (given: NamedSource, kept?: MonitoredSource) => currentSource(given, kept, NOW)

test('the call names the sample, otherwise model.yaml does, and a window at the call stands for the one there', () => {
  expect(chosen({ current: 'a.csv' }, KEPT)).toEqual({ from: { files: 'a.csv' }, isKept: false })
  expect(chosen({ sql: 'SELECT 1' }, KEPT)).toEqual({ from: { sql: 'SELECT 1' }, isKept: false })
  const times = (days: number) => ({ column: 'at', windows: [{ from: TODAY - days * DAY, to: TODAY }] })
  expect(chosen({}, KEPT)).toEqual({ from: { files: 'seen/*.parquet' }, isKept: true, times: times(7) })
  expect(chosen({ window: '2d' }, KEPT).times).toEqual(times(2))
  expect(chosen({ time: 'seen' }, KEPT).times?.column).toBe('seen')
  expect(chosen({ until: '2026-01-02' }, KEPT).times?.windows[0]?.to).toBe(Date.parse('2026-01-02'))
  expect(chosen({}, { sql: 'SELECT 2' })).toEqual({ from: { sql: 'SELECT 2' }, isKept: true })
})

test.each<[string, NamedSource, RegExp]>([
  ['none', {}, /there is no current sample/],
  ['a file and a query', { current: 'a.csv', sql: 'SELECT 1' }, /two current samples/],
  ['a window without a column', { current: 'a.csv', window: '7d' }, /needs the column/],
  ['a column without a window', { current: 'a.csv', time: 'at' }, /no window/],
  ['an end without a window', { current: 'a.csv', until: '2026-01-02' }, /`until` ends a window/],
])('%s is refused with what to do', (_, given, message) => {
  expect(() => chosen(given)).toThrow(
    expect.objectContaining({ code: 'bad-input', message: expect.stringMatching(message) }),
  )
})

test('a reference of model.yaml ends where the current window begins, or is of its season, or is read whole', () => {
  const current = chosen({}, KEPT)
  const [window] = current.times?.windows ?? []
  const before = keptReference({ uri: 'old.parquet', time: 'at', 'window-days': 30 }, current)
  expect(before.times?.windows).toEqual([{ from: TODAY - 37 * DAY, to: window?.from }])
  const season = keptReference('same-weekday', current)
  expect(season).toMatchObject({ from: current.from, isKept: true })
  expect(season.times?.windows).toHaveLength(8)
  expect(keptReference({ sql: 'SELECT 1' }, chosen({ current: 'a.csv' }))).toEqual({
    from: { sql: 'SELECT 1' },
    isKept: true,
  })
  for (const kept of ['same-month', { uri: 'a.csv', time: 'at', 'window-days': 1 }] as const)
    expect(() => keptReference(kept, chosen({ current: 'a.csv' }))).toThrow(
      expect.objectContaining({ code: 'bad-input', next: expect.stringContaining('--window 7d') }),
    )
  expect(() => keptReference('same-month', chosen({ window: '400d' }, KEPT))).toThrow('touches every month')
})

test('times are shared where one source gives both, and by the same column', () => {
  const current = chosen({}, KEPT)
  const { windows = [] } = current.times ?? {}
  const [{ from, to }] = windows as [{ from: number; to: number }]
  expect(sharedTimesOf(current, undefined)).toEqual([])
  expect(sharedTimesOf(current, { from: current.from, isKept: true })).toEqual(windows)
  expect(sharedTimesOf(current, { from: { files: 'b' }, isKept: true })).toEqual([])
  const timed = (column: string) => ({
    ...current,
    times: { column, windows: [{ from: from - DAY, to: from + DAY }] },
  })
  expect(sharedTimesOf(current, timed('at'))).toEqual([{ from, to: from + DAY }])
  expect(sharedTimesOf(current, timed('seen'))).toEqual([])
  expect(to).toBe(TODAY)
})

test('one file as it stands is read in place; everything else is gathered', () => {
  expect(plainFile(chosen({ current: 'a [1].csv' }))).toBe('a [1].csv')
  for (const files of ['a*.csv', 'a?.csv', 'https://example.org/a.csv', 's3://b/a.parquet'])
    expect(plainFile(chosen({ current: files })), files).toBeUndefined()
  expect(plainFile(chosen({ sql: 'SELECT 1' }))).toBeUndefined()
  expect(plainFile(chosen({ current: 'a.csv', time: 'at', window: '1d' }))).toBeUndefined()
})

test('a query is named by its beginning on one line', () => {
  expect(sourceName(chosen({ sql: 'SELECT *\n  FROM a ' }))).toBe('query SELECT * FROM a')
  expect(sourceName(chosen({ sql: `SELECT ${'x'.repeat(200)}` }))).toHaveLength('query '.length + 100)
})
