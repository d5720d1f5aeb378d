import * as z from 'zod'
import { distributionDistance, tieRunEnds } from '../../src/domain/stats/distribution-distance.ts'
import { exactKolmogorov, exactKolmogorovOfEqualSizes } from '../../src/domain/stats/kolmogorov-exact.ts'
import { kolmogorovSeries } from '../../src/domain/stats/kolmogorov-series.ts'
import { kolmogorovSmirnov } from '../../src/domain/stats/kolmogorov-smirnov.ts'
import { sortedValues } from '../../src/domain/stats/sorted-values.ts'
import {
  absolute,
  type Checked,
  type Comparison,
  checkedWhole,
  equal,
  type LeftOut,
  relative,
} from './finding.ts'
import { GENERATOR, generatedSample, SampleRecipe } from './generated-sample.ts'
import { refusal } from './refusal.ts'
import { scipyAsymptotic } from './scipy-asymptotic.ts'
import { parsed, type Tolerances } from './vector-file.ts'

/** Up to this size of the larger sample scipy chooses its exact p-value by itself. */
const SCIPY_EXACT_UP_TO = 10_000
/** Two approximations of one chance, ours and scipy's, at sizes beyond that. */
const SERIES_ABS = 5e-3

const Chance = z.optional(z.nullable(z.number()))
const Vector = z.strictObject({
  kind: z.literal('ks_2samp'),
  name: z.string(),
  note: z.optional(z.string()),
  x: z.optional(z.array(z.number())),
  y: z.optional(z.array(z.number())),
  x_gen: z.optional(SampleRecipe),
  y_gen: z.optional(SampleRecipe),
  expected: z.record(z.string(), z.unknown()),
})
const Expected = z.looseObject({
  statistic: z.number(),
  statistic_location: z.optional(z.number()),
  statistic_sign: z.optional(z.number()),
  wasserstein: z.optional(z.number()),
  n: z.optional(z.number()),
  m: z.optional(z.number()),
  ties: z.optional(z.boolean()),
  p_auto: Chance,
  p_exact: Chance,
  p_asymp: Chance,
  p_exact_rational: Chance,
  p_exact_ties_permutation: Chance,
})
type Expected = z.infer<typeof Expected>

/**
 * Our Kolmogorov–Smirnov test against a vector's expectations.
 *
 * @param generator - The file's words for its recipes.
 * @throws {Error} When the vector cannot be read.
 */
export function checkKolmogorov(
  value: unknown,
  tolerances: Tolerances,
  generator: string | undefined,
): Checked {
  const vector = parsed(Vector, value)
  const [x, y] = [sample(vector.x, vector.x_gen, generator), sample(vector.y, vector.y_gen, generator)]
  const test = () => kolmogorovSmirnov(x, y, { resamples: 2000, seed: 1 })
  if ('error' in vector.expected) return checkedWhole(vector.expected, [refusal(test)], [])
  const expected = parsed(Expected, vector.expected)
  const found = test()
  const compared: Comparison[] = [
    absolute('statistic', found.statistic, expected.statistic, tolerances.statistic_abs),
  ]
  if (expected.wasserstein !== undefined) {
    compared.push(
      relative('wasserstein', found.wasserstein, expected.wasserstein, tolerances.wasserstein_rel),
    )
  }
  if (expected.n !== undefined) compared.push(equal('n', found.reference.used, expected.n))
  if (expected.m !== undefined) compared.push(equal('m', found.current.used, expected.m))
  compared.push(...comparePlace(x, y, expected))
  const { compared: chances, leftOut } = compareChances(x, y, expected, tolerances)
  return checkedWhole(vector.expected, [...compared, ...chances], leftOut)
}

