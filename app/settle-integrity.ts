import { findTampering } from '../src/commands/find-tampering.ts'
import { findUnread } from '../src/commands/find-unread.ts'
import { raiseTampering, untold } from '../src/commands/raise-tampering.ts'
import { isOfRegistry, openRegistry } from '../src/commands/registry-reader.ts'
import { AUDIT_BRANCH } from '../src/commands/tampered-branches.ts'
import { ModelyardError } from '../src/domain/errors/index.ts'
import { forgetOldest } from './forget-oldest.ts'
import type { Reach } from './reach.ts'
import type { Settling } from './settler.ts'
import { underClaim } from './under-claim.ts'

/** Repositories whose last look is remembered; one that is forgotten is looked at once more. */
const MOST_REMEMBERED = 1000

/**
 * Looks for what was done past the promotions and tells it. While neither the default branch nor that of the seals moved,
 * there is nothing new to find, and GitHub is not asked.
 */
export function openIntegrity() {
  const looks = new Map<string, string>()

  return async (name: string, reach: Reach): Promise<Settling> => {
    const { ports, fetch, defaultBranch, activities, issues, login } = reach
    const branch = await defaultBranch()
    const refs = await fetch([`refs/heads/${branch}`, `refs/heads/${AUDIT_BRANCH}`])
    const [tip, audit] = [refs.get(`refs/heads/${branch}`), refs.get(`refs/heads/${AUDIT_BRANCH}`)]
    const state = `${tip} ${audit}`
    if (tip === undefined || looks.get(name) === state) return 'settled'
    const registry = await openRegistry(ports.repository, tip).catch(whyUnread)
    const found =
      registry instanceof ModelyardError
        ? await findUnread(registry, tip, audit, ports.repository)
        : await findTampering({ registry, branch, audit, app: login }, activities)
    if ((await untold(found, issues, ports)).length > 0) {
      // What is told is looked for and then told: two at once would tell it twice.
      const how = await underClaim('integrity', tip, reach, async () => {
        await raiseTampering(found, await untold(found, issues, ports), tip, issues, ports)
        return 'settled'
      })
      if (how !== 'settled') return how
    }
    looks.delete(name)
    looks.set(name, state)
    forgetOldest(looks, MOST_REMEMBERED)
    return 'settled'
  }
}

function whyUnread(error: unknown): ModelyardError {
  if (isOfRegistry(error)) return error
  throw error
}
