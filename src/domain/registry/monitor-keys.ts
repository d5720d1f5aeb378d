import * as z from 'zod/mini'
import { UserName } from './names.ts'

const Distance = z.number().check(z.gt(0), z.maximum(1))

/** What is watched of what production sees, and from when on somebody is told. */
export const Monitor = z.strictObject({
  ignore: z
    .optional(z.array(UserName).check(z.maxLength(1000)))
    .check(z.describe('Columns that are not compared, such as identifiers and times.')),
  thresholds: z
    .optional(
      z.strictObject({
        level: z
          .optional(z.number().check(z.gt(0), z.maximum(0.5)))
          .check(z.describe('Of the p-value, adjusted over all tests of a run; left out: 0.05.')),
        numbers: z
          .optional(Distance)
          .check(z.describe('Of D, the Kolmogorov–Smirnov distance of numbers; left out: 0.1.')),
        categories: z
          .optional(Distance)
          .check(z.describe('Of the bias-corrected V of Cramér, for categories; left out: 0.1.')),
        missing: z
          .optional(Distance)
          .check(z.describe('Of the difference between the shares of missing values; left out: 0.05.')),
      }),
    )
    .check(z.describe('From which change on a feature drifted, where it is no chance.')),
})
export type Monitor = z.infer<typeof Monitor>
