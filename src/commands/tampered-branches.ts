import { CONFIG_PATH, Config } from '../domain/registry/config.ts'
import { classifyPath, IMMUTABLE } from '../domain/registry/registry-files.ts'
import { AUDIT_BRANCH } from '../domain/registry/seal.ts'
import type { Tampering } from '../domain/registry/tampering.ts'
import type { Activities, BranchMove } from '../ports.ts'
import { type RegistryAt, readYaml } from './registry-reader.ts'

export { AUDIT_BRANCH }

/**
 * What GitHub remembers of pushes that took something away from the default branch: which files that never change are not
 * what they were before it. A push whose earlier commit is not here tells nothing; what was sealed is missed all the same.
 */
export async function forcedFiles(
  { repository, config }: RegistryAt,
  branch: string,
  activities: Activities,
): Promise<readonly Tampering[]> {
  const found: Tampering[] = []
  for (const { before, after, by } of await activities.moves(branch, 'forced')) {
    if (before === undefined || after === undefined) continue
    const isHere = async (commit: string) => (await repository.resolve(commit)) !== undefined
    if (!(await isHere(before)) || !(await isHere(after))) continue
    const taken = new Map<string, string[]>()
    for (const { path, status } of await repository.changes(before, after, [config.registry])) {
      const what = classifyPath(path.slice(config.registry.length + 1))
      if (status === 'added' || IMMUTABLE[what.is] === undefined || !('model' in what)) continue
      taken.set(what.model, [...(taken.get(what.model) ?? []), path])
    }
    for (const [model, paths] of taken)
      found.push({
        kind: 'history',
        model,
        commit: after,
        message: `a force-push by ${by?.login ?? 'an account that is gone'} from ${before.slice(0, 12)} to ${after.slice(0, 12)} changed or took away ${listed(paths)}`,
      })
  }
  return found
}

const MOST_PATHS = 5

function listed(paths: readonly string[]): string {
  const more = paths.length - MOST_PATHS
  return `${paths.slice(0, MOST_PATHS).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

/**
 * What was done to the branch of the seals that no sealing does: it was forced or deleted; or, where the App alone seals,
 * somebody else pushed to it.
 *
 * @param app - The App's login.
 */
export async function touchedAudit(
  registry: RegistryAt,
  app: string,
  activities: Activities,
): Promise<readonly Tampering[]> {
  const moves = await activities.moves(AUDIT_BRANCH)
  const ownSince = registry.config.app === true ? await appSince(registry) : undefined
  return moves.flatMap((move): Tampering[] => {
    const message = auditMessage(move, app, ownSince)
    return message === undefined ? [] : [{ kind: 'seals', model: undefined, commit: move.after, message }]
  })
}

function auditMessage({ how, before, after, by, at }: BranchMove, app: string, ownSince: number | undefined) {
  const who = by?.login ?? 'an account that is gone'
  const [from, to] = [before?.slice(0, 12), after?.slice(0, 12)]
  if (how === 'forced') return `${who} rewrote the branch ${AUDIT_BRANCH}, from ${from} to ${to}`
  if (how === 'deleted') return `${who} deleted the branch ${AUDIT_BRANCH}, which stood at ${from}`
  // Who made the branch before the App sealed is no matter; nor is a move whose time GitHub does not say.
  if (ownSince === undefined || by?.login === app || !(at > ownSince)) return undefined
  return `${who} pushed ${to} to the branch ${AUDIT_BRANCH}, where the App alone seals`
}

/** Since when the configuration says `app: true` without a break, by the clock of the commit that wrote it. */
async function appSince({ repository, commit }: RegistryAt): Promise<number | undefined> {
  const { entries } = await repository.history(commit, CONFIG_PATH)
  let since: number | undefined
  for (const { commit: changed, committedAt } of entries) {
    const bytes = await repository.readFile(changed, CONFIG_PATH)
    const says = bytes && (await readYaml(Config, CONFIG_PATH, bytes)).value?.app === true
    since = says ? (since ?? committedAt) : undefined
  }
  return since
}
