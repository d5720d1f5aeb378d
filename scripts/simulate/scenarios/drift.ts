import { testNumbers, testWords } from '../../../src/domain/evidence/column-test.ts'
import { dataChange, type TableFacts } from '../../../src/domain/evidence/data-change.ts'
import type { DataChange } from '../../../src/domain/evidence/other-kinds.ts'
import type { DataDemands } from '../../../src/domain/gates/data.ts'
import type { Draws } from '../draws.ts'
import { outcomeOf } from '../judging.ts'
import { countHits, countLevels, fallingChances, SAMPLE_SIZES, sizesText } from '../samples.ts'
import { type Case, EXACT, LEVEL, type Scenario } from '../scenario.ts'

const [NUMBERS, WORDS] = [20, 10]
const MISSING = 0.05
const CHANCES = Array.from({ length: WORDS }, (_, column) => fallingChances(2 + column))

/** Every row's numbers share half of their variance, as columns of one table do; every third is in whole steps. */
function drawNumbers(rows: number, draws: Draws): Float64Array[] {
  const columns = Array.from({ length: NUMBERS }, () => new Float64Array(rows))
  for (let row = 0; row < rows; row += 1) {
    const shared = draws.normal()
    for (const [at, column] of columns.entries()) {
      const value = Math.SQRT1_2 * (shared + draws.normal())
      column[row] = at % 3 === 0 ? Math.round(3 * value) : value
    }
  }
  return columns
}

/** What is said of two samples of one table, as of the training data of two versions. */
function changeOf(n: number, m: number, draws: Draws): DataChange {
  const [before, after] = [drawNumbers(n, draws), drawNumbers(m, draws)]
  const numbers = before.map((values, at) => {
    const now = { values: after[at] as Float64Array, missing: 0 }
    return [`number ${at}`, testNumbers({ values, missing: 0 }, now, draws.seed())] as const
  })
  const words = CHANCES.map((chances, at) => {
    const [then, now] = [countLevels(chances, n, draws), countLevels(chances, m, draws)]
    return [`word ${at}`, testWords(then, now)] as const
  })
  const [first, second] = [n, m].map(
    (rows): TableFacts => ({
      sha256: '',
      rows,
      columns: [...numbers, ...words].map(([name]) => ({
        name,
        kind: name.startsWith('number') ? 'number' : 'text',
        missing: countHits(MISSING, rows, draws),
      })),
    }),
  ) as [TableFacts, TableFacts]
  return dataChange(first, second, { added: 0, removed: 0 }, new Map([...numbers, ...words]))
}

/** Drawn once for all the ways to raise an alarm. */
const drawn = new WeakMap<Draws, DataChange>()

const isOf = (demands: DataDemands['data'], outcome: string) => (data: DataChange) =>
  outcomeOf({ data: demands }, { data }) === outcome

const ALARMS: readonly {
  readonly name: string
  readonly method: string
  readonly wanted: Case['wanted']
  readonly gates?: Scenario['gates']
  raised(change: DataChange): boolean
}[] = [
  {
    name: 'data-moved',
    method: 'Training data, values: adjusted p < 0.05 and distance > 0.1',
    wanted: EXACT,
    raised: ({ columns }) => columns.some(({ change }) => change === 'moved'),
  },
  {
    name: 'data-missing',
    method: 'Training data, missing values: adjusted p < 0.05 and 5 points',
    wanted: EXACT,
    raised: ({ columns }) => columns.some(({ missing }) => missing?.moved === true),
  },
  {
    name: 'data-gate-distance',
    method: 'Gate on data fails: `distance-at-most: 0.1`',
    wanted: EXACT,
    gates: ['data'],
    raised: isOf({ 'distance-at-most': 0.1 }, 'failed'),
  },
  {
    name: 'data-gate-nulls',
    method: 'Gate on data fails: `null-rate-up-by: 0.02`',
    wanted: EXACT,
    gates: ['data'],
    raised: isOf({ 'null-rate-up-by': 0.02 }, 'failed'),
  },
  {
    name: 'data-adjusted',
    method: 'Training data, values: adjusted p < 0.05 alone',
    wanted: EXACT,
    raised: ({ columns }) => columns.some(({ 'p-value': p = 1 }) => p < LEVEL),
  },
  {
    name: 'data-unadjusted',
    method: 'Training data, values: p < 0.05 alone',
    wanted: 'stated',
    raised: ({ columns }) => columns.some(({ 'unadjusted-p-value': p = 1 }) => p < LEVEL),
  },
]

export const drift: readonly Scenario[] = ALARMS.map(
  ({ name, method, wanted, gates = [], raised }): Scenario => ({
    name,
    gates,
    kind: 'test',
    method,
    data: `Two samples of one table: ${NUMBERS} columns of numbers that correlate by a half, ${WORDS} of words; in each one value in 20 is missing. Any false alarm counts.`,
    cases: SAMPLE_SIZES.map(([n, m]) => ({
      setting: `${sizesText(n, m)}, ${NUMBERS + WORDS} columns`,
      wanted,
      stream: `drift, ${n} against ${m}`,
      run: draws => {
        const change = drawn.get(draws) ?? changeOf(n, m, draws)
        drawn.set(draws, change)
        return [raised(change)]
      },
    })),
  }),
)
