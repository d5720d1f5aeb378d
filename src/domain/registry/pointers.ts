import * as z from 'zod/mini'
import type { Lifecycle } from './lifecycle.ts'
import { archiveStage } from './lifecycle.ts'
import { AliasName, StageName, VersionNumber } from './names.ts'
import { sorted } from './sorted.ts'

/** `stages.json`: where a model's versions stand, and what its aliases name. */
export const Pointers = z.strictObject({
  schema: z.literal(1),
  stages: z.record(StageName, z.array(VersionNumber).check(z.minLength(1))),
  aliases: sorted(z.record(AliasName, VersionNumber)),
})
export type Pointers = z.infer<typeof Pointers>

export const NO_POINTERS: Pointers = { schema: 1, stages: {}, aliases: {} }

/** The stage that names `version`, or undefined where none does: it is in the first stage. */
export function stageOf(pointers: Pointers, version: number): StageName | undefined {
  return Object.entries(pointers.stages).find(([, versions]) => versions.includes(version))?.[0]
}

/** The versions in a stage in the order of their arrival; in the archive by number. */
export function versionsIn(pointers: Pointers, stage: StageName): readonly number[] {
  return pointers.stages[stage] ?? []
}

/** The aliases that name `version`. */
export function aliasesOf(pointers: Pointers, version: number): readonly AliasName[] {
  return Object.entries(pointers.aliases).flatMap(([alias, named]) => (named === version ? [alias] : []))
}

/** A move of versions between stages, and what it does to aliases: the part of a record that pointers follow. */
export interface Move {
  readonly version?: number | undefined
  readonly from?: StageName | undefined
  readonly to?: StageName | undefined
  readonly displaces?: number | undefined
  /** The version that each alias names afterwards; null takes the alias away. */
  readonly aliases?: Readonly<Record<AliasName, number | null>> | undefined
}

/**
 * The pointers after a move. Stages come in the lifecycle's order, empty ones not at all, the archive sorted by
 * number: the same facts, the same bytes. The move is believed; whether it may happen is the planner's to say.
 */
export function movePointers(pointers: Pointers, move: Move, lifecycle: Lifecycle): Pointers {
  const archive = archiveStage(lifecycle)
  // Lists that do not change are shared with the pointers before: an archive of thousands is not copied for an alias.
  const stages = new Map(lifecycle.stages.slice(1).map(stage => [stage, versionsIn(pointers, stage)]))
  const leave = (version: number) => {
    for (const [stage, versions] of stages) {
      if (versions.includes(version))
        stages.set(
          stage,
          versions.filter(other => other !== version),
        )
    }
  }
  const enter = (version: number, stage: StageName) => {
    const versions = stages.get(stage)
    if (versions === undefined) return
    const behindAll = stage !== archive || version > (versions.at(-1) ?? 0)
    stages.set(stage, behindAll ? [...versions, version] : [...versions, version].sort((a, b) => a - b))
  }
  if (move.displaces !== undefined) {
    leave(move.displaces)
    enter(move.displaces, archive)
  }
  if (move.version !== undefined && move.to !== undefined) {
    leave(move.version)
    enter(move.version, move.to)
  }
  return {
    schema: 1,
    stages: Object.fromEntries(
      [...stages].filter(([, versions]) => versions.length > 0),
    ) as Pointers['stages'],
    aliases: moveAliases(pointers.aliases, move.aliases ?? {}),
  }
}

function moveAliases(
  aliases: Readonly<Record<string, number>>,
  changes: Readonly<Record<string, number | null>>,
): Record<string, number> {
  const moved = Object.entries({ ...aliases, ...changes })
  return Object.fromEntries(
    moved
      .filter((entry): entry is [string, number] => entry[1] !== null)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  )
}
