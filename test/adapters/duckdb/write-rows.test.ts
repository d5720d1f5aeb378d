import { existsSync } from 'node:fs'
import { readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recordBytes } from '../../../src/adapters/duckdb/line-records.ts'
import { openTables } from '../../../src/adapters/duckdb/tables.ts'
import { temporaryFolder } from '../../support/temporary.ts'

/** What is written of a file for some rows of it. */
async function chosen(name: string, content: string | Uint8Array, rows: readonly number[]): Promise<string> {
  const folder = await temporaryFolder()
  await writeFile(join(folder, name), content)
  await openTables(folder).writeRows(name, Uint32Array.from(rows), `out/${name}`)
  return readFile(join(folder, 'out', name), 'utf8')
}

describe('of a CSV some rows', () => {
  test.each([
    ['plain', 'a,b\n1,x\n2,y\n3,z\n', [0, 2], 'a,b\n1,x\n3,z\n'],
    ['with CRLF', 'a,b\r\n1,x\r\n2,y\r\n', [1], 'a,b\r\n2,y\r\n'],
    ['with CR alone', 'a,b\r1,x\r2,y\r', [1], 'a,b\r2,y\r'],
    ['without a last line end', 'a,b\n1,x\n2,y', [1], 'a,b\n2,y'],
    ['with quotes that nobody needs', '"a",b\n"1",x\n2,"y"\n', [0, 1], '"a",b\n"1",x\n2,"y"\n'],
    ['with line ends in a cell', 'a,b\n1,"x\n\ny"\n2,"z\r\n"\n', [0], 'a,b\n1,"x\n\ny"\n'],
    ['with quotes in quotes', 'a,b\n1,"x"",\n""y"\n2,"""\n"""\n', [1], 'a,b\n2,"""\n"""\n'],
    ['with a quote inside a word', 'a,b\n1,5" pipe\n2,6" pipe\n', [1], 'a,b\n2,6" pipe\n'],
    ['with spaces before a quote', 'a,b\n1, "x\ny"\n2,z\n', [0], 'a,b\n1, "x\ny"\n'],
    ['with what is missing', 'a,b\nNA,\n,NA\n""," "\n', [0, 2], 'a,b\nNA,\n""," "\n'],
    ['with a byte order mark and tabs', '\ufeffa\tb\n1\t"x\t"\n2\ty\n', [0], '\ufeffa\tb\n1\t"x\t"\n'],
    ['with empty lines', 'a,b\n\n1,x\n\n2,y\n\n', [1], 'a,b\n\n2,y\n'],
    ['of one column, where an empty line is a row', 'a\n1\n\n3\n', [1, 2], 'a\n\n3\n'],
  ])('%s are written as they stand', async (_, content, rows, wanted) => {
    expect(await chosen('rows.csv', content, rows)).toBe(wanted)
  })

  test('whatever stands in its cells are those that a query numbers so', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '7', ' ', ',', '"', '\n', 'é', '😀', '#', "'"),
      maxLength: 5,
    })
    const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`
    const table = fc.array(fc.tuple(cell, cell, fc.boolean()), { minLength: 1, maxLength: 12 })
    const folder = await temporaryFolder()
    const tables = openTables(folder)
    const rowsOf = async (path: string) => {
      const found: string[][] = []
      const columns = ['n', 'one', 'two'].map(name => ({ name, kind: 'text' as const }))
      for await (const { rows, columns: read } of tables.read(path, columns, 100)) {
        for (let row = 0; row < rows; row += 1)
          found.push(
            read.map(values => (values.kind === 'text' ? (values.words[values.codes[row] ?? 0] ?? '') : '')),
          )
      }
      return found
    }
    await fc.assert(
      fc.asyncProperty(table, async rows => {
        const lines = rows.map(([one, two], index) => `${index},${quoted(one)},${quoted(two)}`)
        await writeFile(join(folder, 'rows.csv'), `n,one,two\n${lines.join('\n')}\n`)
        const picked = rows.flatMap(([, , wanted], index) => (wanted ? [index] : []))
        await tables.writeRows('rows.csv', Uint32Array.from(picked), 'some.csv')
        const all = await rowsOf('rows.csv')
        const some = picked.length === 0 ? [] : await rowsOf('some.csv')
        expect(some).toEqual(picked.map(index => all[index]))
      }),
      { numRuns: 60 },
    )
  })

  test('are the same bytes in whatever pieces the file is read', async () => {
    const content = new TextEncoder().encode('a,b\r\n\r\n1,"x\r\n""y"\r\n2,z\r\n\r\n3, "q\r"\r\n')
    const wanted = (record: number) => record === 0 || record > 1
    const bytesIn = async (size: number) => {
      const pieces = (async function* () {
        for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size)
      })()
      const found = recordBytes(pieces, { delimiter: ',', keepsEmpty: false }, wanted)
      const parts: Uint8Array[] = []
      for (;;) {
        const { done, value } = await found.next()
        if (done) return { records: value, text: Buffer.concat(parts).toString() }
        parts.push(value)
      }
    }
    const whole = await bytesIn(1000)
    expect(whole).toEqual({ records: 4, text: 'a,b\r\n2,z\r\n\r\n3, "q\r"\r\n' })
    for (let size = 1; size < content.length; size += 1) expect(await bytesIn(size)).toEqual(whole)
  })

  test('are refused where a query finds others than stand between the line ends', async () => {
    // Above the header stands a line that a query takes for it, and the header for a row.
    await expect(chosen('rows.csv', '\n\na,b\n1,x\n2,y\n', [1])).rejects.toMatchObject({ code: 'bad-data' })
  })
})

test('of JSON lines some rows are written as they stand', async () => {
  const lines = '{"a": 1,  "b": "x\\n"}\n{"a":2}\r\n\n{"a":3}'
  expect(await chosen('rows.jsonl', lines, [0, 2])).toBe('{"a": 1,  "b": "x\\n"}\n\n{"a":3}')
})

test('of Parquet some rows are the same bytes every time, with the types that they had', async () => {
  const folder = await temporaryFolder()
  const database = await (await DuckDBInstance.create(':memory:')).connect()
  await database.run(
    `COPY (SELECT range::INTEGER AS n, range % 7 = 0 AS seventh, 'word ' || range AS word, NULL::DOUBLE AS missing FROM range(300000)) TO '${folder}/rows.parquet' (FORMAT parquet, ROW_GROUP_SIZE 10000)`,
  )
  const rows = Uint32Array.from({ length: 150_000 }, (_, index) => 2 * index)
  for (const name of ['first', 'second'])
    await openTables(folder).writeRows('rows.parquet', rows, `${name}.parquet`)
  const [first, second] = await Promise.all(
    ['first', 'second'].map(name => readFile(join(folder, `${name}.parquet`))),
  )
  expect(first?.equals(second as Buffer)).toBe(true)
  const found = await database.runAndReadAll(
    `SELECT count(*), bool_and(n = 2 * (row - 1)), bool_and(word = 'word ' || n), typeof(any_value(n)), typeof(any_value(seventh)) FROM (SELECT *, row_number() OVER () AS row FROM read_parquet('${folder}/first.parquet'))`,
  )
  expect(found.getRowsJS()).toEqual([[150_000n, true, true, 'INTEGER', 'BOOLEAN']])
  database.closeSync()
})

describe('what is written', () => {
  test('replaces what was there, and leaves nothing beside it', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'rows.csv'), 'a,b\n1,x\n')
    await writeFile(join(folder, 'out.csv'), 'old')
    await openTables(folder).writeRows('rows.csv', Uint32Array.of(0), 'out.csv')
    expect(await readFile(join(folder, 'out.csv'), 'utf8')).toBe('a,b\n1,x\n')
    expect((await readdir(folder)).sort()).toEqual(['out.csv', 'rows.csv'])
  })

  test('is never the file itself, by whatever name', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'rows.csv'), 'a,b\n1,x\n')
    await symlink('rows.csv', join(folder, 'link.csv'))
    for (const to of ['rows.csv', './out/../rows.csv', 'link.csv'])
      await expect(openTables(folder).writeRows('rows.csv', new Uint32Array(), to)).rejects.toMatchObject({
        code: 'bad-input',
      })
    expect(await readFile(join(folder, 'rows.csv'), 'utf8')).toBe('a,b\n1,x\n')
  })

  test('and cannot be is said, and is not begun', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'rows.csv'), 'a,b\n1,x\n')
    await expect(
      openTables(folder).writeRows('rows.csv', Uint32Array.of(0), 'rows.csv/out.csv'),
    ).rejects.toMatchObject({ code: 'cannot-write' })
    await writeFile(join(folder, 'bad.csv'), '\n\na,b\n1,x\n')
    await expect(openTables(folder).writeRows('bad.csv', Uint32Array.of(0), 'out.csv')).rejects.toMatchObject(
      { code: 'bad-data' },
    )
    expect(existsSync(join(folder, 'out.csv'))).toBe(false)
  })
})
