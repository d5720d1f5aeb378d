import type { DriftCause } from '../domain/monitoring/drift-cause.ts'
import { runsBefore } from '../domain/monitoring/drifting.ts'
import { type Onset, onsetsOf } from '../domain/monitoring/onset.ts'
import { isOfPipeline } from '../domain/monitoring/pipeline-paths.ts'
import { HISTORY_BRANCH, type MonitorRun, toMonitorRun } from '../domain/monitoring/run-record.ts'
import { timestamp } from '../domain/registry/names.ts'
import type { DriftResult } from '../domain/results/drift.ts'
import type { Ports } from '../ports.ts'
import { commitsBetween } from './commits-between.ts'
import { readNewestRuns } from './monitor-runs.ts'
import type { WorkingDefinition } from './working-definition.ts'

/** Onsets that are told of: the newest. */
const MOST_ONSETS = 5

export interface Onsets {
  /** Oldest first, this one the last. */
  readonly runs: readonly MonitorRun[]
  readonly onsets: readonly Onset[]
  /** The same with the commits that came between. */
  readonly told: DriftCause['onsets']
}

/**
 * When what drifted began to, by the runs before, and which commits of the pipeline came then.
 *
 * @param untold - Takes what cannot be told, and why.
 */
export async function readOnsets(
  result: DriftResult,
  found: WorkingDefinition,
  untold: string[],
  ports: Ports,
): Promise<Onsets> {
  const runs = await runsUntil(result, untold, ports)
  const onsets = onsetsOf(runs)
  const { commit: head } = await ports.repository.head()
  const told: DriftCause['onsets'] = []
  for (const onset of onsets.slice(0, MOST_ONSETS))
    told.push(await toldOnset(onset, head, found, untold, ports))
  if (onsets.length > 0 && onsets.every(({ after }) => after === undefined))
    untold.push('commits: no run before found that these features do not drift')
  return { runs, onsets, told }
}

/** What runs before found, and then this one. */
async function runsUntil(result: DriftResult, untold: string[], ports: Ports): Promise<MonitorRun[]> {
  const { repository, clock, host } = ports
  const version = result.reference.version?.version
  const run = toMonitorRun(result, { at: timestamp(clock.now()), run: host.run, version })
  const found = await readNewestRuns(repository, result.model)
  if (found !== undefined) return [...runsBefore(run, found.runs), run]
  untold.push(`since when: this clone has no branch ${HISTORY_BRANCH}`)
  return [run]
}

async function toldOnset(
  { since, after, features }: Onset,
  head: string | undefined,
  found: WorkingDefinition,
  untold: string[],
  { repository }: Ports,
): Promise<DriftCause['onsets'][number]> {
  const { at, window } = since
  const told = { features: [...features], since: at, ...(window !== undefined && { window }) }
  if (after === undefined || head === undefined) return told
  const counts = (path: string) => isOfPipeline(found.definition, found.path, path)
  const times = { from: seenUntil(after), to: Date.parse(at) }
  const between = await commitsBetween(head, times, counts, repository)
  if ('why' in between) {
    const why = `commits: ${between.why}`
    if (!untold.includes(why)) untold.push(why)
    return { ...told, after: after.at }
  }
  const { commits, inAll, left } = between
  if (left > 0) untold.push(`commits: ${left} older ones before ${at} were not looked at`)
  return { ...told, after: after.at, commits: [...commits], 'commits-in-all': inAll }
}

/** What came after the rows that it saw, it did not see. */
function seenUntil({ at, window }: MonitorRun): number {
  return Math.min(Date.parse(at), window === undefined ? Number.POSITIVE_INFINITY : Date.parse(window.to))
}
