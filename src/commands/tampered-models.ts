import { ModelyardError } from '../domain/errors/index.ts'
import { modelFolder } from '../domain/registry/config.ts'
import { parseJson } from '../domain/registry/json-file.ts'
import { PromotionRecord } from '../domain/registry/record.ts'
import type { Tampering } from '../domain/registry/tampering.ts'
import type { PathChange, Repository } from '../ports.ts'
import { judgePast } from './past-of-model.ts'
import type { RegistryAt } from './registry-reader.ts'

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
 * files that never change and did. A record counts as it came: whoever changes or removes it later makes no honest move
 * before it a wrong one.
 *
 * @throws {ModelyardError} `shallow-clone`.
 */
export async function readModelPast(registry: RegistryAt, model: string): Promise<ModelPast> {
  const { repository, commit, config } = registry
  const folder = modelFolder(config, model)
  const { entries, complete } = await repository.history(commit, folder)
  if (!complete) throw shallow()
  const brought = broughtRecords(folder, entries)
  const { records, broken } = await readBrought(repository, model, brought)
  const past = await judgePast(registry, model, entries, records)
  const after = entries.findIndex(entry => entry.commit === broken?.commit)
  // What pointers come to from there on is not known.
  const isKnown = (by: string) => after < 0 || entries.findIndex(entry => entry.commit === by) < after
  const tampered = past.tampered.flatMap(({ commit: by, problem }): Tampering[] => {
    const isPointers = problem.place.path === `${folder}/stages.json`
    if (isPointers && !isKnown(by)) return []
    return [{ kind: isPointers ? 'pointers' : 'history', model, commit: by, message: problem.message }]
  })
  const lost = past.arrivals.flatMap((arrival, index) => {
    const by = brought.get(index + 1)
    const isTold = tampered.some(one => one.commit === by?.commit)
    return arrival === undefined && by !== undefined && !isTold ? [lostRecord(model, index + 1, by)] : []
  })
  return {
    found: [...tampered, ...lost, ...(broken === undefined ? [] : [broken])],
    ...arrivalsOf(brought, past.arrivals),
    removed: removedRecords(folder, entries),
  }
}

/** The record of a path; undefined for anything else. */
function numberOf(folder: string, path: string): number | undefined {
  const [, number] = /^\/promotions\/([1-9]\d{0,8})\.json$/.exec(path.slice(folder.length)) ?? []
  return number === undefined ? undefined : Number(number)
}

/** The change that brought each record first. */
function broughtRecords(folder: string, entries: readonly PathChange[]): ReadonlyMap<number, PathChange> {
  const brought = new Map<number, PathChange>()
  for (const entry of entries) {
    const number = numberOf(folder, entry.path)
    if (number !== undefined && entry.status === 'added' && !brought.has(number)) brought.set(number, entry)
  }
  return brought
}

/** The records as they came, up to the first that is none: past the gates came what cannot be followed. */
async function readBrought(
  { readBlobs }: Repository,
  model: string,
  brought: ReadonlyMap<number, PathChange>,
): Promise<{ readonly records: readonly PromotionRecord[]; readonly broken: Tampering | undefined }> {
  const numbers = [...brought.keys()].sort((a, b) => a - b)
  const files = numbers.flatMap(number => brought.get(number) ?? [])
  const parsed = await readBlobs(
    files.map(({ after }) => after ?? ''),
    (content, index) => parseJson(PromotionRecord, files[index]?.path ?? '', content),
  )
  const records: PromotionRecord[] = []
  for (const [index, { value, problems }] of parsed.entries()) {
    const file = files[index]
    const isNext = numbers[index] === index + 1
    if (file !== undefined && (value === undefined || !isNext)) {
      const why = isNext ? (problems[0]?.message ?? 'it is no record') : `record ${index + 1} is not there`
      const message = `record ${numbers[index]} cannot be followed (${why}): commit ${file.commit.slice(0, 12)} of ${file.author} brought it`
      return { records, broken: { kind: 'history', model, commit: file.commit, message } }
    }
    if (value !== undefined) records.push(value)
  }
  return { records, broken: undefined }
}

function lostRecord(model: string, record: number, { commit, author }: PathChange): Tampering {
  const message = `record ${record} moved no pointers: commit ${commit.slice(0, 12)} of ${author} brought it`
  return { kind: 'pointers', model, commit, message }
}

function arrivalsOf(
  brought: ReadonlyMap<number, PathChange>,
  moved: readonly (PathChange | undefined)[],
): Pick<ModelPast, 'arrivals' | 'moves'> {
  const arrivals = new Map<number, Set<string>>()
  for (const [number, { commit }] of brought) arrivals.set(number, new Set([commit]))
  for (const [index, arrival] of moved.entries())
    if (arrival !== undefined) arrivals.get(index + 1)?.add(arrival.commit)
  return { arrivals, moves: moved.map(arrival => arrival?.commit) }
}

function removedRecords(folder: string, entries: readonly PathChange[]): ReadonlySet<number> {
  return new Set(
    entries.flatMap(({ path, status }) => (status === 'deleted' ? (numberOf(folder, path) ?? []) : [])),
  )
}

function shallow(): ModelyardError {
  return new ModelyardError({
    code: 'shallow-clone',
    message: 'this copy does not hold the whole history',
    next: 'fetch it in full',
  })
}
