import { existsSync } from 'node:fs'
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { inSealedSession } from '../../../src/adapters/duckdb/sealed-session.ts'
import { openTables } from '../../../src/adapters/duckdb/tables.ts'
import { isPublicAddress } from '../../../src/adapters/web/public-address.ts'
import { openWebData } from '../../../src/adapters/web/public-file.ts'
import type { SampleSource } from '../../../src/domain/monitoring/sample-source.ts'
import type { Window } from '../../../src/domain/monitoring/window.ts'
import { temporaryFolder } from '../../support/temporary.ts'

async function place(files: Readonly<Record<string, string>>) {
  const folder = await temporaryFolder()
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
  const tables = openTables(folder)
  let made = 0
  return {
    folder,
    tables,
    async gather(from: SampleSource['from'], more: Partial<SampleSource> = {}) {
      made += 1
      const to = join(folder, `gathered/${made}.parquet`)
      return { ...(await tables.gather({ from, isKept: false, ...more }, to)), to }
    },
  }
}

const rowsIn = async (path: string): Promise<unknown[][]> => {
  const instance = await DuckDBInstance.create(':memory:')
  const found = await (await instance.connect()).runAndReadAll(`SELECT * FROM '${path}' ORDER BY ALL`)
  return found.getRowsJS() as unknown[][]
}

const day = (text: string) => Date.parse(text)
const within = (column: string, ...windows: readonly Window[]) => ({ times: { column, windows } })

test('files that a pattern names are one table: columns by name, numbers as numbers, what is none as NaN', async () => {
  const { gather, tables } = await place({
    'a/1.csv': 'x,y,when\n1,a,2026-01-01\nNA,b,2026-01-02\n',
    'a/2.csv': 'y;x\nc;3\nd;words\n',
    'a/3.jsonl': '{"x":5,"z":true}\n',
    'a/4.csv': 'x,y\n,\n',
    'b.csv': 'x\n99\n',
  })
  const { rows, to } = await gather({ files: 'a/*.*' })
  expect(rows).toBe(6)
  expect(await tables.columns(to)).toEqual([
    { name: 'x', kind: 'number' },
    { name: 'z', kind: 'number' },
    { name: 'y', kind: 'text' },
    { name: 'when', kind: 'text' },
  ])
  expect(await rowsIn(to)).toEqual([
    [1, null, 'a', '2026-01-01'],
    [3, null, 'c', null],
    [5, 1, null, null],
    [Number.NaN, null, 'd', null],
    [null, null, 'b', '2026-01-02'],
    [null, null, null, null],
  ])
})

test('rows have one digest however they are divided and ordered, and another when one of them differs', async () => {
  const { folder, gather } = await place({})
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.constantFrom<string>('a', 'b,"', '')), {
        minLength: 2,
        maxLength: 12,
      }),
      fc.nat(11),
      async (rows, cut) => {
        const text = (some: typeof rows) =>
          `x,y\n${some.map(([x, y]) => `${x},"${y.replaceAll('"', '""')}"\n`).join('')}`
        const digest = async (...parts: string[]) => {
          await mkdir(join(folder, 'parts'), { recursive: true })
          const run = Math.random().toString(36).slice(2)
          for (const [index, part] of parts.entries())
            await writeFile(join(folder, `parts/${run}-${index}.csv`), part)
          return (await gather({ files: `parts/${run}-*.csv` })).sha256
        }
        const whole = await digest(text(rows))
        const at = (cut % (rows.length - 1)) + 1
        expect(await digest(text(rows.slice(at)), text(rows.slice(0, at)))).toBe(whole)
        const [first = [0, ''], ...rest] = rows
        expect(await digest(text([[first[0] + 9, first[1]], ...rest]))).not.toBe(whole)
        expect(await digest(text([first, ...rows]))).not.toBe(whole)
      },
    ),
    { numRuns: 4 },
  )
})

test('a window takes the rows from its start to before its end, in UTC, and says what the times are like', async () => {
  const lines = [
    '1,2026-02-28T23:59:59.999Z',
    '2,2026-03-01T00:00:00Z',
    '3,2026-03-01 01:00:00+02:00',
    '4,2026-03-01 05:00:00',
    '5,2026-03-08',
    '6,2026-03-07T20:00:00-05:00',
    '7,soon',
    '8,',
    '9,2026-03-07T23:59:59.999999',
  ]
  const { gather } = await place({ 'a.csv': `x,at\n${lines.join('\n')}\n` })
  const found = await gather(
    { files: 'a.csv' },
    within('at', { from: day('2026-03-01'), to: day('2026-03-08') }),
  )
  expect((await rowsIn(found.to)).map(([x]) => x)).toEqual([2, 4, 9])
  expect(found).toMatchObject({
    rows: 3,
    times: {
      rows: 9,
      unreadable: 2,
      withoutZone: 3,
      withZone: 4,
      first: day('2026-02-28T23:00:00Z'),
      last: day('2026-03-08T01:00:00Z'),
    },
  })
})

