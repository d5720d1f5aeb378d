import * as z from 'zod/mini'
import { StageName } from './names.ts'

/**
 * The stages in their order. The first is where every version begins and what no pointer names; the last is the
 * archive. Without `transitions` a version moves to the next stage, from the archive back to the first, and from
 * anywhere into the archive.
 */
export const Lifecycle = z
  .strictObject({
    stages: z.array(StageName).check(
      z.minLength(3),
      z.maxLength(20),
      z.refine(stages => new Set(stages).size === stages.length, {
        error: 'a list that names each stage once',
      }),
      z.describe('Stages in their order; the first holds new versions, the last is the archive.'),
    ),
    transitions: z
      .optional(z.record(StageName, z.array(StageName)))
      .check(z.describe('From each stage, the stages that `promote` may move a version to.')),
  })
  .check(z.describe('The stages that versions go through.'))
export type Lifecycle = z.infer<typeof Lifecycle>

export const DEFAULT_LIFECYCLE: Lifecycle = { stages: ['development', 'staging', 'production', 'archived'] }

/** The stage of a version that no pointer names. */
export function firstStage(lifecycle: Lifecycle): StageName {
  return lifecycle.stages[0] as StageName
}

/** The stage of what was replaced or taken out of use. */
export function archiveStage(lifecycle: Lifecycle): StageName {
  return lifecycle.stages.at(-1) as StageName
}

/** The stages that hold a limited number of versions: all but the first and the archive. */
export function heldStages(lifecycle: Lifecycle): readonly StageName[] {
  return lifecycle.stages.slice(1, -1)
}

/** The stages that `promote` may move a version to from `stage`. Rollback and archive have rules of their own. */
export function nextStages(lifecycle: Lifecycle, stage: StageName): readonly StageName[] {
  if (lifecycle.transitions !== undefined) return lifecycle.transitions[stage] ?? []
  const position = lifecycle.stages.indexOf(stage)
  if (position === lifecycle.stages.length - 1) return [firstStage(lifecycle)]
  return heldStages(lifecycle).includes(lifecycle.stages[position + 1] as StageName)
    ? [lifecycle.stages[position + 1] as StageName]
    : []
}
