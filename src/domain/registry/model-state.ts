import type { Config } from './config.ts'
import type { ModelDefinition } from './definition.ts'
import { firstStage } from './lifecycle.ts'
import { type Pointers, stageOf } from './pointers.ts'
import { type EffectivePolicy, effectivePolicy } from './policy.ts'
import type { PromotionRecord } from './record.ts'

/** One model of the registry at one commit, as far as plans and judgements need it. */
export interface ModelState {
  readonly name: string
  readonly config: Config
  readonly definition: ModelDefinition
  readonly pointers: Pointers
  /** The numbers of the version folders, ascending. */
  readonly versions: readonly number[]
  /** The highest number ever given; 0 before the first version. */
  readonly lastVersion: number
  /** The records in order: `records[0]` is number 1. */
  readonly records: readonly PromotionRecord[]
}

/** Where an existing version stands; the first stage where no pointer names it. */
export function standingOf(state: Pick<ModelState, 'pointers' | 'config'>, version: number): string {
  return stageOf(state.pointers, version) ?? firstStage(state.config.lifecycle)
}

/** What a promotion of this model to `stage` must meet. */
export function policyFor(state: Pick<ModelState, 'config' | 'definition'>, stage: string): EffectivePolicy {
  return effectivePolicy(state.definition.policy[stage], state.config.floors[stage])
}

/** The version that the alias `champion` names, which challengers are compared with. */
export function championOf(pointers: Pointers): number | undefined {
  return pointers.aliases[CHAMPION]
}

export const CHAMPION = 'champion'

/** Whether the bytes of a version's artifact were removed. */
export function isPurged(records: readonly PromotionRecord[], version: number): boolean {
  return records.some(record => record.kind === 'archive' && record.version === version && record.purged)
}

/**
 * Whether the records show a promotion of `version` to `stage` whose gates passed: what a rollback may go to.
 */
export function servedIn(records: readonly PromotionRecord[], version: number, stage: string): boolean {
  return records.some(
    record =>
      record.kind === 'promotion' &&
      record.version === version &&
      record.to === stage &&
      record.gates?.outcome === 'passed',
  )
}
