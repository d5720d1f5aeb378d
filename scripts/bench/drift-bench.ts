import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DuckDBInstance } from '@duckdb/node-api'
import { openTables } from '../../src/adapters/duckdb/tables.ts'
import { profileReference } from '../../src/commands/profile-sample.ts'
import { middleOf, once, peakBytes, printRow } from './measure.ts'

const [COLUMNS, MANY, REFERENCE] = [100, 1_000_000, 100_000]
const EDGES = 128
const TURNS = 3
const [PROFILED, BARE] = ['profile-rows.ts', 'bare-histogram.ts'].map(name =>
  fileURLToPath(new URL(name, import.meta.url)),
) as [string, string]
const script = (...args: readonly string[]) => ({ command: process.execPath, args })

/** A run of monitoring over a hundred columns against a profile that is kept, from the file to each verdict. */
export async function benchDrift(folder: string): Promise<void> {
  const [reference, current] = [join(folder, 'reference.parquet'), join(folder, 'current.parquet')]
  await normalColumns(reference, REFERENCE)
  await normalColumns(current, MANY)
  const [profile, edges] = [join(folder, 'profile.json'), join(folder, 'edges.json')]
  const found = await profileReference(reference, openTables(folder))
  await writeFile(profile, JSON.stringify(Object.fromEntries(found)))
  await writeFile(
    edges,
    JSON.stringify(Object.fromEntries([...found].map(([name, column]) => [name, edgesOf(column)]))),
  )
  const [whole, bare, peaks]: [number[], number[], number[]] = [[], [], []]
  for (let turn = 0; turn < TURNS; turn += 1) {
    bare.push(await once(script(BARE, edges, current)))
    const { time, bytes } = await peakBytes(script(PROFILED, profile, current))
    whole.push(time)
    if (bytes !== undefined) peaks.push(bytes)
  }
  printRow({
    work: `drift of ${COLUMNS} columns, 1e6 rows against a profile`,
    against: `one DuckDB statement with histogram of ${EDGES} edges`,
    time: middleOf(whole),
    floor: middleOf(bare),
    goal: 1.25,
    note: peaks.length === 0 ? '' : `${Math.round(Math.max(...peaks) / 1e6)} MB, goal ≤ 1,000 MB`,
  })
}

async function normalColumns(path: string, rows: number): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  // Box and Muller.
  const column = (at: number) => `sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random()) AS c${at}`
  const list = Array.from({ length: COLUMNS }, (_, at) => column(at))
  await connection.run(`COPY (SELECT ${list.join(', ')} FROM range(${rows})) TO '${path}' (FORMAT parquet)`)
  connection.closeSync()
}

function edgesOf(column: object): readonly number[] {
  const { cut } = column as { readonly cut: { readonly edges: readonly number[] } }
  return cut.edges.slice(0, EDGES)
}
