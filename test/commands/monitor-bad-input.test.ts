import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { expect, test } from 'vitest'
import { monitor } from '../../src/commands/monitor.ts'
import type { DriftResult } from '../../src/domain/results/drift.ts'
import { Result } from '../../src/domain/results/index.ts'
import { SERVING } from '../support/models.ts'
import { realBench } from '../support/real-bench.ts'
import { modelFiles } from '../support/registry-files.ts'
import { forAllTests, temporaryFolder } from '../support/temporary.ts'
import { MODEL_YAML, sha256 } from '../support/workbench.ts'

// What a run of monitoring says of each kind of bad input. None stops it but what leaves nothing to read, and the column
// that is bad keeps no other from being compared.

const HEADER = 'at,amount,plan,level\n'
const FIRST = Date.parse('2026-03-01')
const usual = (row: number): Readonly<Record<string, unknown>> => ({
  at: new Date(FIRST + row * 60_000).toISOString(),
  amount: (row * 7919) % 5003,
  plan: 'abc'[row % 3],
  level: row % 5,
})
const rows = (count: number, more: (row: number) => Readonly<Record<string, unknown>> = () => ({})) =>
  Array.from(
    { length: count },
    (_, row) => `${Object.values({ ...usual(row), ...more(row) }).join(',')}\n`,
  ).join('')

const USUAL = HEADER + rows(3000)
const shared = forAllTests(() =>
  realBench({
    '.github/modelyard.yml': 'registry: registry-data\n',
    'registry-data/models/churn/model.yaml':
      'task: regression\ntarget: cost\ntrain: {command: python train.py, data: data/train.csv}\nmonitor: {ignore: [at]}\n',
    'data/train.csv': HEADER + rows(5000),
  }),
)

type Input = Readonly<Record<string, unknown>>

async function monitored(text: string | { readonly path: string }, input: Input = {}): Promise<DriftResult> {
  let path: string
  if (typeof text === 'string') {
    path = join(await temporaryFolder(), 'current.csv')
    await writeFile(path, text)
  } else path = text.path
  const result = (await monitor.execute(
    { model: 'churn', current: path, ...input },
    shared().ports,
    {},
  )) as DriftResult
  expect(Result.parse(result)).toEqual(result)
  return result
}

const statuses = ({ features }: DriftResult) =>
  Object.fromEntries(
    features
      .filter(({ feature }) => feature !== 'at')
      .map(({ feature, status, grounds }) => [feature, [status, ...grounds].join(' ')]),
  )

const OK = { amount: 'ok', plan: 'ok', level: 'ok' }

test('an empty current sample, and one of a single row, are too little to tell', async () => {
  const few = 'insufficient-data too-few-rows'
  for (const count of [0, 1]) {
    const found = await monitored(HEADER + rows(count))
    expect([found.outcome, found.current.rows]).toEqual(['inconclusive', count])
    expect(statuses(found)).toEqual(
      // Without a row a column of words cannot be told from any other.
      { amount: few, plan: few, level: few },
    )
  }
  await expect(monitored('')).rejects.toMatchObject({
    code: 'bad-data',
    message: expect.stringContaining('is empty'),
  })
})

test('rows that hold nothing are missing values, and nothing is said of their distribution', async () => {
  const found = await monitored(`${HEADER}${',,,\n'.repeat(3000)}`)
  const gone = 'drift missing-values'
  expect(statuses(found)).toEqual({ amount: gone, plan: gone, level: gone })
  for (const { values, missing } of found.features.filter(({ feature }) => feature !== 'at')) {
    expect(values).toBeUndefined()
    expect(missing?.rates).toEqual([0, 1])
  }
})

test('a column that became constant drifted, and one that was and stayed so did not', async () => {
  const found = await monitored(HEADER + rows(3000, () => ({ level: 3 })))
  expect(statuses(found)).toEqual({ ...OK, level: 'drift distribution' })
  const reference = join(await temporaryFolder(), 'constant.csv')
  await writeFile(reference, HEADER + rows(3000, () => ({ level: 3, plan: 'a' })))
  const same = HEADER + rows(3000, () => ({ level: 3, plan: 'a' }))
  expect(statuses(await monitored(same, { reference }))).toEqual(OK)
})

test('a column that is gone, new, or of another type is told by name, and the others are compared', async () => {
  const text = `amount,plan,extra\n${Array.from({ length: 3000 }, (_, row) => `word${row % 7},${row % 3},${row}\n`).join('')}`
  const found = await monitored(text)
  expect(statuses(found)).toEqual({
    amount: 'drift other-type',
    plan: 'drift other-type',
    level: 'drift gone',
    extra: 'skipped new',
  })
  const one = await monitored(HEADER.replace('level', 'tier') + rows(3000))
  expect(statuses(one)).toEqual({ amount: 'ok', plan: 'ok', level: 'drift gone', tier: 'skipped new' })
})

