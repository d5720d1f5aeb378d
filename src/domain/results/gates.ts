import * as z from 'zod/mini'
import { Outcome } from '../gates/outcome.ts'
import { GateTree } from '../gates/result.ts'
import { ModelName, ObjectId, Sha256, StageName, VersionNumber } from '../registry/names.ts'
import { ApprovalRule } from '../registry/policy.ts'

const Side = z.strictObject({ version: VersionNumber, artifact: Sha256 })

/** A line of the policy in effect, and whose it is. */
export const PolicyLine = z.strictObject({
  source: z.enum(['model', 'floor', 'default']),
  text: z.string().check(z.describe('The rule as it would stand in model.yaml.')),
  why: z.optional(z.string()).check(z.describe('How a default came about.')),
})
export type PolicyLine = z.infer<typeof PolicyLine>

/** `gates`. */
export const GatesResult = z.strictObject({
  kind: z.literal('gates'),
  outcome: Outcome,
  model: ModelName,
  version: Side,
  stage: StageName,
  'stands-in': StageName,
  champion: z.optional(Side).check(z.describe('Left out where the base names none, or this version.')),
  data: z.optional(
    z.strictObject({
      uri: z.string(),
      sha256: z.optional(Sha256),
      time: z.optional(z.string()),
      'window-days': z.optional(z.int()),
    }),
  ),
  'policy-commit': ObjectId,
  'as-if': z
    .optional(z.string())
    .check(z.describe('The file whose policy was asked instead; nothing is promoted by it.')),
  policy: z
    .optional(
      z.strictObject({
        gates: z.array(PolicyLine),
        approvals: z.array(z.extend(ApprovalRule, { source: z.enum(['model', 'floor']) })),
      }),
    )
    .check(z.describe('With --explain.')),
  gates: GateTree,
  'asks-for': z
    .array(z.string())
    .check(z.describe('The kinds of evidence that the gates read for this version.')),
  serves: z
    .optional(z.literal(true))
    .check(z.describe('Whether model.yaml declares `serve`, so that its endpoint can be asked.')),
  remarks: z.array(z.string()),
  next: z.array(z.string()),
})
export type GatesResult = z.infer<typeof GatesResult>
