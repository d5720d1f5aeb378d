import * as z from 'zod/mini'
import { ObjectId, Sha256 } from '../registry/names.ts'

/** A model trained again from the commit, data and seed that the version names. */
export const Reproducibility = z.strictObject({
  finding: z
    .enum(['same-bytes', 'same-predictions', 'different'])
    .check(
      z.describe('`same-predictions`: other bytes, but no prediction differs by more than the tolerance.'),
    ),
  commit: ObjectId,
  data: Sha256.check(z.describe('Digest of the training data.')),
  seed: z.int(),
  artifacts: z
    .array(Sha256)
    .check(z.minLength(2), z.maxLength(10), z.describe('The registered one, then that of each training.')),
  rows: z.optional(z.int().check(z.minimum(1))).check(z.describe('Rows on which predictions were compared.')),
  tolerance: z.optional(z.number().check(z.minimum(0))),
  'compared-on': z
    .optional(Sha256)
    .check(z.describe('Digest of the rows on which predictions were compared.')),
  'largest-difference': z.optional(z.number().check(z.minimum(0))),
  'rows-beyond': z
    .optional(z.int().check(z.minimum(0)))
    .check(z.describe('Rows that differ by more than the tolerance.')),
  why: z
    .optional(z.string().check(z.maxLength(500)))
    .check(z.describe('Why it is different where no predictions could be compared.')),
})
export type Reproducibility = z.infer<typeof Reproducibility>
