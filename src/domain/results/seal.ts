import * as z from 'zod/mini'
import { Outcome } from '../gates/outcome.ts'
import { ModelName, ObjectId, StageName, Timestamp, VersionNumber } from '../registry/names.ts'
import { Held } from '../registry/seal.ts'

const Pull = z.strictObject({ number: z.int().check(z.minimum(1)), url: z.string() })

export const SealedDeployment = z.strictObject({
  environment: z.string(),
  id: z.int(),
  change: z.enum(['created', 'found']),
  workflow: z
    .optional(z.string())
    .check(z.describe('The workflow that carries it out; left out where none does.')),
  run: z.optional(z.string()).check(z.describe('Where its run is followed.')),
})
export type SealedDeployment = z.infer<typeof SealedDeployment>

/** What became of one merged move. */
export const SealedMove = z.strictObject({
  model: ModelName,
  record: z.int().check(z.minimum(1)),
  kind: z.enum(['promotion', 'rollback', 'archive', 'alias']),
  version: z.optional(VersionNumber),
  from: z.optional(StageName),
  to: z.optional(StageName),
  outcome: Outcome,
  'merge-commit': ObjectId,
  'pull-request': z.optional(Pull),
  'merged-by': z.string(),
  'merged-at': Timestamp,
  approvals: z.array(z.string()).check(z.describe('Who approved the head that was merged.')),
  held: z.optional(Held),
  problems: z.array(z.string()).check(z.describe('What did not hold.')),
  closed: z.array(Pull).check(z.describe('Other proposals for the same stage that were closed.')),
  deployment: z.optional(SealedDeployment),
  remarks: z.array(z.string()),
})
export type SealedMove = z.infer<typeof SealedMove>

/** `seal`. */
export const SealResult = z.strictObject({
  kind: z.literal('seal'),
  outcome: Outcome,
  commit: ObjectId,
  sealed: z.array(SealedMove).check(z.describe('In the order of their merge within a model.')),
  waiting: z.int().check(z.describe('How many are left for the next run.')),
  remarks: z.array(z.string()),
  next: z.array(z.string()),
})
export type SealResult = z.infer<typeof SealResult>
