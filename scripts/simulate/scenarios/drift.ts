import { homogeneity } from '../../../src/domain/stats/homogeneity.ts'
import { kolmogorovSmirnov } from '../../../src/domain/stats/kolmogorov-smirnov.ts'
import { benjaminiHochberg } from '../../../src/domain/stats/multiple-testing.ts'
import type { Draws } from '../draws.ts'
import { countLevels, fallingChances, SAMPLE_SIZES, sizesText } from '../samples.ts'
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

/** The columns' tests, drawn once for all the ways to raise an alarm. */
const drawn = new WeakMap<Draws, readonly Tested[]>()

const ALARMS: readonly {
  readonly name: string
  readonly method: string
  readonly wanted: Case['wanted']
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
    name: 'drift-effect',
    method: 'Drift: effect ≥ 0.1 alone',
    wanted: 'stated',
    raised: columns => columns.some(({ effect }) => effect >= LEAST_EFFECT),
  },
  {
    name: 'drift-unadjusted',
    method: 'Drift: p < 0.05 alone',
    wanted: 'stated',
    raised: columns => columns.some(({ pValue }) => pValue < LEVEL),
  },
]

export const drift: readonly Scenario[] = ALARMS.map(({ name, method, wanted, raised }) => ({
  name,
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
}))
