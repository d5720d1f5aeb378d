import type { StoredEvidence } from '../domain/evidence/evidence.ts'
import { modelFolder } from '../domain/registry/config.ts'
import type { Artifacts, Repository, TreeEntry } from '../ports.ts'
import type { RegistryAt } from './registry-reader.ts'

/** The evidence of a version in git order, oldest first. */
export async function readEvidence(
  { repository, commit, config }: RegistryAt,
  artifacts: Artifacts,
  model: string,
  version: number,
): Promise<readonly StoredEvidence[]> {
  const folder = `${modelFolder(config, model)}/versions/${version}/evidence`
  const entries = await repository.listFolder(commit, folder)
  if (entries.length === 0) return []
  // The schemas of evidence take a while to set up, and most versions that a command looks at have none.
  const { parseEvidence } = await import('./evidence-file.ts')
  const ordered = entries.length > 1 ? await inGitOrder(repository, commit, folder, entries) : entries
  return repository.readBlobs(
    ordered.map(({ id }) => id),
    (content, index) => parseEvidence(ordered[index]?.path ?? '', content, artifacts),
  )
}

/** Files of a folder in the order in which git got them, oldest first; what it tells nothing of, as in a shallow clone, comes before. */
export async function inGitOrder<E extends Pick<TreeEntry, 'path'>>(
  repository: Repository,
  commit: string,
  folder: string,
  entries: readonly E[],
): Promise<readonly E[]> {
  const { entries: changes } = await repository.history(commit, folder)
  const added = new Map(changes.map(({ path }, index) => [path, index]))
  return [...entries].sort((a, b) => (added.get(a.path) ?? -1) - (added.get(b.path) ?? -1))
}
