import { expect, test } from 'vitest'
import { alarmsOf } from '../../support/simulated-days.ts'

const RUNS = 300
const LEVEL = 0.05

test.each([
  { features: 10, chunks: 19, rows: 200, spread: 0 },
  { features: 10, chunks: 30, rows: 200, spread: 0.5 },
  { features: 30, chunks: 30, rows: 100, spread: 0.5 },
  { features: 30, chunks: 60, rows: 200, spread: 0.2 },
])(
  '$features features, $chunks days of $rows rows that differ by $spread: one run in twenty tells of a drift',
  {
    timeout: 300_000,
  },
  days => {
    const { learned, usual } = alarmsOf(days, RUNS)
    console.log(
      `${JSON.stringify(days)}: learned ${(100 * learned).toFixed(1)} %, usual ${(100 * usual).toFixed(1)} %`,
    )
    // Three standard errors of 5 % in 300 runs are 3.8 %.
    expect(learned).toBeLessThan(LEVEL + 0.038)
    if (days.spread > 0) expect(usual).toBeGreaterThan(0.9)
  },
)
