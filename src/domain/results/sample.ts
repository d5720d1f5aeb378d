import * as z from 'zod/mini'
import { ModelName, Sha256 } from '../registry/names.ts'

const Rows = z.int().check(z.minimum(0))

/** `sample`. */
export const SampleResult = z.strictObject({
  kind: z.literal('sample'),
  model: ModelName,
  data: z
    .strictObject({ uri: z.string(), sha256: Sha256, rows: Rows })
    .check(z.describe('What it is drawn from.')),
  path: z.string().check(z.describe('Where it was written.')),
  sha256: Sha256,
  bytes: z.int(),
  rows: Rows,
  share: z.number().check(z.describe('Of the rows of the data, as it came out.')),
  stratify: z.optional(z.string()).check(z.describe('The column; left out where all rows are one stratum.')),
  strata: z
    .array(
      z.strictObject({
        value: z.string().check(z.describe('Of the column, as it stands there; empty where it is missing.')),
        rows: Rows,
        sampled: Rows,
      }),
    )
    .check(z.describe('By value.')),
  seed: z.int(),
  next: z.array(z.string()),
})
export type SampleResult = z.infer<typeof SampleResult>