test.each([
  ['TIMESTAMP', "TIMESTAMP '2026-03-01 12:00:00'"],
  ['TIMESTAMPTZ', "TIMESTAMPTZ '2026-03-01 14:00:00+02'"],
  ['DATE', "DATE '2026-03-01'"],
  ['TIMESTAMP_NS', "TIMESTAMP_NS '2026-03-01 12:00:00.5'"],
])('a column of type %s says when a row is of', async (_, value) => {
  const { gather, tables } = await place({})
  const from = { sql: `SELECT ${value} AS at, 1 AS x UNION ALL SELECT NULL, 2` }
  const { rows, times, to } = await gather(
    from,
    within('at', { from: day('2026-03-01'), to: day('2026-03-02') }, { from: 0, to: 1 }),
  )
  expect([rows, times?.rows, times?.unreadable]).toEqual([1, 2, 1])
  expect(await tables.countWithin(to, 'at', [{ from: 0, to: day('2026-03-01T00:00:00Z') }])).toBe(0)
  expect(await tables.countWithin(to, 'at', [{ from: 0, to: day('2026-03-02T00:00:00Z') }])).toBe(1)
})

test('a column of numbers, or none of that name, says of no row when it is of', async () => {
  const { gather } = await place({ 'a.csv': 'x,at\n1,1700000000\n' })
  const asked = (column: string) =>
    gather({ files: 'a.csv' }, within(column, { from: 0, to: 1 })).catch(error => error)
  expect(await asked('at')).toMatchObject({ code: 'bad-data', next: expect.stringContaining('to_timestamp') })
  expect(await asked('when')).toMatchObject({ code: 'bad-data', next: 'it has x, at' })
})

/** Where a command stands is where DuckDB believes to be. */
function standIn(folder: string): void {
  const before = process.cwd()
  onTestFinished(() => process.chdir(before))
  process.chdir(folder)
}

test('a query reads files of the repository by their paths in it', async () => {
  const { folder, gather } = await place({ 'data/a.csv': 'x\n1\n2\n3\n', 'models/b.csv': '' })
  standIn(join(folder, 'models'))
  const { rows, to } = await gather({
    sql: "SELECT x * 2 AS y FROM 'data/a.csv' WHERE x > 1 -- two of them\n;",
  })
  expect(rows).toBe(2)
  expect(await rowsIn(to)).toEqual([[4], [6]])
})

test('a query reaches nothing outside of the repository, and changes nothing', async () => {
  const { folder, gather } = await place({ 'inside/a.csv': 'x\n1\n' })
  const outside = await place({ 'secret.csv': 'x\n42\n' })
  const secret = join(outside.folder, 'secret.csv')
  const beyond = [
    `SELECT * FROM '${secret}'`,
    `SELECT * FROM read_csv('${folder}/inside/../../${secret.split('/').at(-2)}/secret.csv')`,
    `SELECT content FROM read_text('${secret}')`,
    `SELECT * FROM glob('${outside.folder}/*')`,
    "SELECT * FROM 'https://example.org/a.parquet'",
    `SELECT 1) TO '${folder}/inside/b.csv'; --`,
    `SELECT * FROM query('COPY (SELECT 1) TO ''${folder}/inside/b.csv''')`,
    'words',
  ]
  const others = [
    `COPY (SELECT 1) TO '${folder}/inside/b.csv'`,
    'CREATE TABLE t AS SELECT 1',
    'CALL pragma_version()',
    'SELECT 1; SELECT 2',
    'EXPLAIN SELECT 1',
    '',
  ]
  for (const sql of beyond) await expect(gather({ sql }), sql).rejects.toMatchObject({ code: 'bad-data' })
  for (const sql of others) await expect(gather({ sql }), sql).rejects.toMatchObject({ code: 'bad-input' })
  expect(existsSync(join(folder, 'inside/b.csv'))).toBe(false)
})

