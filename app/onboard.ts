import {
  isToBeOnboarded,
  ONBOARDING_BRANCH,
  type OnboardingPlace,
  openOnboarding,
  planOnboarding,
} from '../src/commands/onboard.ts'
import { renderOnboarding } from '../src/render/onboarding.ts'
import type { Reach } from './reach.ts'
import type { Settling } from './settler.ts'

/**
 * Offers a registry to a repository that has none, once.
 *
 * @param isTurn - Asked before anything is made: a whole organisation may be waiting.
 */
export async function onboard(reach: Reach, app: number, isTurn: () => boolean): Promise<Settling> {
  const { ports, pulls, page, isFork } = reach
  const defaultBranch = await reach.defaultBranch()
  const ref = `refs/heads/${defaultBranch}`
  const base = isFork ? undefined : (await reach.fetch([ref])).get(ref)
  const place: OnboardingPlace = { defaultBranch, base, isFork, app }
  if (base === undefined || !(await isToBeOnboarded(place, ports, pulls)) || !isTurn()) return 'settled'
  const planned = await planOnboarding(place, { ...ports, worktree: reach.worktreeAt(base) })
  const body = renderOnboarding(planned, { url: page, branch: ONBOARDING_BRANCH })
  await openOnboarding(planned, place, body, { ...ports, pullRequests: reach.pullRequests })
  return 'settled'
}
