import { describe, expect, test } from 'vitest'
import { runPortion } from '../../../scripts/simulate/run-case.ts'
import { byStream, type CaseName, type Wanted } from '../../../scripts/simulate/scenario.ts'
import { SCENARIOS } from '../../../scripts/simulate/scenarios.ts'
import { betaQuantile } from '../../../src/domain/stats/quantiles.ts'

// `npm run simulate` in small: fewer data sets, so that only what is far off is found.
const SETS = 1_000

/**
 * What errs more often than it should, as docs/explanation/statistics.md says. A test that is mended fails here, and
 * leaves the list.
 */
<<<<<<< HEAD
const KNOWN_TO_ERR: readonly string[] = []
=======
const KNOWN_TO_ERR: readonly string[] = [
  'f1-delta-interval, 300 rows, 1 in 9 positive',
  'f1-delta-gate, 300 rows, 1 in 9 positive',
  'f1-percentile-interval, 300 rows, 1 in 9 positive',
  'f1-percentile-gate, 300 rows, 1 in 9 positive',
  'f1-bca-interval, 300 rows, 1 in 9 positive',
  'f1-bca-gate, 300 rows, 1 in 9 positive',
  'rmse-gate, 300 rows, heavy tails',
  'binary-calibration-error-gate, 300 rows, 1 in 3 positive',
  'binary-balanced-accuracy-interval, 300 rows, 1 in 9 positive',
  'binary-balanced-accuracy-gate, 300 rows, 1 in 9 positive',
  'binary-f1-interval, 300 rows, 1 in 9 positive',
  'binary-f1-gate, 300 rows, 1 in 9 positive',
  'binary-recall-interval, 300 rows, 1 in 9 positive',
  'binary-recall-gate, 300 rows, 1 in 9 positive',
  'binary-cost-interval, 300 rows, 1 in 9 positive',
  'binary-cost-gate, 300 rows, 1 in 9 positive',
  'binary-calibration-error-interval, 1,409 rows, 1 in 3 positive',
  'binary-calibration-error-gate, 1,409 rows, 1 in 3 positive',
  'binary-calibration-error-gate, 1,409 rows, 1 in 9 positive',
  'regression-r2-gate, 300 rows, heavy tails',
  'binary-slice-balanced-accuracy-interval, 300 rows, 1 in 9 positive',
  'binary-slice-balanced-accuracy-gate, 300 rows, 1 in 9 positive',
  'binary-slice-f1-interval, 300 rows, 1 in 9 positive',
  'binary-slice-f1-gate, 300 rows, 1 in 9 positive',
  'binary-slice-precision-interval, 300 rows, 1 in 9 positive',
  'binary-slice-precision-gate, 300 rows, 1 in 9 positive',
  'binary-slice-cost-interval, 300 rows, 1 in 9 positive',
  'binary-slice-cost-gate, 300 rows, 1 in 9 positive',
]
>>>>>>> dd086f2 (Hold the simulated gates in small, but for what is known to err)

describe.each(SCENARIOS)('$name: $method', ({ name, cases, share = 1 }) => {
  test.each(cases)('$setting', ({ setting, wanted, share: own = share }) => {
    if (wanted === 'stated') return
    const sets = Math.ceil(SETS * own)
    const counts = countsOf({ scenario: name, setting }, sets)
    const isKnown = KNOWN_TO_ERR.includes(`${name}, ${setting}`)
    expect({ counts, isFarOff: isFarOff(counts[0] ?? 0, sets, wanted) }).toEqual({
      counts,
      isFarOff: isKnown,
    })
  })
})

const streams = byStream(SCENARIOS).map(cases => ({ cases, counts: undefined as number[][] | undefined }))

/** Cases of one stream are counted together, when the first of them is asked for. */
function countsOf({ scenario, setting }: CaseName, sets: number): number[] {
  const isIt = (one: CaseName) => one.scenario === scenario && one.setting === setting
  const stream = streams.find(({ cases }) => cases.some(isIt))
  if (stream === undefined) throw new Error(`no stream of ${scenario}, ${setting}`)
  stream.counts ??= runPortion(SCENARIOS, { cases: stream.cases, from: 0, to: sets })
  return stream.counts[stream.cases.findIndex(isIt)] ?? []
}

/**
 * Whether even the 99.9 % interval of a rate, after Clopper and Pearson, lies beside what is wanted: among over a hundred
 * cases, the usual 95 % one does so by chance now and then.
 */
function isFarOff(hits: number, sets: number, wanted: Exclude<Wanted, 'stated'>): boolean {
  const low = hits === 0 ? 0 : betaQuantile(0.0005, hits, sets - hits + 1)
  const high = hits === sets ? 1 : betaQuantile(0.9995, hits + 1, sets - hits)
  return low > wanted.high || high < wanted.low
}
