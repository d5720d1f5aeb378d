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

const lines = (count: number, line: (row: number) => string) =>
  Array.from({ length: count }, (_, row) => line(row))

test('whole columns come as numbers, and what is none as NaN', async () => {
  const rows = lines(3000, row => `${row},${row % 2 === 0}`)
  const tables = await tablesOf({
    'a.csv': `x,flag\n${rows.join('\n')}\nwords,NA\n`,
    'b.jsonl': '{"f":true}\n{"f":false}\n{}\n',
  })
  const [flags, numbers] = await tables.numbers('a.csv', ['flag', 'x'])
  expect(numbers).toHaveLength(3001)
  expect(numbers?.filter(Number.isNaN)).toHaveLength(1)
  expect(numbers?.filter(Number.isFinite).toSorted()).toEqual(
    Float64Array.from({ length: 3000 }, (_, row) => row),
  )
  expect(flags?.reduce((sum, flag) => sum + (flag || 0), 0)).toBe(1500)
  expect((await tables.numbers('b.jsonl', ['f'])).map(column => [...column].sort())).toEqual([
    [0, 1, Number.NaN],
  ])
})

test('more rows than there was room for at first', async () => {
  const tables = await tablesOf({ 'a.csv': `x\n${lines(200_000, String).join('\n')}\n` })
  const [numbers] = await tables.numbers('a.csv', ['x'])
  expect(numbers?.toSorted()).toEqual(Float64Array.from({ length: 200_000 }, (_, row) => row))
})

test('words are counted, missing ones left out; a column of many words is not', async () => {
  const rows = lines(
    500,
    row => `${row % 3 === 0 ? 'a' : 'b "c"'.replaceAll('"', '')},id-${row},w${row % 11},`,
  )
  const tables = await tablesOf({ 'a.csv': `plan,id,eleven,none\n${rows.join('\n')}\nNA,,,\n` })
  const [plan, id, eleven, none] = await tables.countWords('a.csv', ['plan', 'id', 'eleven', 'none'], 10)
  expect(plan).toEqual(
    new Map([
      ['a', 167],
      ['b c', 333],
    ]),
  )
  expect(id).toBeUndefined()
  expect(eleven).toBeUndefined()
  expect(none).toEqual(new Map())
  expect(await tables.countWords('a.csv', [], 10)).toEqual([])
})

test('a column that is not there is named', async () => {
  const tables = await tablesOf({ 'a.csv': 'x\n1\n' })
  await expect(tables.numbers('a.csv', ['y'])).rejects.toMatchObject({ code: 'bad-data' })
  await expect(tables.countWords('a.csv', ['y'], 10)).rejects.toMatchObject({ code: 'bad-data' })
})

test('of more columns than one pass groups each has its own words', async () => {
  const names = Array.from({ length: 70 }, (_, column) => `c${column}`)
  const cells = Array.from({ length: 6 }, (_, row) =>
    names.map((name, column) => (row === column % 6 ? '' : `${name}-${row % 2}`)).join(','),
  )
  const tables = await tablesOf({ 'a.csv': `${names.join(',')}\n${cells.join('\n')}\n` })
  const counted = await tables.countWords('a.csv', names, 10)
  const named = await tables.countNamed(
    'a.csv',
    names.map(name => ({ name, words: [`${name}-0`, 'none'] })),
    { length: 200, others: 20 },
  )
  for (const [column, name] of names.entries()) {
    const isEven = column % 2 === 0
    const [zeros, ones] = isEven ? [2, 3] : [3, 2]
    expect(counted[column]).toEqual(
      new Map([
        [`${name}-0`, zeros],
        [`${name}-1`, ones],
      ]),
    )
    expect(named[column]).toEqual({
      nulls: 1,
      named: new Map([
        [`${name}-0`, zeros],
        ['none', 0],
      ]),
      others: { rows: ones, first: new Map([[`${name}-1`, ones]]) },
    })
  }
})
