import * as z from 'zod/mini'
import { Outcome } from '../gates/outcome.ts'
import { JobResult } from '../pipeline/conclusion.ts'
import { ObjectId } from '../registry/names.ts'

/** `conclude`. */
export const ConclusionResult = z.strictObject({
  kind: z.literal('conclusion'),
  outcome: Outcome,
  description: z.string().check(z.describe('What the commit status says.')),
  context: z.string().check(z.describe('The name of the commit status.')),
  sha: z.optional(ObjectId).check(z.describe('The commit that was marked; left out where none was.')),
  jobs: z.record(z.string(), JobResult).check(z.describe('How each job ended that this one waited for.')),
  'switched-off': z.array(z.string()),
  previews: z.array(z.string()),
  'nothing-for': z.array(z.string()).check(z.describe('Jobs for which no touched model has a command.')),
  app: z
    .optional(z.literal(true))
    .check(z.describe('The base leaves comments to the GitHub App: `app: true`.')),
  remarks: z.array(z.string()),
  next: z.array(z.string()),
})
export type ConclusionResult = z.infer<typeof ConclusionResult>
