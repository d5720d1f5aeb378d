import { join } from 'node:path'
import { openGitByProgram } from '../../src/adapters/git/by-program.ts'
import { historyCommit, readRuns } from '../../src/commands/monitor-runs.ts'
import { HISTORY_BRANCH } from '../../src/domain/monitoring/run-record.ts'
import { middleOf, modelyard, once, printRow } from './measure.ts'
import { registryWithRuns, writeObjectList } from './registries.ts'

const RUNS = 5000
const TURNS = 11

/** Runs of monitoring, thousands of them, against git reading the same files through a pipe. */
export async function benchRuns(folder: string): Promise<void> {
  const root = join(folder, `runs-${RUNS}`)
  await registryWithRuns(root, RUNS)
  const input = join(folder, 'run-files')
  await writeObjectList(root, /^monitoring\//, input, HISTORY_BRANCH)
  const batch = { command: 'git', args: ['cat-file', '--batch'], cwd: root, input, into: ['cat'] }
  const shown = modelyard(root, ['history', 'churn', '--monitor'])
  const rows: readonly (readonly [work: string, run: () => Promise<number>, times: number[]])[] = [
    ['git', () => once(batch), []],
    ['reading 5,000 runs of 20 features', () => readAll(root), []],
    ['history --monitor of 5,000 runs, the newest 50', () => once(shown), []],
  ]
  // In turn, so that whatever else the machine does falls on all; the first turn warms up.
  for (let turn = 0; turn <= TURNS; turn += 1) {
    for (const [, run, times] of rows) {
      const time = await run()
      if (turn > 0) times.push(time)
    }
  }
  const [floor = 0, ...times] = rows.map(([, , found]) => middleOf(found))
  for (const [at, time] of times.entries())
    printRow({
      work: rows[at + 1]?.[0] ?? '',
      against: 'git cat-file --batch of all | cat',
      time,
      floor,
      goal: 2,
    })
}

/** From opening the repository to the last run, in a process that is there already; milliseconds. */
async function readAll(root: string): Promise<number> {
  const start = performance.now()
  const { repository } = openGitByProgram(root)
  const { runs } = await readRuns(repository, await historyCommit(repository), 'churn')
  if (runs.length !== RUNS) throw new Error(`${runs.length} runs were read`)
  return performance.now() - start
}
