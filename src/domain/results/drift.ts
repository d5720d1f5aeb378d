import * as z from 'zod/mini'
import { DriftThresholds, FeatureDrift } from '../drift/feature-drift.ts'
import { Outcome } from '../gates/outcome.ts'
import { DriftCause } from '../monitoring/drift-cause.ts'
import { NamedWindow } from '../monitoring/window.ts'
import { ModelName, Sha256 } from '../registry/names.ts'
import { Side, Written } from './measurement.ts'

const Sample = z.strictObject({
  uri: z.string().check(z.describe('Path, pattern, address, or the beginning of a query.')),
  sha256: Sha256.check(
    z.describe('Of the file; of what is no single file a digest of its rows in any order.'),
  ),
  rows: z.int().check(z.minimum(0)),
  windows: z
    .optional(z.array(NamedWindow))
    .check(z.describe('The times that its rows are of; left out where all of a source were read.')),
})

/** `monitor`. */
export const DriftResult = z.strictObject({
  kind: z.literal('drift'),
  model: ModelName,
  outcome: Outcome.check(
    z.describe('`failed`: a feature drifted; `inconclusive`: one could not be told, or none was compared.'),
  ),
  reference: z.extend(Sample, {
    version: z.optional(Side).check(z.describe('Whose training data these are.')),
    profile: z
      .optional(Sha256)
      .check(z.describe('Digest of the evidence that stands for its rows; left out where they were read.')),
  }),
  current: Sample,
  thresholds: DriftThresholds,
  chunks: z
    .optional(z.int().check(z.minimum(1)))
    .check(z.describe('Of so many parts of the reference the thresholds of distances were learned.')),
  features: z.array(FeatureDrift).check(z.describe("The reference's in their order, then new ones.")),
  cause: z.optional(DriftCause).check(z.describe('Left out where nothing drifted and nobody asked.')),
  seed: z.int(),
  evidence: z.array(Written).check(z.describe('The profile that this run left.')),
  remarks: z.array(z.string()),
  next: z.array(z.string()),
})
export type DriftResult = z.infer<typeof DriftResult>
