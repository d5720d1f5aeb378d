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
  const known = await tokens.of(target)
  const standing = known === undefined || isCalledSo(known, target) ? known : await askAnew(target, tokens)
  if (standing === undefined || standing.isReadOnly) return 'settled'
  try {
    return await work(standing)
  } catch (error) {
    // What is known may be older than what GitHub said no to.
    const present = await askAnew(target, tokens)
    if (present === undefined || present.isReadOnly) return 'settled'
    throw error
  }
}

/** One of two names is old, and which of them nothing tells. */
function isCalledSo({ owner, name }: Standing, target: Target): boolean {
  return `${owner}/${name}`.toLowerCase() === `${target.owner}/${target.repository}`.toLowerCase()
}

function askAnew(target: Target, tokens: Tokens): Promise<Standing | undefined> {
  tokens.forget(target.id)
  return tokens.of(target)
}
