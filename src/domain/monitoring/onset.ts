import { DEFAULT_CONFIRMATION, driftingInRuns } from '../drift/confirmed.ts'
import type { MonitorRun } from './run-record.ts'

/** When features began to drift that still do. */
export interface Onset {
  /** The first run that found them so, after which none found that they do not. */
  readonly since: MonitorRun
  /** The last run before it that found that they do not drift; undefined where these runs hold none. */
  readonly after: MonitorRun | undefined
  readonly features: readonly string[]
}

/**
 * When what the last run found drifting began: features that began alike together, the newest first.
 *
 * @param runs - Oldest first, the last one that of which it is asked.
 */
export function onsetsOf(runs: readonly MonitorRun[]): Onset[] {
  const drifting = driftingInRuns(
    runs.map(({ features }) => features),
    DEFAULT_CONFIRMATION,
  ).at(-1)
  const found = new Map<string, { since: number; after: number; features: string[] }>()
  for (const { feature, since } of drifting ?? []) {
    const after = runs.slice(0, since).findLastIndex(run => statusOf(run, feature) === 'ok')
    const key = `${since} ${after}`
    const known = found.get(key) ?? { since, after, features: [] }
    known.features.push(feature)
    found.set(key, known)
  }
  return [...found.values()]
    .sort((a, b) => b.since - a.since || b.after - a.after)
    .map(({ since, after, features }) => ({ since: runs[since] as MonitorRun, after: runs[after], features }))
}

/**
 * Runs before an onset that found a feature not drifting and looked at rows of other times than each other and the onset,
 * against the same reference: what windows share would make a jump look like a slope.
 *
 * @param runs - Oldest first.
 * @returns Oldest first.
 */
export function looksBefore(feature: string, { since }: Onset, runs: readonly MonitorRun[]): MonitorRun[] {
  const looks: MonitorRun[] = []
  let next = since
  for (const run of runs.slice(0, runs.indexOf(since)).reverse()) {
    if (statusOf(run, feature) !== 'ok' || run.reference?.sha256 !== since.reference?.sha256) continue
    if (sharesRows(run, next)) continue
    looks.unshift(run)
    next = run
  }
  return looks
}

function sharesRows(run: MonitorRun, next: MonitorRun): boolean {
  if (run.window !== undefined && next.window !== undefined) return run.window.to > next.window.from
  return run.current?.sha256 === next.current?.sha256
}

function statusOf({ features }: MonitorRun, feature: string) {
  return features.find(one => one.feature === feature)?.status
}
