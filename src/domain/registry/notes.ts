import * as z from 'zod/mini'
import { UserName } from './names.ts'

/** `versions/N/notes.yaml`: what people say about a version. */
export const Notes = z.strictObject({
  description: z.optional(z.string().check(z.maxLength(10_000))),
  tags: z
    .optional(z.record(UserName, z.union([z.string().check(z.maxLength(1000)), z.number(), z.boolean()])))
    .check(z.describe('Names and values to search by, e.g. team: fraud.')),
})
export type Notes = z.infer<typeof Notes>
