import * as z from 'zod/mini'
import { Custom } from '../evidence/other-kinds.ts'
import { Outcome } from '../gates/outcome.ts'
import { ModelName, ObjectId } from '../registry/names.ts'
import { Side, Written } from './measurement.ts'

/** `evidence add`. */
export const CustomEvidenceResult = z.strictObject({
  kind: z.literal('custom-evidence'),
  outcome: z.optional(Outcome).check(z.describe('Left out where it was neither passed nor failed.')),
  model: ModelName,
  commit: ObjectId,
  version: Side,
  facts: Custom,
  evidence: z.array(Written),
})
export type CustomEvidenceResult = z.infer<typeof CustomEvidenceResult>
