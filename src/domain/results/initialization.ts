import * as z from 'zod/mini'
import { ModelName } from '../registry/names.ts'

/** `init`. */
export const InitializationResult = z.strictObject({
  kind: z.literal('initialization'),
  model: ModelName,
  seen: z.array(z.string()).check(z.describe('What was found in the repository.')),
  decided: z.array(z.strictObject({ what: z.string(), value: z.string(), because: z.string() })),
  files: z.array(z.strictObject({ path: z.string(), change: z.enum(['added', 'kept']) })),
  missing: z
    .array(z.strictObject({ path: z.string(), why: z.string(), lines: z.array(z.string()) }))
    .check(z.describe('What files that are kept lack, and the lines to add by hand.')),
  next: z.array(z.string()),
})
export type InitializationResult = z.infer<typeof InitializationResult>
