import { parseArgs } from 'node:util'
import { keepTallies } from './simulate/kept.ts'
import { runOnAllCores } from './simulate/pool.ts'
import type { Portion } from './simulate/run-case.ts'
import { byStream, type CaseName } from './simulate/scenario.ts'
import { SCENARIOS } from './simulate/scenarios.ts'
import { isHeld, renderTables, type Tally } from './simulate/table.ts'

// `npm run simulate [NAME…] [-- --sets N] [--data TEXT] [--write]`: the error rates of everything that a gate acts on, as
// Markdown. A name chooses the scenarios that begin with it, `--data` of these the cases whose data are described so, e.g.
// "1 in 9". `--write` keeps what was counted in docs/explanation/simulated.tsv and
// remakes the tables of docs/explanation/statistics.md.

const PORTION = 250

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sets: { type: 'string', default: '10000' },
    data: { type: 'string', default: '' },
    write: { type: 'boolean', default: false },
  },
})
const sets = Number(values.sets)
if (!Number.isInteger(sets) || sets < 1)
  throw new Error(`--sets wants a whole number from 1, not ${values.sets}`)
const unknown = positionals.find(name => !SCENARIOS.some(scenario => scenario.name.startsWith(name)))
if (unknown !== undefined) {
  throw new Error(`no scenario ${unknown}; there are ${SCENARIOS.map(({ name }) => name).join(', ')}`)
}

const tallies = await simulate()
console.log(renderTables(tallies))
if (!tallies.every(isHeld)) {
  console.error('\nsome rates are not what is wanted: see **no**')
  process.exitCode = 1
}

async function simulate(): Promise<Tally[]> {
  const wanted = SCENARIOS.filter(
    ({ name }) => positionals.length === 0 || positionals.some(asked => name.startsWith(asked)),
  ).map(scenario => ({
    ...scenario,
    cases: scenario.cases.filter(({ setting }) => setting.includes(values.data)),
  }))
  const cases = wanted.flatMap(scenario =>
    scenario.cases.map(({ setting, wanted: rate }) => ({
      scenario,
      setting,
      wanted: rate,
      sets,
      drawn: 0,
      counts: [] as number[],
    })),
  )
  const tallyOf = (name: CaseName) =>
    cases.find(({ scenario, setting }) => scenario.name === name.scenario && setting === name.setting)
  const portions: Portion[] = byStream(wanted).flatMap(names => {
    const total = Math.max(...names.map(name => tallyOf(name)?.sets ?? 0))
    return Array.from({ length: Math.ceil(total / PORTION) }, (_, index) => ({
      cases: names,
      from: index * PORTION,
      to: Math.min(total, (index + 1) * PORTION),
    }))
  })
  let finished = 0
  let keeping = Promise.resolve()
  await runOnAllCores(portions, (portion, counts) => {
    finished += 1
    if (process.stderr.isTTY) process.stderr.write(`\r${finished} of ${portions.length} portions`)
    const done = portion.cases.flatMap((name, at) => {
      const one = tallyOf(name)
      if (one === undefined) return []
      for (const [index, count] of (counts[at] ?? []).entries())
        one.counts[index] = (one.counts[index] ?? 0) + count
      one.drawn += portion.to - portion.from
      return one.drawn === one.sets ? [one] : []
    })
    // As each case is done, so that a run that is stopped has not run in vain.
    if (values.write && done.length > 0) keeping = keeping.then(() => keepTallies(done))
  })
  await keeping
  if (process.stderr.isTTY) process.stderr.write('\n')
  return cases
}
