import * as z from 'zod/mini'
import { Tests } from '../evidence/tests.ts'
import { Outcome } from '../gates/outcome.ts'
import { ModelName, ObjectId } from '../registry/names.ts'
import { Side, Written } from './measurement.ts'

/** `tests`. */
export const TestReportResult = z.strictObject({
  kind: z.literal('test-report'),
  outcome: Outcome.check(z.describe('`inconclusive`: no test ran.')),
  model: ModelName,
  commit: ObjectId,
  version: Side,
  file: z.string(),
  facts: Tests,
  evidence: z.array(Written),
})
export type TestReportResult = z.infer<typeof TestReportResult>
