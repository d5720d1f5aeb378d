import { type ModelyardError, placeText } from '../domain/errors/index.ts'
import { CONFIG_PATH } from '../domain/registry/config.ts'
import type { Tampering } from '../domain/registry/tampering.ts'
import type { Repository } from '../ports.ts'
import type { FoundTampering } from './find-tampering.ts'

/**
 * What is told where the registry of the default branch cannot be opened, so that nothing can be looked for: whoever broke
 * or removed its configuration would hide by that what else was done. A repository that never had one, or had it before
 * anything was sealed, has nothing to hide.
 *
 * @param error - Why it cannot be opened.
 * @param tip - Of the default branch.
 * @param audit - The tip of the branch of the seals; undefined where there is none.
 */
export async function findUnread(
  error: ModelyardError,
  tip: string,
  audit: string | undefined,
  { history }: Repository,
): Promise<FoundTampering> {
  const isGone = error.code === 'no-registry'
  if (isGone && audit === undefined) return { findings: [], told: new Set() }
  const last = (await history(tip, CONFIG_PATH)).entries.at(-1)
  const what = isGone
    ? `${CONFIG_PATH} is gone, and with it the registry`
    : `${placeText(error.place ?? { path: CONFIG_PATH })} cannot be read: ${error.message}`
  const by = last === undefined ? '' : `; commit ${last.commit.slice(0, 12)} of ${last.author} left it so`
  const finding: Tampering = {
    kind: 'configuration',
    model: undefined,
    commit: last?.commit,
    message: `${what}${by}`,
  }
  return { findings: [finding], told: new Set() }
}
