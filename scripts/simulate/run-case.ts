import { drawsOf } from './draws.ts'
import { EVENTS, type Scenario } from './scenario.ts'

/** Data sets `from` to `to` (without it) of one case. */
export interface Portion {
  readonly scenario: string
  readonly setting: string
  readonly from: number
  readonly to: number
}

/** How often each event of the scenario's kind happened; shorter where a test has no mid-p. */
export function runPortion(
  scenarios: readonly Scenario[],
  { scenario: name, setting, from, to }: Portion,
): number[] {
  const scenario = scenarios.find(one => one.name === name)
  const found = scenario?.cases.find(one => one.setting === setting)
  if (scenario === undefined || found === undefined) throw new Error(`no case ${setting} of ${name}`)
  const counts = new Array<number>(EVENTS[scenario.kind].length).fill(0)
  let width = 0
  for (let set = from; set < to; set += 1) {
    const events = found.run(drawsOf(name, setting, set))
    width = events.length
    for (const [index, happened] of events.entries()) if (happened) counts[index] = (counts[index] ?? 0) + 1
  }
  return counts.slice(0, width)
}
