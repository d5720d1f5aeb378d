import * as z from 'zod'
import { distributionDistance, tieRunEnds } from '../../src/domain/stats/distribution-distance.ts'
import { exactKolmogorov, exactKolmogorovOfEqualSizes } from '../../src/domain/stats/kolmogorov-exact.ts'
import { kolmogorovSeries } from '../../src/domain/stats/kolmogorov-series.ts'
import type { KolmogorovSmirnov } from '../../src/domain/stats/kolmogorov-smirnov.ts'
import { sortedValues } from '../../src/domain/stats/sorted-values.ts'
import { absolute, type Comparison, type LeftOut, relative } from './finding.ts'
import { scipyAsymptotic } from './scipy-asymptotic.ts'
import type { Tolerances } from './vector-file.ts'

/** Up to this size of the larger sample scipy chooses its exact p-value by itself. */
const SCIPY_EXACT_UP_TO = 10_000
/** nm / (n + m) from which our series and scipy's asymptotic p-value are near each other, and how near. */
const SERIES_FROM = 1000
const SERIES_ABS = 5e-3

/** `null`: scipy has no number. */
const Chance = z.optional(z.nullable(z.number()))
export const Chances = z.looseObject({
  p_auto: Chance,
  p_exact: Chance,
  p_asymp: Chance,
  p_exact_rational: Chance,
  p_exact_ties_permutation: Chance,
})
export type Chances = z.infer<typeof Chances>

/**
 * The p-values that a vector expects: each by every way that we have to compute it.
 *
 * @param tested - What the product answers for the samples.
 */
export function compareChances(
  x: Float64Array,
  y: Float64Array,
  tested: KolmogorovSmirnov,
  expected: Chances,
  tolerances: Tolerances,
): { readonly compared: readonly Comparison[]; readonly leftOut: readonly LeftOut[] } {
  const compared: Comparison[] = []
  const leftOut: LeftOut[] = []
  for (const [field, compute, tolerance] of waysOf(x, y, tested, tolerances)) {
    const chance = expected[field]
    if (typeof chance === 'number') compared.push(worstOf(field, compute(), chance, tolerance))
    else if (chance === null) leftOut.push({ field, why: 'scipy has no number' })
  }
  const [n, m] = [x.length, y.length]
  const { p_auto: auto } = expected
  if (!isExactByScipy(n, m) && (n * m) / (n + m) >= SERIES_FROM && typeof auto === 'number') {
    const series = kolmogorovSeries(tested.statistic, n, m)
    compared.push(absolute('p_auto by the series', series, auto, SERIES_ABS))
  }
  return { compared, leftOut }
}

type Way = readonly [field: keyof Chances & string, compute: () => readonly number[], tolerance: number]

function waysOf(
  x: Float64Array,
  y: Float64Array,
  tested: KolmogorovSmirnov,
  { p_exact_rel, p_asymp_rel }: Tolerances,
): readonly Way[] {
  const [first, second] = [sortedValues(x), sortedValues(y)]
  const [n, m] = [x.length, y.length]
  const { steps, distinct } = distributionDistance(first, second)
  const ofProduct = (isMeant: boolean) => (isMeant && tested.method === 'exact' ? [tested.pValue] : [])
  const withoutTies = () => [
    exactKolmogorov(n, m, steps),
    ...(n === m ? [exactKolmogorovOfEqualSizes(n, steps / n)] : []),
    ...ofProduct(distinct === n + m),
  ]
  const withTies = () => [
    exactKolmogorov(n, m, steps, tieRunEnds(first, second, distinct)),
    ...ofProduct(true),
  ]
  const asymptotic = () => [scipyAsymptotic(tested.statistic, n, m)]
  return [
    ['p_exact', withoutTies, p_exact_rel],
    ['p_exact_rational', withoutTies, p_exact_rel],
    ['p_exact_ties_permutation', withTies, p_exact_rel],
    ['p_asymp', asymptotic, p_asymp_rel],
    isExactByScipy(n, m) ? ['p_auto', withoutTies, p_exact_rel] : ['p_auto', asymptotic, p_asymp_rel],
  ]
}

function isExactByScipy(n: number, m: number): boolean {
  return Math.max(n, m) <= SCIPY_EXACT_UP_TO
}

/** Several ways to one number: the one that is farthest off counts. */
function worstOf(field: string, found: readonly number[], expected: number, tolerance: number): Comparison {
  return found
    .map(chance => relative(field, chance, expected, tolerance))
    .reduce((a, b) => (b.error <= a.error ? a : b))
}
