import { ModelyardError } from '../domain/errors/index.ts'
import { modelFolder } from '../domain/registry/config.ts'
import type { ModelState } from '../domain/registry/model-state.ts'
import type { PromotionRecord } from '../domain/registry/record.ts'
import { sealPath } from '../domain/registry/seal.ts'
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
  const records: UnsealedRecord[] = []
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
  return { records, lost }
}

async function recordNumbers({ repository, commit, config }: RegistryAt, model: string): Promise<number[]> {
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
