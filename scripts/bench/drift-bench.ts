import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DuckDBInstance } from '@duckdb/node-api'
import { openTables } from '../../src/adapters/duckdb/tables.ts'
import { profileReference } from '../../src/commands/profile-sample.ts'
import { middleOf, modelyard, once, peakBytes, printRow } from './measure.ts'

const [COLUMNS, MANY, REFERENCE] = [100, 1_000_000, 100_000]
const EDGES = 128
const TURNS = 3
const [PROFILED, BARE, MONTHS, SUMMARIZE] = [
  'profile-rows.ts',
  'bare-histogram.ts',
  'profile-months.ts',
  'bare-summarize.ts',
].map(name => fileURLToPath(new URL(name, import.meta.url))) as [string, string, string, string]
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

const FLIGHTS = fileURLToPath(
  new URL('../../node_modules/vega-datasets/data/flights-3m.parquet', import.meta.url),
)

/** Two months of flights, every column of both, from their rows to each verdict. */
export async function benchMonths(folder: string): Promise<void> {
  const months = [1, 2].map(month => ({ month, path: join(folder, `flights-${month}.parquet`) }))
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  for (const { month, path } of months) {
    await connection.run(
      `COPY (SELECT * FROM '${FLIGHTS}' WHERE month(date) = ${month}) TO '${path}' (FORMAT parquet)`,
    )
  }
  connection.closeSync()
  const paths = months.map(({ path }) => path)
  const [whole, bare]: [number[], number[]] = [[], []]
  for (let turn = 0; turn < TURNS; turn += 1) {
    bare.push(await once(script(SUMMARIZE, ...paths)))
    whole.push(await once(script(MONTHS, ...paths)))
  }
  printRow({
    work: 'flights, all columns of two months, both profiled',
    against: 'DuckDB SUMMARIZE of the same rows',
    time: middleOf(whole),
    floor: middleOf(bare),
    goal: 0.75,
  })
}

/** What Evidently 0.7 took for as many columns and rows when it was measured. */
const EVIDENTLY_MS = 51_600

/** The whole command over two files, against the tests alone in scipy, where there is one. */
export async function benchMonitorCommand(folder: string): Promise<void> {
  const root = join(folder, 'monitored')
  const files = {
    '.github/modelyard.yml': 'registry: registry-data\n',
    'registry-data/models/normal/model.yaml': 'task: regression\ntarget: cost\n',
  }
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), content)
  }
  await once({ command: 'git', args: ['init', '-q', root] })
  await normalColumns(join(root, 'reference.parquet'), REFERENCE)
  await normalColumns(join(root, 'current.parquet'), REFERENCE)
  const monitor = modelyard(root, [
    'monitor',
    'normal',
    'current.parquet',
    '--reference',
    'reference.parquet',
  ])
  const scipy = {
    command: process.env.PYTHON ?? 'python3',
    args: ['-c', KS_2SAMP, join(root, 'reference.parquet'), join(root, 'current.parquet')],
  }
  const [whole, theirs]: [number[], number[]] = [[], []]
  const isThere = await once(scipy).then(
    () => true,
    () => false,
  )
  for (let turn = 0; turn < TURNS; turn += 1) {
    if (isThere) theirs.push(await once(scipy))
    whole.push(await once(monitor))
  }
  printRow({
    work: `monitor ${COLUMNS} columns × 100,000 rows, the whole command`,
    against: isThere ? 'ks_2samp of scipy over the columns' : 'Evidently as it was measured: no scipy here',
    time: middleOf(whole),
    floor: isThere ? middleOf(theirs) : EVIDENTLY_MS,
    goal: 1,
    note: `Evidently took ${EVIDENTLY_MS / 1000} s when it was measured`,
  })
}

const KS_2SAMP = `
import sys
import pyarrow.parquet as parquet
from scipy.stats import ks_2samp
reference, current = [parquet.read_table(path) for path in sys.argv[1:]]
for name in reference.column_names:
    ks_2samp(reference[name].to_numpy(), current[name].to_numpy())
`

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
