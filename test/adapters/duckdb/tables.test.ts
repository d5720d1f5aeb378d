import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openTables } from '../../../src/adapters/duckdb/tables.ts'
import type { ColumnFacts, Tables } from '../../../src/ports.ts'
import { temporaryFolder } from '../../support/temporary.ts'

type Cells = Record<string, (string | number)[]>

const number = (name: string): ColumnFacts => ({ name, kind: 'number' })
const text = (name: string): ColumnFacts => ({ name, kind: 'text' })

/** Tables over a folder that holds one file. */
async function tablesWith(name: string, content: string | Uint8Array): Promise<Tables> {
  const folder = await temporaryFolder()
  await writeFile(join(folder, name), content)
  return openTables(folder)
}

/** All values of columns, batch after batch. */
async function readAll(
  tables: Tables,
  path: string,
  columns: readonly ColumnFacts[],
  rows = 1_000,
): Promise<Cells> {
  const cells: Cells = Object.fromEntries(columns.map(({ name }) => [name, []]))
  for await (const batch of tables.read(path, columns, rows)) {
    for (const [index, { name }] of columns.entries()) {
      const column = batch.columns[index]
      if (column?.kind === 'number') cells[name]?.push(...column.values)
      else cells[name]?.push(...Array.from(column?.codes ?? [], code => column?.words[code] ?? '?'))
    }
  }
  return cells
}

describe('a CSV', () => {
  test.each([
    ['plain', 'a,b\n1,x\n-2.5e3,y\n', { a: [1, -2500], b: ['x', 'y'] }],
    ['without a last line end', 'a,b\n1,x', { a: [1], b: ['x'] }],
    ['with CRLF', 'a,b\r\n1,x\r\n2,y\r\n', { a: [1, 2], b: ['x', 'y'] }],
    ['with a byte order mark', '\ufeffa,b\n1,x\n', { a: [1], b: ['x'] }],
    ['with semicolons', 'a;b\n1;x,y\n', { a: [1], b: ['x,y'] }],
    ['with tabs', 'a\tb\n1\tx y\n', { a: [1], b: ['x y'] }],
    [
      'with more commas than semicolons in its cells',
      'a;b\n1;x,y,z\n2;u,v,w\n',
      { a: [1, 2], b: ['x,y,z', 'u,v,w'] },
    ],
    ['with a comma in a name', 'a;"b,c,d";e\n1;2;x\n', { a: [1], 'b,c,d': [2], e: ['x'] }],
    [
      'with marks and quotes in its cells',
      '"a","b"\n"x",";\'y"\n"z","\';w"\n',
      { a: ['x', 'z'], b: [";'y", "';w"] },
    ],
    ['with hashes', 'a,b\n#1,x\n#2,y\n', { a: ['#1', '#2'], b: ['x', 'y'] }],
    ['with one column', 'a\n1\n2\n', { a: [1, 2] }],
    ['with words alone', 'name,city\nann,rome\n', { name: ['ann'], city: ['rome'] }],
    ['with quotes', 'a,b\n1,"say ""hi"", you"\n', { a: [1], b: ['say "hi", you'] }],
    ['with line ends in quotes', 'a,b\n1,"x\ny"\n2,z\n', { a: [1, 2], b: ['x\ny', 'z'] }],
    ['with an empty line', 'a,b\n1,x\n\n2,y\n', { a: [1, 2], b: ['x', 'y'] }],
    ['with numbers as names', '2019,2020\n1,2\n', { '2019': [1], '2020': [2] }],
    ['with names in quotes', '"a ""b""","c,d"\n1,2\n', { 'a "b"': [1], 'c,d': [2] }],
    ['with numbers that are names', 'id,zip\n1,00123\n', { id: [1], zip: ['00123'] }],
    ['with days', 'day,v\n2026-10-01,1\n', { day: ['2026-10-01'], v: [1] }],
    ['with an index as pandas writes it', ',a\n0,5\n1,6\n', { column0: [0, 1], a: [5, 6] }],
    ['with truth values', 'a,b\nTrue,x\nfalse,y\n,z\n', { a: [1, 0, Number.NaN], b: ['x', 'y', 'z'] }],
    ['with what is missing', 'a,b\nNA,NA\n,\n1,x\n', { a: [Number.NaN, Number.NaN, 1], b: ['', '', 'x'] }],
    ['with a column that is all missing', 'a,b\nNA,1\n,2\n', { a: ['', ''], b: [1, 2] }],
    ['without rows', 'a,b\n', { a: [], b: [] }],
  ])('%s', async (_what, content, expected) => {
    const tables = await tablesWith('rows.csv', content)
    const columns = await tables.columns('rows.csv')
    expect(columns.map(({ name }) => name).sort()).toEqual(Object.keys(expected).sort())
    expect(await readAll(tables, 'rows.csv', columns)).toEqual(expected)
    expect(await tables.countRows('rows.csv')).toBe(Object.values(expected)[0]?.length)
  })

  test('is read in the columns, the order and the kinds that are asked for', async () => {
    const tables = await tablesWith('rows.csv', 'a,b,c\n1,2,true\n01,4,false\n')
    expect(await readAll(tables, 'rows.csv', [text('b'), number('a')])).toEqual({ b: ['2', '4'], a: [1, 1] })
    expect(await readAll(tables, 'rows.csv', [text('a'), text('c')])).toEqual({
      a: ['1', '01'],
      c: ['true', 'false'],
    })
    expect(await readAll(tables, 'rows.csv', [])).toEqual({})
  })

  test('takes infinities and NaN for the numbers that they are', async () => {
    const tables = await tablesWith('rows.csv', 'a\ninf\nNaN\n-Infinity\n')
    expect(await readAll(tables, 'rows.csv', [number('a')])).toEqual({
      a: [Number.POSITIVE_INFINITY, Number.NaN, Number.NEGATIVE_INFINITY],
    })
  })

  test('says what csv-parse says, whatever stands in its cells', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'b', '7', '.', ' ', ',', ';', '"', "'", '\n', 'é', '😀', '\t', '#'),
      minLength: 1,
      maxLength: 6,
    })
    const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 })
    const folder = await temporaryFolder()
    const tables = openTables(folder)
    await fc.assert(
      fc.asyncProperty(table, async rows => {
        const content = [['one', 'two', 'three'], ...rows].map(row => row.map(quoted).join(',')).join('\n')
        await writeFile(join(folder, 'rows.csv'), `${content}\n`)
        const [header = [], ...body] = parse(content) as string[][]
        const wanted = Object.fromEntries(
          header.map((name, at) => [name, body.map(row => row[at] as string)]),
        )
        expect(await readAll(tables, 'rows.csv', header.map(text))).toEqual(wanted)
      }),
      { numRuns: 60 },
    )
  })
})

