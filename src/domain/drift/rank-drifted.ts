import type { FeatureDrift } from './feature-drift.ts'

/** A feature that drifted. */
export interface RankedFeature {
  readonly feature: string
  /** How far it moved, from 0 to 1. */
  readonly effect: number
  /** What the model's metric loses without it, 0 where the model does not read it; undefined where nobody measured. */
  readonly importance?: number
}

/**
 * What drifted, the features first that matter most: by effect times importance where it was measured, and by effect where
 * it was not or is the same. What the model does better without counts as not read.
 *
 * @param features - Of a run.
 * @param losses - By feature, in the metric's unit; undefined where nobody measured.
 */
export function rankDrifted(
  features: readonly FeatureDrift[],
  losses?: ReadonlyMap<string, number>,
): RankedFeature[] {
  const weightOf = ({ effect, importance = 1 }: RankedFeature) => effect * importance
  return features
    .filter(({ status }) => status === 'drift')
    .map((found): RankedFeature => {
      const { feature } = found
      const importance = losses && { importance: Math.max(0, losses.get(feature) ?? 0) }
      return { feature, effect: effectOf(found), ...importance }
    })
    .sort((a, b) => weightOf(b) - weightOf(a) || b.effect - a.effect)
}

/**
 * The furthest that a feature moved that drifted, by its distribution or by what is missing; a column that cannot be measured
 * moved as far as can be.
 */
export function effectOf({
  grounds,
  values,
  missing,
}: Pick<FeatureDrift, 'grounds' | 'values' | 'missing'>): number {
  const [before = 0, after = 0] = missing?.rates ?? []
  const sizes = [
    ...(grounds.includes('distribution') ? [values?.distance ?? 1] : []),
    ...(grounds.includes('missing-values') ? [Math.abs(after - before)] : []),
  ]
  return sizes.length === 0 ? 1 : Math.max(...sizes)
}
