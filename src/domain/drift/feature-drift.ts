import * as z from 'zod/mini'

const Count = z.int().check(z.minimum(0))
const Share = z.number().check(z.minimum(0), z.maximum(1))
const Value = z.string()

/** Why a feature has its status. */
export const GROUNDS = [
  // drift
  'distribution',
  'missing-values',
  'other-type',
  'gone',
  // insufficient-data
  'too-few-rows',
  'cells-too-wide',
  // skipped
  'new',
  'no-values',
  'not-compared',
  'ignored',
  'no-labels',
  // error
  'unreadable',
] as const

/** What a run found of one feature. */
export const FeatureDrift = z.strictObject({
  feature: Value,
  status: z.enum(['ok', 'drift', 'insufficient-data', 'skipped', 'error']),
  grounds: z.array(z.enum(GROUNDS)),
  values: z.optional(
    z.strictObject({
      test: z.enum(['kolmogorov-smirnov', 'chi-squared', 'fisher-mid-p']),
      distance: Share.check(z.describe('D of numbers, bias-corrected Cramér V of categories.')),
      'distance-at-most': z.optional(Share).check(z.describe('Where the profile leaves it open.')),
      threshold: z
        .optional(Share)
        .check(z.describe('What was learned for this feature; left out: that of the run.')),
      'p-value': Share.check(z.describe('Adjusted over all tests of the run.')),
      'unadjusted-p-value': Share,
      'smallest-distance': Share.check(z.describe('What so many rows could have shown.')),
      psi: z.optional(z.number()),
      wasserstein: z.optional(z.number()),
      location: z.optional(z.number()).check(z.describe('The value at which they lie furthest apart.')),
      direction: z.optional(z.enum(['higher', 'lower'])),
    }),
  ),
  missing: z.optional(
    z.strictObject({
      rates: z
        .array(Share)
        .check(z.describe("Shares of rows without a number or a value, the reference's first.")),
      'p-value': Share,
      'unadjusted-p-value': Share,
    }),
  ),
  added: z
    .optional(z.record(Value, Count))
    .check(z.describe('Categories that are new, the first by name, with rows.')),
  vanished: z.optional(z.array(Value)),
  range: z
    .optional(z.strictObject({ reference: z.array(z.number()), current: z.array(z.number()) }))
    .check(z.describe('Smallest and largest, where the current sample lies outside the reference.')),
})
export type FeatureDrift = z.infer<typeof FeatureDrift>

/**
 * From which change on it matters, beside its chance: of the chance, adjusted over all tests of the run; of D for numbers;
 * of Cramér's V for categories; of the difference between the shares of missing values.
 */
export const DriftThresholds = z.strictObject({
  level: Share,
  numbers: Share,
  categories: Share,
  missing: Share,
})
export type DriftThresholds = z.infer<typeof DriftThresholds>

/** From which distance on a feature drifted, by its name, where that was learned. */
export type LearnedThresholds = ReadonlyMap<string, number>

export const DEFAULT_THRESHOLDS: DriftThresholds = {
  level: 0.05,
  numbers: 0.1,
  categories: 0.1,
  missing: 0.05,
}
