import * as z from 'zod/mini'
import { ModelName, VersionNumber } from '../registry/names.ts'

/** One fact of which two versions differ; left out on the side that does not have it. */
export const Change = z.strictObject({
  part: z.enum(['artifact', 'params', 'metrics', 'data', 'signature', 'code']),
  name: z.string(),
  first: z.optional(z.string()),
  second: z.optional(z.string()),
  difference: z.optional(z.number()),
})
export type Change = z.infer<typeof Change>

/** `diff`. */
export const DifferenceResult = z.strictObject({
  kind: z.literal('difference'),
  model: ModelName,
  first: VersionNumber,
  second: VersionNumber,
  changes: z.array(Change),
  same: z.array(z.string()).check(z.describe('The parts that are alike.')),
})
export type DifferenceResult = z.infer<typeof DifferenceResult>
