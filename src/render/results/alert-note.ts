import type { AlertNoteResult } from '../../domain/results/alert-note.ts'
import { type Block, good, name, paragraph } from '../blocks.ts'
import { minuteText } from '../numbers.ts'
import { remarkBlocks } from '../sections/provenance.ts'
import { ALERTS } from './alerts.ts'

/** `snooze` and `ack`. */
export function describeAlertNote({
  model,
  alert,
  snoozed,
  acknowledged,
  remarks,
}: AlertNoteResult): Block[] {
  const of = ` of ${ALERTS[alert.kind]} of `
  return [
    ...(snoozed === undefined
      ? []
      : [
          paragraph(
            good('Snoozed:'),
            ' the alert',
            of,
            name(model),
            ` says nothing until ${minuteText(snoozed.until)} UTC but that it recovered or returned.`,
          ),
        ]),
    ...(acknowledged === undefined
      ? []
      : [
          paragraph(
            good('Noted:'),
            ' ',
            name(acknowledged.by),
            ' looks after the alert',
            of,
            name(model),
            '; what joins is not told by a comment until it has recovered.',
          ),
        ]),
    ...remarkBlocks(remarks),
  ]
}
