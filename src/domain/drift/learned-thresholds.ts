import { type CategoryProfile, subtractCategories, valuesIn } from './category-profile.ts'
import { testCategories } from './category-test.ts'
import type { LearnedThresholds } from './feature-drift.ts'
import type { ColumnProfile, SampleProfile } from './judge-drift.ts'
import { numberDistance } from './number-distance.ts'
import { type NumberProfile, numbersIn, subtractNumbers } from './number-profile.ts'

/** So many chunks there must be: of fewer not even the largest is exceeded as seldom as the level says. */
export function leastChunks(level: number): number {
  return Math.ceil(1 / level) - 1
}

/**
 * From which distance on each feature drifted, learned from how far chunks of the reference lie from what is left of it.
 *
 * A feature's scale is the root mean square of its distances over the chunks. For each chunk the largest distance of all
 * features is taken, in units of their scales; of these maxima the ⌈(1 − level)(chunks + 1)⌉-th smallest, times its scale, is the
 * threshold of a feature. A further chunk of the same kind then exceeds one or more of them in about one run of 1 / level,
 * however many features there are and whatever they have to do with each other.
 *
 * @param whole - The reference.
 * @param chunks - Parts of it without a common row, each of as many rows as a current sample has, counted into its cells.
 * @param level - Share of runs, in (0, 1).
 * @returns By feature; those whose chunks do not differ at all are left out. Undefined where there are fewer than
 *   {@link leastChunks}.
 * @see Vovk, Gammerman & Shafer 2005, doi:10.1007/b106715, for the rank of the quantile.
 */
export function learnThresholds(
  whole: SampleProfile,
  chunks: readonly SampleProfile[],
  level: number,
): LearnedThresholds | undefined {
  if (chunks.length < leastChunks(level)) return undefined
  const distances = new Map(
    [...whole].map(([feature, profile]) => [
      feature,
      chunks.map(chunk => distanceFromRest(profile, chunk.get(feature))),
    ]),
  )
  const scales = new Map(
    [...distances].flatMap(([feature, found]): [string, number][] => {
      const scale = Math.sqrt(found.reduce((sum, distance) => sum + distance ** 2, 0) / found.length)
      return scale > 0 ? [[feature, scale]] : []
    }),
  )
  const maxima = chunks.map((_, index) => {
    const ratios = [...scales].map(([feature, scale]) => (distances.get(feature)?.[index] ?? 0) / scale)
    return Math.max(0, ...ratios)
  })
  const rank = Math.ceil((1 - level) * (chunks.length + 1) - ROUNDING)
  const factor = maxima.toSorted((a, b) => a - b)[rank - 1] as number
  return new Map([...scales].map(([feature, scale]) => [feature, Math.min(1, factor * scale)]))
}

/** 0.95 · 20 is a little more than 19. */
const ROUNDING = 1e-9

/** Of a chunk from the reference without it; 0 where one of them has no values to compare. */
function distanceFromRest(whole: ColumnProfile, chunk: ColumnProfile | undefined): number {
  if (whole.type === 'number' && chunk?.type === 'number') return distanceOfNumbers(whole, chunk)
  if (whole.type === 'category' && chunk?.type === 'category') return distanceOfCategories(whole, chunk)
  return 0
}

function distanceOfNumbers(whole: NumberProfile, chunk: NumberProfile): number {
  const rest = subtractNumbers(whole, chunk)
  if (numbersIn(rest) === 0 || numbersIn(chunk) === 0) return 0
  const { steps, n, m } = numberDistance(rest, chunk)
  return steps / (n * m)
}

function distanceOfCategories(whole: CategoryProfile, chunk: CategoryProfile): number {
  const rest = subtractCategories(whole, chunk)
  return valuesIn(rest) === 0 || valuesIn(chunk) === 0 ? 0 : testCategories(rest, chunk).distance
}
