import { distributionDistance } from '../../src/domain/stats/distribution-distance.ts'
import { jensenShannonDistance } from '../../src/domain/stats/jensen-shannon.ts'
import { kolmogorovSmirnov } from '../../src/domain/stats/kolmogorov-smirnov.ts'
import { normalTail, upperGamma } from '../../src/domain/stats/special-functions.ts'
import { LEVEL } from './scenario.ts'

/** Rows of a reference up to which it tests, and above which it measures a distance. */
const MOST_TESTED = 1000
const DISTANCE = 0.1

/**
 * Whether Evidently's default rule calls a column of numbers drifted: up to 1,000 rows of the reference p < 0.05 of
 * Kolmogorov and Smirnov's test, above them Wasserstein's distance over the reference's standard deviation ≥ 0.1.
 *
 * @see https://docs.evidentlyai.com/metrics/explainer_drift, 0.7
 */
export function driftsByDefault(reference: Float64Array, current: Float64Array): boolean {
  if (reference.length <= MOST_TESTED)
    return kolmogorovSmirnov(reference, current, { resamples: 1, seed: 1 }).pValue < LEVEL
  const { wasserstein } = distributionDistance(reference.toSorted(), current.toSorted())
  return wasserstein / Math.max(spreadOf(reference), 0.001) >= DISTANCE
}

/**
 * The same of categories: up to 1,000 rows a test of goodness of fit to the reference's shares as if these were exact, of
 * two categories a test of two proportions; above them Jensen and Shannon's distance ≥ 0.1.
 */
export function categoriesDriftByDefault(
  reference: ReadonlyMap<string, number>,
  current: ReadonlyMap<string, number>,
): boolean {
  const names = [...new Set([...reference.keys(), ...current.keys()])]
  const [before, after] = [reference, current].map(counts => names.map(name => counts.get(name) ?? 0)) as [
    number[],
    number[],
  ]
  const [n, m] = [total(before), total(after)]
  if (n > MOST_TESTED) return jensenShannonDistance(before, after) >= DISTANCE
  if (names.length <= 2) {
    const [first, second] = [(before[0] ?? 0) / n, (after[0] ?? 0) / m]
    const pooled = ((before[0] ?? 0) + (after[0] ?? 0)) / (n + m)
    const deviation = Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m))
    return deviation > 0 && 2 * normalTail(Math.abs(first - second) / deviation) < LEVEL
  }
  const statistic = before.reduce((sum, count, at) => {
    const expected = (count / n) * m
    // A category that the reference lacks makes it infinite.
    return sum + ((after[at] as number) - expected) ** 2 / expected
  }, 0)
  return !(upperGamma((names.length - 1) / 2, statistic / 2) >= LEVEL)
}

function spreadOf(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}
