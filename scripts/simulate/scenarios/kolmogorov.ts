import { distributionDistance, tieRunEnds } from '../../../src/domain/stats/distribution-distance.ts'
import { exactKolmogorov } from '../../../src/domain/stats/kolmogorov-exact.ts'
import { type KolmogorovSmirnov, kolmogorovSmirnov } from '../../../src/domain/stats/kolmogorov-smirnov.ts'
import type { Draws } from '../draws.ts'
import { SAMPLE_SIZES, sizesText } from '../samples.ts'
import { ASYMPTOTIC, type Case, EXACT, LEVEL, type Scenario, type Wanted } from '../scenario.ts'

/** Resamples of a Monte Carlo p; 0.05 · (399 + 1) is whole, so that the level can be reached. */
const RESAMPLES = 399

interface Setting {
  readonly sizes: readonly [number, number]
  /** Different values that may be drawn; left out: any number. */
  readonly values?: number
  /** The way that the sizes and ties call for. */
  readonly method: KolmogorovSmirnov['method']
}

function drawValues(rows: number, values: number | undefined, draws: Draws): Float64Array {
  const drawn = new Float64Array(rows)
  for (let row = 0; row < rows; row += 1)
    drawn[row] = values === undefined ? draws.uniform() : draws.below(values)
  return drawn
}

/** p less half the chance of a distance that is just this one. */
function exactMidP(first: Float64Array, second: Float64Array, pValue: number): number {
  const [a, b] = [first.sort(), second.sort()]
  const { steps, distinct } = distributionDistance(a, b)
  const [n, m] = [a.length, b.length]
  const runEnds = distinct < n + m ? tieRunEnds(a, b, distinct) : undefined
  return (pValue + exactKolmogorov(n, m, steps + 1, runEnds)) / 2
}

function caseOf({ sizes, values, method }: Setting, wanted: Wanted): Case {
  return {
    setting: `${sizesText(...sizes)}, ${values === undefined ? 'no ties' : `${values.toLocaleString('en')} different values`}`,
    wanted,
    run(draws) {
      const [reference, current] = sizes.map(rows => drawValues(rows, values, draws)) as [
        Float64Array,
        Float64Array,
      ]
      const found = kolmogorovSmirnov(reference, current, { resamples: RESAMPLES, seed: draws.seed() })
      const rejects = found.pValue <= LEVEL
      if (method !== 'exact' || found.method !== 'exact') return [rejects]
      return [rejects, exactMidP(reference, current, found.pValue) <= LEVEL]
    },
  }
}

const DATA = 'Two samples of one uniform distribution, with any number of different values or with few.'

const SERIES: readonly Setting[] = [
  { sizes: [30_000, 60_000], method: 'series' },
  { sizes: [30_000, 60_000], values: 3_000, method: 'series' },
]

export const kolmogorov: readonly Scenario[] = [
  {
    name: 'ks-exact',
    kind: 'test',
    method: 'Kolmogorov–Smirnov, exact',
    data: DATA,
    cases: SAMPLE_SIZES.flatMap(sizes =>
      [undefined, 50, 5].map(values =>
        caseOf({ sizes, method: 'exact', ...(values === undefined ? {} : { values }) }, EXACT),
      ),
    ),
  },
  {
    name: 'ks-series',
    kind: 'test',
    method: 'Kolmogorov–Smirnov, series',
    data: DATA,
    cases: SERIES.map(setting => caseOf(setting, ASYMPTOTIC)),
  },
  {
    name: 'ks-monte-carlo',
    kind: 'test',
    method: 'Kolmogorov–Smirnov, Monte Carlo',
    data: DATA,
    cases: [
      // Dealing the places anew is as exact as counting all the ways.
      caseOf({ sizes: [5_000, 6_000], values: 5, method: 'monte-carlo' }, EXACT),
      caseOf({ sizes: [10_000, 15_000], values: 20, method: 'monte-carlo' }, EXACT),
    ],
  },
]
