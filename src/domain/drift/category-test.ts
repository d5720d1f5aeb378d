import { detectableAssociation } from '../stats/detectable-effect.ts'
import { homogeneity } from '../stats/homogeneity.ts'
import { populationStabilityIndex } from '../stats/population-stability-index.ts'
import type { CategoryProfile } from './category-profile.ts'

/** How far the categories of two samples lie apart. */
export interface CategoryTest {
  readonly test: 'chi-squared' | 'fisher-mid-p'
  /** Bias-corrected Cramér's V. */
  readonly distance: number
  readonly pValue: number
  readonly psi: number
  /** Categories that the reference does not hold, the first ones by name, with their rows. */
  readonly added: Readonly<Record<string, number>>
  /** Categories that it holds and the current sample does not. */
  readonly vanished: readonly string[]
  /** The smallest V that so many rows can show at a level. */
  smallestAt(level: number): number
}

/** What the reference does not name counts as one category. */
const OTHERS = '\u0000others'

/** The test of homogeneity of two profiles that name the same categories. */
export function testCategories(reference: CategoryProfile, current: CategoryProfile): CategoryTest {
  const [before, after] = [countsOf(reference), countsOf(current)]
  const found = homogeneity(before, after)
  const total = [...before.values(), ...after.values()].reduce((sum, count) => sum + count, 0)
  const kinds = found.degreesOfFreedom + 1
  const held = [...before.keys()].filter(name => (before.get(name) ?? 0) + (after.get(name) ?? 0) > 0)
  return {
    test: found.method,
    distance: found.cramersVCorrected,
    pValue: found.pValue,
    psi: populationStabilityIndex(
      held.map(name => before.get(name) ?? 0),
      held.map(name => after.get(name) ?? 0),
    ),
    // Where the reference has more than it names, nobody knows what of the rest is new.
    added: reference.others.rows > 0 ? {} : current.others.first,
    vanished: found.vanished.filter(name => name !== OTHERS),
    smallestAt: level => (kinds === 1 ? 0 : detectableAssociation(kinds, total, level)),
  }
}

function countsOf({ named, others }: CategoryProfile): Map<string, number> {
  return new Map([...Object.entries(named), [OTHERS, others.rows]])
}
