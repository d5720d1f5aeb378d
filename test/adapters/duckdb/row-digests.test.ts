import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { describe, expect, test } from 'vitest'
import { openTables } from '../../../src/adapters/duckdb/tables.ts'
import type { ColumnFacts } from '../../../src/ports.ts'
import { temporaryFolder } from '../../support/temporary.ts'

async function folderWith(files: Readonly<Record<string, string>>) {
  const folder = await temporaryFolder()
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  return { folder, tables: openTables(folder) }
}

const COLUMNS: readonly ColumnFacts[] = [
  { name: 'x', kind: 'number' },
  { name: 'word', kind: 'text' },
]

describe('digests of rows', () => {
  const csv = 'x,word\n1,a\n2,b\n,\n1.0,a\n'

  async function digests(file: string, content: string, columns = COLUMNS): Promise<number[]> {
    const { tables } = await folderWith({ [file]: content })
    const found: number[] = []
    for await (const part of tables.rowDigests(file, columns)) found.push(...part)
    return found
  }

  test('are whole numbers below 2^53, equal where the cells are', async () => {
    const [first, second, missing, again] = await digests('a.csv', csv)
    expect(again).toBe(first)
    expect(new Set([first, second, missing]).size).toBe(3)
    for (const found of [first, second, missing]) expect(Number.isSafeInteger(found)).toBe(true)
  })

  test('are the same in another format, another order of columns, and beside other columns', async () => {
    const expected = (await digests('a.csv', csv)).sort()
    expect((await digests('b.csv', 'word;id;x\na;1;1\nb;2;2\nNA;3;NA\na;4;1\n')).sort()).toEqual(expected)
    const lines = [
      { x: 1, word: 'a' },
      { x: 2, word: 'b' },
      { x: null, word: null },
      { x: 1, word: 'a' },
    ].map(row => JSON.stringify(row))
    expect((await digests('c.jsonl', lines.join('\n'))).sort()).toEqual(expected)
  })

  test('tell cells apart that would be one text end to end', async () => {
    const text = ['p', 'q'].map((name): ColumnFacts => ({ name, kind: 'text' }))
    const found = await digests('a.csv', 'p,q\nab,c\na,bc\n', text)
    expect(found[0]).not.toBe(found[1])
  })

  test('of a column that is not there are an error with its name', async () => {
    await expect(digests('a.csv', 'x\n1\n')).rejects.toMatchObject({
      code: 'bad-data',
      place: { path: 'a.csv' },
    })
  })

  test('of text where a number is due are an error with its row', async () => {
    const late = `x,word\n${'1,a\n'.repeat(5000)}many,b\n`
    await expect(digests('a.csv', late)).rejects.toMatchObject({
      code: 'bad-data',
      message: expect.stringMatching(/`x` at row 5001/),
    })
  })
})

describe('rows without a column', () => {
  test('are a CSV of the cells as they stood, in their order', async () => {
    const csv = 'churn,zip,note\nYes,00123,"say ""hi"", you"\nNo,,"two\nlines"\n'
    const { folder, tables } = await folderWith({ 'a.csv': csv })
    expect(await tables.writeWithout('a.csv', 'churn', 'out.csv')).toBe(2)
    expect(await readFile(join(folder, 'out.csv'), 'utf8')).toBe(csv.replace(/^(?:churn|Yes|No),/gm, ''))
  })

  test('keep their order over many rows, of Parquet too', async () => {
    const { folder, tables } = await folderWith({})
    const database = await (await DuckDBInstance.create(':memory:')).connect()
    const place = join(folder, 'a.parquet')
    await database.run(
      `COPY (SELECT i AS n, 'w' AS churn FROM range(300000) t(i)) TO '${place}' (FORMAT parquet)`,
    )
    database.closeSync()
    expect(await tables.writeWithout('a.parquet', 'churn', 'out.csv')).toBe(300_000)
    const lines = (await readFile(join(folder, 'out.csv'), 'utf8')).trimEnd().split('\n').slice(1)
    expect(lines.every((line, index) => line === String(index))).toBe(true)
  })

  test('of a file that lacks the column are an error', async () => {
    const { tables } = await folderWith({ 'a.csv': 'x\n1\n' })
    await expect(tables.writeWithout('a.csv', 'churn', 'out.csv')).rejects.toMatchObject({ code: 'bad-data' })
  })
})

test('the first text where a number is due has its row, and a column of numbers has none', async () => {
  const { tables } = await folderWith({ 'a.csv': 'x,y\n1,1\nNA,2\nmany,3\nmore,4\n' })
  expect(await tables.firstText('a.csv', 'x')).toEqual({ row: 3, text: 'many' })
  expect(await tables.firstText('a.csv', 'y')).toBeUndefined()
})
