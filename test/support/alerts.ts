import { type MonitoringAlert, monitoringAlertMarker } from '../../src/commands/settle-monitoring-alert.ts'
import type { AlertItem, MonitoringFinding } from '../../src/domain/alerts/finding.ts'
import { DEFAULT_ALERT_RULES } from '../../src/domain/alerts/rules.ts'
import { type AlertState, renderAlertState } from '../../src/domain/alerts/state.ts'

/** Bad by these sizes, at least one. */
export function badFinding(sizes: Readonly<Record<string, number>>, ...untold: string[]): MonitoringFinding {
  const items = Object.entries(sizes).map(([name, size]): AlertItem => ({ name, size }))
  return { is: 'bad', items: items as [AlertItem, ...AlertItem[]], untold }
}

export const goodFinding = (...untold: string[]): MonitoringFinding => ({ is: 'good', untold })

/** An alert of drift of churn. */
export function alertOf(
  id: number,
  finding: MonitoringFinding,
  facts: Partial<MonitoringAlert> = {},
): MonitoringAlert {
  return {
    model: 'churn',
    kind: 'drift',
    finding,
    run: { id, attempt: 1 },
    rules: DEFAULT_ALERT_RULES,
    labels: [],
    assignees: [],
    causes: [],
    next: [],
    ...facts,
  }
}

/** The body of an alert of drift that remembers this, or nothing yet. */
export function alertBody(model: string, items: AlertState['items'] = []): string {
  return `${monitoringAlertMarker({ kind: 'drift', model })}\n${renderAlertState({ ...REMEMBERED, items })}\n`
}

/** What an alert of run 7 remembers of no items. */
export const REMEMBERED: AlertState = {
  schema: 1,
  since: '2026-03-01T10:00:00Z',
  run: { id: 7, attempt: 1 },
  good: 0,
  items: [],
}
