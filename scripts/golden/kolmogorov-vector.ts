import * as z from 'zod'
import { distributionDistance } from '../../src/domain/stats/distribution-distance.ts'
import { kolmogorovSmirnov } from '../../src/domain/stats/kolmogorov-smirnov.ts'
import { sortedValues } from '../../src/domain/stats/sorted-values.ts'
import { absolute, type Checked, type Comparison, checkedWhole, equal, relative } from './finding.ts'
import { GENERATOR, generatedSample, SampleRecipe } from './generated-sample.ts'
import { Chances, compareChances } from './kolmogorov-chances.ts'
import { refusal } from './refusal.ts'
import { parsed, type Tolerances } from './vector-file.ts'

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
const Expected = Chances.extend({
  statistic: z.number(),
  statistic_location: z.optional(z.number()),
  statistic_sign: z.optional(z.number()),
  wasserstein: z.optional(z.number()),
  n: z.optional(z.number()),
  m: z.optional(z.number()),
  ties: z.optional(z.boolean()),
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
  const compared = [absolute('statistic', found.statistic, expected.statistic, tolerances.statistic_abs)]
  const { wasserstein, n, m } = expected
  if (wasserstein !== undefined) {
    compared.push(relative('wasserstein', found.wasserstein, wasserstein, tolerances.wasserstein_rel))
  }
  if (n !== undefined) compared.push(equal('n', found.reference.used, n))
  if (m !== undefined) compared.push(equal('m', found.current.used, m))
  compared.push(...comparePlace(x, y, expected))
  const chances = compareChances(x, y, found, expected, tolerances)
  return checkedWhole(vector.expected, [...compared, ...chances.compared], chances.leftOut)
}

/** A place is right when it is a value at which D is attained: of several, rounding decides which one scipy names. */
function comparePlace(x: Float64Array, y: Float64Array, expected: Expected): Comparison[] {
  const { steps, distinct } = distributionDistance(sortedValues(x), sortedValues(y))
  const compared: Comparison[] = []
  const { ties, statistic_location: location, statistic_sign: sign } = expected
  if (ties !== undefined) compared.push(equal('ties', distinct < x.length + y.length, ties))
  if (location === undefined) return compared
  const upTo = (values: Float64Array) => values.filter(value => value <= location).length
  const difference = upTo(x) * y.length - upTo(y) * x.length
  const isObserved = x.includes(location) || y.includes(location)
  compared.push(equal('statistic_location', isObserved && Math.abs(difference) === steps, true))
  if (sign !== undefined) compared.push(equal('statistic_sign', difference < 0 ? -1 : 1, sign))
  return compared
}

function sample(
  listed: readonly number[] | undefined,
  recipe: SampleRecipe | undefined,
  generator: string | undefined,
): Float64Array {
  if (listed !== undefined && recipe === undefined) return Float64Array.from(listed)
  if (recipe === undefined || listed !== undefined) throw new Error('a sample is listed, or it has a recipe')
  if (generator !== GENERATOR) throw new Error('its recipes are for a generator that is not known here')
  return generatedSample(recipe)
}
