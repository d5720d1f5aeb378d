import { readFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'

// node scripts/bench/bare-histogram.ts EDGES DATA: one statement with a histogram of each column.

const [, , edges = '', data = ''] = process.argv
const columns = Object.entries(JSON.parse(readFileSync(edges, 'utf8')) as Record<string, readonly number[]>)
const instance = await DuckDBInstance.create(':memory:')
const connection = await instance.connect()
const list = columns.map(([name, at]) => `histogram("${name}", [${at.join(', ')}]::DOUBLE[])`)
const found = await connection.runAndReadAll(`SELECT ${list.join(', ')} FROM read_parquet('${data}')`)
process.stdout.write(`${found.getRows()[0]?.length}\n`)
