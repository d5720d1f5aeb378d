import * as z from 'zod/mini'
import { Outcome } from '../gates/outcome.ts'
import { GateTree } from '../gates/result.ts'
import { Problem } from '../problem.ts'
import { ModelName, ObjectId, StageName, VersionNumber } from '../registry/names.ts'
import { ApprovalRule } from '../registry/policy.ts'

/** The check run that only the App can set, and that rules are to require. */
export const GATE_CHECK = 'modelyard / gates'

/** GitHub counts `neutral`, `skipped` and `stale` as passed, so that none of them is among these. */
export const CheckConclusion = z.enum(['success', 'failure', 'action_required'])
export type CheckConclusion = z.infer<typeof CheckConclusion>

/** One rule of approvals, with who met it. */
export const JudgedRule = z.strictObject({
  outcome: Outcome,
  rule: ApprovalRule,
  source: z.enum(['model', 'floor']),
  required: z
    .int()
    .check(z.describe('What the rule says, and one more where it is not known who asked for the move.')),
  counted: z.array(z.string()),
  'not-counted': z.array(z.strictObject({ who: z.string(), why: z.string() })),
  reason: z.string(),
})
export type JudgedRule = z.infer<typeof JudgedRule>

/** A move that a pull request asks for. */
export const JudgedMove = z.strictObject({
  model: ModelName,
  record: z.int().check(z.minimum(1)),
  kind: z.enum(['promotion', 'rollback', 'archive', 'alias']),
  version: z.optional(VersionNumber),
  from: z.optional(StageName),
  to: z.optional(StageName),
  gates: z.optional(GateTree).check(z.describe('Left out for what no gate is asked of.')),
  approvals: z.array(JudgedRule),
  'by-hand': z
    .optional(z.literal(true))
    .check(z.describe('The policy leaves approvals to people: nothing judges them.')),
})
export type JudgedMove = z.infer<typeof JudgedMove>

/** What GitHub shows beside a check run, for people to press. */
export const CheckButton = z.strictObject({
  action: z.string().check(z.maxLength(20), z.describe('Our own word for it.')),
  label: z.string().check(z.maxLength(20)),
  description: z.string().check(z.maxLength(40)),
})
export type CheckButton = z.infer<typeof CheckButton>

/** A pull request or a merge group, judged by the branch that it asks to be merged to. */
export const JudgementResult = z.strictObject({
  kind: z.literal('judgement'),
  outcome: Outcome,
  check: z.literal(GATE_CHECK),
  conclusion: CheckConclusion.check(z.describe('What the check run says on GitHub.')),
  'pull-request': z.int().check(z.minimum(1), z.describe('Of a merge group the last one.')),
  group: z
    .optional(z.array(z.int().check(z.minimum(1))))
    .check(z.describe('The pull requests of a merge group, the first to be merged first.')),
  head: ObjectId,
  base: z.optional(ObjectId).check(z.describe('The commit of the base whose policy judged.')),
  problems: z.array(Problem),
  moves: z.array(JudgedMove),
  governed: z
    .array(
      z.strictObject({
        path: z.string(),
        why: z.string(),
        models: z.array(z.string()),
        approvals: z.array(JudgedRule),
      }),
    )
    .check(z.describe('Changes to what judges, with the approvals that they must meet.')),
  buttons: z.array(CheckButton).check(z.maxLength(3)),
  remarks: z.array(z.string()),
  next: z.array(z.string()),
})
export type JudgementResult = z.infer<typeof JudgementResult>
