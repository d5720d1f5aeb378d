import * as z from 'zod/mini'
import { MonitorRun } from '../monitoring/run-record.ts'
import { Trend } from '../monitoring/trends.ts'
import { ModelName, ObjectId, Timestamp } from '../registry/names.ts'

const Drifting = z.strictObject({
  feature: z.string(),
  since: Timestamp.check(
    z.describe('Of the first run that found it so, after which none found that it does not drift.'),
  ),
  confirmed: z.boolean().check(z.describe('Whether it drifted in enough of the last runs that could tell.')),
})
const Runs = z.int().check(z.minimum(1))

/** `history --monitor`. */
export const MonitorHistoryResult = z.strictObject({
  kind: z.literal('monitor-history'),
  model: ModelName,
  commit: ObjectId.check(z.describe('Of the branch that holds the runs.')),
  'as-of': z.optional(z.string()),
  confirm: z.strictObject({ runs: Runs, of: Runs }).check(z.describe('How many are enough, of how many.')),
  runs: z
    .array(z.extend(z.omit(MonitorRun, { schema: true, model: true }), { drifting: z.array(Drifting) }))
    .check(z.describe('Newest first.')),
  'runs-in-all': z.int(),
  trends: z
    .array(Trend)
    .check(z.describe('Over the newest 30 of these runs: what drifted in any of them, and limits.')),
  remarks: z.array(z.string()),
})
export type MonitorHistoryResult = z.infer<typeof MonitorHistoryResult>
