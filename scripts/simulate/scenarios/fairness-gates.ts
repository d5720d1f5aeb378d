import { measureFairness } from '../../../src/domain/comparison/fairness.ts'
import type { FairnessMeasure } from '../../../src/domain/evidence/measures.ts'
import type { GateRule } from '../../../src/domain/gates/rule.ts'
import type { Draws } from '../draws.ts'
import { letsThrough } from '../judging.ts'
import { binaryModel } from '../populations-of-tasks.ts'
import { GATE, type Scenario } from '../scenario.ts'

const COLUMN = 'group'
const POSITIVE = 0.4

/** How often each group's rows are called positive, by the champion and by the challenger. */
interface Rates {
  readonly champion: number
  readonly challenger: number
}

/** Of rows that the champion calls positive the challenger calls so many, too, and of the others what is left. */
const KEPT = 0.8

/**
 * Rows of groups.
 *
 * @param ofPositives - Whether the rates are of positive rows alone; of others one in ten is called by both.
 */
function drawGroups(sizes: readonly number[], rates: readonly Rates[], ofPositives: boolean, draws: Draws) {
  const total = sizes.reduce((sum, rows) => sum + rows)
  const [positive, codes] = [new Uint8Array(total), new Uint32Array(total)]
  const [before, now] = [new Float64Array(total), new Float64Array(total)]
  let row = 0
  for (const [group, rows] of sizes.entries()) {
    const { champion, challenger } = rates[group] as Rates
    const added = (challenger - champion * KEPT) / (1 - champion)
    for (const end = row + rows; row < end; row += 1) {
      codes[row] = group
      positive[row] = draws.uniform() < POSITIVE ? 1 : 0
      const isLeftOut = ofPositives && positive[row] === 0
      const isCalled = draws.uniform() < (isLeftOut ? 0.1 : champion)
      before[row] = isCalled ? 0.9 : 0.1
      now[row] = (isLeftOut ? isCalled : draws.uniform() < (isCalled ? KEPT : added)) ? 0.9 : 0.1
    }
  }
  const column = { name: COLUMN, codes, words: sizes.map((_, group) => `group ${group + 1}`) }
  return measureFairness(binaryModel(positive, now), binaryModel(positive, before), {
    target: 'target',
    columns: [column],
  })
}

const SIZES: readonly (readonly number[])[] = [
  [150, 150],
  [40, 260],
  [75, 75, 75, 75],
  [700, 709],
  [100, 200, 409, 700],
]

/** The first group's rate, the second's, and of all others one between them. */
const spread = (first: Rates, second: Rates, groups: number): Rates[] => {
  const between = {
    champion: (first.champion + second.champion) / 2,
    challenger: (first.challenger + second.challenger) / 2,
  }
  return [first, second, ...new Array<Rates>(Math.max(0, groups - 2)).fill(between)]
}

const MEASURES: readonly {
  readonly measure: FairnessMeasure
  readonly title: string
  readonly ofPositives: boolean
  readonly limit: GateRule
  /** The margin of the change between the rates below. */
  readonly change: number
}[] = [
  {
    measure: 'demographic-parity-difference',
    title: 'Demographic parity, difference',
    ofPositives: false,
    limit: { fairness: 'demographic-parity-difference', max: 0.2, by: [COLUMN] },
    change: 0.1,
  },
  {
    measure: 'demographic-parity-ratio',
    title: 'Demographic parity, ratio',
    ofPositives: false,
    limit: { fairness: 'demographic-parity-ratio', min: 0.3 / 0.5, by: [COLUMN] },
    change: 0.35 / 0.45 - 0.3 / 0.5,
  },
  {
    measure: 'equal-opportunity-difference',
    title: 'Equal opportunity',
    ofPositives: true,
    limit: { fairness: 'equal-opportunity-difference', max: 0.2, by: [COLUMN] },
    change: 0.1,
  },
  {
    measure: 'equalized-odds-difference',
    title: 'Equalized odds',
    ofPositives: true,
    limit: { fairness: 'equalized-odds-difference', max: 0.2, by: [COLUMN] },
    change: 0.1,
  },
]

const both = (champion: number, challenger: number): Rates => ({ champion, challenger })

/** 0.3 against 0.5 stands at the limit, and is worse than the champion's 0.35 against 0.45 by the margin. */
const AT_THE_EDGE = [both(0.35, 0.3), both(0.45, 0.5)] as const
const NO_CHANGE = [both(0.35, 0.35), both(0.45, 0.45)] as const
const ALIKE = [both(0.35, 0.4), both(0.45, 0.4)] as const

const settingOf = (sizes: readonly number[]) => `groups of ${sizes.join(', ')} rows`

export const fairnessGates: readonly Scenario[] = MEASURES.flatMap(
  ({ measure, title, ofPositives, limit, change }): Scenario[] => {
    const judge =
      (rule: GateRule, sizes: readonly number[], draws: Draws) =>
      ([first, second]: readonly [Rates, Rates]) => {
        const fairness = drawGroups(sizes, spread(first, second, sizes.length), ofPositives, draws)
        return letsThrough(rule, { fairness })
      }
    return [
      {
        name: `fairness-${measure}-gate`,
        kind: 'gate',
        gates: ['fairness'],
        method: `${title}, limit; equal: no difference`,
        data: 'Two groups differ by the limit, the others lie between them; or none differ.',
        cases: SIZES.map(sizes => ({
          setting: settingOf(sizes),
          wanted: GATE,
          run: draws => [AT_THE_EDGE, ALIKE].map(judge(limit, sizes, draws)),
        })),
      },
      {
        name: `fairness-change-${measure}-gate`,
        kind: 'gate',
        gates: ['fairness-change'],
        method: `${title}, change against the champion`,
        data: 'Two groups differ by the margin more than the champion has them differ, as much, or no longer.',
        cases: SIZES.map(sizes => ({
          setting: settingOf(sizes),
          wanted: GATE,
          run: draws =>
            [AT_THE_EDGE, NO_CHANGE, ALIKE].map(
              judge({ fairness: measure, 'not-worse-by': change, by: [COLUMN] }, sizes, draws),
            ),
        })),
      },
    ]
  },
)
