import { ModelyardError } from '../domain/errors/index.ts'
import { modelFolder } from '../domain/registry/config.ts'
import { judgeHistory } from '../domain/registry/judge-history.ts'
import type { Tampering } from '../domain/registry/tampering.ts'
import type { PathChange } from '../ports.ts'
import { readPastOfModel } from './past-of-model.ts'
import { type RegistryAt, readRecords } from './registry-reader.ts'

/** What a model's own history tells. */
export interface ModelPast {
  readonly found: readonly Tampering[]
  /** By record, the commits that brought it: its file, and its move. */
  readonly arrivals: ReadonlyMap<number, ReadonlySet<string>>
  /** By record in order, the commit whose move of the pointers it stands behind; undefined where there is none. */
  readonly moves: readonly (string | undefined)[]
  /** Records that some commit of the history removed. */
  readonly removed: ReadonlySet<number>
}

/**
 * Holds a model's files against its history: pointers that no record stands behind, records that moved no pointers, and
 * files that never change and did.
 *
 * @throws {ModelyardError} `shallow-clone`.
 */
export async function readModelPast(registry: RegistryAt, model: string): Promise<ModelPast> {
  const { repository, commit, config } = registry
  const folder = modelFolder(config, model)
  const records = await readRecords(registry, model).catch(asBroken)
  if (records instanceof ModelyardError) {
    const { entries } = await repository.history(commit, folder)
    const files = [...judgeHistory(folder, model, entries, [])]
    const broken = brokenRecord(model, records, entries)
    return pastOf(folder, entries, [
      ...files.map(({ commit: by, problem }) => historyOf(model, by, problem.message)),
      ...(files.some(file => file.commit === broken.commit) ? [] : [broken]),
    ])
  }
  const past = await readPastOfModel(registry, model, 'all files', records)
  if (past === undefined) throw shallow()
  const tampered = past.tampered.map(({ commit: by, problem }): Tampering => {
    const isPointers = problem.place.path === `${folder}/stages.json`
    return { ...historyOf(model, by, problem.message), kind: isPointers ? 'pointers' : 'history' }
  })
  const lost = lostRecords(folder, model, past.entries, past.arrivals)
  const known = new Set(tampered.map(({ commit: by }) => by))
  return pastOf(
    folder,
    past.entries,
    [...tampered, ...lost.filter(({ commit: by }) => !known.has(by))],
    past.arrivals,
  )
}

function asBroken(error: unknown): ModelyardError {
  if (error instanceof ModelyardError && error.code !== 'bug') return error
  throw error
}

function historyOf(model: string, commit: string, message: string): Tampering {
  return { kind: 'history', model, commit, message }
}

/** Past the gates came what is no record; which commit brought it, its file's history tells. */
function brokenRecord(
  model: string,
  { message, place }: ModelyardError,
  entries: readonly PathChange[],
): Tampering {
  const by = entries.findLast(({ path }) => path === place?.path)
  const what = place === undefined ? message : `${place.path.split('/').at(-1)}: ${message}`
  return {
    kind: 'history',
    model,
    commit: by?.commit,
    message: `a record cannot be read (${what})${by === undefined ? '' : `, since commit ${by.commit.slice(0, 12)} of ${by.author}`}`,
  }
}

/** Records that came without what they say. */
function lostRecords(
  folder: string,
  model: string,
  entries: readonly PathChange[],
  arrivals: readonly (PathChange | undefined)[],
): Tampering[] {
  return arrivals.flatMap((arrival, index): Tampering[] => {
    if (arrival !== undefined) return []
    const path = `${folder}/promotions/${index + 1}.json`
    const by = entries.find(entry => entry.path === path)
    const who = by === undefined ? '' : `: commit ${by.commit.slice(0, 12)} of ${by.author} brought it`
    return [
      {
        kind: 'pointers',
        model,
        commit: by?.commit,
        message: `record ${index + 1} moved no pointers${who}`,
      },
    ]
  })
}

function pastOf(
  folder: string,
  entries: readonly PathChange[],
  found: readonly Tampering[],
  moved: readonly (PathChange | undefined)[] = [],
): ModelPast {
  const arrivals = new Map<number, Set<string>>()
  const removed = new Set<number>()
  const bring = (number: number, commit: string) =>
    arrivals.set(number, new Set([...(arrivals.get(number) ?? []), commit]))
  for (const { path, status, commit } of entries) {
    const number = Number(/^\/promotions\/([1-9]\d{0,8})\.json$/.exec(path.slice(folder.length))?.[1])
    if (Number.isNaN(number)) continue
    if (status === 'deleted') removed.add(number)
    else if (status === 'added') bring(number, commit)
  }
  for (const [index, arrival] of moved.entries()) if (arrival !== undefined) bring(index + 1, arrival.commit)
  return { found, arrivals, moves: moved.map(arrival => arrival?.commit), removed }
}

function shallow(): ModelyardError {
  return new ModelyardError({
    code: 'shallow-clone',
    message: 'this copy does not hold the whole history',
    next: 'fetch it in full',
  })
}
