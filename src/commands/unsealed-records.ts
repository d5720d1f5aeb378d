import { ModelyardError } from '../domain/errors/index.ts'
import { CONFIG_PATH, Config, modelFolder } from '../domain/registry/config.ts'
import type { ModelState } from '../domain/registry/model-state.ts'
import type { PromotionRecord } from '../domain/registry/record.ts'
import { sealPath } from '../domain/registry/seal.ts'
import { parseYaml } from '../domain/registry/yaml-file.ts'
import type { PathChange } from '../ports.ts'
import { firstRegistryCommit, readPastOfModel } from './past-of-model.ts'
import { listModels, type RegistryAt, readModel } from './registry-reader.ts'

/** A merged move without a seal. */
export interface UnsealedRecord {
  /** The model as it stands now. */
  readonly state: ModelState
  readonly number: number
  readonly record: PromotionRecord
  /** The first-parent commit that brought it. */
  readonly arrival: PathChange
  /** The commit that was looked at, which has it in its history. */
  readonly tip: string
  /** Merged before the repository listed its first workflow: nobody asked then for what is asked now. */
  readonly isEarly: boolean
}

export interface Unsealed {
  /** In order within a model. */
  readonly records: readonly UnsealedRecord[]
  /** Records whose commit cannot be told, as `churn: 7`: pointers were edited past them. */
  readonly lost: readonly string[]
}

/**
 * The merged moves that no seal tells of, imported ones left out. Where all are sealed each model costs the listing of
 * one folder; its history is read only where one is not.
 *
 * @throws {ModelyardError} `shallow-clone` where the commits that brought them are not here.
 */
export async function unsealedRecords(registry: RegistryAt, sealed: ReadonlySet<string>): Promise<Unsealed> {
  const records: Omit<UnsealedRecord, 'isEarly' | 'tip'>[] = []
  const lost: string[] = []
  for (const model of await listModels(registry)) {
    const numbers = (await recordNumbers(registry, model)).filter(
      number => !sealed.has(sealPath(model, number)),
    )
    if (numbers.length === 0) continue
    const state = await readModel(registry, model)
    const past = await readPastOfModel(registry, model, 'pointers', state.records)
    if (past === undefined) throw shallowClone()
    const imported = await firstRegistryCommit(registry.repository, past.entries[0]?.commit)
    for (const number of numbers) {
      const [record, arrival] = [state.records[number - 1], past.arrivals[number - 1]]
      if (record === undefined || arrival === undefined) lost.push(`${model}: ${number}`)
      else if (arrival.commit !== imported) records.push({ state, number, record, arrival })
    }
  }
  const isEarly = records.length === 0 ? undefined : await firstListing(registry)
  return {
    records: await Promise.all(
      records.map(async record => ({
        ...record,
        tip: registry.commit,
        isEarly: (await isEarly?.(record.arrival.commit)) ?? false,
      })),
    ),
    lost,
  }
}

/**
 * Whether a commit came before the one that listed the first workflow. Where none ever did, nothing came before it: then
 * the seal is run by other means, and asks as always.
 */
async function firstListing(registry: RegistryAt): Promise<(merged: string) => Promise<boolean>> {
  const { repository } = registry
  const listed = await firstListed(registry)
  if (listed === undefined) return async () => false
  return async merged => merged !== listed && (await repository.mergeBase(merged, listed)) === merged
}

/** The commit that listed the first workflow; undefined where none ever did. */
export async function firstListed({ repository, commit }: RegistryAt): Promise<string | undefined> {
  const { entries } = await repository.history(commit, CONFIG_PATH)
  for (const { commit: changed } of entries) {
    const bytes = await repository.readFile(changed, CONFIG_PATH)
    const config = bytes && parseYaml(Config, CONFIG_PATH, bytes).value
    if (config !== undefined && config.workflows.length > 0) return changed
  }
  return undefined
}

/** The numbers of a model's records, ascending. */
export async function recordNumbers(
  { repository, commit, config }: RegistryAt,
  model: string,
): Promise<number[]> {
  const entries = await repository.listFolder(commit, `${modelFolder(config, model)}/promotions`)
  return entries
    .flatMap(({ path }) => /\/([1-9]\d{0,8})\.json$/.exec(path)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b)
}

function shallowClone(): ModelyardError {
  return new ModelyardError({
    code: 'shallow-clone',
    message: 'this clone is shallow: which commits brought the promotions is not known',
    next: 'write `fetch-depth: 0` under `with:` of actions/checkout',
  })
}
