import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openTables } from '../../../src/adapters/duckdb/tables.ts'
import { temporaryFolder } from '../../support/temporary.ts'

async function tablesOf(files: Readonly<Record<string, string>>) {
  const folder = await temporaryFolder()
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  return openTables(folder)
}

test('a summary counts rows, and in each column those without a value', async () => {
  const tables = await tablesOf({ 'a.csv': 'tenure,plan\n1,x\nNA,\n3,""\n,y\n' })
  expect(await tables.summarize('a.csv')).toEqual({
    rows: 4,
    columns: [
      { name: 'tenure', kind: 'number', missing: 2 },
      { name: 'plan', kind: 'text', missing: 2 },
    ],
  })
  await expect(tables.summarize('none.csv')).rejects.toMatchObject({ code: 'bad-data' })
})

test.each([
  ['the same rows in another order', 'a,b\n2,y\n1,x\n', 0, 0],
  ['a row more and a row less', 'a,b\n1,x\n3,z\n', 1, 1],
  ['a row twice', 'a,b\n1,x\n1,x\n2,y\n', 1, 0],
  ['numbers written otherwise', 'a,b\n1.0,x\n2e0,y\n', 0, 0],
  ['a column more, and others in another order', 'b,c,a\nx,7,1\ny,8,2\n', 0, 0],
  ['a value that is missing', 'a,b\n1,x\n2,\n', 1, 1],
  ['no column that both have', 'c\n1\n2\n3\n', 3, 2],
  ['no rows', 'a,b\n', 0, 2],
])('%s', async (_, content, added, removed) => {
  const tables = await tablesOf({ 'first.csv': 'a,b\n1,x\n2,y\n', 'second.csv': content })
  expect(await tables.compareRows('first.csv', 'second.csv')).toEqual({ added, removed })
  expect(await tables.compareRows('second.csv', 'first.csv')).toEqual({ added: removed, removed: added })
})

test('values with marks in them do not run into one another', async () => {
  const tables = await tablesOf({ 'first.csv': 'a,b\n"x"",""y",z\n', 'second.csv': 'a,b\nx,"y"",""z"\n' })
  expect(await tables.compareRows('first.csv', 'second.csv')).toEqual({ added: 1, removed: 1 })
})

test('a file that cannot be compared is told', async () => {
  const tables = await tablesOf({ 'first.csv': 'a\n1\n' })
  await expect(tables.compareRows('first.csv', 'none.csv')).rejects.toMatchObject({ code: 'bad-data' })
})