test('a million categories are found to be others', async () => {
  const path = join(await temporaryFolder(), 'explosion.parquet')
  await written(
    path,
    "SELECT (i * 7919) % 5003 AS amount, 'category-' || i AS plan, i % 5 AS level FROM range(1000000) rows(i)",
  )
  const found = await monitored({ path })
  expect(statuses(found)).toEqual({ ...OK, plan: 'drift distribution' })
  const plan = found.features.find(({ feature }) => feature === 'plan')
  expect(Object.keys(plan?.added ?? {})).toHaveLength(20)
  expect(plan?.vanished).toEqual(['a', 'b', 'c'])
  expect(JSON.stringify(found).length).toBeLessThan(10_000)
  // As the reference it is text, which nobody compares.
  expect(statuses(await monitored(USUAL, { reference: path })).plan).toBe('skipped not-compared')
})

test('infinities and what is no number are missing values of their column', async () => {
  const odd = (row: number) =>
    row % 4 === 0 ? ['inf', '-inf', 'nan', '1e999'][(row / 4) % 4] : usual(row).amount
  const found = await monitored(HEADER + rows(3000, row => ({ amount: odd(row) })))
  expect(statuses(found)).toEqual({ ...OK, amount: 'drift missing-values' })
  const amount = found.features.find(({ feature }) => feature === 'amount')
  expect(amount?.missing?.rates[1]).toBeCloseTo(0.25, 6)
  expect(amount?.values?.distance).toBeLessThan(0.05)
  const all = await monitored(HEADER + rows(3000, () => ({ amount: 'inf' })))
  expect(statuses(all)).toEqual({ ...OK, amount: 'drift missing-values' })
  for (const value of all.features.flatMap(({ values }) => Object.values(values ?? {})))
    if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true)
})

const WINDOW = { time: 'at', window: '1d', until: '2026-03-02' }

test('times of several zones are one order in UTC, and those without a zone are told', async () => {
  const zones = (row: number) => {
    const ms = FIRST + row * 60_000
    const utc = new Date(ms).toISOString().slice(0, 19)
    const berlin = new Date(ms + 3_600_000).toISOString().slice(0, 19)
    return { at: [`${utc}Z`, utc.replace('T', ' '), `${berlin}+01:00`, '3 o’clock'][row % 4] }
  }
  const found = await monitored(HEADER + rows(3000, zones), WINDOW)
  // 1440 minutes of the day, a quarter of which say no time.
  expect(found.current.rows).toBe(1080)
  expect(found.remarks).toEqual([
    '750 of 3000 rows of the current sample say no time in `at`, and are of no window',
    'in `at` of the current sample 1500 times name a zone and 750 do not: those are taken as UTC',
  ])
})

test('a clock that runs backwards finds no rows, and says that it lies before the data', async () => {
  const found = await monitored(USUAL, { ...WINDOW, until: '2025-12-31' })
  expect([found.outcome, found.current.rows]).toEqual(['inconclusive', 0])
  expect(found.current.windows).toEqual([{ from: '2025-12-30T00:00:00Z', to: '2025-12-31T00:00:00Z' }])
  expect(found.remarks).toEqual([
    expect.stringMatching(/the first is of 2026-03-01T00:00:00Z; the clock is behind the data$/),
  ])
})

test('rows that both samples take from one source are counted', async () => {
  const path = join(await temporaryFolder(), 'seen.csv')
  await writeFile(path, HEADER + rows(3000))
  const found = await monitored({ path }, { ...WINDOW, reference: path })
  expect([found.current.rows, found.reference.rows]).toEqual([1440, 3000])
  expect(found.remarks).toEqual([
    '1440 of 1440 rows of the current sample are of times that the reference is of, too',
  ])
})

test('rows that were loaded twice are counted', async () => {
  const text = HEADER + rows(3000)
  const found = await monitored(text + rows(1500))
  expect(found.remarks).toEqual([
    '1500 of 4500 rows of the current sample (33 %) repeat others in every column: was a part of them loaded twice?',
  ])
  expect((await monitored(text)).remarks).toEqual([])
})

