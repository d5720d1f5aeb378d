import * as z from 'zod/mini'
import { Outcome } from '../gates/outcome.ts'
import { AliasName, ObjectId, PersonName, Sha256, StageName, Timestamp, VersionNumber } from './names.ts'
import { sorted } from './sorted.ts'

const AliasMoves = sorted(z.record(AliasName, z.nullable(VersionNumber))).check(
  z.describe('What each alias that moved names afterwards; null where it names nothing.'),
)
const Head = { schema: z.literal(1) }
const Tail = {
  'requested-by': PersonName,
  'requested-at': Timestamp,
  reason: z.optional(z.string().check(z.minLength(1), z.maxLength(10_000))),
  unapproved: z
    .optional(z.string().check(z.minLength(1), z.maxLength(10_000)))
    .check(z.describe('Why this was merged at a terminal without the approvals that the policy asks for.')),
}
const JudgedAt = z
  .union([z.literal('terminal'), z.int().check(z.minimum(1))])
  .check(z.describe('The workflow run that judged.'))

export const PromotionMove = z.strictObject({
  ...Head,
  kind: z.literal('promotion'),
  version: VersionNumber,
  from: StageName,
  to: StageName,
  displaces: z.optional(VersionNumber),
  aliases: z.optional(AliasMoves),
  ...Tail,
  evidence: z.array(Sha256).check(z.maxLength(1000), z.describe('The evidence that was judged.')),
  gates: z
    .optional(z.strictObject({ outcome: Outcome, 'policy-commit': ObjectId }))
    .check(z.describe('Left out where the stage asks for none: the first one.')),
  'judged-at': JudgedAt,
})

export const RollbackMove = z.strictObject({
  ...Head,
  kind: z.literal('rollback'),
  version: VersionNumber,
  from: StageName,
  to: StageName,
  displaces: z.optional(VersionNumber),
  aliases: z.optional(AliasMoves),
  ...Tail,
  'judged-at': JudgedAt,
})

export const ArchiveMove = z.strictObject({
  ...Head,
  kind: z.literal('archive'),
  version: VersionNumber,
  from: StageName,
  to: StageName,
  aliases: z.optional(AliasMoves),
  purged: z.optional(z.literal(true)).check(z.describe('The bytes of the artifact were removed.')),
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
