import { expect, test } from 'vitest'
import type { Window } from '../../../src/domain/monitoring/window.ts'
import type { RequestFormat } from '../../../src/domain/registry/sla-service-keys.ts'
import { judgeOperations } from '../../../src/domain/service/operations-limits.ts'
import { openRequests } from '../../../src/domain/service/requests.ts'

const NOON = Date.UTC(2026, 2, 1, 12)
const WINDOW = { from: NOON, to: NOON + 1000_000 }
const RULES = [
  { measure: 'p50', max: '300ms' },
  { measure: 'p95', max: '300ms' },
  { measure: 'p99', max: '495ms' },
  { measure: 'error-rate', max: '0.1%' },
  { measure: 'throughput', min: 1 },
] as const

function counted(rows: readonly unknown[], format: RequestFormat = {}, window?: Window) {
  const sink = openRequests(format, window)
  for (const row of rows) sink.take(row)
  const { counts, figures } = sink.end()
  const levels = judgeOperations(RULES, figures)
  return {
    counts,
    unreadable: Object.fromEntries(counts.unreadable),
    levels,
    of: (name: string) => levels.find(level => level.name === name),
  }
}

/** Durations 0 to 499.5 in an order of no meaning; one in about 286 fails. */
const rows = Array.from({ length: 2000 }, (_, row) => ({
  ts: NOON + row * 500,
  duration_ms: ((row * 7919) % 1000) / 2,
  status: row % 286 === 0 ? 503 : 200,
}))

// By numpy's sorting and scipy.stats.binom; the rate by scipy's exact interval: 7 of 2,000.
test('quantiles, errors and throughput of a log are what an independent computation gives', () => {
  const { of, levels } = counted(rows, {}, WINDOW)
  expect(of('p50')).toMatchObject({ value: 249.5, low: 238.5, high: 261, status: 'ok', observations: 2000 })
  expect(of('p95')).toMatchObject({ value: 474.5, low: 469.5, high: 479.5, status: 'breached' })
  expect(of('p99')).toMatchObject({ value: 494.5, low: 492.5, high: 497, status: 'insufficient-data' })
  expect(of('error-rate')).toMatchObject({ value: 7 / 2000, status: 'breached' })
  expect(of('error-rate')?.low).toBeCloseTo(0.0014083038, 9)
  expect(of('error-rate')?.high).toBeCloseTo(0.0071979617, 9)
  expect(of('throughput')).toMatchObject({ value: 2, low: 2, high: 2, status: 'ok' })
  expect(levels.map(({ name }) => name)).toEqual(['p50', 'p95', 'p99', 'error-rate', 'throughput'])
})

test('a window holds its begin and not its end', () => {
  const at = (time: number) => ({ ts: time, duration_ms: 1, status: 200 })
  const edges = [NOON - 1, NOON, WINDOW.to - 1, WINDOW.to].map(at)
  expect(counted(edges, {}, WINDOW).counts).toMatchObject({ requests: 2, outside: 2 })
  expect(counted(edges).counts).toMatchObject({ requests: 4, outside: 0 })
})

test.each([
  [{ res: { statusCode: 200 }, responseTime: 12 }, 'responseTime', 12],
  [{ status: '200', request_time: '0.012' }, 'request_time', 12],
  [{ DownstreamStatus: 200, Duration: 12_000_000 }, 'Duration', 12],
  [{ 'res.statusCode': 200, duration_s: 0.012 }, 'duration_s', 12],
])('a usual logger is read without a word: %o', (row, name, milliseconds) => {
  const { counts, of } = counted([row])
  expect(counts.fields.duration?.name).toBe(name)
  expect(of('p50')?.value).toBeCloseTo(milliseconds, 9)
  expect(of('error-rate')).toMatchObject({ value: 0 })
})

test('fields of the user are read as the format says, and errors from the status that it says', () => {
  const format = { duration: 'took', unit: 's', status: 'http.code', 'errors-from': 400 } as const
  const { of } = counted(
    [
      { took: 0.25, http: { code: 404 } },
      { took: 0.75, http: { code: 200 } },
    ],
    format,
  )
  expect(of('p50')?.value).toBe(250)
  expect(of('error-rate')?.value).toBe(0.5)
})

test('a unit is never guessed: a bare `duration` has to be named with it', () => {
  const { of } = counted([{ duration: 250, status: 200 }])
  expect(of('p95')).toMatchObject({ status: 'insufficient-data', grounds: ['not-recorded'] })
})

test('bad lines are counted by what is wrong with them, and keep nothing from being told', () => {
  const bad = [
    undefined,
    { ts: 'soon', duration_ms: 1, status: 200 },
    { ts: NOON, status: 200 },
    { ts: NOON, duration_ms: -1, status: 200 },
    { ts: NOON, duration_ms: 1, status: 'ok' },
    { msg: 'listening' },
  ]
  const { counts, unreadable, of } = counted([...rows, ...bad], {}, WINDOW)
  expect(unreadable).toEqual({
    'no-json': 1,
    'no-time': 1,
    'no-duration': 2,
    'no-status': 1,
    'no-request': 1,
  })
  expect(counts).toMatchObject({ lines: 2006, requests: 2000 })
  expect(of('p50')?.status).toBe('ok')
})

test('where too many lines are bad nothing is told of the others', () => {
  const some = (count: number) => [...rows.slice(0, 190), ...Array.from({ length: count }, () => undefined)]
  expect(counted(some(10)).of('p50')?.status).toBe('ok')
  const { levels } = counted(some(11))
  expect(levels.every(({ status, grounds }) => status === 'error' && grounds[0] === 'unreadable')).toBe(true)
  expect(counted(some(11), { unreadable: '10%' }).of('p50')?.status).toBe('ok')
})

test('a field that goes away in the middle is no smaller log, it is unreadable', () => {
  const renamed = rows.map(({ duration_ms, ...row }, at) =>
    at < 1200 ? { ...row, duration_ms } : { ...row, took: duration_ms },
  )
  expect(counted(renamed).of('p95')).toMatchObject({ status: 'error', grounds: ['unreadable'] })
})

test('a log without a request in it tells nothing, and is no pass', () => {
  for (const { levels } of [counted([], {}, WINDOW), counted(rows, {}, { from: 0, to: 1000 })])
    expect(levels.map(({ status, grounds }) => [status, ...grounds])).toEqual(
      RULES.map(() => ['insufficient-data', 'nothing-seen']),
    )
})

test('throughput needs a window: a log that fell silent ends with its last request', () => {
  expect(counted(rows).of('throughput')).toMatchObject({
    status: 'insufficient-data',
    grounds: ['no-window'],
  })
})

test('a few requests bound no p99, and say so', () => {
  expect(counted(rows.slice(0, 100)).of('p99')).toMatchObject({
    status: 'insufficient-data',
    grounds: ['too-few'],
  })
})
