import { type AlertState, parseAlertState, renderAlertState } from '../domain/alerts/state.ts'
import { ModelyardError } from '../domain/errors/index.ts'
import type { AlertNoteResult } from '../domain/results/alert-note.ts'
import type { Ports } from '../ports.ts'
import { openAlert } from './open-alerts.ts'

/** What is noted of an alert: until when it is quiet, or who looks after it. */
export type AlertNote = Pick<AlertState, 'snoozed'> | Pick<AlertState, 'acknowledged'>

/**
 * Notes something in what an open alert remembers; the next run of monitoring shows it and goes by it. Noting the same twice is
 * noting it once.
 *
 * @throws {ModelyardError} `unknown-name` where the issue is no open alert; `bad-file` where what it remembers cannot be read;
 * what `Issues` throws.
 */
export async function noteOnAlert(
  issue: number,
  note: AlertNote,
  ports: Pick<Ports, 'issues'>,
): Promise<AlertNoteResult> {
  const found = await openAlert(issue, ports)
  const { body, url } = found.issue
  const state = parseAlertState(body)
  if (state === undefined) {
    throw new ModelyardError({
      code: 'bad-file',
      message: `what #${issue} remembers was changed by hand and cannot be read`,
      next: 'wait for the next run of monitoring, which writes it anew',
    })
  }
  const [marker = '', , ...rest] = body.split('\n')
  const noted = [marker.trimEnd(), renderAlertState({ ...state, ...note }), ...rest].join('\n')
  const written = await ports.issues.update(issue, { body: noted })
  if (written.is !== 'written') {
    throw new ModelyardError({
      code: 'remote-failed',
      message: `whether GitHub took the change of #${issue} is not known`,
      next: 'ask again in a while',
    })
  }
  return {
    kind: 'alert-note',
    model: found.model,
    alert: { kind: found.kind, issue, url },
    ...('snoozed' in note && { snoozed: note.snoozed }),
    ...('acknowledged' in note && { acknowledged: note.acknowledged }),
    remarks: [],
    next: [],
  }
}
