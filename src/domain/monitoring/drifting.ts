import { type Confirmation, DEFAULT_CONFIRMATION, driftingInRuns } from '../drift/confirmed.ts'
import { compareRuns, type MonitorRun } from './run-record.ts'

/** A feature that a run found drifting. */
export interface DriftingFeature {
  readonly feature: string
  /** When the first run ran that found it drifting, after which none found that it does not. */
  readonly since: string
  /** Whether it drifted in enough of the last runs, with this one, for somebody to be told. */
  readonly confirmed: boolean
}

/** What each run found drifting; `isOpen`: earlier runs than these may tell more of one of them. */
export interface RunDrift {
  readonly drifting: readonly DriftingFeature[]
  readonly isOpen: boolean
}

/** @param runs - Oldest first. */
export function driftByRun(
  runs: readonly MonitorRun[],
  confirmation: Confirmation = DEFAULT_CONFIRMATION,
): RunDrift[] {
  const found = driftingInRuns(
    runs.map(({ features }) => features),
    confirmation,
  )
  return found.map(drifting => ({
    drifting: drifting.map(({ feature, since, isConfirmed }) => ({
      feature,
      since: runs[since]?.at ?? '',
      confirmed: isConfirmed,
    })),
    isOpen: drifting.some(({ isOpen }) => isOpen),
  }))
}

/**
 * What drifts as of a run, with what runs before it found. Whether the run stands in the history already makes no
 * difference, nor does the order of the history. What says that it ran later, as a machine whose clock is ahead leaves
 * it, is not asked: it would count as the last run until its time comes.
 */
export function driftAsOf(
  run: MonitorRun,
  history: readonly MonitorRun[],
  confirmation: Confirmation = DEFAULT_CONFIRMATION,
): readonly DriftingFeature[] {
  return driftByRun([...runsBefore(run, history), run], confirmation).at(-1)?.drifting ?? []
}

/** The runs before, oldest first: another attempt of the same run is none of them, and neither is the run itself. */
export function runsBefore(run: MonitorRun, history: readonly MonitorRun[]): MonitorRun[] {
  return history.filter(one => compareRuns(one, run) <= 0 && !isSameRun(one, run)).toSorted(compareRuns)
}

function isSameRun(one: MonitorRun, other: MonitorRun): boolean {
  if (one.run !== 'terminal' && other.run !== 'terminal') return one.run.id === other.run.id
  return JSON.stringify(one) === JSON.stringify(other)
}
