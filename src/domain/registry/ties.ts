import type { ModelDefinition } from './definition.ts'
import { heldStages, type Lifecycle } from './lifecycle.ts'
import { type Pointers, versionsIn } from './pointers.ts'

/** Which alias is tied to which stage, from `aliases` of `model.yaml`. */
export type Ties = Readonly<Record<string, string>>

/**
 * The aliases that are tied to a stage: as `aliases` of model.yaml says; otherwise the champion is what stands in the
 * last stage before the archive, the challenger what stands in the one before that.
 */
export function tiesOf({ aliases }: Pick<ModelDefinition, 'aliases'>, lifecycle: Lifecycle): Ties {
  if (aliases !== undefined) return aliases
  const held = heldStages(lifecycle)
  const [champion, challenger] = [held.at(-1), held.at(-2)]
  return {
    ...(champion === undefined ? {} : { champion }),
    ...(challenger === undefined ? {} : { challenger }),
  }
}

/** The version that a stage gives to the alias tied to it: the one that came last; null while it is empty. */
export function tiedVersion(pointers: Pointers, stage: string): number | null {
  return versionsIn(pointers, stage).at(-1) ?? null
}

/** What tied aliases must change so that they name what their stages hold in `pointers`. */
export function aliasesToFollow(pointers: Pointers, ties: Ties): Record<string, number | null> {
  return Object.fromEntries(
    Object.entries(ties)
      .map(([alias, stage]) => [alias, tiedVersion(pointers, stage)] as const)
      .filter(([alias, version]) => (pointers.aliases[alias] ?? null) !== version)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

/** The aliases that name `version` and are tied to no stage. */
export function freeAliasesOf(pointers: Pointers, ties: Ties, version: number): readonly string[] {
  return Object.entries(pointers.aliases)
    .filter(([alias, named]) => named === version && ties[alias] === undefined)
    .map(([alias]) => alias)
}
