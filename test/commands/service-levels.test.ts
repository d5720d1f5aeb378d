import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { serviceLevels } from '../../src/commands/service-levels.ts'
import { Result } from '../../src/domain/results/index.ts'
import type { ServiceLevelsResult } from '../../src/domain/results/service-levels.ts'
import type { Reply } from '../../src/ports.ts'
import { type RealBench, realBench } from '../support/real-bench.ts'

const SLA = `sla:
  operations: [{measure: p95, max: 500ms}, {measure: error-rate, max: 1%}, {measure: throughput, min: 0.1}]
  business:
    - {name: conversion, of: rate, column: bought, direction: higher, target: 0.2}
    - {name: basket, of: mean, column: amount, direction: higher, target: 100}
  from: {business: {time: at}}
`
const MODEL = 'task: binary-classification\ntarget: churn\npositive-class: "Yes"\n'
const START = Date.UTC(2026, 2, 1)

const LOG = Array.from({ length: 1000 }, (_, row) =>
  JSON.stringify({ ts: START / 1000 + row * 3, duration_ms: (row * 7919) % 400, status: 200 }),
).join('\n')
const ORDERS = `at,bought,amount\n${Array.from({ length: 400 }, (_, row) => `${new Date(START + row * 5000).toISOString()},${row % 2},${row % 90}`).join('\n')}\n`

const bench = (sla: string = SLA) =>
  realBench({
    '.github/modelyard.yml': 'registry: registry-data\n',
    'registry-data/models/churn/model.yaml': `${MODEL}${sla}`,
    'access.jsonl': `${LOG}\nnot json\n`,
    'requests.csv': `time,duration_ms,status\n${Array.from({ length: 400 }, (_, row) => `${START / 1000 + row},${row},${row % 100 === 0 ? 500 : 200}`).join('\n')}\n`,
    'orders.csv': ORDERS,
  })

async function measured(
  { root, ports }: RealBench,
  { logs, samples, business, ...input }: Readonly<Record<string, string>>,
): Promise<ServiceLevelsResult> {
  const placed = Object.entries({ logs, samples, business }).flatMap(([key, file]) =>
    file === undefined ? [] : [[key, join(root, file)]],
  )
  const given = { model: 'churn', ...input, ...Object.fromEntries(placed) }
  const result = (await serviceLevels.execute(given, ports, {})) as ServiceLevelsResult
  expect(Result.parse(result)).toEqual(result)
  return result
}
const statuses = ({ levels }: ServiceLevelsResult) =>
  Object.fromEntries(levels.map(({ name, status, grounds }) => [name, [status, ...grounds].join(' ')]))
const HOUR = { window: '1h', until: '2026-03-01T01:00:00Z' }

test('a log and the numbers of the business are held against the agreement', async () => {
  const found = await measured(await bench(), { logs: 'access.jsonl', business: 'orders.csv', ...HOUR })
  expect(statuses(found)).toEqual({
    p95: 'ok',
    'error-rate': 'ok',
    throughput: 'ok',
    conversion: 'ok',
    basket: 'breached',
  })
  expect(found).toMatchObject({
    outcome: 'failed',
    window: { from: '2026-03-01T00:00:00Z', until: '2026-03-01T01:00:00Z' },
    source: {
      lines: 1001,
      requests: 1000,
      outside: 0,
      unreadable: { 'no-json': 1 },
      fields: { duration: { name: 'duration_ms', unit: 'ms' } },
    },
    business: { rows: 400, outside: 0 },
  })
})

test('a model that says where its sources lie is asked by its name alone', async () => {
  const named = await bench(
    `${SLA}monitor: {service: {logs: access.jsonl, business: orders.csv, window: 1h}}\n`,
  )
  const found = await measured(named, { until: HOUR.until })
  expect(statuses(found)).toMatchObject({ p95: 'ok', conversion: 'ok', basket: 'breached' })
  expect(found.window).toEqual({ from: '2026-03-01T00:00:00Z', until: '2026-03-01T01:00:00Z' })
  // What the command names is all that is read.
  const business = await measured(named, { business: 'orders.csv', ...HOUR })
  expect(statuses(business)).toMatchObject({ p95: 'insufficient-data not-given', basket: 'breached' })
})

test('what nobody gave a source for is not told, and so the run is no pass', async () => {
  const found = await measured(await bench(), { logs: 'access.jsonl', ...HOUR })
  expect(found.outcome).toBe('inconclusive')
  expect(statuses(found)).toMatchObject({ p95: 'ok', conversion: 'insufficient-data not-given' })
})

test('a table of requests is read as a log is, in its window', async () => {
  const found = await measured(await bench(), {
    samples: 'requests.csv',
    window: '5m',
    until: '2026-03-01T00:05:00Z',
  })
  expect(found.source).toMatchObject({ is: 'samples', lines: 400, requests: 300, outside: 100 })
  expect(found.levels.find(({ name }) => name === 'error-rate')).toMatchObject({
    value: 0.01,
    observations: 300,
  })
  expect(found.levels.find(({ name }) => name === 'throughput')).toMatchObject({ value: 1, status: 'ok' })
})

