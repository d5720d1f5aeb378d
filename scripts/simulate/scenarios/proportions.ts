import { clopperPearsonInterval, wilsonInterval } from '../../../src/domain/stats/proportion.ts'
import { newcombeInterval } from '../../../src/domain/stats/proportion-difference.ts'
import type { Draws } from '../draws.ts'
import { placeOf } from '../paired.ts'
import { COVERAGE, type Scenario, type Wanted } from '../scenario.ts'

/** Exact by construction: never below, often above. */
const AT_LEAST: Wanted = { low: 0.95, high: 1 }

function hits(share: number, total: number, draws: Draws) {
  let count = 0
  for (let row = 0; row < total; row += 1) if (draws.uniform() < share) count += 1
  return { hits: count, total }
}

const SHARES = [
  { total: 300, share: 0.5 },
  { total: 300, share: 0.1 },
  { total: 300, share: 0.01 },
  { total: 1_409, share: 0.27 },
  { total: 1_409, share: 0.01 },
  { total: 30, share: 0.1 },
]

const one = (name: string, method: string, interval: typeof wilsonInterval, wanted: Wanted): Scenario => ({
  name,
  kind: 'interval',
  method,
  data: 'Independent rows that are hits with a chance that is known.',
  cases: SHARES.map(({ total, share }) => ({
    setting: `${total.toLocaleString('en')} rows, a share of ${share}`,
    wanted: wanted === COVERAGE && total * share < 10 ? 'stated' : wanted,
    run: draws => placeOf(interval(hits(share, total, draws)), share),
  })),
})

const PAIRS = [
  { first: [300, 0.5], second: [300, 0.5] },
  { first: [300, 0.3], second: [1_409, 0.2] },
  { first: [100, 0.1], second: [1_409, 0.15] },
  { first: [1_409, 0.27], second: [1_409, 0.25] },
] as const

export const proportions: readonly Scenario[] = [
  one('wilson', 'Share, Wilson', wilsonInterval, COVERAGE),
  one('clopper-pearson', 'Share, Clopper and Pearson', clopperPearsonInterval, AT_LEAST),
  {
    name: 'newcombe',
    kind: 'interval',
    method: 'Difference of two independent shares, Newcombe',
    data: 'Two independent groups with hits of known chances.',
    cases: PAIRS.map(({ first, second }) => ({
      setting: `${first[0]} rows at ${first[1]}, ${second[0].toLocaleString('en')} at ${second[1]}`,
      wanted: COVERAGE,
      run: draws =>
        placeOf(
          newcombeInterval(hits(first[1], first[0], draws), hits(second[1], second[0], draws)),
          second[1] - first[1],
        ),
    })),
  },
]
