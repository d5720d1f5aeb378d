import type { AlertKind } from '../domain/alerts/finding.ts'
import { DEFAULT_BLIND_AFTER, noDataFinding } from '../domain/alerts/no-data-finding.ts'
import { alertRulesOf } from '../domain/alerts/rules.ts'
import { overall } from '../domain/gates/outcome.ts'
import { confirmationOf } from '../domain/monitoring/confirmation.ts'
import { driftAsOf, runsBefore } from '../domain/monitoring/drifting.ts'
import { LOOKS } from '../domain/monitoring/looks.ts'
import {
  couldTell,
  HISTORY_BRANCH,
  levelsOf,
  lookedAtDrift,
  looksOfRun,
  type MonitorRun,
  toFailedRun,
  toFailure,
  toLevelsRun,
  toMonitorRun,
} from '../domain/monitoring/run-record.ts'
import { MOST_TRENDS, type Trend, trendsOf } from '../domain/monitoring/trends.ts'
import type { Monitor } from '../domain/registry/monitor-keys.ts'
import { timestamp } from '../domain/registry/names.ts'
import type { AlertChange, AlertsResult } from '../domain/results/alerts.ts'
import type { Ports } from '../ports.ts'
import { appendRun, readNewestRuns } from './monitor-runs.ts'
import {
  driftTold,
  foundBy,
  isFailed,
  type Looked,
  limitsTold,
  recordedLevels,
  type Told,
} from './monitoring-answers.ts'
import { waitingCandidates } from './retraining-facts.ts'
import { settleMonitoringAlert } from './settle-monitoring-alert.ts'
import { settleWeek } from './settle-week.ts'

/** More than an hourly monitor leaves in two weeks. */
const NEWEST_OF_WEEKS = 400

/**
 * Keeps what a run of monitoring found, and brings the alerts of its model up to date with it and with the runs before. May be
 * called again at any point. Outside of a workflow, whose runs are in the order of their numbers, issues are left alone.
 *
 * @param monitor - The key of the model.yaml.
 * @throws {ModelyardError} What `MonitorHistory`, `Issues` and `Comments` throw: what was done by then stands.
 */
export async function keepMonitoring(
  model: string,
  looked: Looked,
  monitor: Monitor,
  ports: Ports,
): Promise<AlertsResult> {
  const { host, clock } = ports
  const at = timestamp(clock.now())
  const run = recordOf(model, looked, { at, run: host.run })
  // Before anything is told: the run that follows has to know of this one, whatever becomes of the issues.
  const record = await appendRun(run, ports)
  const found = await readNewestRuns(ports.repository, model, isWeekly(monitor) ? NEWEST_OF_WEEKS : undefined)
  const before = runsBefore(run, found?.runs ?? [])
  const told = toldBy(run, looked, before, monitor)
  const runs = [...before, run]
  return {
    kind: 'alerts',
    model,
    at,
    run: run.run,
    record: { branch: HISTORY_BRANCH, ...record },
    alerts: await settled(
      told.map(one => ({ ...one, trends: trendsFor(one, runs) })),
      model,
      run,
      monitor,
      ports,
    ),
    ...(await toldWeek(model, runs, monitor, ports)),
    remarks: [...(found?.remarks ?? [NO_HISTORY])],
    next: run.run === 'terminal' ? ['issues are brought up to date by the runs of a workflow alone'] : [],
  }
}

const NO_HISTORY = `this clone has no branch ${HISTORY_BRANCH}: nothing is known of runs before this one`

function recordOf(model: string, looked: Looked, about: Parameters<typeof toMonitorRun>[1]): MonitorRun {
  const { drift } = looked
  const levels = recordedLevels(looked)
  const failures = failuresIn(looked)
  const version = foundBy(looked.performance)?.version?.version
  const limits = { ...toLevelsRun(model, { ...about, version }, levels), ...(failures && { failures }) }
  if (drift === undefined) return limits
  const run = isFailed(drift)
    ? toFailedRun(model, about, drift)
    : toMonitorRun(drift, { ...about, version: drift.reference.version?.version })
  return levels.length === 0 && failures === undefined
    ? run
    : { ...limits, ...run, outcome: overall([run.outcome, limits.outcome]) }
}

/** The parts of a run that judge limits. */
const LIMITS = ['performance', 'service-levels'] as const

/** Why limits could not be judged. */
function failuresIn(looked: Looked): MonitorRun['failures'] {
  const failures = LIMITS.flatMap(look => {
    const found = looked[look]
    return found !== undefined && isFailed(found) ? [[look, toFailure(found)] as const] : []
  })
  return failures.length === 0 ? undefined : Object.fromEntries(failures)
}

