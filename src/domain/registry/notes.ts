import * as z from 'zod'
import { UserName } from './names.ts'

/** `versions/N/notes.yaml`: what people say about a version. */
export const Notes = z.strictObject({
  description: z.string().max(10_000).optional(),
  tags: z
    .record(UserName, z.union([z.string().max(1000), z.number(), z.boolean()]))
    .optional()
    .describe('Names and values to search by, e.g. team: fraud.'),
})
export type Notes = z.infer<typeof Notes>
