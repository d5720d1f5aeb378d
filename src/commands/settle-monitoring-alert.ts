import type { AlertKind, MonitoringFinding } from '../domain/alerts/finding.ts'
import { type AlertPlan, compareRuns, planAlert, type StandingIssue } from '../domain/alerts/plan.ts'
import type { AlertRules } from '../domain/alerts/rules.ts'
import { type AlertRun, type AlertState, parseAlertState, renderAlertState } from '../domain/alerts/state.ts'
import { ModelyardError } from '../domain/errors/index.ts'
import type { Trend } from '../domain/monitoring/trends.ts'
import { timestamp } from '../domain/registry/names.ts'
import type { Result } from '../domain/results/index.ts'
import type { AlertPages, Clock, Comments, Issues, NewIssue, OwnIssue, Written } from '../ports.ts'
import { ALERT_LABEL, alertMarker, closeFor, openAlertIssue } from './alert-issue.ts'
import { sayNow } from './say-once.ts'

/** What one run found of a model, for one kind of alert. */
export interface MonitoringAlert {
  readonly model: string
  readonly kind: AlertKind
  readonly finding: MonitoringFinding
  readonly run: AlertRun
  readonly rules: AlertRules
  /** Beside our own; people may change both later, and what they changed stays. */
  readonly labels: readonly string[]
  readonly assignees: readonly string[]
  /** Phrases of ours. */
  readonly causes: readonly string[]
  readonly next: readonly string[]
  readonly trends?: readonly Trend[] | undefined
  readonly candidate?: number | undefined
  readonly report?: Result | undefined
  readonly runUrl?: string | undefined
}

export interface AlertOutside {
  readonly issues: Issues
  readonly comments: Comments
  readonly pages: AlertPages
  readonly clock: Clock
}

/** What became of an alert's issue. */
export interface SettledAlert {
  readonly change: AlertPlan['is']
  /** Undefined where there is none, or where a new one is not listed yet. */
  readonly issue: OwnIssue | undefined
}

/** How the subjects of all of them begin. */
export const MONITORING_ALERT = 'monitoring-'

/** What GitHub takes, with room for the markers. */
const MOST_CHARACTERS = 65_000

interface Found {
  readonly issue: OwnIssue
  readonly state: AlertState | undefined
}

/**
 * Brings the one issue of a model and kind up to date with what a run found. May be called again at any point: what was done
 * is found and not done twice. Who calls it at the same time for one model comes to one open issue, the other one made being
 * closed; for one comment they have to take turns.
 *
 * @throws {ModelyardError} `remote-failed` where it is not known whether GitHub took it; what `Issues` and `Comments` throw.
 */
export async function settleMonitoringAlert(
  alert: MonitoringAlert,
  outside: AlertOutside,
): Promise<SettledAlert> {
  const { issues, clock } = outside
  const { finding, run, rules } = alert
  const found = await readIssues(alert, issues)
  const standing = await settleOthers(found, alert, issues)
  const latest = found
    .flatMap(({ state }) => state?.run ?? [])
    .sort(compareRuns)
    .at(-1)
  const issue = standing && standingOf(standing)
  const plan = planAlert({ issue, latest, finding, run, rules, now: timestamp(clock.now()) })
  if (plan.is === 'open') {
    await open(alert, plan.state, outside)
    // Another one may have been made meanwhile, by whoever looked at the same time.
    const made = await settleOthers(await readIssues(alert, issues), alert, issues)
    return { change: plan.is, issue: made?.issue }
  }
  if (standing !== undefined && plan.is !== 'none') await change(alert, standing, plan, outside)
  return { change: plan.is, issue: standing?.issue }
}

/** All issues of the alert, the one first that it goes on in. */
async function readIssues(alert: MonitoringAlert, issues: Issues): Promise<Found[]> {
  const found = await issues.find(monitoringAlertMarker(alert))
  return found.map((issue): Found => ({ issue, state: parseAlertState(issue.body) })).sort(byStanding)
}

