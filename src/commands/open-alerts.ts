import { ALERT_KINDS, type AlertKind } from '../domain/alerts/finding.ts'
import { ModelyardError } from '../domain/errors/index.ts'
import type { OwnIssue, Ports } from '../ports.ts'
import { MONITORING_ALERT, monitoringAlertMarker } from './settle-monitoring-alert.ts'

/** An open alert of monitoring. */
export interface OpenAlert {
  readonly kind: AlertKind
  readonly model: string
  readonly issue: OwnIssue
}

/** Of a kind and a model; a line of an issue is one of them where it is the marker of both. */
const LINE = new RegExp(`alert-${MONITORING_ALERT}(${ALERT_KINDS.join('|')})-([a-z0-9-]+)`)

/**
 * The open alert of an issue.
 *
 * @throws {ModelyardError} `unknown-name` where the issue is none.
 */
export async function openAlert(issue: number, ports: Pick<Ports, 'issues'>): Promise<OpenAlert> {
  const found = (await openAlerts(ports)).find(alert => alert.issue.number === issue)
  if (found !== undefined) return found
  throw new ModelyardError({
    code: 'unknown-name',
    message: `#${issue} is no open alert of monitoring`,
    next: 'write it on the issue of an alert, which has the label `modelyard`',
  })
}

/** All open alerts of monitoring, of every model, in the order of their issues. */
export async function openAlerts({ issues }: Pick<Ports, 'issues'>): Promise<OpenAlert[]> {
  const found = await issues.findOpen(`<!-- modelyard alert-${MONITORING_ALERT}`)
  return found.flatMap((issue): OpenAlert[] => {
    const [line = ''] = issue.body.split(/\r?\n/, 1)
    const [, kind, model] = LINE.exec(line) ?? []
    if (kind === undefined || model === undefined) return []
    const alert = { kind: kind as AlertKind, model }
    return line === monitoringAlertMarker(alert) ? [{ ...alert, issue }] : []
  })
}
