import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { serviceLevels } from '../../src/commands/service-levels.ts'
import { ModelyardError } from '../../src/domain/errors/index.ts'
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
    ...where.ports.prometheus,
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

describe('a Pushgateway', () => {
  const pushing = async (answer: () => Promise<Reply>) => {
    const where = await bench()
    const sent: { readonly url: string; readonly text: string }[] = []
    const push = async (url: string, text: string) => {
      sent.push({ url, text })
      return answer()
    }
    const ports = { ...where.ports, prometheus: { ...where.ports.prometheus, push } }
    const metrics = join(where.root, 'out/service.prom')
    const given = { business: 'orders.csv', ...HOUR, metrics, pushgateway: 'http://gate:9091/' }
    const found = await measured({ ...where, ports }, given)
    return { found, sent, file: await readFile(metrics, 'utf8') }
  }
  const said = (status: number, text = ''): Reply => ({ is: 'answer', status, contentType: '', text })

  test('is handed what the file holds, under the model and the monitor', async () => {
    const { found, sent, file } = await pushing(async () => said(200))
    expect(sent).toEqual([
      { url: 'http://gate:9091/metrics/job/modelyard/model/churn/monitor/service-levels', text: file },
    ])
    expect(found.remarks.join()).not.toContain('gate')
  })

  test.each<[string, () => Promise<Reply>, RegExp]>([
    [
      'is down',
      async () => ({ is: 'nothing', why: 'unreachable', detail: 'ECONNREFUSED' }),
      /ECONNREFUSED; see that/,
    ],
    [
      'is slow',
      async () => ({ is: 'nothing', why: 'timed-out', detail: 'no whole answer within 10 s' }),
      /10 s; see/,
    ],
    ['wants a token', async () => said(401), /status 401.*MODELYARD_PUSHGATEWAY_TOKEN/],
    [
      'refuses them',
      async () => said(400, `text format parsing error${'x'.repeat(500)}`),
      /400 \(text format/,
    ],
    ['is another server', async () => said(404), /status 404; see that the address/],
    [
      'would get a token as plain text',
      async () => {
        throw new ModelyardError({ code: 'bad-input', message: 'gate would get it', next: 'use https' })
      },
      /gate would get it; use https/,
    ],
  ])(
    'that %s loses nothing of what was found: it is said, and the outcome stays',
    async (_, answer, words) => {
      const { found, file } = await pushing(answer)
      expect(found.outcome).toBe('failed')
      expect(statuses(found)).toMatchObject({ conversion: 'ok', basket: 'breached' })
      const remarks = found.remarks.filter(remark => remark.includes('http://gate:9091'))
      expect(remarks).toEqual([expect.stringMatching(words)])
      expect(remarks[0]?.length).toBeLessThan(400)
      expect(file).toContain('modelyard_service_level_value')
    },
  )

  test('an interruption while it is handed over ends the command', async () => {
    const interrupted = new ModelyardError({ code: 'interrupted', message: 'interrupted', next: 'again' })
    await expect(pushing(() => Promise.reject(interrupted))).rejects.toBe(interrupted)
  })

  test.each(['http://me:secret@gate', 'ftp://gate', 'gate:9091'])(
    '%s is refused before anything is measured',
    async address => {
      const where = await bench()
      const failing = measured(where, { business: 'nowhere.csv', pushgateway: address })
      await expect(failing).rejects.toMatchObject({
        code: 'bad-input',
        message: expect.stringContaining('pushgateway'),
      })
      await expect(failing).rejects.not.toThrow(/secret/)
    },
  )
})

describe('a query of the business', () => {
  const PAID = `SELECT "at"::TIMESTAMPTZ AS "at", bought, amount + 100 AS amount FROM 'orders.csv'`
  const keptBy = (sql: string) =>
    SLA.replace('business: {time: at}', () => `business: ${JSON.stringify({ time: 'at', sql })}`)
  /** Where the user stands in the repository, as relative paths of a query want it. */
  const standing = async (sla?: string) => {
    const where = await bench(sla)
    const before = process.cwd()
    onTestFinished(() => process.chdir(before))
    process.chdir(where.root)
    return where
  }
  const reached = async (root: string) => {
    const outside = join(root, '..', `${basename(root)}-outside.csv`)
    await writeFile(outside, ORDERS)
    onTestFinished(() => rm(outside))
    return outside
  }

  test('gives the rows in place of a file, within the window, and is named', async () => {
    const found = await measured(await standing(), {
      businessSql: PAID,
      window: '10m',
      until: '2026-03-01T00:10:00Z',
    })
    expect(statuses(found)).toMatchObject({ conversion: 'ok', basket: 'ok' })
    expect(found.business).toMatchObject({ uri: `query ${PAID}`, rows: 400, outside: 280, unreadable: 0 })
    const file = await measured(await standing(), {
      business: 'orders.csv',
      window: '10m',
      until: '2026-03-01T00:10:00Z',
    })
    const [one, other] = [found, file].map(({ levels }) => levels.find(({ name }) => name === 'conversion'))
    expect(one).toEqual(other)
    expect(found.business?.sha256).not.toBe(file.business?.sha256)
  })

  test('of model.yaml is asked where the call names no table, and stands back where it does', async () => {
    const where = await standing(keptBy(PAID))
    expect(statuses(await measured(where, {}))).toMatchObject({ basket: 'ok' })
    expect(statuses(await measured(where, { business: 'orders.csv' }))).toMatchObject({ basket: 'breached' })
    const other = `SELECT "at"::TIMESTAMPTZ AS "at", bought, 0 AS amount FROM 'orders.csv'`
    expect(statuses(await measured(where, { businessSql: other }))).toMatchObject({ basket: 'breached' })
  })

  test.each<[string, (outside: string) => string]>([
    ['a file outside of the repository', outside => `SELECT * FROM read_csv('${outside}')`],
    ['a path that leads out of it', outside => `SELECT * FROM read_csv('../${basename(outside)}')`],
    ['an address', () => "SELECT * FROM read_csv('https://127.0.0.1/orders.csv')"],
    ['the environment', () => "SELECT getenv('HOME') AS at, 1 AS bought, 1 AS amount"],
  ])('reaches no %s', async (_, query) => {
    const where = await standing()
    const sql = query(await reached(where.root))
    const named = measured(where, { businessSql: sql, logs: 'access.jsonl' })
    await expect(named).rejects.toMatchObject({ code: 'bad-data' })
    // Where nobody is there to mend it, what serves the model is looked at all the same.
    const kept = await standing(keptBy(sql))
    const found = await measured(kept, { logs: 'access.jsonl', ...HOUR })
    expect(found.outcome).toBe('inconclusive')
    expect(statuses(found)).toEqual({
      p95: 'ok',
      'error-rate': 'ok',
      throughput: 'ok',
      conversion: 'error unreadable',
      basket: 'error unreadable',
    })
    expect(found.levels.at(-1)?.detail).toMatch(/the query.*; check it/)
    expect(found.business).toBeUndefined()
  })

  test.each([
    "COPY (SELECT 1) TO 'x.csv'",
    'SELECT 1 AS at; SELECT 2 AS at',
    "ATTACH 'x.db'",
    'SET enable_external_access = true',
  ])('is one SELECT, and writes nothing: %s', async sql => {
    const where = await standing()
    const failing = measured(where, { businessSql: sql })
    await expect(failing).rejects.toMatchObject({ code: expect.stringMatching(/^bad-(?:input|data)$/) })
    expect(existsSync(join(where.root, 'x.csv'))).toBe(false)
  })

  test('beside a file is one source too many', async () => {
    await expect(
      measured(await standing(), { business: 'orders.csv', businessSql: PAID }),
    ).rejects.toMatchObject({
      code: 'bad-input',
      message: 'the business has two sources',
    })
  })

  test('leaves nothing behind, whether it succeeds or fails', async () => {
    const where = await standing()
    const made: string[] = []
    const { process: shell } = where.ports
    const temporaryFolder = async () => {
      const folder = await shell.temporaryFolder()
      made.push(folder.path)
      return folder
    }
    const ports = { ...where.ports, process: { ...shell, temporaryFolder } }
    await measured({ ...where, ports }, { businessSql: PAID })
    await measured({ ...where, ports }, { businessSql: "SELECT * FROM 'none.csv'" }).catch(() => {})
    expect(made).toHaveLength(2)
    expect(made.filter(existsSync)).toEqual([])
  })
})
