import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { monitor } from '../../src/commands/monitor.ts'
import type { DriftResult } from '../../src/domain/results/drift.ts'
import { Result } from '../../src/domain/results/index.ts'
import { type RealBench, realBench } from '../support/real-bench.ts'

const DEFINITION = 'registry-data/models/churn/model.yaml'
const YAML =
  'task: binary-classification\ntarget: churn\npositive-class: "Yes"\ntrain: {command: python train.py, data: data/train.csv}\n'

const HEADER = 'at,amount,plan\n'
/** So many rows a day from a day on, each of the same values; `more` is added to the amounts. */
const days = (first: string, count: number, more = 0, perDay = 200) =>
  Array.from({ length: count * perDay }, (_, row) => {
    const at = new Date(Date.parse(first) + Math.floor(row / perDay) * 86_400_000 + (row % perDay) * 1000)
    return `${at.toISOString()},${((row * 7919) % 2003) + more},${'abc'[row % 3]}\n`
  }).join('')

/** The clock of the bench stands at 2026-11-21T10:02:11Z. */
async function bench(monitorKeys: string, files: Readonly<Record<string, string>>): Promise<RealBench> {
  return realBench({
    '.github/modelyard.yml': 'registry: registry-data\n',
    [DEFINITION]: YAML + monitorKeys,
    'data/train.csv': HEADER + days('2026-01-01', 10),
    ...files,
  })
}

async function monitored(
  { ports }: RealBench,
  input: Readonly<Record<string, unknown>> = {},
): Promise<DriftResult> {
  const result = (await monitor.execute({ model: 'churn', ...input }, ports, {})) as DriftResult
  expect(Result.parse(result)).toEqual(result)
  return result
}

const statusOf = ({ features }: DriftResult, name: string) =>
  features.find(({ feature }) => feature === name)?.status

const KEYS = (reference = '') =>
  `monitor: {current: {uri: seen/*.csv, time: at, window-days: 7}, ignore: [at]${reference}}\n`

test('where model.yaml names the source the model is enough, and the window is that of the last whole days', async () => {
  const where = await bench(KEYS(), {
    'seen/1.csv': HEADER + days('2026-11-01', 13),
    'seen/2.csv': HEADER + days('2026-11-14', 8, 900),
  })
  const found = await monitored(where)
  expect(found.current).toMatchObject({
    uri: 'seen/*.csv',
    rows: 1400,
    windows: [{ from: '2026-11-14T00:00:00Z', to: '2026-11-21T00:00:00Z' }],
  })
  expect(found.remarks).toEqual([])
  expect([statusOf(found, 'amount'), statusOf(found, 'plan')]).toEqual(['drift', 'ok'])
  const earlier = await monitored(where, { until: '2026-11-14' })
  expect([earlier.current.rows, statusOf(earlier, 'amount')]).toEqual([1400, 'ok'])
  expect(earlier.current.sha256).not.toBe(found.current.sha256)
  where.ports.clock.advance(3_600_000)
  expect((await monitored(where)).current).toEqual(found.current)
})

test('a query, of model.yaml or of the call, is the sample, and the result names its beginning', async () => {
  const where = await bench('monitor: {current: {sql: "SELECT * FROM \'seen/1.csv\'"}, ignore: [at]}\n', {
    'seen/1.csv': HEADER + days('2026-11-01', 8),
  })
  const before = process.cwd()
  onTestFinished(() => process.chdir(before))
  process.chdir(where.root)
  const found = await monitored(where)
  expect(found.current).toMatchObject({ uri: "query SELECT * FROM 'seen/1.csv'", rows: 1600 })
  expect(found.current).not.toHaveProperty('windows')
  const called = await monitored(where, { sql: "SELECT amount + 900 AS amount FROM 'seen/1.csv'" })
  expect([statusOf(called, 'amount'), statusOf(called, 'plan')]).toEqual(['drift', 'drift'])
})

