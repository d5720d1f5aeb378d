import * as z from 'zod'
import { Outcome } from '../gates/result.ts'
import { ModelName } from '../registry/names.ts'
import { VersionRecord } from '../registry/version.ts'
import { ChangeOutcome } from './move.ts'

/** `register`. */
export const RegistrationResult = z.strictObject({
  kind: z.literal('registration'),
  outcome: Outcome.optional(),
  model: ModelName,
  record: VersionRecord.optional(),
  export: z.array(z.string()).describe('Lines of Python that export the artifact as ONNX, where that helps.'),
  ...ChangeOutcome,
})
export type RegistrationResult = z.infer<typeof RegistrationResult>
