import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { benchActions } from './bench/actions-bench.ts'
import { benchCompare, benchPictures } from './bench/compare-bench.ts'
import { benchDrift, benchMonitorCommand, benchMonths } from './bench/drift-bench.ts'
import { benchEvaluate } from './bench/evaluate-bench.ts'
import { benchIntervals } from './bench/interval-bench.ts'
import { printMachine } from './bench/measure.ts'
import { benchHistory, benchSearch, benchStart, benchValidate } from './bench/registry-bench.ts'
import { benchRuns } from './bench/runs-bench.ts'
import { benchStatistics } from './bench/statistics-bench.ts'

// `npm run bench [NAME…]`: ratios against another tool, or a floor, in the same run.

const BENCHES: Readonly<Record<string, (folder: string) => Promise<void>>> = {
  start: benchStart,
  actions: benchActions,
  history: benchHistory,
  search: benchSearch,
  validate: benchValidate,
  evaluate: benchEvaluate,
  compare: benchCompare,
  pictures: benchPictures,
  intervals: benchIntervals,
  statistics: benchStatistics,
  drift: benchDrift,
  months: benchMonths,
  monitor: benchMonitorCommand,
  runs: benchRuns,
}

const wanted = process.argv.slice(2)
const folder = await mkdtemp(join(tmpdir(), 'modelyard-bench-'))
try {
  printMachine()
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (wanted.length === 0 || wanted.includes(name)) await bench(folder)
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
