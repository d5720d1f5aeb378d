import * as z from 'zod/mini'
import { Outcome } from '../gates/outcome.ts'
import { ModelName } from '../registry/names.ts'
import { VersionRecord } from '../registry/version.ts'
import { ChangeOutcome } from './move.ts'

/** `register`. */
export const RegistrationResult = z.strictObject({
  kind: z.literal('registration'),
  outcome: z.optional(Outcome),
  model: ModelName,
  record: z.optional(VersionRecord),
  export: z
    .array(z.string())
    .check(z.describe('Lines of Python that export the artifact as ONNX, where that helps.')),
  ...ChangeOutcome,
})
export type RegistrationResult = z.infer<typeof RegistrationResult>
