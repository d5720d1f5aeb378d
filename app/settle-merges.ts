import { isOfRegistry, openRegistry } from '../src/commands/registry-reader.ts'
import { isWanting, sealMerged } from '../src/commands/seal-merged.ts'
import type { Reach } from './reach.ts'
import type { Settling } from './settler.ts'
import { underClaim } from './under-claim.ts'

/** Of one look; what is left over the next one takes. */
const MOST_RECORDS = 50

/**
 * Seals what was merged to the default branch and does what follows it. Where `app: true` is not said, workflows do: two that
 * seal would deploy twice.
 */
export async function settleMerges(reach: Reach): Promise<Settling> {
  const { ports, tip, defaultBranch } = reach
  const branch = await defaultBranch()
  const commit = await tip()
  if (commit === undefined) return 'settled'
  const registry = await openRegistry(ports.repository, commit).catch(withoutRegistry)
  if (registry?.config.app !== true) return 'settled'
  if (!(await isWanting(registry, ports))) return 'settled'
  // What follows a merge is looked for and then made: two at once would make it twice.
  return underClaim('seal', commit, reach, async () => {
    const { waiting } = await sealMerged(registry, branch, MOST_RECORDS, ports, {})
    return waiting > 0 ? 'again' : 'settled'
  })
}

/** A repository without one, or whose configuration is broken, has nothing that could be sealed. */
export function withoutRegistry(error: unknown): undefined {
  if (isOfRegistry(error)) return undefined
  throw error
}
