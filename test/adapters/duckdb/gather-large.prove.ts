import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openTables } from '../../../src/adapters/duckdb/tables.ts'
import { temporaryFolder } from '../../support/temporary.ts'

test('rows that a sort cannot hold in memory are gathered by way of the disk', {
  timeout: 300_000,
}, async () => {
  const folder = await temporaryFolder()
  const to = join(folder, 'out/rows.parquet')
  const list = Array.from({ length: 20 }, (_, at) => `random() AS c${at}`).join(', ')
  const before = process.memoryUsage.rss()
  let most = 0
  const looking = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 100)
  const { rows } = await openTables(folder).gather(
    { from: { sql: `SELECT ${list} FROM range(10_000_000) ORDER BY c0` }, isKept: false },
    to,
  )
  clearInterval(looking)
  expect(rows).toBe(10_000_000)
  expect((await stat(to)).size).toBeGreaterThan(1.5e9)
  expect(most - before).toBeLessThan(1.5e9)
})
