import type { DataChange } from '../../../src/domain/evidence/other-kinds.ts'
import type { DataDemands } from '../../../src/domain/gates/data.ts'
import { homogeneity } from '../../../src/domain/stats/homogeneity.ts'
import { kolmogorovSmirnov } from '../../../src/domain/stats/kolmogorov-smirnov.ts'
import { benjaminiHochberg } from '../../../src/domain/stats/multiple-testing.ts'
import type { Draws } from '../draws.ts'
import { letsThrough } from '../judging.ts'
import { countHits, countLevels, fallingChances, SAMPLE_SIZES, sizesText } from '../samples.ts'
import { type Case, EXACT, LEVEL, type Scenario } from '../scenario.ts'

const [NUMBERS, WORDS] = [20, 10]
/** D of numbers, bias-corrected Cramér's V of words: less is no drift, however certain. */
const LEAST_EFFECT = 0.1
const CHANCES = Array.from({ length: WORDS }, (_, column) => fallingChances(2 + column))

interface Tested {
  readonly pValue: number
  readonly effect: number
}

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

function testColumns(n: number, m: number, draws: Draws): Tested[] {
  const [before, after] = [drawNumbers(n, draws), drawNumbers(m, draws)]
  const ofNumbers = before.map((column, at): Tested => {
    const how = { resamples: 399, seed: draws.seed() }
    const { pValue, statistic } = kolmogorovSmirnov(column, after[at] as Float64Array, how)
    return { pValue, effect: statistic }
  })
  const ofWords = CHANCES.map((chances): Tested => {
    const found = homogeneity(countLevels(chances, n, draws), countLevels(chances, m, draws))
    return { pValue: found.pValue, effect: found.cramersVCorrected }
  })
  return [...ofNumbers, ...ofWords]
}

/** Whether the gate on training data stops a version for what its columns show. */
function stopsData(
  demands: DataDemands['data'],
  columns: readonly Omit<DataChange['columns'][number], 'column' | 'change'>[],
): boolean {
  const side = { rows: 0, sha256: '' }
  const data: DataChange = {
    champion: side,
    challenger: side,
    added: 0,
    removed: 0,
    columns: columns.map((found, at) => ({ column: `column ${at}`, change: 'same', ...found })),
  }
  return !letsThrough({ data: demands }, { data })
}

/** The columns' tests, drawn once for all the ways to raise an alarm. */
const drawn = new WeakMap<Draws, readonly Tested[]>()

const ALARMS: readonly {
  readonly name: string
  readonly method: string
  readonly wanted: Case['wanted']
  readonly gates?: Scenario['gates']
  raised(columns: readonly Tested[]): boolean
}[] = [
  {
    name: 'drift-alarm',
    method: 'Drift: adjusted p < 0.05 and effect ≥ 0.1',
    wanted: EXACT,
    raised: columns => {
      const adjusted = benjaminiHochberg(columns.map(({ pValue }) => pValue))
      return columns.some(({ effect }, at) => (adjusted[at] as number) < LEVEL && effect >= LEAST_EFFECT)
    },
  },
  {
    name: 'drift-adjusted',
    method: 'Drift: adjusted p < 0.05 alone',
    wanted: EXACT,
    raised: columns => benjaminiHochberg(columns.map(({ pValue }) => pValue)).some(p => p < LEVEL),
  },
  {
    name: 'data-gate-distance',
    method: 'Gate on data: distance at most 0.1, and no test',
    wanted: 'stated',
    gates: ['data'],
    raised: columns =>
      stopsData(
        { 'distance-at-most': LEAST_EFFECT },
        columns.map(({ effect }) => ({ distance: effect })),
      ),
  },
  {
    name: 'drift-unadjusted',
    method: 'Drift: p < 0.05 alone',
    wanted: 'stated',
    raised: columns => columns.some(({ pValue }) => pValue < LEVEL),
  },
]

const MISSING = 0.05
const RISE = 0.02

const alarms = ALARMS.map(
  ({ name, method, wanted, gates = [], raised }): Scenario => ({
    name,
    gates,
    kind: 'test',
    method,
    data: `Two samples of one table: ${NUMBERS} columns of numbers that correlate by a half, ${WORDS} of words. Any false alarm counts.`,
    share: 0.4,
    cases: SAMPLE_SIZES.map(([n, m]) => ({
      setting: `${sizesText(n, m)}, ${NUMBERS + WORDS} columns`,
      wanted,
      stream: `drift, ${n} against ${m}`,
      run: draws => {
        const columns = drawn.get(draws) ?? testColumns(n, m, draws)
        drawn.set(draws, columns)
        return [raised(columns)]
      },
    })),
  }),
)

const nulls: Scenario = {
  name: 'data-gate-nulls',
  kind: 'test',
  gates: ['data'],
  method: 'Gate on data: missing values up by 2 points, and no test',
  data: `Two samples of one table of ${NUMBERS + WORDS} columns; in each of them one value in 20 is missing. Any false alarm counts.`,
  cases: SAMPLE_SIZES.map(([n, m]) => ({
    setting: `${sizesText(n, m)}, ${NUMBERS + WORDS} columns`,
    wanted: 'stated',
    run: draws => {
      const columns = Array.from({ length: NUMBERS + WORDS }, () => {
        const [before, now] = [countHits(MISSING, n, draws), countHits(MISSING, m, draws)]
        return { 'null-rate': [before / n, now / m] as [number, number] }
      })
      return [stopsData({ 'null-rate-up-by': RISE }, columns)]
    },
  })),
}

export const drift: readonly Scenario[] = [...alarms, nulls]
