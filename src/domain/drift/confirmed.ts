import type { FeatureDrift } from './feature-drift.ts'

/** In how many of the last runs a feature must have drifted before somebody is told. */
export interface Confirmation {
  readonly least: number
  readonly of: number
}

/** Of daily runs one in twenty may show a drift that is none; the same feature twice in three runs seldom does. */
export const DEFAULT_CONFIRMATION: Confirmation = { least: 2, of: 3 }

type Found = Pick<FeatureDrift, 'feature' | 'status'>

/** A feature that a run found drifting. */
export interface Drifting {
  readonly feature: string
  /** The place of the first run that found it so, after which none found that it does not drift. */
  readonly since: number
  readonly isConfirmed: boolean
  /** Whether runs before the first of these may change that. */
  readonly isOpen: boolean
}

/** What runs have told of a feature so far. */
interface Told {
  /** Whether it drifted, in the last runs that could tell. */
  readonly last: boolean[]
  since: number | undefined
  wasOk: boolean
}

/**
 * What each run found drifting, since when, and whether, with it, in enough of the last ones. What a run could not tell
 * counts neither way: it takes the place of no earlier run, and ends no drift.
 *
 * @param runs - What runs found, the newest last.
 * @returns For each run, in the order of its features.
 */
export function driftingInRuns(
  runs: readonly (readonly Found[])[],
  { least, of }: Confirmation,
): Drifting[][] {
  const known = new Map<string, Told>()
  return runs.map((run, index) =>
    run.flatMap(({ feature, status }) => {
      if (status !== 'ok' && status !== 'drift') return []
      const told = known.get(feature) ?? { last: [], since: undefined, wasOk: false }
      known.set(feature, told)
      told.last.push(status === 'drift')
      if (told.last.length > of) told.last.shift()
      if (status === 'ok') {
        told.since = undefined
        told.wasOk = true
        return []
      }
      told.since ??= index
      return {
        feature,
        since: told.since,
        isConfirmed: told.last.filter(Boolean).length >= least,
        isOpen: !told.wasOk || told.last.length < of,
      }
    }),
  )
}

/** The features that drifted in the last run and, with it, in enough of the last ones: by name, in the order of that run. */
export function confirmedDrift(runs: readonly (readonly Found[])[], confirmation: Confirmation): string[] {
  const last = driftingInRuns(runs, confirmation).at(-1) ?? []
  return last.filter(({ isConfirmed }) => isConfirmed).map(({ feature }) => feature)
}
