import * as z from 'zod/mini'
import { ERROR_CODES, type ErrorCode } from '../errors/index.ts'

/** What a command says with `--json` when it could not answer. */
export const Failure = z.strictObject({
  kind: z.literal('failure'),
  command: z.optional(z.string()).check(z.describe('Which command; left out where none was recognized.')),
  code: z.enum(Object.keys(ERROR_CODES) as [ErrorCode, ...ErrorCode[]]),
  message: z.string(),
  next: z.string().check(z.describe('What to do about it.')),
  place: z.optional(
    z.strictObject({ path: z.string(), line: z.optional(z.int()), column: z.optional(z.int()) }),
  ),
})
export type Failure = z.infer<typeof Failure>
