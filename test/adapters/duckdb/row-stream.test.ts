import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { expect, test } from 'vitest'
import { streamRows } from '../../../src/adapters/duckdb/row-stream.ts'
import { temporaryFolder } from '../../support/temporary.ts'

const ROWS = 300_000

/** The numbers that a CSV of one column holds, as they come. */
async function numbersOf(cells: readonly string[]): Promise<number[]> {
  const path = join(await temporaryFolder(), 'x.csv')
  await writeFile(path, `x\n${cells.join('\n')}\n`)
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const csv = `read_csv('${path}', auto_detect = false, header = true, delim = ',', columns = {'x': 'DOUBLE'})`
  const found: number[] = []
  for await (const chunk of streamRows(connection, ['x'], csv))
    for (const x of chunk.float64s(0)) found.push(x)
  connection.closeSync()
  return found
}

const rising = Array.from({ length: ROWS }, (_, row) => String(row))

test('rows come whole and in their order, however many', async () => {
  expect(await numbersOf(rising)).toEqual(rising.map(Number))
  expect(await numbersOf(rising.slice(0, 2048))).toHaveLength(2048)
  expect(await numbersOf(rising.slice(0, 1))).toEqual([0])
})

test('a stream that fails midway is an error and not an end', async () => {
  const broken = rising.with(ROWS - 1000, 'text')
  await expect(numbersOf(broken)).rejects.toThrow('the rows end early')
})
