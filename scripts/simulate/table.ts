import { markdownTable } from 'markdown-table'
import { clopperPearsonInterval } from '../../src/domain/stats/proportion.ts'
import { EVENTS, type Scenario, type ScenarioKind, type Wanted } from './scenario.ts'

/** One case with what was counted. */
export interface Tally {
  readonly scenario: Scenario
  readonly setting: string
  readonly wanted: Wanted
  readonly sets: number
  readonly counts: readonly number[]
}

const TITLES: Readonly<Record<ScenarioKind, string>> = {
  test: 'Tests: how often a true null is rejected at 5 %',
  gate: 'Gates: how often they let a challenger through',
  interval: 'Intervals of 95 %: how often they hold the truth',
  alarm: 'Monitoring where nothing drifts: how often an alarm is raised',
  finding: 'Monitoring where something drifts: how soon it is found',
}

/** A Markdown table for each kind; in brackets the simulation's own 95 % interval, after Clopper and Pearson. */
export function renderTables(tallies: readonly Tally[]): string {
  const parts = (Object.keys(TITLES) as ScenarioKind[]).flatMap(kind => {
    const rows = tallies.filter(({ scenario }) => scenario.kind === kind)
    if (rows.length === 0) return []
    const head = ['Method', 'Data', 'Sets', ...EVENTS[kind], 'Wanted', 'Held']
    const table = markdownTable([head, ...rows.map(rowOf)], {
      align: ['l', 'l', 'r', ...EVENTS[kind].map(() => 'r'), 'l', 'l'],
    })
    return [`### ${TITLES[kind]}`, table]
  })
  return parts.join('\n\n')
}

/** Whether the simulation's interval of the first event's rate meets what is wanted. */
export function isHeld({ wanted, sets, counts }: Tally): boolean {
  if (wanted === 'stated') return true
  if (sets === 0) return false
  const { low, high } = clopperPearsonInterval({ hits: counts[0] ?? 0, total: sets })
  return low <= wanted.high && high >= wanted.low
}

function rowOf(tally: Tally): string[] {
  const { scenario, setting, wanted, sets, counts } = tally
  const rates = EVENTS[scenario.kind].map((_, index) => {
    const hits = counts[index]
    if (hits === undefined || sets === 0) return ''
    const { low, high } = clopperPearsonInterval({ hits, total: sets })
    const rate = percent(hits / sets)
    return index === 0 ? `${rate} (${percent(low)}–${percent(high)})` : rate
  })
  const held =
    sets === 0 ? 'not simulated' : wanted === 'stated' ? 'approximate' : isHeld(tally) ? 'yes' : '**no**'
  return [scenario.method, setting, sets.toLocaleString('en'), ...rates, wantedText(wanted), held]
}

function wantedText(wanted: Wanted): string {
  if (wanted === 'stated') return 'stated'
  const [low, high] = [100 * wanted.low, 100 * wanted.high]
  if (low === 0) return `≤ ${high} %`
  return high === 100 ? `≥ ${low} %` : `${low}–${high} %`
}

const percent = (share: number) => (100 * share).toFixed(1)