test('the reference of the season is of the same weekdays before, and no row of it is of the window', async () => {
  // A weekend sees other amounts: against all days it is a drift, against weekends it is none.
  const weekend = (day: number) => new Date(Date.UTC(2026, 9, 1) + day * 86_400_000).getUTCDay() % 6 === 0
  const rows = Array.from({ length: 50 }, (_, day) =>
    days(new Date(Date.UTC(2026, 9, 1) + day * 86_400_000).toISOString(), 1, weekend(day) ? 900 : 0, 1000),
  )
  const where = await bench(KEYS(', reference: same-weekday'), { 'seen/all.csv': HEADER + rows.join('') })
  const sunday = { window: '1d', until: '2026-11-16' }
  const found = await monitored(where, sunday)
  expect([found.reference.windows?.length, found.reference.rows]).toEqual([8, 6 * 1000])
  expect(found.reference.windows?.at(-1)).toEqual({
    from: '2026-11-08T00:00:00Z',
    to: '2026-11-09T00:00:00Z',
  })
  expect(statusOf(found, 'amount')).toBe('ok')
  expect(found.remarks).toEqual([])
  const whole = await monitored(where, { ...sunday, reference: join(where.root, 'seen/all.csv') })
  expect(statusOf(whole, 'amount')).toBe('drift')
})

test('a reference of its own source ends where the current window begins', async () => {
  const where = await bench(KEYS(', reference: {uri: seen/*.csv, time: at, window-days: 10}'), {
    'seen/all.csv': HEADER + days('2026-10-20', 40),
  })
  const found = await monitored(where)
  expect(found.reference).toMatchObject({
    rows: 2000,
    windows: [{ from: '2026-11-04T00:00:00Z', to: '2026-11-14T00:00:00Z' }],
  })
  expect(found.remarks).toEqual([
    'the reference has times up to 2026-11-28T00:03:19Z, which is later than now: a clock is ahead',
    'the current sample has times up to 2026-11-28T00:03:19Z, which is later than now: a clock is ahead',
  ])
})

test('thresholds that are learned from parts of the reference take the usual difference of days for none', async () => {
  const day = (number: number) => new Date(Date.UTC(2026, 9, 1) + number * 86_400_000).toISOString()
  const unlike = (count: number, first: number) =>
    Array.from({ length: count }, (_, at) => days(day(first + at), 1, ((at * 5) % 7) * 150, 400)).join('')
  const where = await bench('monitor: {ignore: [at], thresholds: {learned: true}}\n', {
    'seen/before.csv': HEADER + unlike(25, 0),
    'seen/day.csv': HEADER + days(day(26), 1, 900, 400),
    'seen/far.csv': HEADER + days(day(26), 1, 2000, 400),
    'seen/month.csv': HEADER + unlike(20, 30),
  })
  const at = (name: string) => join(where.root, `seen/${name}.csv`)
  const reference = at('before')
  const found = await monitored(where, { current: at('day'), reference })
  expect(found.chunks).toBe(25)
  const amount = found.features.find(({ feature }) => feature === 'amount')
  expect(amount).toMatchObject({ status: 'ok' })
  expect(amount?.values?.distance).toBeGreaterThan(0.1)
  expect(amount?.values?.threshold).toBeGreaterThan(amount?.values?.distance ?? 1)
  expect(statusOf(await monitored(where, { current: at('far'), reference }), 'amount')).toBe('drift')
  const few = await monitored(where, { current: at('month'), reference })
  expect(few).not.toHaveProperty('chunks')
  expect(few.remarks).toEqual([
    'thresholds are learned from 19 parts of the reference, each as large as the current sample; it has rows for 1, and the usual thresholds hold',
  ])
  // Words where numbers are due, late in the file: they keep nothing from being compared.
  await where.write({ 'seen/words.csv': `${HEADER}${unlike(25, 0)}2026-11-01T00:00:00Z,many,a\n` })
  const unread = await monitored(where, { current: at('day'), reference: at('words') })
  expect(statusOf(unread, 'amount')).toBe('drift')
  expect(unread.remarks).toEqual([
    expect.stringMatching(/^thresholds could not be learned, .*column `amount` at row 10001/),
  ])
})

test('keys that fit nothing are refused by line', async () => {
  const wrong = async (keys: string) => {
    const where = await bench(keys, {})
    expect(await readFile(join(where.root, DEFINITION), 'utf8')).toContain('monitor')
    return monitored(where).catch(error => error)
  }
  for (const [keys, message] of [
    ['monitor: {current: {uri: a.csv, sql: SELECT 1}}', 'either `uri` or `sql`'],
    ['monitor: {current: {uri: a.csv, time: at}}', 'together'],
    ['monitor: {current: {uri: ../a.csv}}', 'a path inside the repository'],
    ['monitor: {current: {uri: "http://example.org/a.csv"}}', 'a path inside the repository'],
    ['monitor: {current: {uri: a.csv, time: at, window-days: 0}}', 'window-days'],
  ] as const) {
    expect(await wrong(`${keys}\n`), keys).toMatchObject({
      place: { path: DEFINITION, line: 5 },
      message: expect.stringContaining(message),
    })
  }
})
