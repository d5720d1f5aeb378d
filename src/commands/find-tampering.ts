import { CONFIG_PATH } from '../domain/registry/config.ts'
import type { Tampering } from '../domain/registry/tampering.ts'
import type { Activities } from '../ports.ts'
import { listModels, type RegistryAt } from './registry-reader.ts'
import { forcedFiles, touchedAudit } from './tampered-branches.ts'
import { type ModelPast, readModelPast } from './tampered-models.ts'
import { changedSeals, disagreeingSeals, readSeals, type StoredSeal } from './tampered-seals.ts'
import { firstListed } from './unsealed-records.ts'

/** Where to look for what was done past the promotions. */
export interface Looked {
  readonly registry: RegistryAt
  /** The one that the registry's commit is the tip of. */
  readonly branch: string
  /** The tip of the branch of the seals; undefined where there is none. */
  readonly audit: string | undefined
  /** The App's login. */
  readonly app: string
}

export interface FoundTampering {
  readonly findings: readonly Tampering[]
  /** Commits whose merge the sealing judges, and tells of at the commit itself. */
  readonly told: ReadonlySet<string>
}

/**
 * Everything that was done past the promotions, as far as git and GitHub remember it. What came before the repository
 * listed its first workflow is history that was brought along.
 *
 * @throws {ModelyardError} `shallow-clone`; what `Activities` throws.
 */
export async function findTampering(looked: Looked, activities: Activities): Promise<FoundTampering> {
  const { registry, branch, audit } = looked
  const { repository } = registry
  const seals = audit === undefined ? [] : await readSeals(repository, audit)
  const { entries } = await repository.chain(registry.commit)
  const chain = new Map(entries.map(({ commit }, index) => [commit, index]))
  const pasts = new Map<string, ModelPast>()
  for (const model of new Set([...(await listModels(registry)), ...seals.map(seal => seal.model)]))
    pasts.set(model, await readModelPast(registry, model))
  const findings = [
    ...[...pasts.values()].flatMap(({ found }) => found),
    ...(await disagreeingSeals(registry, branch, seals, pasts, chain)),
    ...(audit === undefined ? [] : await changedSeals(repository, audit)),
    ...(await forcedFiles(registry, branch, activities)),
    ...(await touchedAudit(registry, looked.app, activities)),
  ]
  const begin = await beginning(registry, chain)
  const isEarly = ({ commit }: Tampering) =>
    commit !== undefined && (chain.get(commit) ?? Number.POSITIVE_INFINITY) < begin
  return { findings: findings.filter(one => !isEarly(one)), told: toldBySealing(seals, pasts) }
}

/** Where in the history what came before was brought along: the registry's first commit, and all before workflows were listed. */
async function beginning(registry: RegistryAt, chain: ReadonlyMap<string, number>): Promise<number> {
  const { entries } = await registry.repository.history(registry.commit, CONFIG_PATH)
  const first = entries[0]?.commit ?? registry.commit
  const listed = (await firstListed(registry)) ?? first
  return Math.max((chain.get(first) ?? 0) + 1, chain.get(listed) ?? 0)
}

/** What is sealed with a problem was told when it was sealed; a move that is not sealed yet is judged then. */
function toldBySealing(
  seals: readonly StoredSeal[],
  pasts: ReadonlyMap<string, ModelPast>,
): ReadonlySet<string> {
  const sealed = new Map(seals.map(({ model, record, seal }) => [`${model} ${record}`, seal]))
  const told = new Set<string>()
  for (const [model, { moves }] of pasts)
    for (const [index, commit] of moves.entries()) {
      const name = `${model} ${index + 1}`
      const isSilent = sealed.has(name) && (sealed.get(name)?.problems ?? []).length === 0
      if (commit !== undefined && !isSilent) told.add(commit)
    }
  return told
}
