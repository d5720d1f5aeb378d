import * as z from 'zod/mini'
import { Outcome } from '../gates/outcome.ts'
import { ModelName, ObjectId, Timestamp, VersionNumber } from '../registry/names.ts'
import { HoldFinding } from '../retraining/holds.ts'
import { TriggerFinding } from '../retraining/trigger.ts'

/** `retrain`. */
export const RetrainingResult = z.strictObject({
  kind: z.literal('retraining'),
  model: ModelName,
  outcome: Outcome.check(
    z.describe(
      'Of a decision `passed`, `inconclusive` where it could not be told. Where somebody asked, whether it was started.',
    ),
  ),
  decision: z
    .enum(['retrain', 'held-back', 'not-due', 'cannot-tell'])
    .check(z.describe('`cannot-tell`: nothing fired, and of something it is not known whether it did.')),
  triggers: z.array(TriggerFinding).check(z.describe('Those of model.yaml, and who asks.')),
  holds: z.array(HoldFinding).check(z.describe('All that could hold it back.')),
  from: z
    .optional(Timestamp)
    .check(z.describe('From when on it would begin, where time alone holds it back.')),
  trained: z
    .optional(z.strictObject({ version: VersionNumber, at: Timestamp }))
    .check(z.describe('The newest version; left out where there is none.')),
  'decided-at': Timestamp,
  commit: ObjectId.check(z.describe('Where the registry was read.')),
  started: z
    .optional(z.strictObject({ workflow: z.string(), run: z.int(), url: z.string() }))
    .check(z.describe('The run that trains it, where this one started it.')),
  alerts: z
    .optional(z.array(z.int().check(z.minimum(1))))
    .check(z.describe('The issues of open alerts that what fired answers; left out where there are none.')),
  remarks: z.array(z.string()),
  next: z.array(z.string()),
})
export type RetrainingResult = z.infer<typeof RetrainingResult>
