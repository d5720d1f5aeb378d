import * as z from 'zod/mini'
import { ObjectId, Sha256, Timestamp } from './names.ts'

/** `MODEL/N.json` on the branch `modelyard-audit`: who approved and merged a promotion, written at the merge. */
export const Seal = z.strictObject({
  schema: z.literal(1),
  'pull-request': z.int().check(z.minimum(1)),
  'merge-commit': ObjectId,
  'merged-by': z.string().check(z.maxLength(200)),
  'merged-at': Timestamp,
  approvals: z.array(
    z.strictObject({
      login: z.string().check(z.maxLength(200)),
      id: z.int(),
      review: z.int(),
      commit: ObjectId,
      at: Timestamp,
    }),
  ),
  gates: z.optional(Sha256).check(z.describe('Digest of the gate tree that was judged.')),
})
export type Seal = z.infer<typeof Seal>

export const AUDIT_BRANCH = 'modelyard-audit'
