import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { expect, test } from 'vitest'
import { openTables } from '../../../src/adapters/duckdb/tables.ts'
import type { ColumnFacts, Tables } from '../../../src/ports.ts'
import { temporaryFolder } from '../../support/temporary.ts'

const ROWS = [
  ['1', 'true', 'Yes'],
  ['1.0', 'FALSE', 'No'],
  [' 2', 'true', 'Yes'],
  ['+3', '', 'NA'],
  ['1e3', 'false', ''],
  ['-0', 'true', 'maybe'],
  ['.5', 'true', 'Yes'],
  ['0.1000000000000000055511151231257827', 'true', 'Yes'],
  ['NA', 'true', 'Yes'],
  ['inf', 'true', 'Yes'],
]
const CSV = `x,flag,word\n${ROWS.map(row => row.join(',')).join('\n')}\n`

async function readEach(tables: Tables, path: string, columns: readonly ColumnFacts[]) {
  const cells: (number | string)[][] = columns.map(() => [])
  for await (const batch of tables.read(path, columns, 3)) {
    for (const [index, column] of batch.columns.entries()) {
      if (column.kind === 'number') cells[index]?.push(...column.values)
      else cells[index]?.push(...Array.from(column.codes, code => column.words[code] ?? '?'))
    }
  }
  return cells
}

/** The file as it is, as Parquet and as JSON lines. */
async function written(): Promise<{ tables: Tables; paths: string[] }> {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'rows.csv'), CSV)
  const database = await (await DuckDBInstance.create(':memory:')).connect()
  const select = `SELECT 0.1::FLOAT * row AS x, row % 2 = 0 AS flag, 'w' || row % 3 AS word FROM range(10) t(row)`
  await database.run(`COPY (${select}) TO '${join(folder, 'rows.parquet')}' (FORMAT parquet)`)
  await database.run(`COPY (${select}) TO '${join(folder, 'rows.jsonl')}' (FORMAT json)`)
  database.closeSync()
  return { tables: openTables(folder), paths: ['rows.csv', 'rows.parquet', 'rows.jsonl'] }
}

test('columns that are asked for as numbers and as text, or twice, are what they are when asked for alone', async () => {
  const { tables, paths } = await written()
  const columns: ColumnFacts[] = [
    { name: 'x', kind: 'number' },
    { name: 'word', kind: 'text' },
    { name: 'flag', kind: 'number' },
    { name: 'flag', kind: 'text' },
    { name: 'x', kind: 'text' },
    { name: 'word', kind: 'text' },
  ]
  for (const path of paths) {
    const together = await readEach(tables, path, columns)
    for (const [index, column] of columns.entries())
      expect(together[index], `${path}: ${column.name} as ${column.kind}`).toEqual(
        (await readEach(tables, path, [column]))[0],
      )
  }
  expect((await readEach(tables, 'rows.csv', columns))[4]).toContain('1.0')
})

test('text where a number is due is named, when the column is asked for both ways too', async () => {
  const folder = await temporaryFolder()
  const rows = Array.from({ length: 3000 }, (_, row) => (row === 2900 ? 'n/a' : row))
  await writeFile(join(folder, 'rows.csv'), `x\n${rows.join('\n')}\n`)
  const columns: ColumnFacts[] = [
    { name: 'x', kind: 'number' },
    { name: 'x', kind: 'text' },
  ]
  await expect(readEach(openTables(folder), 'rows.csv', columns)).rejects.toMatchObject({
    code: 'bad-data',
    message: expect.stringMatching(/column `x` at row 2901.*"n\/a"/),
  })
})
