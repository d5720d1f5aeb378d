import * as z from 'zod/mini'
import { ModelName, Sha256 } from '../registry/names.ts'

const Rows = z.int().check(z.minimum(0))

const Share = z.number().check(z.minimum(0), z.maximum(1))

/** The rows that a classifier is least sure of. */
export const UncertainRows = z.strictObject({
  by: z.literal('margin').check(z.describe('The likeliest class above the next.')),
  predictions: z.strictObject({ uri: z.string(), sha256: Sha256 }),
  'largest-margin': Share.check(z.describe('Of the rows that were picked.')),
  rows: z
    .array(
      z.strictObject({
        row: z.int().check(z.minimum(1), z.describe('From 1, the header not among them.')),
        key: z
          .optional(z.string())
          .check(z.describe('Its value of `evaluate.key`, where the data has that.')),
        margin: Share,
        classes: z.array(z.strictObject({ class: z.string(), probability: Share })),
      }),
    )
    .check(z.describe('The least sure first, a hundred at most.')),
})
export type UncertainRows = z.infer<typeof UncertainRows>

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
  uncertain: z.optional(UncertainRows).check(z.describe('With `uncertain`.')),
  next: z.array(z.string()),
})
export type SampleResult = z.infer<typeof SampleResult>
