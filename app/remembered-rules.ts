import type { GateRules } from '../src/ports.ts'
import { forgetOldest } from './forget-oldest.ts'

/** What branches required, by repository and branch. */
export type RulesMemory = Map<string, { readonly rules: RequiredRules; readonly until: number }>
type RequiredRules = Awaited<ReturnType<GateRules['requiring']>>

/** They are told, and nothing is judged by them: an older word does no harm. */
const KEPT_MS = 10 * 60_000
const MOST = 1000

/** The same, asked once in ten minutes: nobody tells when they change, and a pull request is judged at every review. */
export function rememberingRules(
  gateRules: GateRules,
  memory: RulesMemory,
  repository: number,
  now: () => number = Date.now,
): GateRules {
  return {
    async requiring(context, branch) {
      const key = `${repository} ${context} ${branch}`
      const known = memory.get(key)
      if (known !== undefined && known.until > now()) return known.rules
      const rules = await gateRules.requiring(context, branch)
      // What could not be read may be the next time.
      if (!('is' in rules)) memory.set(key, { rules, until: now() + KEPT_MS })
      forgetOldest(memory, MOST)
      return rules
    },
  }
}
