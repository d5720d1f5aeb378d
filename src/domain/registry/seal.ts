import * as z from 'zod/mini'
import { Outcome } from '../gates/outcome.ts'
import { ObjectId, Sha256, Timestamp } from './names.ts'

export const Held = z.strictObject({
  outcome: Outcome,
  'policy-commit': ObjectId.check(z.describe('The commit whose policy asked: what the merge was built on.')),
  reasons: z.array(z.string()),
})
export type Held = z.infer<typeof Held>

/** `MODEL/N.json` on the branch `modelyard-audit`: who approved and merged a promotion, written at the merge. */
export const Seal = z.strictObject({
  schema: z.literal(1),
  'pull-request': z
    .optional(z.int().check(z.minimum(1)))
    .check(z.describe('Left out where the commit came by none.')),
  head: z
    .optional(ObjectId)
    .check(z.describe('The commit of the pull request that was merged, which approvals are of.')),
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
  held: z
    .optional(Held)
    .check(z.describe('Whether the approvals that the policy asks for were there at the merge.')),
  gates: z.optional(Sha256).check(z.describe('Digest of the gate tree that was judged.')),
  problems: z
    .optional(z.array(z.string()))
    .check(z.describe('What of the merged record and pointers did not hold; left out where all did.')),
})
export type Seal = z.infer<typeof Seal>

export const AUDIT_BRANCH = 'modelyard-audit'

/** Where the seal of a record lies on that branch. */
export function sealPath(model: string, record: number): string {
  return `${model}/${record}.json`
}
