import { detectableDistance } from '../stats/detectable-effect.ts'
import { type KolmogorovPValue, kolmogorovPValue } from '../stats/kolmogorov-p-value.ts'
import { kolmogorovSeries } from '../stats/kolmogorov-series.ts'
import { populationStabilityIndex } from '../stats/population-stability-index.ts'
import { type NumberDistance, numberDistance } from './number-distance.ts'
import type { NumberProfile } from './number-profile.ts'

const RESAMPLES = 2000
/** The customary bins of the population stability index. */
const BINS = 10

/** How far the numbers of two samples lie apart. */
export interface NumberTest {
  readonly test: 'kolmogorov-smirnov'
  /** D over the ends of the cells: it is not smaller. */
  readonly distance: number
  /** It is not larger, whatever lies where within the cells. */
  readonly atMost: number
  readonly pValue: number
  readonly method: KolmogorovPValue['method']
  /** The value at which the distributions lie D apart. */
  readonly location: number
  /** Where the current sample lies. */
  readonly direction: 'higher' | 'lower'
  readonly wasserstein: number
  readonly psi: number
  /** The smallest D that so many rows can show at a level. */
  smallestAt(level: number): number
}

/**
 * Kolmogorov and Smirnov's test of two profiles. Rows of a cell count as equal, which loses a little power and no
 * validity: the chance is exact given those ties, resampled, or by the series, which then is too large.
 *
 * @param effect - The distance from which on it matters: below it the series will do.
 * @param seed - The same seed gives the same p.
 */
export function testNumbers(
  reference: NumberProfile,
  current: NumberProfile,
  effect: number,
  seed: number,
): NumberTest {
  const found = numberDistance(reference, current)
  const { n, m, steps } = found
  const distance = steps / (n * m)
  return {
    test: 'kolmogorov-smirnov',
    distance,
    atMost: found.most,
    ...chanceOf(found, distance > effect, seed),
    location: found.location,
    direction: found.sign === 1 ? 'higher' : 'lower',
    wasserstein: found.wasserstein,
    psi: populationStabilityIndex(...binned(reference.counts, current.counts)),
    smallestAt: level => detectableDistance(n, m, level),
  }
}

/** A resampled p is never below 1 / 2001, which among many columns is not enough: the series then says how much less. */
function chanceOf(
  { n, m, steps, runEnds }: NumberDistance,
  matters: boolean,
  seed: number,
): KolmogorovPValue {
  const series = { pValue: kolmogorovSeries(steps / (n * m), n, m), method: 'series' } as const
  if (!matters || series.pValue < 1 / RESAMPLES) return series
  return kolmogorovPValue({ n, m, steps, distinct: runEnds.length }, () => runEnds, {
    resamples: RESAMPLES,
    seed,
  })
}

/** Cells put together to about equal shares of the reference. */
function binned(reference: readonly number[], current: readonly number[]): [number[], number[]] {
  const total = reference.reduce((sum, count) => sum + count, 0)
  const [before, after] = [new Array<number>(BINS).fill(0), new Array<number>(BINS).fill(0)]
  let below = 0
  for (const [cell, count] of reference.entries()) {
    const bin = Math.min(BINS - 1, Math.floor((below / total) * BINS))
    before[bin] = (before[bin] as number) + count
    after[bin] = (after[bin] as number) + (current[cell] as number)
    below += count
  }
  const isHeld = (_: number, bin: number) => (before[bin] as number) + (after[bin] as number) > 0
  return [before.filter(isHeld), after.filter(isHeld)]
}