test('a column that is not there keeps no other number from being told', async () => {
  const sla = SLA.replace('column: amount', 'column: sum')
  const found = await measured(await bench(sla), { business: 'orders.csv' })
  expect(statuses(found)).toMatchObject({ conversion: 'ok', basket: 'error no-column' })
  const untimed = await measured(await bench(SLA.replace('time: at', 'time: when')), {
    business: 'orders.csv',
    ...HOUR,
  })
  expect(statuses(untimed)).toMatchObject({ conversion: 'error no-column', basket: 'error no-column' })
})

test('a Prometheus server is asked once for buckets and once for requests, at the end of the window', async () => {
  const where = await bench()
  const asked: URL[] = []
  const answer = (result: readonly unknown[]): Reply => ({
    is: 'answer',
    status: 200,
    contentType: 'application/json',
    text: JSON.stringify({ status: 'success', data: { resultType: 'vector', result } }),
  })
  const series = (label: string, pairs: Readonly<Record<string, number>>) =>
    answer(
      Object.entries(pairs).map(([text, value]) => ({
        metric: { [label]: text },
        value: [0, String(value)],
      })),
    )
  const prometheus = {
    async ask(url: string) {
      asked.push(new URL(url))
      return asked.length === 1
        ? series('le', { '0.25': 900, '0.5': 999, '+Inf': 1000 })
        : series('code', { 200: 900, 500: 100 })
    },
  }
  const found = await measured(
    { ...where, ports: { ...where.ports, prometheus } },
    { prometheus: 'http://prom:9090/', ...HOUR },
  )
  expect(asked.map(({ pathname }) => pathname)).toEqual(['/api/v1/query', '/api/v1/query'])
  expect(asked[0]?.searchParams.get('time')).toBe(String(Date.parse(HOUR.until) / 1000))
  expect(statuses(found)).toMatchObject({ p95: 'ok', 'error-rate': 'breached', throughput: 'ok' })
  expect(found.source).toEqual({ is: 'prometheus', server: 'http://prom:9090' })
})

test('a Prometheus server that is down stops nothing else, and is named with what to do', async () => {
  const found = await measured(await bench(), {
    prometheus: 'http://127.0.0.1:1',
    business: 'orders.csv',
    ...HOUR,
  })
  expect(statuses(found)).toMatchObject({ p95: 'error not-answered', conversion: 'ok' })
  expect(found.levels[0]?.detail).toMatch(/^http:\/\/127\.0\.0\.1:1 did not answer .*see that it runs/)
})

test.each([
  [{}, 'nothing to look at'],
  [{ logs: 'a', prometheus: 'http://x' }, 'one source'],
  [{ prometheus: 'http://x' }, 'about a time'],
  [{ logs: 'a', until: '2026-03-01T00:00:00Z' }, 'no window'],
  [{ logs: 'a', window: '24' }, 'window'],
  [{ prometheus: 'http://me:secret@x', ...HOUR }, 'no plain http'],
  [{ prometheus: 'file:///etc/passwd', ...HOUR }, 'no plain http'],
  [{ prometheus: 'http://x/?token=secret', ...HOUR }, 'no plain http'],
])('%o is bad input, and says no secret again', async (input, words) => {
  const where = await bench()
  const failing = serviceLevels.execute({ model: 'churn', ...input }, where.ports, {})
  await expect(failing).rejects.toMatchObject({ code: 'bad-input', message: expect.stringContaining(words) })
  await expect(failing).rejects.not.toThrow(/secret/)
})

test('a model without an agreement is told how one is written', async () => {
  const where = await bench('')
  await expect(measured(where, { logs: 'access.jsonl' })).rejects.toMatchObject({
    code: 'bad-input',
    next: expect.stringContaining('sla:'),
  })
})

test('what was found is left for Prometheus where a file is named', async () => {
  const where = await bench()
  const metrics = join(where.root, 'out/service.prom')
  await measured(where, { logs: 'access.jsonl', business: 'orders.csv', ...HOUR, metrics })
  const lines = (await readFile(metrics, 'utf8')).split('\n')
  expect(lines).toContain('modelyard_service_level_broken{model="churn",of="business",level="basket"} 1')
  expect(lines).toContain(
    'modelyard_service_level_limit{model="churn",of="operations",level="p95",unit="seconds"} 0.5',
  )
  expect(lines).toContain('modelyard_monitor_untold{model="churn",monitor="service-levels"} 0')
})

test('a log that is not there is bad input', async () => {
  await expect(measured(await bench(), { logs: 'gone.jsonl' })).rejects.toMatchObject({
    code: 'bad-data',
  })
})
