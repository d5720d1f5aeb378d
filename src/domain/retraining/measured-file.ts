import * as z from 'zod/mini'
import { UserName } from '../registry/names.ts'

/** What a job that reads data found out, for a decision that reads none: the file that `retrain --measured` takes. */
export const MeasuredFile = z.strictObject({
  schema: z.literal(1),
  rows: z
    .optional(z.int().check(z.minimum(0)))
    .check(z.describe('Rows with labels that the training data have now.')),
  metrics: z
    ._default(
      z
        .array(
          z
            .strictObject({
              metric: UserName,
              value: z.number(),
              low: z.optional(z.number()),
              high: z.optional(z.number()),
              baseline: z.optional(z.number()).check(z.describe('What it was when the version was judged.')),
            })
            .check(
              z.refine(({ value, low = value, high = value }) => low <= value && value <= high, {
                error: 'a value that lies between `low` and `high`',
              }),
            ),
        )
        .check(
          z.maxLength(1000),
          z.refine(metrics => new Set(metrics.map(({ metric }) => metric)).size === metrics.length, {
            error: 'each metric once',
          }),
        ),
      [],
    )
    .check(z.describe('On rows whose labels came.')),
})
export type MeasuredFile = z.infer<typeof MeasuredFile>
