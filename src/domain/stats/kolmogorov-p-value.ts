import { exactKolmogorov, exactKolmogorovCells, exactKolmogorovOfEqualSizes } from './kolmogorov-exact.ts'
import { monteCarloKolmogorov } from './kolmogorov-monte-carlo.ts'
import { kolmogorovSeries } from './kolmogorov-series.ts'

/** About 0.1 s of computing. */
const MOST_CELLS = 1e7
/** With more distinct values the series is nearly right; at this many it rejects 4.6 % instead of 5 %. */
const HEAVY_TIES = 1000

export interface KolmogorovPValue {
  readonly pValue: number
  readonly method: 'exact' | 'monte-carlo' | 'series'
}

/** How p is estimated where neither an exact way nor the series will do. */
export interface Resampling {
  readonly resamples: number
  readonly seed: number
}

/** A distance that was found between two samples. */
export interface FoundDistance {
  /** Sizes of the samples, ≥ 1. */
  readonly n: number
  readonly m: number
  /** D · n · m, a whole number. */
  readonly steps: number
  /** How many different values both samples hold together. */
  readonly distinct: number
}

/**
 * The two-sided chance of a Kolmogorov–Smirnov distance of this size or more between samples of one distribution.
 *
 * Exact given the ties wherever that costs less than about 0.1 s: always for equal sizes without ties, and up to
 * 2 · D · n · m = 1e7 otherwise. Beyond that, samples with few distinct values are judged by resampling, since there
 * the series would reject too seldom, and all others by the series.
 *
 * @param runEnds - Where runs of equal values end in both samples put together; asked for where there are ties.
 * @see Hodges 1958, doi:10.1007/BF02589501
 */
export function kolmogorovPValue(
  { n, m, steps, distinct }: FoundDistance,
  runEnds: () => Uint32Array,
  { resamples, seed }: Resampling,
): KolmogorovPValue {
  const hasTies = distinct < n + m
  if (n === m && !hasTies) return { pValue: exactKolmogorovOfEqualSizes(n, steps / n), method: 'exact' }
  const isManyCells = 2 * steps > MOST_CELLS
  if (!isManyCells || distinct <= HEAVY_TIES) {
    const ends = hasTies ? runEnds() : undefined
    if (exactKolmogorovCells(n, m, steps, ends) <= MOST_CELLS)
      return { pValue: exactKolmogorov(n, m, steps, ends), method: 'exact' }
    if (ends !== undefined && distinct <= HEAVY_TIES)
      return { pValue: monteCarloKolmogorov(n, m, steps, ends, resamples, seed), method: 'monte-carlo' }
  }
  return { pValue: kolmogorovSeries(steps / (n * m), n, m), method: 'series' }
}
