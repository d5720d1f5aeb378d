import { type Day, writeDays } from '../../../examples/chicago-ridership/days.ts'
import { predictRides, type RidesModel } from '../../../examples/chicago-ridership/model.ts'
import { issuesOf } from '../../../sandbox/state/issues.ts'
import type { Month } from '../../../scripts/ridership/figures.ts'
import { alert } from '../../../src/commands/alert.ts'
import { monitor } from '../../../src/commands/monitor.ts'
import { performance } from '../../../src/commands/performance.ts'
import { retrain } from '../../../src/commands/retrain.ts'
import { monitoringAlertMarker } from '../../../src/commands/settle-monitoring-alert.ts'
import { ALERT_KINDS } from '../../../src/domain/alerts/finding.ts'
import type { AlertsResult } from '../../../src/domain/results/alerts.ts'
import type { DriftResult } from '../../../src/domain/results/drift.ts'
import type { PerformanceResult } from '../../../src/domain/results/performance.ts'
import type { RetrainingResult } from '../../../src/domain/results/retraining.ts'
import { monthAfter, monthsBetween } from './city.ts'
import { openJobAgain, openJobBeside } from './job.ts'
import { type Candidate, takeRoad } from './road.ts'
import {
  commit,
  MODEL,
  MONITOR,
  modelIn,
  moveWindow,
  openStation,
  RETRAIN,
  ridesOf,
  type Station,
  servingIn,
  startRun,
  workflowRun,
} from './station.ts'

/**
 * Trains on the months before the first, and goes on month by month to the last, which is left out. Each month is predicted
 * by the version that serves, looked at when it is over, and followed by a retraining where the policy says so.
 */
export async function walk(from: string, to: string): Promise<Month[]> {
  const station = await openStation(from)
  const { clone } = station.scene
  const run = startRun(station, RETRAIN, await clone.git('rev-parse', 'HEAD'))
  const first = await takeRoad(station, run, true)
  if (first.version !== 1) throw new Error(`the first version was not merged: ${JSON.stringify(first)}`)
  const months: Month[] = []
  for (const month of monthsBetween(from, to)) months.push(await walkMonth(station, month))
  return months
}

async function walkMonth(station: Station, month: string): Promise<Month> {
  const { scene, days } = station
  const { clone, sandbox } = scene
  const { version, model } = servingIn(clone.root)
  const of = ridesOf(days, month)
  sandbox.clock.set(`${monthAfter(month, 1)}-01T06:00:00Z`)
  const head = await commit(scene, `Rides of ${month}`, {
    [`seen/${month}.csv`]: writeDays(of),
    [`predicted/${month}.csv`]: `date,prediction\n${of.map(day => `${day.date},${predictRides(model, day)}\n`).join('')}`,
  })
  const looked = await look(station, month, head)
  const { decided, candidate } = await decide(station, month, head)
  return {
    month,
    version,
    ...measuredIn(looked.measured),
    untouched: errorOf(modelIn(clone.root, 1), of),
    ...driftIn(looked.drift),
    alerts: looked.alerts.alerts.flatMap(({ kind, change, issue }) =>
      ['open', 'reopen', 'close'].includes(change) ? [`${change} ${kind} ${issue?.number}`] : [],
    ),
    open: openAlerts(station),
    decision: decided.decision,
    fired: decided.triggers.flatMap(({ trigger, is }) => (is === 'fired' ? [trigger] : [])),
    candidate:
      candidate && (candidate.version === undefined ? candidate.outcome : `version ${candidate.version}`),
    difference: candidate?.difference,
  }
}

interface Looked {
  readonly drift: DriftResult
  readonly measured: PerformanceResult
  readonly alerts: AlertsResult
}

/** The jobs of monitor.yml, and a step of the team's that knows the labels. */
async function look(station: Station, month: string, head: string): Promise<Looked> {
  const run = workflowRun(startRun(station, MONITOR, head, { look: 'success' }))
  const job = await openJobAgain(station.checkout, station.scene, run)
  const drift = await job.step<DriftResult>(monitor, { model: MODEL, evidence: false })
  const measured = await job.step<PerformanceResult>(performance, {
    model: MODEL,
    predictions: `predicted/${month}.csv`,
    labels: `seen/${month}.csv`,
    key: 'date',
  })
  await job.write({ 'drift.json': JSON.stringify(drift), 'performance.json': JSON.stringify(measured) })
  const files = ['drift.json', 'performance.json']
  return { drift, measured, alerts: await job.step<AlertsResult>(alert, { model: MODEL, files }) }
}

interface Decided {
  readonly decided: RetrainingResult
  readonly candidate: Candidate | undefined
}

/** The jobs of retrain.yml, beside what the look before them left. */
async function decide(station: Station, month: string, head: string): Promise<Decided> {
  const listed = startRun(station, RETRAIN, head)
  const job = await openJobBeside(station.checkout, station.scene, workflowRun(listed))
  const input = { model: MODEL, decide: true, measured: 'performance.json' }
  const decided = await job.step<RetrainingResult>(retrain, input)
  endJob(station, listed, `retrain / decide ${MODEL}`)
  if (decided.decision !== 'retrain') return { decided, candidate: undefined }
  await moveWindow(station, month)
  const candidate = await takeRoad(station, listed)
  for (const step of ['train', 'measure']) endJob(station, listed, `retrain / candidate / ${step} ${MODEL}`)
  return { decided, candidate }
}

function endJob({ scene }: Station, listed: ReturnType<typeof startRun>, name: string): void {
  const jobs = listed.jobs as (typeof listed.jobs)[number][]
  jobs.push({ id: scene.sandbox.world.nextId(), name, conclusion: 'success' })
}

function measuredIn({
  findings: [finding],
}: PerformanceResult): Pick<Month, 'mae' | 'low' | 'high' | 'status'> {
  if (finding?.value === undefined) throw new Error(`the error was not measured: ${JSON.stringify(finding)}`)
  const { value, interval, status } = finding
  return { mae: value, low: interval?.low, high: interval?.high, status }
}

function driftIn({ features }: DriftResult): Pick<Month, 'distance' | 'drifted'> {
  const distance = features.find(({ feature }) => feature === 'rides')?.values?.distance
  if (distance === undefined) throw new Error(`the rides were not compared: ${JSON.stringify(features)}`)
  return {
    distance,
    drifted: features.flatMap(({ feature, status }) => (status === 'drift' ? [feature] : [])),
  }
}

function errorOf(model: RidesModel, days: readonly Day[]): number {
  return (
    days.reduce((sum, day) => sum + Math.abs((day.rides as number) - predictRides(model, day)), 0) /
    days.length
  )
}

/** Of the issues themselves, whatever a step said of them. */
function openAlerts({ scene }: Station): string[] {
  return issuesOf(scene.repository).flatMap(({ state, body, number }) => {
    const kind = ALERT_KINDS.find(one => body?.startsWith(monitoringAlertMarker({ kind: one, model: MODEL })))
    return state === 'open' && kind !== undefined ? [`${kind} ${number}`] : []
  })
}
