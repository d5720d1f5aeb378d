import * as z from 'zod/mini'
import { Reproducibility } from '../evidence/reproducibility.ts'
import { Outcome } from '../gates/outcome.ts'
import { ModelName, ObjectId } from '../registry/names.ts'
import { Side, Written } from './measurement.ts'

/** How a command of model.yaml went. */
export const CommandReport = z.strictObject({
  step: z.enum(['install', 'lint', 'test', 'train', 'predict']),
  command: z.string(),
  status: z.optional(z.int()).check(z.describe('Left out where a signal ended it.')),
  signal: z.optional(z.string()),
  exceeded: z.optional(z.enum(['time', 'memory'])).check(z.describe('The limit for which it was killed.')),
  seconds: z.number(),
  'peak-bytes': z.optional(z.int()).check(z.describe('The most memory that it held, where that is seen.')),
  'memory-limit': z.enum(['system', 'watched', 'none']),
  said: z.array(z.string()).check(z.describe('The last lines that it printed.')),
})
export type CommandReport = z.infer<typeof CommandReport>

/** `reproduce`. */
export const ReproductionResult = z.strictObject({
  kind: z.literal('reproduction'),
  outcome: Outcome,
  model: ModelName,
  commit: ObjectId,
  version: Side,
  'trained-at': ObjectId.check(z.describe('The commit that was trained again.')),
  training: CommandReport.check(
    z.describe('The step that ended it: the training, or an install that failed.'),
  ),
  facts: z.optional(Reproducibility).check(z.describe('Left out where nothing could be found out.')),
  furthest: z
    .array(z.strictObject({ row: z.int(), registered: z.number(), again: z.number() }))
    .check(z.describe('The rows whose predictions are furthest apart, from 0.')),
  evidence: z.array(Written),
  remarks: z.array(z.string()),
  next: z.array(z.string()),
})
export type ReproductionResult = z.infer<typeof ReproductionResult>
