import { DuckDBInstance } from '@duckdb/node-api'

// node scripts/bench/bare-summarize.ts FILE…: DuckDB's own summary of each.

const instance = await DuckDBInstance.create(':memory:')
const connection = await instance.connect()
for (const file of process.argv.slice(2)) {
  const found = await connection.runAndReadAll(`SUMMARIZE SELECT * FROM read_parquet('${file}')`)
  process.stdout.write(`${found.getRows().length}\n`)
}
