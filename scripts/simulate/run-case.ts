import { drawsOf } from './draws.ts'
import { type Case, type CaseName, EVENTS, type Scenario } from './scenario.ts'

/** Data sets `from` to `to` (without it) of the cases of one stream. */
export interface Portion {
  readonly cases: readonly CaseName[]
  readonly from: number
  readonly to: number
}

/** [cases] how often each event of the scenario's kind happened; shorter where not all are counted. */
export function runPortion(scenarios: readonly Scenario[], { cases, from, to }: Portion): number[][] {
  const found = cases.map(name => caseOf(scenarios, name))
  const counts = found.map(({ width }) => new Array<number>(width).fill(0))
  const widths = found.map(() => 0)
  for (let set = from; set < to; set += 1) {
    // The same draws for all of them: what was drawn of these is known by them.
    const draws = drawsOf(found[0]?.stream ?? [], set)
    for (const [at, { one }] of found.entries()) {
      const events = one.run(draws)
      const ofCase = counts[at] as number[]
      widths[at] = events.length
      for (const [index, happened] of events.entries())
        if (happened) ofCase[index] = (ofCase[index] as number) + 1
    }
  }
  return counts.map((ofCase, at) => ofCase.slice(0, widths[at]))
}

function caseOf(scenarios: readonly Scenario[], { scenario: name, setting }: CaseName) {
  const scenario = scenarios.find(one => one.name === name)
  const one: Case | undefined = scenario?.cases.find(other => other.setting === setting)
  if (scenario === undefined || one === undefined) throw new Error(`no case ${setting} of ${name}`)
  return {
    one,
    stream: one.stream === undefined ? [name, setting] : [one.stream],
    width: EVENTS[scenario.kind].length,
  }
}
