import type { Confirmation } from '../drift/confirmed.ts'
import { type DriftingFeature, driftAsOf } from '../monitoring/drifting.ts'
import { compareRuns, lookedAtDrift, type MonitorRun } from '../monitoring/run-record.ts'
import { timestamp } from '../registry/names.ts'
import { daysMs, type RetrainingFacts, STALE_DAYS } from './facts.ts'
import type { TriggerFinding } from './trigger.ts'

/** Of D and of V: the distance from which drift matters (see docs/decisions/30-drift.md). */
const USUAL_DISTANCE = 0.1

type Given = Pick<RetrainingFacts, 'now' | 'policy' | 'trained' | 'monitoring' | 'confirmation'>
type Found = Omit<TriggerFinding, 'trigger'>

/**
 * Fires where the newest run of monitoring found a feature whose distribution drifted further than the policy allows;
 * `unconfirmed` where none of those drifted in enough of the last runs. Drift that began before the newest version was
 * trained, in comparison with an older one, was answered by that training.
 */
export function driftTrigger({ now, policy, trained, monitoring, confirmation }: Given): Found {
  const limit = policy.when.drift?.distance ?? USUAL_DISTANCE
  if (monitoring.is === 'unknown') return { is: 'unknown', why: monitoring.why, figures: [] }
  // A machine whose clock is ahead says what nobody can place, and a run that judged limits alone says nothing of drift.
  const runs = monitoring.value
    .filter(run => Date.parse(run.at) <= now && lookedAtDrift(run))
    .toSorted(compareRuns)
  const last = runs.at(-1)
  if (last === undefined) return { is: 'unknown', why: 'no run of monitoring is recorded', figures: [] }
  const day = last.at.slice(0, 10)
  if (now - Date.parse(last.at) > daysMs(STALE_DAYS))
    return { is: 'unknown', why: `the last run of monitoring is of ${day}`, figures: [] }
  if (last.failure !== undefined)
    return { is: 'unknown', why: `the run of ${day} could not look: ${last.failure.message}`, figures: [] }
  const beyond = beyondLimit(last, driftAsOf(last, runs, confirmation), limit)
  const [open, answered] = split(beyond, ({ since }) => !isAnswered(since, last, trained))
  const figures = open.map(({ feature, distance }) => ({ of: feature, value: distance, limit }))
  const confirmed = open.filter(one => one.confirmed).length
  const asks = { ...lastBefore(open, runs), figures }
  if (confirmed > 0)
    return {
      is: 'fired',
      why: `${counted(confirmed)} in ${inRuns(confirmation)}, the newest of ${day}`,
      ...asks,
    }
  if (open.length > 0)
    return {
      is: 'unconfirmed',
      why: `${counted(open.length)} on ${day}, which the runs before do not confirm`,
      ...asks,
    }
  const untold = last.features.filter(
    ({ status }) => status === 'insufficient-data' || status === 'error',
  ).length
  if (untold > 0)
    return { is: 'unknown', why: `the run of ${day} could not tell of ${features(untold)}`, figures: [] }
  if (last.features.every(({ status }) => status === 'skipped'))
    return { is: 'unknown', why: `the run of ${day} compared no feature`, figures: [] }
  if (answered.length > 0 && trained !== undefined) {
    const why = `what drifted before ${timestamp(trained.at).slice(0, 10)} was answered by the training of version ${trained.version}`
    return {
      is: 'quiet',
      why,
      figures: answered.map(one => ({ of: one.feature, value: one.distance, limit })),
    }
  }
  return { is: 'quiet', why: `no feature drifted that far on ${day}`, figures: [] }
}

/** The start of the day of the last run that found none of it; nothing where the first one found some already. */
function lastBefore(open: readonly Beyond[], runs: readonly MonitorRun[]): Pick<Found, 'before'> {
  const began = Math.min(...open.map(({ since }) => Date.parse(since)))
  const last = runs.findLast(({ at, failure }) => failure === undefined && Date.parse(at) < began)
  return last === undefined ? {} : { before: `${last.at.slice(0, 10)}T00:00:00Z` }
}

interface Beyond extends DriftingFeature {
  readonly distance: number
}

/** A column that is gone, of another type or without values is a fault of the data, which training on them does not mend. */
function beyondLimit(run: MonitorRun, drifting: readonly DriftingFeature[], limit: number): Beyond[] {
  const found = new Map(run.features.map(feature => [feature.feature, feature]))
  return drifting
    .flatMap(one => {
      const { grounds = [], distance = 0 } = found.get(one.feature) ?? {}
      return grounds.includes('distribution') && distance > limit ? { ...one, distance } : []
    })
    .toSorted((a, b) => b.distance - a.distance || (a.feature < b.feature ? -1 : 1))
}

function isAnswered(since: string, run: MonitorRun, trained: RetrainingFacts['trained']): boolean {
  if (trained === undefined || run.version === trained.version) return false
  return Date.parse(since) < trained.at
}

function split<T>(items: readonly T[], isFirst: (item: T) => boolean): [T[], T[]] {
  return [items.filter(isFirst), items.filter(item => !isFirst(item))]
}

const features = (count: number) => (count === 1 ? 'one feature' : `${count} features`)
const inRuns = ({ least, of }: Confirmation) =>
  of === 1 ? 'the last run' : `${least} of the last ${of} runs`
const counted = (count: number) => `${features(count)} drifted`