describe('many rows', () => {
  const ROWS = 60_000
  const LINES = Array.from(
    { length: ROWS },
    (_, row) => `${row},${row < 30_000 ? 'early' : `late ${row % 3}`}`,
  )

  test('come in their order, in batches of the size that was asked for', async () => {
    const tables = await tablesWith('rows.csv', `n,word\n${LINES.join('\n')}\n`)
    let next = 0
    const sizes = new Set<number>()
    for await (const { start, rows, columns } of tables.read(
      'rows.csv',
      [text('word'), number('n')],
      7_000,
    )) {
      expect(start).toBe(next)
      sizes.add(rows)
      const [words, numbers] = columns
      if (words?.kind !== 'text' || numbers?.kind !== 'number') throw new Error('other kinds than asked for')
      for (let row = 0; row < rows; row += 1) {
        if (numbers.values[row] !== next) throw new Error(`row ${next} is ${numbers.values[row]}`)
        // Words that came after the rows by which categories are guessed have codes too.
        const word = words.words[words.codes[row] as number]
        if (word !== (next < 30_000 ? 'early' : `late ${next % 3}`)) throw new Error(`row ${next} is ${word}`)
        next += 1
      }
    }
    expect(next).toBe(ROWS)
    expect([...sizes]).toEqual([7_000, ROWS % 7_000])
  })

  test('of thousands of different words keep each', async () => {
    const words = Array.from({ length: 5_000 }, (_, row) => `word ${row}`)
    const tables = await tablesWith('rows.csv', `w,n\n${words.map(word => `${word},1`).join('\n')}\n`)
    expect((await readAll(tables, 'rows.csv', [text('w')], 999)).w).toEqual(words)
  })

  test('can be read twice at once', async () => {
    const tables = await tablesWith('rows.csv', `n,word\n${LINES.join('\n')}\n`)
    const [one, other] = await Promise.all([
      readAll(tables, 'rows.csv', [number('n')]),
      readAll(tables, 'rows.csv', [number('n'), text('word')]),
    ])
    expect(one.n).toHaveLength(ROWS)
    expect(other.n).toEqual(one.n)
  })
})