test('what runs in a sealed session cannot open it again', async () => {
  const { folder } = await place({ 'a.csv': 'x\n1\n' })
  const reach = { files: [], folders: [`${folder}/`], spill: join(folder, 'spill') }
  await inSealedSession(reach, async database => {
    for (const sql of [
      'SET enable_external_access = true',
      "SET allowed_directories = ['/']",
      "SET memory_limit = '100GB'",
      'SET autoinstall_known_extensions = true',
      'INSTALL httpfs',
      `ATTACH '/etc/c.db'`,
    ])
      await expect(database.run(sql), sql).rejects.toThrow(/locked|disabled by configuration/)
    expect((await database.runAndReadAll(`SELECT * FROM '${folder}/a.csv'`)).getRows()).toEqual([[1n]])
  })
})

test('a file that model.yaml names lies in the repository, whatever links say', async () => {
  const { folder, gather } = await place({ 'data/a.csv': 'x\n1\n' })
  const outside = await place({ 'b.csv': 'x\n2\n' })
  await symlink(join(outside.folder, 'b.csv'), join(folder, 'data/b.csv'))
  await expect(gather({ files: 'data/*.csv' }, { isKept: true })).rejects.toMatchObject({
    code: 'path-escape',
    place: { path: 'data/b.csv' },
  })
  expect((await gather({ files: 'data/*.csv' })).rows).toBe(2)
  expect((await gather({ files: 'data/a*.csv' }, { isKept: true })).rows).toBe(1)
})

test('what is not there, or of a kind that nothing reads, says what to do', async () => {
  const { gather } = await place({ 'a.csv': 'x\n1\n' })
  const asked = (files: string) => gather({ files }).catch(error => error)
  expect(await asked('b*.csv')).toMatchObject({ code: 'bad-data', message: 'b*.csv stands for no file' })
  expect(await asked('ftp://example.org/a.csv')).toMatchObject({ code: 'bad-data' })
  expect(await asked('https://example.org/a.csv')).toMatchObject({ code: 'unsupported' })
  expect(await asked('s3://bucket/a.parquet')).toMatchObject({
    code: expect.stringMatching(/^(?:missing-engine|bad-data)$/),
  })
})

async function serving(content: string, announced = content.length) {
  const asked: (string | undefined)[] = []
  const server = createServer((request, response) => {
    asked.push(request.url)
    if (request.url?.startsWith('/data/') !== true) return response.writeHead(404).end()
    response.writeHead(200, { 'content-length': announced })
    response.write(content)
    return announced === content.length ? response.end() : void response.destroy()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  // The address is https:; a server of this machine stands for the public internet, and has no certificate.
  const open = openWebData({
    schemes: ['http:'],
    isAllowed: address => address === '127.0.0.1' || isPublicAddress(address),
    resolve: (_, then) => then(null, [{ address: '127.0.0.1', family: 4 }]),
  })
  return {
    asked,
    fetch: async (url: string) => open(url.replace(/^https:\/\/[^/]+/, `http://data.example:${port}`)),
  }
}

test('what lies at an address is fetched once and read by the end of its name', async () => {
  const { asked, fetch } = await serving('{"x":1}\n{"x":2}\n')
  const folder = await temporaryFolder()
  const tables = openTables(folder, folder, fetch)
  const to = join(folder, 'out/a.parquet')
  const from = { files: 'https://data.example/data/march.jsonl?token=1' }
  expect(await tables.gather({ from, isKept: true }, to)).toMatchObject({ rows: 2 })
  expect(asked).toEqual(['/data/march.jsonl?token=1'])
  await expect(
    tables.gather({ from: { files: 'https://data.example/gone.csv' }, isKept: true }, `${to}2`),
  ).rejects.toMatchObject({ code: 'bad-data', message: expect.stringContaining('status 404') })
})

test('a download that is cut short is none', async () => {
  const { fetch } = await serving('x\n1\n', 1000)
  const folder = await temporaryFolder()
  await expect(
    openTables(folder, folder, fetch).gather(
      { from: { files: 'https://data.example/data/a.csv' }, isKept: true },
      join(folder, 'out/a.parquet'),
    ),
  ).rejects.toMatchObject({ code: 'remote-failed' })
})

test('rows that another one before them equals are counted, whatever is missing in them', async () => {
  const { tables } = await place({
    'a.csv': 'x,y\n1,a\n1,a\n1,b\n,a\n,a\n1,a\n',
    'b.csv': 'x\n',
  })
  expect(await tables.countRepeats('a.csv')).toBe(3)
  expect(await tables.countRepeats('b.csv')).toBe(0)
})
