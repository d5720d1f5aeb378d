import * as z from 'zod'
import { ERROR_CODES, type ErrorCode } from '../errors/index.ts'

/** What a command says with `--json` when it could not answer. */
export const Failure = z.strictObject({
  kind: z.literal('failure'),
  code: z.enum(Object.keys(ERROR_CODES) as [ErrorCode, ...ErrorCode[]]),
  message: z.string(),
  next: z.string().describe('What to do about it.'),
  place: z
    .strictObject({ path: z.string(), line: z.int().optional(), column: z.int().optional() })
    .optional(),
})
export type Failure = z.infer<typeof Failure>
