import * as z from 'zod/mini'
import { ALERT_KINDS } from '../alerts/finding.ts'
import { MonitorRun } from '../monitoring/run-record.ts'
import { ModelName, Timestamp } from '../registry/names.ts'

/** What became of one alert. */
export const AlertChange = z.strictObject({
  kind: z.enum(ALERT_KINDS),
  finding: z
    .enum(['bad', 'good', 'unknown'])
    .check(
      z.describe('What the run says of it; `unknown` where it could not tell, which counts neither way.'),
    ),
  bad: z
    .array(z.strictObject({ name: z.string(), since: z.optional(Timestamp) }))
    .check(z.describe('What is bad: features, metrics or monitors.')),
  change: z
    .enum(['none', 'open', 'update', 'close', 'reopen', 'not-asked'])
    .check(
      z.describe('What was done to its issue; `not-asked` outside of a workflow, where none is touched.'),
    ),
  issue: z.optional(
    z.strictObject({ number: z.int().check(z.minimum(1)), url: z.string(), open: z.boolean() }),
  ),
})
export type AlertChange = z.infer<typeof AlertChange>

/** `alert`. */
export const AlertsResult = z.strictObject({
  kind: z.literal('alerts'),
  model: ModelName,
  at: Timestamp,
  run: MonitorRun.shape.run,
  record: z
    .strictObject({ branch: z.string(), path: z.string(), is: z.enum(['written', 'there']) })
    .check(z.describe('Where the run is kept; `there` where it stood there already.')),
  alerts: z.array(AlertChange),
  week: z
    .optional(z.strictObject({ week: z.string(), change: z.enum(['none', 'open', 'update']) }))
    .check(z.describe('Whether the week before was told now; left out where none is to be.')),
  remarks: z.array(z.string()),
  next: z.array(z.string()),
})
export type AlertsResult = z.infer<typeof AlertsResult>
