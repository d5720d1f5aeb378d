import type { FeatureDrift } from '../drift/feature-drift.ts'
import { effectOf } from '../drift/rank-drifted.ts'
import type { DriftingFeature } from '../monitoring/drifting.ts'
import type { MonitoringFinding } from './finding.ts'

/**
 * What a run says of drift: bad where a feature's is confirmed by the runs before it. A run in which something drifted that is
 * not confirmed is neither good nor bad, and so is one that compared nothing.
 *
 * @param last - What the run found.
 * @param drifting - What drifts as of it.
 */
export function driftFinding(
  last: readonly FeatureDrift[],
  drifting: readonly DriftingFeature[],
): MonitoringFinding {
  const confirmed = new Map(
    drifting.flatMap(({ feature, since, confirmed }) => (confirmed ? [[feature, since]] : [])),
  )
  const [first, ...more] = last.flatMap(found => {
    const since = confirmed.get(found.feature)
    return since === undefined ? [] : [{ name: found.feature, size: effectOf(found), since }]
  })
  const untold = last
    .filter(({ feature, status }) => status !== 'ok' && !confirmed.has(feature))
    .map(({ feature }) => feature)
  if (first !== undefined) return { is: 'bad', items: [first, ...more], untold }
  const statuses = new Set(last.map(({ status }) => status))
  if (statuses.has('drift'))
    return { is: 'unknown', why: 'a feature drifted that the runs before do not confirm' }
  if (!statuses.has('ok')) return { is: 'unknown', why: 'no feature could be compared' }
  return { is: 'good', untold }
}

const CAUSES: Readonly<Partial<Record<FeatureDrift['grounds'][number], string>>> = {
  distribution:
    'other customers, another season or a change of unit or encoding: see where and in which direction values moved',
  'missing-values': 'a source or a join upstream delivers more or fewer values than before',
  'other-type': 'whoever writes the data changed the type of a column',
  gone: 'whoever writes the data renamed a column or left it out',
}

/** What may be behind it, by how the features of an alert drifted: the likeliest to be one cause of many first. */
export function driftCauses(features: readonly FeatureDrift[]): string[] {
  const grounds = new Set(
    features.filter(({ status }) => status === 'drift').flatMap(({ grounds }) => grounds),
  )
  return (['gone', 'other-type', 'missing-values', 'distribution'] as const).flatMap(ground =>
    grounds.has(ground) ? (CAUSES[ground] ?? []) : [],
  )
}
