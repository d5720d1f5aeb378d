import { DEFAULT_BLIND_AFTER, noDataFinding } from '../domain/alerts/no-data-finding.ts'
import { alertRulesOf } from '../domain/alerts/rules.ts'
import { confirmationOf } from '../domain/monitoring/confirmation.ts'
import { driftAsOf, runsBefore } from '../domain/monitoring/drifting.ts'
import {
  couldTell,
  HISTORY_BRANCH,
  lookedAtDrift,
  type MonitorRun,
  toFailedRun,
  toLevelsRun,
  toMonitorRun,
} from '../domain/monitoring/run-record.ts'
import type { Monitor } from '../domain/registry/monitor-keys.ts'
import { timestamp } from '../domain/registry/names.ts'
import type { AlertChange, AlertsResult } from '../domain/results/alerts.ts'
import type { Ports } from '../ports.ts'
import { appendRun, readRuns } from './monitor-runs.ts'
import {
  driftTold,
  isFailed,
  type Looked,
  limitsTold,
  recordedLevels,
  type Told,
} from './monitoring-answers.ts'
import { recordsBranch } from './records-branch.ts'
import { waitingCandidates } from './retraining-facts.ts'
import { settleMonitoringAlert } from './settle-monitoring-alert.ts'

/** More runs than any rule asks for; what is older tells since when something drifts. */
const NEWEST = 100

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
  const { earlier, remarks } = await earlierRuns(model, ports)
  const told = toldBy(run, looked, earlier, monitor)
  return {
    kind: 'alerts',
    model,
    at,
    run: run.run,
    record: { branch: HISTORY_BRANCH, ...record },
    alerts: await settled(told, model, run, monitor, ports),
    remarks,
    next: run.run === 'terminal' ? ['issues are brought up to date by the runs of a workflow alone'] : [],
  }
}

function recordOf(model: string, looked: Looked, about: Parameters<typeof toMonitorRun>[1]): MonitorRun {
  const { drift } = looked
  const levels = recordedLevels(looked)
  if (drift === undefined)
    return toLevelsRun(model, { ...about, version: looked.performance?.version?.version }, levels)
  const run = isFailed(drift)
    ? toFailedRun(model, about, drift)
    : toMonitorRun(drift, { ...about, version: drift.reference.version?.version })
  return levels.length === 0 ? run : { ...run, levels }
}

/** The newest runs before, where this clone has the branch: the first one of a repository has none. */
async function earlierRuns(
  model: string,
  { repository }: Ports,
): Promise<{ readonly earlier: readonly MonitorRun[]; readonly remarks: string[] }> {
  const commit = await recordsBranch(repository, HISTORY_BRANCH)
  if (commit === undefined)
    return {
      earlier: [],
      remarks: [`this clone has no branch ${HISTORY_BRANCH}: nothing is known of runs before this one`],
    }
  const { runs, remarks } = await readRuns(repository, commit, model, { newest: NEWEST })
  return { earlier: runs, remarks: [...remarks] }
}

function toldBy(
  run: MonitorRun,
  looked: Looked,
  earlier: readonly MonitorRun[],
  monitor: Monitor,
): readonly Told[] {
  const { drift } = looked
  if (drift === undefined) return limitsTold(looked)
  const before = earlier.filter(lookedAtDrift)
  const drifting = driftAsOf(run, before, confirmationOf(monitor))
  const blindAfter = monitor.alerts?.['blind-after'] ?? DEFAULT_BLIND_AFTER
  const tellings = [...runsBefore(run, before), run].map(couldTell)
  return [
    driftTold(drift, drifting),
    {
      kind: 'no-data',
      finding: noDataFinding([{ name: 'drift', couldTell: tellings }], blindAfter),
      causes: isFailed(drift) ? [`the newest run says: ${drift.message}`] : [],
      report: isFailed(drift) ? undefined : drift,
    },
    ...limitsTold(looked),
  ]
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

function changeOf({ kind, finding }: Told): Omit<AlertChange, 'change'> {
  const items = finding.is === 'bad' ? finding.items : []
  return {
    kind,
    finding: finding.is,
    bad: items.map(({ name, since }) => ({ name, ...(since !== undefined && { since }) })),
  }
}
