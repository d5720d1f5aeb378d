import * as z from 'zod/mini'
import { METRIC_NAMES } from '../comparison/metric-catalogue.ts'
import { UserName } from '../registry/names.ts'
import { sorted } from '../registry/sorted.ts'

const Count = z.int().check(z.minimum(0))

/** How large an artifact is, on disk and when loaded. */
export const Size = z.strictObject({ bytes: Count, files: z.int().check(z.minimum(1)) })
export type Size = z.infer<typeof Size>

/** How much the primary metric loses when one column is shuffled; more is more important. */
export const Importance = z.strictObject({
  metric: z.enum(METRIC_NAMES),
  rows: z.int().check(z.minimum(1), z.describe('How many rows it was measured on.')),
  'data-rows': z
    .optional(z.int().check(z.minimum(1)))
    .check(z.describe('How many the data holds; where these are more, `rows` of them were drawn evenly.')),
  repeats: z.int().check(z.minimum(1), z.describe('How often each column was shuffled.')),
  seed: Count,
  value: z.optional(z.number()).check(z.describe('The metric on these rows as they are.')),
  features: z
    .array(
      z.strictObject({
        column: UserName,
        loss: z.number().check(z.describe('Mean over the repeats, signed so that more is more important.')),
        low: z.number().check(z.describe('The least over the repeats.')),
        high: z.number().check(z.describe('The most over the repeats.')),
      }),
    )
    .check(z.maxLength(1000), z.describe('The columns that the model reads, the most important first.')),
})
export type Importance = z.infer<typeof Importance>

export const COLUMN_TESTS = ['kolmogorov-smirnov', 'chi-squared', 'fisher-mid-p'] as const
export const NOT_TESTED = ['no-values', 'many-words'] as const

/** Categories that one side alone holds: how many, and the first by name. */
const Words = z.strictObject({ count: Count, first: z.array(z.string()).check(z.maxLength(20)) })

/** What changed between the training data of the champion and of the challenger. */
export const DataChange = z.strictObject({
  champion: z.strictObject({ rows: Count, sha256: z.string() }),
  challenger: z.strictObject({ rows: Count, sha256: z.string() }),
  added: Count.check(z.describe("Rows of the challenger's data that the champion's does not hold.")),
  removed: Count,
  columns: z
    .array(
      z.strictObject({
        column: UserName,
        change: z.enum(['same', 'added', 'removed', 'type', 'moved']),
        'null-rate': z.optional(z.tuple([z.number(), z.number()])),
        distance: z
          .optional(z.number())
          .check(z.describe('KS distance of numbers, bias-corrected Cramér V of words.')),
        'p-value': z
          .optional(z.number())
          .check(z.describe('Adjusted by Benjamini–Hochberg over the columns.')),
        'unadjusted-p-value': z.optional(z.number()),
        test: z.optional(z.enum(COLUMN_TESTS)),
        'smallest-distance': z
          .optional(z.number())
          .check(
            z.describe(
              'The smallest distance that would have been significant, at 5 % and unadjusted, with so many rows.',
            ),
          ),
        'too-few-rows': z
          .optional(z.literal(true))
          .check(
            z.describe(
              'A change that matters, above 0.1, could have gone unseen: that it is the same is not shown.',
            ),
          ),
        'not-tested': z
          .optional(z.enum(NOT_TESTED))
          .check(
            z.describe('`no-values`: a side has none; `many-words`: too many different ones for categories.'),
          ),
        'no-numbers': z
          .optional(z.tuple([Count, Count]))
          .check(
            z.describe('Values left out since they are no finite numbers, missing ones not among them.'),
          ),
        'new-words': z.optional(Words),
        'gone-words': z.optional(Words),
        missing: z
          .optional(
            z.strictObject({
              'p-value': z.number().check(z.describe('Adjusted by Benjamini–Hochberg over the columns.')),
              'unadjusted-p-value': z.number(),
              moved: z.boolean(),
            }),
          )
          .check(z.describe('Whether values are missing as often: a test of two proportions.')),
      }),
    )
    .check(z.maxLength(5000)),
})
export type DataChange = z.infer<typeof DataChange>

/** Anything else that a team measures. */
export const Custom = z.strictObject({
  name: UserName,
  passed: z.optional(z.boolean()),
  values: z.optional(sorted(z.record(UserName, z.number()))),
  note: z.optional(z.string().check(z.maxLength(2000))),
})
export type Custom = z.infer<typeof Custom>
