import * as z from 'zod'
import { Outcome } from '../gates/result.ts'
import { ModelName, ObjectId, StageName, Timestamp, VersionNumber } from '../registry/names.ts'
import { Pointers } from '../registry/pointers.ts'

const Approval = z.strictObject({ login: z.string(), at: z.string() })

/** One move: who, what, where, when, why, on which evidence, approved by whom. */
export const HistoryEntry = z.strictObject({
  record: z.int(),
  kind: z.enum(['promotion', 'rollback', 'archive', 'alias']),
  version: VersionNumber.optional(),
  from: StageName.optional(),
  to: StageName.optional(),
  displaces: VersionNumber.optional(),
  aliases: z.record(z.string(), VersionNumber.nullable()),
  purged: z.boolean().optional(),
  'requested-by': z.string(),
  'requested-at': Timestamp,
  reason: z.string().optional(),
  unapproved: z.string().optional(),
  gates: Outcome.optional(),
  evidence: z.array(z.string()),
  commit: ObjectId.optional().describe(
    'The first-parent commit that brought it; left out where git cannot tell.',
  ),
  'merged-at': z.string().optional(),
  'merged-by': z.string().optional(),
  imported: z.boolean().describe("Whether it came with the registry's first commit."),
  approvals: z.array(Approval).optional().describe('From the seal; left out where none is recorded.'),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

/** `history`. */
export const HistoryResult = z.strictObject({
  kind: z.literal('history'),
  outcome: Outcome,
  commit: ObjectId,
  model: ModelName,
  'as-of': z.string().optional(),
  pointers: Pointers,
  entries: z.array(HistoryEntry).describe('Oldest first.'),
  'records-in-all': z.int(),
  problems: z.array(z.string()).describe('Where records, pointers and git disagree.'),
  remarks: z.array(z.string()),
})
export type HistoryResult = z.infer<typeof HistoryResult>