/** A place is right when D is attained there with that sign: of several, rounding decides which one scipy names. */
function comparePlace(x: Float64Array, y: Float64Array, expected: Expected): Comparison[] {
  const { steps, distinct } = distributionDistance(sortedValues(x), sortedValues(y))
  const compared: Comparison[] = []
  if (expected.ties !== undefined) compared.push(equal('ties', distinct < x.length + y.length, expected.ties))
  const { statistic_location: location, statistic_sign: sign } = expected
  if (location === undefined) return compared
  const upTo = (values: Float64Array) => values.filter(value => value <= location).length
  const there = upTo(x) * y.length - upTo(y) * x.length
  compared.push(equal('statistic_location', Math.abs(there), steps))
  if (sign !== undefined) compared.push(equal('statistic_sign', there < 0 ? -1 : 1, sign))
  return compared
}

function compareChances(
  x: Float64Array,
  y: Float64Array,
  expected: Expected,
  tolerances: Tolerances,
): { compared: Comparison[]; leftOut: LeftOut[] } {
  const [first, second] = [sortedValues(x), sortedValues(y)]
  const [n, m] = [x.length, y.length]
  const { steps, distinct } = distributionDistance(first, second)
  const tested = kolmogorovSmirnov(x, y, { resamples: 2000, seed: 1 })
  const ofTest = (isMeant: boolean) => (isMeant && tested.method === 'exact' ? [tested.pValue] : [])
  const hasTies = distinct < n + m
  const band = once(() => exactKolmogorov(n, m, steps))
  const withoutTies = () => [
    band(),
    ...(n === m ? [exactKolmogorovOfEqualSizes(n, steps / n)] : []),
    ...ofTest(!hasTies),
  ]
  const withTies = () => [exactKolmogorov(n, m, steps, tieRunEnds(first, second, distinct)), ...ofTest(true)]
  const asymptotic = () => [scipyAsymptotic(steps / (n * m), n, m)]
  const isExactByScipy = Math.max(n, m) <= SCIPY_EXACT_UP_TO
  const { p_exact_rel, p_asymp_rel } = tolerances
  const ways = [
    ['p_exact', withoutTies, p_exact_rel],
    ['p_exact_rational', withoutTies, p_exact_rel],
    ['p_exact_ties_permutation', withTies, p_exact_rel],
    ['p_asymp', asymptotic, p_asymp_rel],
    ['p_auto', isExactByScipy ? withoutTies : asymptotic, isExactByScipy ? p_exact_rel : p_asymp_rel],
  ] as const
  const compared: Comparison[] = []
  const leftOut: LeftOut[] = []
  for (const [field, compute, tolerance] of ways) {
    const chance = expected[field]
    if (typeof chance === 'number') compared.push(worstOf(field, compute(), chance, tolerance))
    else if (chance === null) leftOut.push({ field, why: 'scipy has no number' })
  }
  if (!isExactByScipy && typeof expected.p_auto === 'number') {
    const series = kolmogorovSeries(steps / (n * m), n, m)
    compared.push(absolute('p_auto by the series', series, expected.p_auto, SERIES_ABS))
  }
  return { compared, leftOut }
}

/** Several ways to one number: the one that is farthest off counts. */
function worstOf(field: string, found: readonly number[], expected: number, tolerance: number): Comparison {
  return found
    .map(chance => relative(field, chance, expected, tolerance))
    .reduce((a, b) => (b.error <= a.error ? a : b))
}

function once<T>(compute: () => T): () => T {
  let found: { readonly value: T } | undefined
  return () => {
    found ??= { value: compute() }
    return found.value
  }
}

function sample(
  listed: readonly number[] | undefined,
  recipe: SampleRecipe | undefined,
  generator: string | undefined,
): Float64Array {
  if (listed !== undefined && recipe === undefined) return Float64Array.from(listed)
  if (recipe === undefined || listed !== undefined)
    throw new Error('a sample is either listed or has a recipe')
  if (generator !== GENERATOR) throw new Error('its recipes are meant for a generator that is not known here')
  return generatedSample(recipe)
}
