import { readFile, writeFile } from 'node:fs/promises'
import { SCENARIOS } from './scenarios.ts'
import { renderTables, type Tally } from './table.ts'

const COUNTS = new URL('../../docs/explanation/simulated.tsv', import.meta.url)
const PAGE = new URL('../../docs/explanation/statistics.md', import.meta.url)
const [BEGIN, END] = ['<!-- simulated: begin -->', '<!-- simulated: end -->']

/** A line for each case: its events in the order of its kind's. */
const HEAD = 'scenario\tsetting\tsets\tevents'

interface KeptCount {
  readonly scenario: string
  readonly setting: string
  readonly sets: number
  readonly counts: readonly number[]
}

/** Keeps what was counted beside what other runs counted, and remakes the page's tables. */
export async function keepTallies(tallies: readonly Tally[]): Promise<void> {
  const kept = await readCounts()
  const fresh = tallies.map(({ scenario, setting, sets, counts }) => ({
    scenario: scenario.name,
    setting,
    sets,
    counts,
  }))
  const counts = allCases(
    (name, setting) => findCount(fresh, name, setting) ?? findCount(kept, name, setting),
  )
  const known = counts.filter(({ sets }) => sets > 0)
  const lines = known.map(({ scenario, setting, sets, counts: events }) =>
    [scenario.name, setting, sets, ...events].join('\t'),
  )
  await writeFile(COUNTS, `${[HEAD, ...lines].join('\n')}\n`)
  await writeFile(PAGE, withTables(await readFile(PAGE, 'utf8'), renderTables(counts)))
}

/** The page as its counts make it; a test holds that it is. */
export async function keptPage(): Promise<{ readonly is: string; readonly shouldBe: string }> {
  const kept = await readCounts()
  const is = await readFile(PAGE, 'utf8')
  return {
    is,
    shouldBe: withTables(is, renderTables(allCases((name, setting) => findCount(kept, name, setting)))),
  }
}

/** Every case of every scenario in order; 0 data sets where none were counted. */
function allCases(countOf: (scenario: string, setting: string) => KeptCount | undefined): Tally[] {
  return SCENARIOS.flatMap(scenario =>
    scenario.cases.map(({ setting, wanted }) => {
      const { sets = 0, counts = [] } = countOf(scenario.name, setting) ?? {}
      return { scenario, setting, wanted, sets, counts }
    }),
  )
}

function findCount(list: readonly KeptCount[], scenario: string, setting: string): KeptCount | undefined {
  return list.find(one => one.scenario === scenario && one.setting === setting)
}

async function readCounts(): Promise<readonly KeptCount[]> {
  const [, ...lines] = (await readFile(COUNTS, 'utf8')).trimEnd().split('\n')
  return lines.map(line => {
    const [scenario = '', setting = '', sets, ...counts] = line.split('\t')
    return { scenario, setting, sets: Number(sets), counts: counts.map(Number) }
  })
}

function withTables(page: string, tables: string): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)]
  if (begin < 0 || end < begin) throw new Error(`the page has lost ${BEGIN} or ${END}`)
  return `${page.slice(0, begin)}${BEGIN}\n\n${tables}\n\n${page.slice(end)}`
}
