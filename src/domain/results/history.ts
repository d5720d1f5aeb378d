import * as z from 'zod/mini'
import { Outcome } from '../gates/outcome.ts'
import { ModelName, ObjectId, StageName, Timestamp, VersionNumber } from '../registry/names.ts'
import { Pointers } from '../registry/pointers.ts'

const Approval = z.strictObject({ login: z.string(), at: z.string() })

/** One move: who, what, where, when, why, on which evidence, approved by whom. */
export const HistoryEntry = z.strictObject({
  record: z.int(),
  kind: z.enum(['promotion', 'rollback', 'archive', 'alias']),
  version: z.optional(VersionNumber),
  from: z.optional(StageName),
  to: z.optional(StageName),
  displaces: z.optional(VersionNumber),
  aliases: z.record(z.string(), z.nullable(VersionNumber)),
  purged: z.optional(z.boolean()),
  'requested-by': z.string(),
  'requested-at': Timestamp,
  reason: z.optional(z.string()),
  unapproved: z.optional(z.string()),
  gates: z.optional(Outcome),
  evidence: z.array(z.string()),
  commit: z
    .optional(ObjectId)
    .check(z.describe('The first-parent commit that brought it; left out where git cannot tell.')),
  'merged-at': z.optional(z.string()),
  'merged-by': z.optional(z.string()),
  imported: z.boolean().check(z.describe("Whether it came with the registry's first commit.")),
  approvals: z
    .optional(z.array(Approval))
    .check(z.describe('From the seal; left out where none is recorded.')),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

/** `history`. */
export const HistoryResult = z.strictObject({
  kind: z.literal('history'),
  outcome: Outcome,
  commit: ObjectId,
  model: ModelName,
  'as-of': z.optional(z.string()),
  pointers: Pointers,
  entries: z.array(HistoryEntry).check(z.describe('Oldest first.')),
  'records-in-all': z.int(),
  problems: z.array(z.string()).check(z.describe('Where records, pointers and git disagree.')),
  remarks: z.array(z.string()),
})
export type HistoryResult = z.infer<typeof HistoryResult>
