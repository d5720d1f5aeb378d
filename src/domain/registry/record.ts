import * as z from 'zod'
import { Outcome } from '../gates/result.ts'
import { AliasName, ObjectId, PersonName, Sha256, StageName, Timestamp, VersionNumber } from './names.ts'
import { sorted } from './sorted.ts'

const AliasMoves = sorted(z.record(AliasName, VersionNumber.nullable())).describe(
  'What each alias that moved names afterwards; null where it names nothing.',
)
const Head = { schema: z.literal(1) }
const Tail = {
  'requested-by': PersonName,
  'requested-at': Timestamp,
  reason: z.string().min(1).max(10_000).optional(),
  unapproved: z
    .string()
    .min(1)
    .max(10_000)
    .optional()
    .describe('Why this was merged at a terminal without the approvals that the policy asks for.'),
}
const JudgedAt = z.union([z.literal('terminal'), z.int().min(1)]).describe('The workflow run that judged.')

export const PromotionMove = z.strictObject({
  ...Head,
  kind: z.literal('promotion'),
  version: VersionNumber,
  from: StageName,
  to: StageName,
  displaces: VersionNumber.optional(),
  aliases: AliasMoves.optional(),
  ...Tail,
  evidence: z.array(Sha256).max(1000).describe('The evidence that was judged.'),
  gates: z
    .strictObject({ outcome: Outcome, 'policy-commit': ObjectId })
    .optional()
    .describe('Left out where the stage asks for none: the first one.'),
  'judged-at': JudgedAt,
})

export const RollbackMove = z.strictObject({
  ...Head,
  kind: z.literal('rollback'),
  version: VersionNumber,
  from: StageName,
  to: StageName,
  displaces: VersionNumber.optional(),
  aliases: AliasMoves.optional(),
  ...Tail,
  'judged-at': JudgedAt,
})

export const ArchiveMove = z.strictObject({
  ...Head,
  kind: z.literal('archive'),
  version: VersionNumber,
  from: StageName,
  to: StageName,
  aliases: AliasMoves.optional(),
  purged: z.literal(true).optional().describe('The bytes of the artifact were removed.'),
  ...Tail,
  'judged-at': JudgedAt,
})

export const AliasMove = z.strictObject({
  ...Head,
  kind: z.literal('alias'),
  aliases: AliasMoves,
  ...Tail,
  'judged-at': JudgedAt,
})

/** `promotions/N.json`: one move of pointers, numbered 1, 2, 3 … per model, immutable. */
export const PromotionRecord = z.discriminatedUnion('kind', [
  PromotionMove,
  RollbackMove,
  ArchiveMove,
  AliasMove,
])
export type PromotionRecord = z.infer<typeof PromotionRecord>
export type PromotionKind = PromotionRecord['kind']
