import { heldStages } from './lifecycle.ts'
import { type ModelState, standingOf } from './model-state.ts'
import type { MovePlan, Request } from './move-plan.ts'
import { type PromotionFacts, planPromotion } from './plan-promotion.ts'
import type { VersionRecord } from './version.ts'

/** The model with a version that is registered in the same change. */
export function withVersion(state: ModelState, version: number): ModelState {
  if (state.versions.includes(version)) return state
  return {
    ...state,
    versions: [...state.versions, version].sort((a, b) => a - b),
    lastVersion: Math.max(state.lastVersion, version),
  }
}

/**
 * Plans the first promotion of a version, registered or about to be. Bytes that stand in a stage already are not
 * promoted a second time.
 *
 * @param facts - The model on the base, which may not have the version yet.
 */
export function planFirstPromotion(
  facts: Omit<PromotionFacts, 'version' | 'artifact'>,
  { version, artifact }: VersionRecord,
  stage: string,
  request: Request,
): MovePlan {
  const state = withVersion(facts.state, version)
  const standing = standingOf(state, version)
  if (standing !== stage && heldStages(state.config.lifecycle).includes(standing))
    return {
      plan: 'unchanged',
      why: `the same artifact is version ${version}, which is in ${standing} already`,
    }
  return planPromotion({ ...facts, state, version, artifact: artifact.sha256 }, stage, request)
}
