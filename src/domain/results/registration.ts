import * as z from 'zod/mini'
import { EarlierComparison } from '../evidence/earlier-comparison.ts'
import { Outcome } from '../gates/outcome.ts'
import { ModelName, StageName } from '../registry/names.ts'
import { VersionRecord } from '../registry/version.ts'
import { ChangeOutcome, MovedFacts } from './move.ts'

/** The first promotion of a version, planned with its registration. */
export const FirstPromotion = z.strictObject({
  stage: StageName.check(z.describe('The stage that was asked for.')),
  title: z.string().check(z.describe('What was asked for, the registration too.')),
  ...MovedFacts,
})
export type FirstPromotion = z.infer<typeof FirstPromotion>

/** `register`. */
export const RegistrationResult = z.strictObject({
  kind: z.literal('registration'),
  outcome: z.optional(Outcome),
  model: ModelName,
  record: z.optional(VersionRecord),
  export: z
    .array(z.string())
    .check(z.describe('Lines of Python that export the artifact as ONNX, where that helps.')),
  promotion: z
    .optional(FirstPromotion)
    .check(z.describe('With a stage: the promotion that stands in the same change, or why there is none.')),
  candidate: z
    .optional(z.enum(['ready', 'draft', 'closed']))
    .check(
      z.describe(
        'Of a retraining: its pull request waits to be merged, is a draft since its gates cannot tell, or is closed since they failed.',
      ),
    ),
  alerts: z
    .optional(z.array(z.int().check(z.minimum(1))))
    .check(z.describe('The issues of the alerts that asked for it.')),
  earlier: z
    .optional(EarlierComparison)
    .check(
      z.describe(
        'Of a retraining: the primary metric on rows before the drift, where these were compared too.',
      ),
    ),
  ...ChangeOutcome,
})
export type CandidateFate = NonNullable<RegistrationResult['candidate']>
export type RegistrationResult = z.infer<typeof RegistrationResult>
