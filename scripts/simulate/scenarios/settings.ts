import type { PairedSetting } from '../paired.ts'
import {
  type ErrorPopulation,
  errorPopulation,
  type ScoredPopulation,
  scoredPopulation,
} from '../populations.ts'
import type { Wanted } from '../scenario.ts'

export const SCORED_DATA =
  'Rows with a chance to be positive and two correlated models, the second noisier; the metric of the whole population is known.'

/** Where an interval has to be wide to be honest. */
export const AT_LEAST: Wanted = { low: 0.94, high: 1 }

const HALVES = scoredPopulation(0)
const QUARTER = scoredPopulation(-1.3)
const TENTH = scoredPopulation(-2.9)

/** Two sizes, balanced and not. */
export const SCORED: readonly PairedSetting<ScoredPopulation>[] = [
  { setting: '300 rows, 1 in 2 positive', rows: 300, population: HALVES },
  { setting: '300 rows, 1 in 3 positive', rows: 300, population: QUARTER },
  { setting: '300 rows, 1 in 9 positive', rows: 300, population: TENTH },
  { setting: '1,409 rows, 1 in 3 positive', rows: 1_409, population: QUARTER },
  { setting: '1,409 rows, 1 in 9 positive', rows: 1_409, population: TENTH },
]

/** The same for what about 33 positives carry: too few for 95 % to be hit, of what is counted and of skewed losses. */
export const FEW_POSITIVES: readonly PairedSetting<ScoredPopulation>[] = SCORED.map(setting =>
  setting.setting === '300 rows, 1 in 9 positive' ? { ...setting, coverage: AT_LEAST } : setting,
)

export const ERROR_DATA =
  'Errors of two correlated regressions, the second larger; the metric of the whole population is known.'

/** Two sizes, errors that are normal and errors with heavy tails. */
export const ERRORS: readonly PairedSetting<ErrorPopulation>[] = [
  { setting: '300 rows, normal errors', rows: 300, population: errorPopulation(0) },
  { setting: '300 rows, heavy tails', rows: 300, population: errorPopulation(1), coverage: AT_LEAST },
  { setting: '1,409 rows, normal errors', rows: 1_409, population: errorPopulation(0) },
  { setting: '1,409 rows, heavy tails', rows: 1_409, population: errorPopulation(1), coverage: AT_LEAST },
]
