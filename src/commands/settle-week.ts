import { ALERT_KINDS } from '../domain/alerts/finding.ts'
import { parseAlertState } from '../domain/alerts/state.ts'
import { toldWeek, type WeekAlert, type WeekPage, weekLine } from '../domain/alerts/week-page.ts'
import type { Confirmation } from '../domain/drift/confirmed.ts'
import type { MonitorRun } from '../domain/monitoring/run-record.ts'
import { runsOfWeek, weekBefore, weekOf } from '../domain/monitoring/week.ts'
import type { OwnIssue } from '../ports.ts'
import { ALERT_LABEL, closeFor, openAlertIssue } from './alert-issue.ts'
import { sayOnce } from './say-once.ts'
import { type AlertOutside, monitoringAlertMarker } from './settle-monitoring-alert.ts'

export interface WeeklyModel {
  readonly model: string
  /** Oldest first. */
  readonly runs: readonly MonitorRun[]
  readonly confirmation: Confirmation
  readonly labels: readonly string[]
}

/** What became of the issue; `none`: the week was told before, or has no run. */
export interface SettledWeek {
  readonly week: string
  readonly change: 'none' | 'open' | 'update'
}

/** The first line of the issue of a model's weeks. */
export const weekMarker = (model: string) => `<!-- modelyard weeks-${model} -->`

/**
 * Tells the week that ended in the one issue of a model's weeks: its text is that of the newest week, and a comment tells it to
 * who reads mails. May be called again at any point: a week is told once. One that a person closed stays closed and hears no more.
 *
 * @throws {ModelyardError} As `settleMonitoringAlert`.
 */
export async function settleWeek(model: WeeklyModel, outside: AlertOutside): Promise<SettledWeek> {
  const { issues, comments, pages, clock } = outside
  const marker = weekMarker(model.model)
  const week = weekBefore(weekOf(clock.now()))
  const nothing = { week: week.name, change: 'none' } as const
  const [standing, ...others] = await readIssues(marker, outside)
  await closeOthers(standing, others, marker, outside)
  const told = standing && toldWeek(standing.body)
  if (told !== undefined && told >= week.name) return nothing
  const runs = runsOfWeek(week, model.runs, model.confirmation)
  if (standing === undefined && runs.runs === 0) return nothing
  const page: WeekPage = {
    model: model.model,
    week,
    runs,
    alerts: await alertsOf(model.model, week.from, outside),
  }
  const body = [marker, weekLine(week.name), pages.week(page)].join('\n')
  if (standing === undefined) {
    const labels = [...new Set([ALERT_LABEL, ...model.labels])]
    await openAlertIssue({ title: pages.weekTitle(page), body, labels }, marker, issues)
    const [made, ...more] = await readIssues(marker, outside)
    await closeOthers(made, more, marker, outside)
    return { week: week.name, change: 'open' }
  }
  // First the words: once the issue says that the week was told, nobody tells it any more.
  if (standing.isOpen)
    await sayOnce(comments, { is: 'issue', number: standing.number }, `week-${week.name}`, pages.week(page))
  await issues.update(standing.number, { body })
  return { week: week.name, change: 'update' }
}

/** The one first that it goes on in: open before closed, then the first that was opened. */
async function readIssues(marker: string, { issues }: AlertOutside): Promise<OwnIssue[]> {
  const found = await issues.find(marker)
  return found.toSorted((a, b) => Number(b.isOpen) - Number(a.isOpen) || a.number - b.number)
}

/** Closes what was opened at the same time by somebody else. */
async function closeOthers(
  first: OwnIssue | undefined,
  others: readonly OwnIssue[],
  marker: string,
  { issues }: AlertOutside,
): Promise<void> {
  for (const { number } of others.filter(({ isOpen }) => isOpen))
    await closeFor(first?.number, number, [marker, ''], issues)
}

async function alertsOf(model: string, from: string, { issues }: AlertOutside): Promise<WeekAlert[]> {
  const alerts: WeekAlert[] = []
  for (const kind of ALERT_KINDS)
    for (const { number, body, isOpen, closedAt } of await issues.find(
      monitoringAlertMarker({ kind, model }),
    ))
      if (isOpen || (closedAt ?? '') >= from)
        alerts.push({ kind, number, closedAt, state: parseAlertState(body) })
  return alerts
}