/** Open before closed; then what remembers the newest run, and of equal ones the first. */
function byStanding(a: Found, b: Found): number {
  const runOf = ({ state }: Found) => state?.run ?? { id: -1, attempt: 0 }
  return (
    Number(b.issue.isOpen) - Number(a.issue.isOpen) ||
    compareRuns(runOf(b), runOf(a)) ||
    a.issue.number - b.issue.number
  )
}

/** Closes what is open beside the first, which is returned. */
async function settleOthers(
  [first, ...others]: readonly Found[],
  alert: MonitoringAlert,
  issues: Issues,
): Promise<Found | undefined> {
  for (const { issue, state } of others.filter(({ issue }) => issue.isOpen)) {
    // What it remembers stays, so that whoever looks chooses the same one.
    await closeFor(first?.issue.number, issue.number, headOf(alert, state), issues)
  }
  return first
}

function standingOf({ issue: { number, isOpen, closedAt }, state }: Found): StandingIssue {
  return { number, isOpen, closedAt, state }
}

async function open(alert: MonitoringAlert, state: AlertState, { issues, pages }: AlertOutside) {
  const { labels, assignees } = alert
  const issue: NewIssue = {
    title: pages.title(alert),
    body: bodyOf(alert, state, true, pages),
    labels: [...new Set([ALERT_LABEL, ...labels])],
    ...(assignees.length === 0 ? {} : { assignees }),
  }
  await openAlertIssue(issue, monitoringAlertMarker(alert), {
    ...issues,
    create: one => createFor(one, issues),
  })
}

/** Somebody who left and cannot be assigned would keep it from being told at all. */
async function createFor({ assignees, ...issue }: NewIssue, issues: Issues): Promise<Written> {
  if (assignees === undefined) return issues.create(issue)
  try {
    return await issues.create({ ...issue, assignees })
  } catch (error) {
    // It was refused, so that nothing was made: without an answer it would be unsure.
    if (!(error instanceof ModelyardError) || error.code !== 'remote-failed') throw error
    return issues.create(issue)
  }
}

async function change(
  alert: MonitoringAlert,
  { issue, state: before }: Found,
  { is, state, news }: Extract<AlertPlan, { is: 'update' | 'close' | 'reopen' }>,
  { issues, comments, pages }: AlertOutside,
): Promise<void> {
  const isOpen = is === 'update' ? issue.isOpen : is === 'reopen'
  const page = { ...alert, state, isOpen }
  // First the words: once the issue remembers the run, nobody says them any more. They are named by the run before, so that
  // one who was killed between the two is not followed by another comment.
  if (news.length > 0) {
    const { id, attempt } = before?.run ?? state.run
    const subject = `alert-after-${before === undefined ? 'unread-' : ''}${id}-${attempt}`
    await sayNow(comments, { is: 'issue', number: issue.number }, subject, pages.comment(page, news))
  }
  await issues.update(issue.number, {
    body: bodyOf(alert, state, isOpen, pages),
    ...(isOpen === issue.isOpen ? {} : { isOpen }),
  })
}

/** The first line of the issue of a model and kind. */
export function monitoringAlertMarker({ kind, model }: Pick<MonitoringAlert, 'kind' | 'model'>): string {
  return alertMarker(`${MONITORING_ALERT}${kind}-${model}`)
}

function headOf(alert: MonitoringAlert, state: AlertState | undefined): string[] {
  return [monitoringAlertMarker(alert), ...(state === undefined ? [] : [renderAlertState(state)]), '']
}

function bodyOf(alert: MonitoringAlert, state: AlertState, isOpen: boolean, pages: AlertPages): string {
  const head = headOf(alert, state).join('\n')
  return `${head}\n${pages.body({ ...alert, state, isOpen }, MOST_CHARACTERS - head.length)}`
}
