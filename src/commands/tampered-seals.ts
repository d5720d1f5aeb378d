import { CONFIG_PATH, modelFolder } from '../domain/registry/config.ts'
import { parseJson } from '../domain/registry/json-file.ts'
import { Seal } from '../domain/registry/seal.ts'
import type { Tampering } from '../domain/registry/tampering.ts'
import type { Repository } from '../ports.ts'
import { openRegistry, type RegistryAt } from './registry-reader.ts'
import type { ModelPast } from './tampered-models.ts'
import { recordNumbers } from './unsealed-records.ts'

/** A file of the branch that is a seal by its name. */
export interface StoredSeal {
  readonly path: string
  readonly model: string
  readonly record: number
  /** Undefined where it cannot be read as one. */
  readonly seal: Seal | undefined
}

/** The seals at a commit of their branch. */
export async function readSeals(repository: Repository, audit: string): Promise<readonly StoredSeal[]> {
  const files = (await repository.listFiles(audit, '')).flatMap(({ path, id }) => {
    const [, model, number] = /^([a-z0-9][a-z0-9-]{0,63})\/([1-9]\d{0,8})\.json$/.exec(path) ?? []
    return model === undefined ? [] : [{ path, id, model, record: Number(number) }]
  })
  const seals = await repository.readBlobs(
    files.map(({ id }) => id),
    (content, index) => parseJson(Seal, files[index]?.path ?? '', content).value,
  )
  return files.map(({ path, model, record }, index) => ({ path, model, record, seal: seals[index] }))
}

/** Seals are added and never changed: whatever else a commit of their branch did, with the commit. */
export async function changedSeals(repository: Repository, audit: string): Promise<readonly Tampering[]> {
  const { entries } = await repository.chain(audit)
  const found: Tampering[] = []
  for (const [index, { commit }] of entries.entries()) {
    const before = entries[index - 1]?.commit
    if (before === undefined) continue
    for (const { path, status } of await repository.changes(before, commit, [])) {
      const [, model] = /^([a-z0-9][a-z0-9-]{0,63})\/[1-9]\d{0,8}\.json$/.exec(path) ?? []
      if (model === undefined || status === 'added') continue
      const { author } = await repository.commitFacts(commit)
      const done = status === 'deleted' ? 'deleted' : 'changed'
      found.push({
        kind: 'seals',
        model,
        commit,
        message: `the seal ${path} was ${done} by commit ${commit.slice(0, 12)} of ${author.name}`,
      })
    }
  }
  return found
}

/**
 * Holds each seal against the history of the default branch: its record is there, and the commit that it names is there
 * and brought it.
 *
 * @param chain - Where each commit of the first-parent history stands.
 */
export async function disagreeingSeals(
  registry: RegistryAt,
  branch: string,
  seals: readonly StoredSeal[],
  pasts: ReadonlyMap<string, ModelPast>,
  chain: ReadonlyMap<string, number>,
): Promise<readonly Tampering[]> {
  const found: Tampering[] = []
  const present = new Map<string, ReadonlySet<number>>()
  for (const { path, model, record, seal } of seals) {
    const about = { model, commit: undefined }
    const records = present.get(model) ?? new Set(await recordNumbers(registry, model))
    present.set(model, records)
    const past = pasts.get(model)
    if (seal === undefined) {
      found.push({ ...about, kind: 'seals', message: `${path} cannot be read as a seal` })
      continue
    }
    const merge = seal['merge-commit']
    if (!records.has(record)) {
      // What an ordinary commit removed is told with that commit.
      if (!past?.removed.has(record))
        found.push({
          ...about,
          kind: 'history',
          message: `record ${record} is sealed, and ${branch} does not hold it any more`,
        })
    } else if (!chain.has(merge)) {
      found.push({
        ...about,
        kind: 'history',
        message: `record ${record} was sealed as merged by commit ${merge.slice(0, 12)}, which the history of ${branch} does not hold any more`,
      })
    } else if (!past?.arrivals.get(record)?.has(merge) && !(await brought(registry, model, record, merge))) {
      found.push({
        ...about,
        kind: 'seals',
        commit: merge,
        message: `the seal of record ${record} names commit ${merge.slice(0, 12)}, which did not bring it`,
      })
    }
  }
  return found
}

/** Whether a commit brought a record as it is now; where the registry was moved since, it lay elsewhere then. */
async function brought(
  { repository, commit, config }: RegistryAt,
  model: string,
  record: number,
  merge: string,
): Promise<boolean> {
  if ((await repository.readFile(merge, CONFIG_PATH)) === undefined) return false
  const then = await openRegistry(repository, merge)
  const at = async (where: string, { config: own }: Pick<RegistryAt, 'config'>) => {
    const bytes = await repository.readFile(where, `${modelFolder(own, model)}/promotions/${record}.json`)
    return bytes === undefined ? undefined : new TextDecoder().decode(bytes)
  }
  const [parent] = (await repository.commitFacts(merge)).parents
  const [now, there] = [await at(commit, { config }), await at(merge, then)]
  const before = parent === undefined ? undefined : await at(parent, then)
  return there !== undefined && there === now && before === undefined
}
