import type { MonitoringAlert } from '../../src/commands/settle-monitoring-alert.ts'
import type { AlertItem, MonitoringFinding } from '../../src/domain/alerts/finding.ts'
import { DEFAULT_ALERT_RULES } from '../../src/domain/alerts/rules.ts'
import type { AlertPages } from '../../src/ports.ts'
import { renderAlertBody, renderAlertComment, renderAlertTitle } from '../../src/render/alert.ts'

export const ALERT_PAGES: AlertPages = {
  title: renderAlertTitle,
  body: renderAlertBody,
  comment: renderAlertComment,
}

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
