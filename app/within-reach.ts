import type { Settling } from './settler.ts'
import type { Target } from './targets.ts'
import type { Standing, Tokens } from './tokens.ts'

/**
 * Works on a target where its installation reaches it and something can be written there. What was suspended, taken away,
 * deleted or archived, before or meanwhile, ends calmly: no repeat would help, and what comes back is told or found.
 */
export async function withinReach(
  target: Target,
  tokens: Tokens,
  work: (standing: Standing) => Promise<Settling>,
): Promise<Settling> {
  const standing = await tokens.of(target)
  if (standing === undefined || standing.isReadOnly) return 'settled'
  try {
    return await work(standing)
  } catch (error) {
    // What is known may be older than what GitHub said no to.
    tokens.forget(target.id)
    const present = await tokens.of(target)
    if (present === undefined || present.isReadOnly) return 'settled'
    throw error
  }
}
