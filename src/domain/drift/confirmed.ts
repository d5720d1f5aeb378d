import type { FeatureDrift } from './feature-drift.ts'

/** In how many of the last runs a feature must have drifted before somebody is told. */
export interface Confirmation {
  readonly least: number
  readonly of: number
}

/** Of daily runs one in twenty may show a drift that is none; the same feature twice in three runs seldom does. */
export const DEFAULT_CONFIRMATION: Confirmation = { least: 2, of: 3 }

/**
 * The features that drifted in the last run and, with it, in enough of the last ones. What a run could not tell counts
 * neither way: it takes the place of no earlier run.
 *
 * @param runs - What runs found, the newest last.
 * @returns By name, in the order of the last run.
 */
export function confirmedDrift(
  runs: readonly (readonly FeatureDrift[])[],
  { least, of }: Confirmation,
): string[] {
  const drifting = (runs.at(-1) ?? []).filter(({ status }) => status === 'drift')
  return drifting
    .filter(({ feature }) => {
      const told = runs
        .flatMap(run => run.find(one => one.feature === feature) ?? [])
        .filter(({ status }) => status === 'ok' || status === 'drift')
        .slice(-of)
      return told.filter(({ status }) => status === 'drift').length >= least
    })
    .map(({ feature }) => feature)
}