/** @param before - Runs before it, oldest first. */
function toldBy(
  run: MonitorRun,
  looked: Looked,
  before: readonly MonitorRun[],
  monitor: Monitor,
): readonly Told[] {
  const { drift } = looked
  const drifting =
    drift === undefined ? [] : driftAsOf(run, before.filter(lookedAtDrift), confirmationOf(monitor))
  // Each by itself: the run before may have judged one of them alone.
  const judged = LIMITS.flatMap(
    look => before.map(one => levelsOf(one, look)).findLast(levels => levels.length > 0) ?? [],
  )
  return [
    ...(drift === undefined ? [] : [driftTold(drift, drifting)]),
    blindnessTold([...before, run], looked, monitor),
    ...limitsTold(looked, judged),
  ]
}

/** Whether the parts of a run could look, each by its own runs. */
function blindnessTold(runs: readonly MonitorRun[], looked: Looked, monitor: Monitor): Told {
  const tellings = runs
    .slice(-1)
    .flatMap(looksOfRun)
    .map(look => ({
      name: look,
      couldTell: runs.flatMap(one => couldTell(one, look) ?? []),
    }))
  const failed = LOOKS.flatMap(look => {
    const found = looked[look]
    return found !== undefined && isFailed(found) ? [`the newest run of ${look} says: ${found.message}`] : []
  })
  const { drift } = looked
  return {
    kind: 'no-data',
    finding: noDataFinding(tellings, monitor.alerts?.['blind-after'] ?? DEFAULT_BLIND_AFTER),
    causes: failed,
    report: drift === undefined || isFailed(drift) ? undefined : drift,
  }
}

const TRENDS: Readonly<Record<AlertKind, readonly Trend['of'][]>> = {
  drift: ['drift'],
  degradation: ['performance', 'business'],
  'data-quality': [],
  operations: ['operations'],
  'no-data': [],
}

/** How what a run says is bad came to be so; of a run that says otherwise what was bad lately. */
function trendsFor({ kind, finding }: Told, runs: readonly MonitorRun[]): Trend[] {
  const names = finding.is === 'bad' ? finding.items.map(({ name }) => name) : undefined
  return TRENDS[kind].flatMap(of => trendsOf(of, runs, names)).slice(0, MOST_TRENDS)
}

/** One after the other: they write to the same issues. */
async function settled(
  told: readonly Told[],
  model: string,
  run: MonitorRun,
  monitor: Monitor,
  ports: Ports,
): Promise<AlertChange[]> {
  if (run.run === 'terminal') return told.map(one => ({ ...changeOf(one), change: 'not-asked' }))
  const { alerts: { labels = [], assignees = [] } = {} } = monitor
  const { runUrl } = await ports.comments.origin()
  const outside = { ...ports, pages: ports.alertPages }
  const waiting = await waitingCandidates(model, ports)
  const candidate = waiting.is === 'known' ? waiting.value[0]?.pull : undefined
  const common = { model, run: run.run, rules: alertRulesOf(monitor), labels, assignees, candidate, next: [] }
  const changes: AlertChange[] = []
  for (const one of told) {
    const { change, issue } = await settleMonitoringAlert(
      { ...common, ...one, runUrl: runUrl(run.run.id) },
      outside,
    )
    const open = change === 'open' || change === 'reopen' || (change !== 'close' && issue?.isOpen === true)
    changes.push({
      ...changeOf(one),
      change,
      ...(issue !== undefined && { issue: { number: issue.number, url: issue.url, open } }),
    })
  }
  return changes
}

const isWeekly = ({ alerts }: Monitor) => alerts?.summary !== undefined

/** Of a workflow's runs alone, as issues are. */
async function toldWeek(
  model: string,
  runs: readonly MonitorRun[],
  monitor: Monitor,
  ports: Ports,
): Promise<Pick<AlertsResult, 'week'>> {
  if (!isWeekly(monitor) || ports.host.run === undefined) return {}
  const labels = monitor.alerts?.labels ?? []
  const weekly = { model, runs, confirmation: confirmationOf(monitor), labels }
  return { week: await settleWeek(weekly, { ...ports, pages: ports.alertPages }) }
}

function changeOf({ kind, finding }: Told): Omit<AlertChange, 'change'> {
  const items = finding.is === 'bad' ? finding.items : []
  return {
    kind,
    finding: finding.is,
    bad: items.map(({ name, since }) => ({ name, ...(since !== undefined && { since }) })),
  }
}