describe('other formats say what a CSV says', () => {
  test.each([
    ['parquet', 'FORMAT parquet'],
    ['jsonl', 'FORMAT json'],
    ['ndjson', 'FORMAT json'],
  ])('.%s', async (extension, options) => {
    const folder = await temporaryFolder()
    const path = join(folder, `rows.${extension}`).replaceAll('\\', '/')
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    await connection.run(
      `COPY (SELECT * FROM (VALUES (1, 'x', 1.5, true), (2, NULL, NULL, NULL), (3, 'y', -1, false)) AS rows(a, b, c, d)) TO '${path}' (${options})`,
    )
    connection.closeSync()
    const tables = openTables(folder)
    const columns = await tables.columns(`rows.${extension}`)
    expect(columns).toEqual([number('a'), text('b'), number('c'), number('d')])
    expect(await readAll(tables, `rows.${extension}`, columns)).toEqual({
      a: [1, 2, 3],
      b: ['x', '', 'y'],
      c: [1.5, Number.NaN, -1],
      d: [1, Number.NaN, 0],
    })
    expect(await tables.countRows(`rows.${extension}`)).toBe(3)
  })
})

describe('a file that cannot be read says where and what to do', () => {
  const many = Array.from({ length: 3_000 }, (_, row) => `${row},true`).join('\n')

  test.each([
    ['that is empty', 'rows.csv', '', 'is empty', 'wrote it'],
    ['with two columns of one name', 'rows.csv', 'a,b,a\n1,2,3\n', '`a`', 'rename'],
    ['with a row too short, late', 'rows.csv', `n,t\n${many}\n5\n6,x\n`, 'cannot be read', 'check'],
    ['that is no text', 'rows.csv', Uint8Array.of(0, 1, 255, 254, 10, 0), 'cannot be read', 'check'],
    ['in Latin 1', 'rows.csv', Buffer.from('a,b\n1,caf\xe9\n', 'latin1'), 'cannot be read', 'check'],
    ['that is no Parquet', 'rows.parquet', 'PAR1 not really', 'cannot be read', 'whole'],
    ['of broken JSON lines', 'rows.jsonl', '{"a":1\n', 'cannot be read', 'whole'],
  ])('%s', async (_what, path, content, message, next) => {
    const tables = await tablesWith(path, content)
    const reading = async () => readAll(tables, path, await tables.columns(path))
    await expect(reading()).rejects.toMatchObject({
      code: 'bad-data',
      place: { path },
      message: expect.stringContaining(message),
      next: expect.stringContaining(next),
    })
  })

  test.each([
    ['a word', `n,t\n${many}\noops,true\n`, 'n', 3_001, 'oops'],
    ['a word in the first row', 'n,t\nx,1\n2,1\n', 'n', 1, 'x'],
    ['a truth value among numbers', `n,t\n${many}\ntrue,true\n`, 'n', 3_001, 'true'],
    ['a word among truth values', `n,t\n${many}\n1,maybe\n`, 't', 3_001, 'maybe'],
  ])('%s where a number is due: by column and row', async (_what, content, column, row, word) => {
    const tables = await tablesWith('rows.csv', content)
    const reading = readAll(tables, 'rows.csv', [number(column)])
    await expect(reading).rejects.toMatchObject({ code: 'bad-data', next: expect.stringContaining('NA') })
    await expect(reading).rejects.toThrow(`column \`${column}\` at row ${row},`)
    await expect(reading).rejects.toThrow(`"${word}"`)
  })

  test('a column that it does not have names those that it has', async () => {
    const tables = await tablesWith('rows.csv', 'tenure,churn\n1,Yes\n')
    await expect(readAll(tables, 'rows.csv', [number('tenur'), text('x')])).rejects.toMatchObject({
      code: 'bad-data',
      message: expect.stringContaining('columns `tenur`, `x`'),
      next: expect.stringContaining('tenure, churn'),
    })
  })

  test('a path that leads to nothing, or to a folder', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'data'))
    const tables = openTables(folder)
    await expect(tables.columns('nothing.csv')).rejects.toMatchObject({ code: 'bad-data' })
    await expect(tables.countRows('data')).rejects.toMatchObject({
      code: 'bad-data',
      next: expect.stringContaining('CSV, Parquet or JSON lines'),
    })
  })

  test.each(["it's; DROP.csv", 'a b.csv', 'ümlaut.csv'])('its name is only a name: %s', async path => {
    const tables = await tablesWith(path, 'a\n1\n')
    expect(await readAll(tables, path, [number('a')])).toEqual({ a: [1] })
  })
})
