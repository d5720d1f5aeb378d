import * as z from 'zod'
import { ModelName, VersionNumber } from '../registry/names.ts'

/** One fact of which two versions differ; left out on the side that does not have it. */
export const Change = z.strictObject({
  part: z.enum(['artifact', 'params', 'metrics', 'data', 'signature', 'code']),
  name: z.string(),
  first: z.string().optional(),
  second: z.string().optional(),
  difference: z.number().optional(),
})
export type Change = z.infer<typeof Change>

/** `diff`. */
export const DifferenceResult = z.strictObject({
  kind: z.literal('difference'),
  model: ModelName,
  first: VersionNumber,
  second: VersionNumber,
  changes: z.array(Change),
  same: z.array(z.string()).describe('The parts that are alike.'),
})
export type DifferenceResult = z.infer<typeof DifferenceResult>
