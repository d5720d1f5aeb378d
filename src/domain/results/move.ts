import * as z from 'zod'
import { GateTree, Outcome } from '../gates/result.ts'
import { Reason } from '../problem.ts'
import { ModelName, ObjectId, StageName, VersionNumber } from '../registry/names.ts'
import { ApprovalRule } from '../registry/policy.ts'

/** What became of a change: shown only, put on a branch, merged, nothing to do, or refused. */
export const ChangeStatus = z.enum(['planned', 'branched', 'merged', 'unchanged', 'refused'])
export type ChangeStatus = z.infer<typeof ChangeStatus>

/** What a change did to git, and what a person does next. */
export const ChangeOutcome = {
  status: ChangeStatus,
  reasons: z.array(Reason).describe('Why it was refused.'),
  why: z.string().optional().describe('Why there was nothing to do.'),
  files: z.array(z.strictObject({ path: z.string(), change: z.enum(['added', 'modified', 'deleted']) })),
  branch: z.string().optional(),
  commit: ObjectId.optional(),
  committer: z.strictObject({ name: z.string(), email: z.string(), source: z.string() }).optional(),
  remarks: z.array(z.string()).describe('What to know beside.'),
  next: z.array(z.string()).describe('What to do now.'),
}

const AliasChange = z.strictObject({
  alias: z.string(),
  before: VersionNumber.nullable(),
  after: VersionNumber.nullable(),
})

/** `promote`, `rollback`, `archive` and `alias`. */
export const MoveResult = z.strictObject({
  kind: z.literal('move'),
  outcome: Outcome.optional(),
  action: z.enum(['promotion', 'rollback', 'archive', 'alias']),
  title: z.string().describe('What was asked for.'),
  model: ModelName,
  version: VersionNumber.optional(),
  from: StageName.optional(),
  to: StageName.optional(),
  displaces: VersionNumber.optional(),
  aliases: z.array(AliasChange),
  purged: z.boolean().optional(),
  record: z.int().optional().describe("The record's number."),
  reason: z.string().optional(),
  unapproved: z.string().optional(),
  gates: GateTree.optional(),
  approvals: z
    .strictObject({
      outcome: Outcome,
      rules: z.array(ApprovalRule.extend({ source: z.enum(['model', 'floor']) })),
    })
    .optional()
    .describe('Approvals are given on a pull request; at a terminal they are inconclusive.'),
  ...ChangeOutcome,
})
export type MoveResult = z.infer<typeof MoveResult>
