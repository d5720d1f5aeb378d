import { ModelyardError } from '../errors/index.ts'
import { distributionDistance, tieRunEnds } from './distribution-distance.ts'
import { type FiniteValues, finiteValues } from './finite-values.ts'
import { exactKolmogorov, exactKolmogorovCells, exactKolmogorovOfEqualSizes } from './kolmogorov-exact.ts'
import { monteCarloKolmogorov } from './kolmogorov-monte-carlo.ts'
import { kolmogorovSeries } from './kolmogorov-series.ts'
import { sortedValues } from './sorted-values.ts'

/** About 0.1 s of computing. */
const MOST_CELLS = 1e7
/** With more distinct values the series is nearly right; at this many it rejects 4.6 % instead of 5 %. */
const HEAVY_TIES = 1000

/** A column of a sample: what was compared, and what was not. */
export interface SampleSize {
  readonly used: number
  readonly nan: number
  readonly infinite: number
}

export interface KolmogorovSmirnov {
  /** D, in [0, 1]. */
  readonly statistic: number
  /** The smallest value at which the distribution functions lie D apart. */
  readonly location: number
  /** 1 where the reference's distribution function is above there: it holds the smaller values. */
  readonly sign: 1 | -1
  /** The area between the distribution functions, in the unit of the values. */
  readonly wasserstein: number
  readonly pValue: number
  readonly method: 'exact' | 'monte-carlo' | 'series'
  readonly reference: SampleSize
  readonly current: SampleSize
}

/** How p is estimated where neither an exact way nor the series will do. */
export interface Resampling {
  readonly resamples: number
  readonly seed: number
}

/**
 * The two-sample Kolmogorov–Smirnov test, two-sided. D = max |F − G| is found in whole numbers and divided once.
 *
 * NaN and infinities are counted and left out. The p-value is exact given the ties wherever that costs less than about
 * 0.1 s: always for equal sizes without ties, and up to 2 · D · n · m = 1e7 otherwise. Beyond that, samples with few
 * distinct values are judged by resampling, since there the series would reject too seldom, and all others by the series.
 *
 * @param reference - [n] any doubles.
 * @param current - [m] any doubles.
 * @throws {ModelyardError} `empty-sample` when a sample has no finite value.
 * @see Hodges 1958, doi:10.1007/BF02589501
 */
export function kolmogorovSmirnov(
  reference: Float64Array,
  current: Float64Array,
  resampling: Resampling,
): KolmogorovSmirnov {
  const [ofReference, ofCurrent] = [finiteValues(reference), finiteValues(current)]
  refuseEmpty(ofReference, 'reference')
  refuseEmpty(ofCurrent, 'current')
  const [first, second] = [sortedValues(ofReference.values), sortedValues(ofCurrent.values)]
  const { steps, location, sign, wasserstein, distinct } = distributionDistance(first, second)
  return {
    statistic: steps / (first.length * second.length),
    location,
    sign,
    wasserstein,
    ...significance(first, second, steps, distinct, resampling),
    reference: sizeOf(ofReference),
    current: sizeOf(ofCurrent),
  }
}

function significance(
  first: Float64Array,
  second: Float64Array,
  steps: number,
  distinct: number,
  { resamples, seed }: Resampling,
): Pick<KolmogorovSmirnov, 'pValue' | 'method'> {
  const [n, m] = [first.length, second.length]
  const hasTies = distinct < n + m
  if (n === m && !hasTies) return { pValue: exactKolmogorovOfEqualSizes(n, steps / n), method: 'exact' }
  const isManyCells = 2 * steps > MOST_CELLS
  if (!isManyCells || distinct <= HEAVY_TIES) {
    const runEnds = hasTies ? tieRunEnds(first, second, distinct) : undefined
    if (exactKolmogorovCells(n, m, steps, runEnds) <= MOST_CELLS) {
      return { pValue: exactKolmogorov(n, m, steps, runEnds), method: 'exact' }
    }
    if (runEnds !== undefined && distinct <= HEAVY_TIES) {
      return { pValue: monteCarloKolmogorov(n, m, steps, runEnds, resamples, seed), method: 'monte-carlo' }
    }
  }
  return { pValue: kolmogorovSeries(steps / (n * m), n, m), method: 'series' }
}

function refuseEmpty({ values, nan, infinite }: FiniteValues, which: string): void {
  if (values.length > 0) return
  throw new ModelyardError({
    code: 'empty-sample',
    message: `the ${which} sample has no number to compare: ${nan} NaN, ${infinite} infinite`,
    next: 'compare a column that holds numbers on both sides',
  })
}

function sizeOf({ values, nan, infinite }: FiniteValues): SampleSize {
  return { used: values.length, nan, infinite }
}
