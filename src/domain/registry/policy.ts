import * as z from 'zod/mini'
import type { SourcedGate } from '../gates/index.ts'
import { GateRule } from '../gates/rule.ts'

/** `@acme/ml-leads` (a team) or `@octocat` (a person). */
export const Owner = z.string().check(
  z.regex(/^@[A-Za-z0-9][A-Za-z0-9-]{0,38}(?:\/[A-Za-z0-9._-]{1,100})?$/, {
    error: 'a person or a team like @octocat or @acme/ml-leads',
  }),
)

/** How many approvals a move needs, and whose count. */
export const ApprovalRule = z.strictObject({
  required: z.int().check(z.minimum(0), z.maximum(20), z.describe('How many approvals are needed.')),
  from: z
    .optional(z.array(Owner).check(z.minLength(1)))
    .check(z.describe('Whose approvals count; left out: everybody with `maintain`.')),
  'not-author': z
    .optional(z.boolean())
    .check(z.describe('Approvals of those who asked for, pushed or wrote what is approved do not count.')),
})
export type ApprovalRule = z.infer<typeof ApprovalRule>

/** What `approvals` says where people see to them, and every report says that nothing judged them. */
export const BY_HAND = 'by-hand'

/** What a promotion to one stage must meet. */
export const StagePolicy = z.strictObject({
  gates: z
    .optional(z.array(GateRule).check(z.maxLength(100)))
    .check(z.describe('Conditions on the evidence; all must pass.')),
  defaults: z
    .optional(z.boolean())
    .check(
      z.describe(
        'Whether a policy without a gate against the champion on the primary metric gets one; left out: it does.',
      ),
    ),
  approvals: z
    .optional(z.union([ApprovalRule, z.literal(BY_HAND)]))
    .check(
      z.describe(
        'Reviews that a promotion to this stage needs; `by-hand`: people see to that, and nothing here judges it.',
      ),
    ),
  rollback: z
    .optional(z.strictObject({ approvals: ApprovalRule }))
    .check(
      z.describe(
        'Reviews that a rollback to this stage needs; left out: one by those who approve promotions.',
      ),
    ),
  'max-versions': z
    .optional(z.int().check(z.minimum(1), z.maximum(100)))
    .check(z.describe('How many versions may stand in this stage at once; left out: one.')),
})
export type StagePolicy = z.infer<typeof StagePolicy>

/** Where a line of the policy in effect came from. */
export type PolicySource = 'model' | 'floor'

/** The policy in effect for one stage of one model: its own beside the floor's, each line with its source. */
export interface EffectivePolicy {
  readonly gates: readonly SourcedGate[]
  /** Whether a gate against the champion is added where no line names one. */
  readonly defaults: boolean
  readonly approvals: readonly SourcedApprovalRule[]
  readonly rollbackApprovals: readonly SourcedApprovalRule[]
  /** Whether people see to approvals by hand: no rule is left, and a policy says so. A floor's rule holds in any case. */
  readonly byHand: boolean
  readonly maxVersions: number
  /** Whether the model itself has a policy for this stage. A floor alone promotes nothing. */
  readonly ownPolicy: boolean
}

export interface SourcedApprovalRule {
  readonly rule: ApprovalRule
  readonly source: PolicySource
}

/**
 * Joins a model's policy for a stage with the floor of the repository. Gates and approval rules add up; the
 * smaller `max-versions` holds, and `defaults: false` of the model unless the floor says `true`.
 */
export function effectivePolicy(
  own: StagePolicy | undefined,
  floor: StagePolicy | undefined,
): EffectivePolicy {
  const sources: [StagePolicy | undefined, PolicySource][] = [
    [floor, 'floor'],
    [own, 'model'],
  ]
  const approvals = sources.flatMap(([policy, source]) =>
    policy?.approvals === undefined || policy.approvals === BY_HAND
      ? []
      : [{ rule: policy.approvals, source }],
  )
  const byHand = approvals.length === 0 && sources.some(([policy]) => policy?.approvals === BY_HAND)
  const rollback = sources.flatMap(([policy, source]) =>
    policy?.rollback === undefined ? [] : [{ rule: policy.rollback.approvals, source }],
  )
  return {
    gates: sources.flatMap(([policy, source]) => (policy?.gates ?? []).map(rule => ({ rule, source }))),
    // A floor may ask for more than the model does, never for less.
    defaults: floor?.defaults === true || own?.defaults !== false,
    approvals,
    rollbackApprovals: rollback.length > 0 || byHand ? rollback : [defaultRollbackRule(approvals)],
    byHand,
    maxVersions: Math.min(
      own?.['max-versions'] ?? floor?.['max-versions'] ?? 1,
      floor?.['max-versions'] ?? Infinity,
    ),
    ownPolicy: own !== undefined,
  }
}

/** One approval by somebody that the stage's approvals name, without a name by a person with `maintain`. */
function defaultRollbackRule(approvals: readonly SourcedApprovalRule[]): SourcedApprovalRule {
  const named = approvals.flatMap(({ rule }) => rule.from ?? [])
  const source = approvals[0]?.source ?? 'model'
  return { rule: named.length > 0 ? { required: 1, from: [...new Set(named)] } : { required: 1 }, source }
}
