import * as z from 'zod/mini'
import { Outcome } from '../gates/outcome.ts'
import { GateTree } from '../gates/result.ts'
import { Reason } from '../problem.ts'
import { ModelName, ObjectId, StageName, VersionNumber } from '../registry/names.ts'
import { ApprovalRule } from '../registry/policy.ts'

/**
 * What became of a change: shown only, put on a branch, merged, made a pull request, left for the App to make one of,
 * nothing to do, or refused.
 */
export const ChangeStatus = z.enum([
  'planned',
  'branched',
  'merged',
  'proposed',
  'left',
  'unchanged',
  'refused',
])
export type ChangeStatus = z.infer<typeof ChangeStatus>

/** What a change did to git, and what a person does next. */
export const ChangeOutcome = {
  status: ChangeStatus,
  reasons: z.array(Reason).check(z.describe('Why it was refused.')),
  why: z.optional(z.string()).check(z.describe('Why there was nothing to do.')),
  files: z.array(z.strictObject({ path: z.string(), change: z.enum(['added', 'modified', 'deleted']) })),
  branch: z.optional(z.string()),
  commit: z.optional(ObjectId),
  'pull-request': z
    .optional(
      z.strictObject({
        number: z.int().check(z.minimum(1)),
        url: z.string(),
        change: z.enum(['opened', 'updated', 'unchanged']),
      }),
    )
    .check(z.describe('The pull request that asks for it.')),
  'commit-status': z
    .optional(
      z.strictObject({
        context: z.string(),
        state: z.enum(['success', 'failure']),
        description: z.string(),
        change: z.enum(['set', 'unchanged', 'not-set']),
      }),
    )
    .check(z.describe('How the head of the pull request was marked.')),
  'other-checks': z
    .optional(
      z.strictObject({
        names: z.array(z.string()).check(z.describe('What the branch requires beside `modelyard/pipeline`.')),
        'start-by-click': z
          .boolean()
          .check(
            z.describe("Whether they wait for a click, since a job's own token opened the pull request."),
          ),
      }),
    )
    .check(z.describe('Checks that are no business of this tool, and how they start.')),
  committer: z.optional(z.strictObject({ name: z.string(), email: z.string(), source: z.string() })),
  remarks: z.array(z.string()).check(z.describe('What to know beside.')),
  next: z.array(z.string()).check(z.describe('What to do now.')),
}

const AliasChange = z.strictObject({
  alias: z.string(),
  before: z.nullable(VersionNumber),
  after: z.nullable(VersionNumber),
})

/** What moves, why it may, and who has to agree. */
export const MovedFacts = {
  version: z.optional(VersionNumber),
  from: z.optional(StageName),
  to: z.optional(StageName),
  displaces: z.optional(VersionNumber),
  aliases: z.array(AliasChange),
  purged: z.optional(z.boolean()),
  record: z.optional(z.int()).check(z.describe("The record's number.")),
  reason: z.optional(z.string()),
  replaces: z
    .optional(z.int().check(z.minimum(1)))
    .check(z.describe('The pull request that this one takes the place of.')),
  unapproved: z.optional(z.string()),
  gates: z.optional(GateTree),
  approvals: z
    .optional(
      z.strictObject({
        outcome: Outcome,
        'by-hand': z
          .optional(z.boolean())
          .check(z.describe('The policy leaves them to people: nothing judges them.')),
        rules: z.array(
          z.extend(ApprovalRule, {
            source: z.enum(['model', 'floor']),
            outcome: z.optional(Outcome).check(z.describe("By GitHub's rules, without the App.")),
            reason: z.optional(z.string()),
            next: z.optional(z.string()),
          }),
        ),
      }),
    )
    .check(z.describe('Approvals are given on a pull request; at a terminal they are inconclusive.')),
}

/** `promote`, `rollback`, `archive` and `alias`. */
export const MoveResult = z.strictObject({
  kind: z.literal('move'),
  outcome: z.optional(Outcome),
  action: z.enum(['promotion', 'rollback', 'archive', 'alias']),
  title: z.string().check(z.describe('What was asked for.')),
  model: ModelName,
  ...MovedFacts,
  ...ChangeOutcome,
})
export type MoveResult = z.infer<typeof MoveResult>
