import * as z from 'zod/mini'
import { ALERT_KINDS } from '../alerts/finding.ts'
import { AlertState } from '../alerts/state.ts'
import { ModelName } from '../registry/names.ts'

/** `snooze` and `ack`. */
export const AlertNoteResult = z.strictObject({
  kind: z.literal('alert-note'),
  model: ModelName,
  alert: z.strictObject({
    kind: z.enum(ALERT_KINDS),
    issue: z.int().check(z.minimum(1)),
    url: z.string(),
  }),
  snoozed: AlertState.shape.snoozed,
  acknowledged: AlertState.shape.acknowledged,
  remarks: z.array(z.string()),
  next: z.array(z.string()),
})
export type AlertNoteResult = z.infer<typeof AlertNoteResult>