test('a Parquet file cut short is told by name, alone and among others', async () => {
  const folder = await temporaryFolder()
  const [whole, cut] = [join(folder, 'a.parquet'), join(folder, 'b.parquet')] as const
  await written(whole, 'SELECT i AS amount FROM range(100000) rows(i)')
  const bytes = await readFile(whole)
  for (const length of [0, 4, 1000, bytes.length - 1]) {
    await writeFile(cut, bytes.subarray(0, length))
    await expect(monitored({ path: cut }), `${length}`).rejects.toMatchObject({
      code: 'bad-data',
      message: expect.stringContaining('b.parquet'),
      place: { path: cut },
    })
    await expect(monitored({ path: join(folder, '*.parquet') }), `${length}`).rejects.toMatchObject({
      code: 'bad-data',
      message: expect.stringContaining('b.parquet'),
    })
  }
})

test('a column whose bytes are damaged is an error of its own', async () => {
  const path = join(await temporaryFolder(), 'damaged.parquet')
  await written(
    path,
    'SELECT (i * 7919) % 5003 AS amount, hash(i)::DOUBLE AS noise, i % 5 AS level FROM range(3000) rows(i)',
  )
  const reference = join(await temporaryFolder(), 'whole.parquet')
  const bytes = await readFile(path)
  await writeFile(reference, bytes)
  const found = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const at = await placeOf(path, 'noise')
  for (let byte = at; byte < at + 24; byte += 1) found.setUint8(byte, 0xff)
  await writeFile(path, bytes)
  const expected = { amount: 'ok', noise: 'error unreadable', level: 'ok' }
  const result = await monitored({ path }, { reference })
  expect([result.outcome, statuses(result)]).toEqual(['inconclusive', expected])
  expect(statuses(await monitored({ path: reference }, { reference: path }))).toEqual(expected)
})

test('columns of any type of DuckDB are compared, or said not to be', async () => {
  const path = join(await temporaryFolder(), 'types.parquet')
  const columns = [
    "{'a': i} AS struct",
    '[i, i] AS list',
    "MAP {'k': i} AS map",
    "'x'::BLOB AS blob",
    'uuid() AS uuid',
    'INTERVAL 1 DAY AS interval',
    "TIME '10:00:00' AS time",
    'i::HUGEINT AS huge',
    '(i / 7)::DECIMAL(10, 2) AS decimal',
    '(i % 2 = 0) AS flag',
    'NULL AS nothing',
  ]
  await written(path, `SELECT i AS amount, ${columns.join(', ')} FROM range(3000) rows(i)`)
  const found = await monitored({ path }, { reference: path })
  expect(found.features).toHaveLength(12)
  expect(found.features.filter(({ status }) => status === 'error' || status === 'drift')).toEqual([])
  expect(statuses(found)).toMatchObject({ amount: 'ok', huge: 'ok', decimal: 'ok', flag: 'ok' })
})

test('a profile by a later release says which one reads it', async () => {
  const training = HEADER + rows(5000)
  const where = await realBench({
    '.github/modelyard.yml': 'registry: registry-data\n',
    'data/train.csv': training,
    ...modelFiles('churn', {
      definition: `${MODEL_YAML}train: {command: python train.py, data: data/train.csv}\n`,
      versions: [{ data: [{ role: 'train', uri: 'data/train.csv', sha256: sha256(training) }] }],
      records: SERVING,
    }),
  })
  const run = () => monitor.execute({ model: 'churn', current: 'data/train.csv' }, where.ports, {})
  const [left] = ((await run()) as DriftResult).evidence
  const kept = await readFile(join(where.root, left?.path ?? ''), 'utf8')
  const folder = 'registry-data/models/churn/versions/1/evidence'
  const commit = async (text: string) => {
    const path = `${folder}/profile-${sha256(text).slice(0, 12)}.json`
    await where.commit('A profile', { [path]: text })
    return path
  }
  const newer = await commit(kept.replace('"schema": 1', '"schema": 2'))
  await expect(run()).rejects.toMatchObject({
    code: 'newer-schema',
    place: { path: newer },
    next: 'install the release of Modelyard that writes schema 2: npm install modelyard@latest',
  })
  await where.git('rm', '-q', newer)
  // A key that this release does not know is not left out without a word.
  const strange = await commit(kept.replace('"rows": 5000,', '"rows": 5000,\n    "sketch": 1,'))
  await expect(run()).rejects.toMatchObject({
    place: { path: strange },
    message: expect.stringContaining('sketch'),
  })
})

async function written(path: string, query: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  await (await instance.connect()).run(`COPY (${query}) TO '${path}' (FORMAT parquet)`)
  instance.closeSync()
}

/** Where the pages of a column of a Parquet file begin. */
async function placeOf(path: string, column: string): Promise<number> {
  const instance = await DuckDBInstance.create(':memory:')
  const found = await (await instance.connect()).runAndReadAll(
    `SELECT coalesce(dictionary_page_offset, data_page_offset) FROM parquet_metadata('${path}') WHERE path_in_schema = '${column}'`,
  )
  return Number(found.getRows()[0]?.[0])
}
