import * as z from 'zod'
import { ModelyardError } from '../domain/errors/index.ts'
import { CONFIG_PATH, modelFolder } from '../domain/registry/config.ts'
import { foldedFiles, foldRecords, samePointers } from '../domain/registry/fold.ts'
import { parseJson } from '../domain/registry/json-file.ts'
import { matchHistory } from '../domain/registry/match-history.ts'
import type { ModelState } from '../domain/registry/model-state.ts'
import type { PromotionRecord } from '../domain/registry/record.ts'
import { parseDate } from '../domain/registry/reference.ts'
import { AUDIT_BRANCH, Seal } from '../domain/registry/seal.ts'
import type { HistoryEntry, HistoryResult } from '../domain/results/history.ts'
import type { PathChange, Repository } from '../ports.ts'
import { defineMeasurement } from './define.ts'
import { at, model } from './inputs.ts'
import { openRegistry, type RegistryAt, readModel, registryAsOf } from './registry-reader.ts'

export const history = defineMeasurement({
  name: 'history',
  summary: 'Who moved what where, when and why.',
  details: `Reads the records of promotions, rollbacks, archivings and alias moves, with the commits that brought them and
the approvals that were sealed. What git and the records tell differently is reported as tampering, with the commit.`,
  positional: ['model'],
  examples: [
    { command: 'modelyard history telco-churn', does: 'lists every move' },
    {
      command: 'modelyard history telco-churn --as-of 2026-10-01',
      does: 'tells how things stood on that day',
    },
  ],
  permission: 'read',
  doors: ['cli', 'slash'],
  input: z.strictObject({
    model,
    asOf: z
      .string()
      .min(1)
      .max(40)
      .optional()
      .describe('A day, or a time with its zone; as things stood then.'),
    limit: z.int().min(1).max(100_000).default(50).describe('How many of the newest moves to list.'),
    at,
  }),
  results: ['history'],
  async run(input, { repository }): Promise<HistoryResult> {
    const registry = await asOf(await openRegistry(repository, input.at), input.asOf)
    // Two readings that do not wait for each other: each is a process of git's.
    const pointerFile = `${modelFolder(registry.config, input.model)}/stages.json`
    const [state, log] = await Promise.all([
      readModel(registry, input.model),
      repository.history(registry.commit, pointerFile),
    ])
    const fold = foldRecords(state.records, state.config.lifecycle)
    const matched = await matchCommits(registry, state, log)
    const problems = [
      ...fold.faults.map(({ record, message }) => `promotions/${record}.json ${message}`),
      ...(samePointers(fold.pointers, state.pointers)
        ? []
        : ['stages.json is not what the records add up to: it was edited past them']),
      ...matched.unexplained.map(
        ({ commit, author }) =>
          `commit ${commit.slice(0, 12)} by ${author} changed stages.json to what no record says`,
      ),
    ]
    const from = Math.max(0, state.records.length - input.limit)
    const seals = await readSeals(repository, state.name, state.records.length, from)
    return {
      kind: 'history',
      outcome: problems.length === 0 ? 'passed' : 'failed',
      commit: registry.commit,
      model: state.name,
      ...(input.asOf === undefined ? {} : { 'as-of': input.asOf }),
      pointers: state.pointers,
      entries: state.records
        .slice(from)
        .map((record, index) =>
          entryOf(
            record,
            from + index,
            matched.arrivals[from + index],
            matched.importedAt,
            seals.get(from + index + 1),
          ),
        ),
      'records-in-all': state.records.length,
      problems,
      remarks: [...matched.remarks],
    }
  },
})

async function asOf(registry: RegistryAt, text: string | undefined): Promise<RegistryAt> {
  if (text === undefined) return registry
  const time = parseDate(text)
  if (time !== undefined) return registryAsOf(registry, time, text)
  throw new ModelyardError({
    code: 'bad-input',
    message: `\`${text}\` is not a date`,
    next: 'write it as 2026-10-01, or with a time as 2026-10-01T09:00:00Z',
  })
}

interface MatchedCommits {
  readonly arrivals: readonly (PathChange | undefined)[]
  readonly unexplained: readonly PathChange[]
  /** The registry's first commit, if it brought records: they are imported. */
  readonly importedAt: string | undefined
  readonly remarks: readonly string[]
}

async function matchCommits(
  { repository, config }: RegistryAt,
  state: ModelState,
  { entries, complete }: Awaited<ReturnType<Repository['history']>>,
): Promise<MatchedCommits> {
  if (!complete) {
    return {
      arrivals: [],
      unexplained: [],
      importedAt: undefined,
      remarks: [
        'this clone is shallow: commits are not told; for them, git fetch --unshallow or `fetch-depth: 0`',
      ],
    }
  }
  const ids = await repository.blobIds(foldedFiles(state.records, config.lifecycle))
  const { arrivals, unexplained } = matchHistory(ids, entries)
  return {
    arrivals,
    unexplained,
    importedAt: await firstRegistryCommit(repository, entries[0]?.commit),
    remarks: [],
  }
}

/** The commit itself, if the registry did not exist before it. */
async function firstRegistryCommit(
  repository: Repository,
  commit: string | undefined,
): Promise<string | undefined> {
  if (commit === undefined) return undefined
  const [parent] = (await repository.commitFacts(commit)).parents
  const before = parent === undefined ? undefined : await repository.readFile(parent, CONFIG_PATH)
  return before === undefined ? commit : undefined
}

async function readSeals(
  repository: Repository,
  model: string,
  records: number,
  from: number,
): Promise<Map<number, Seal>> {
  const seals = new Map<number, Seal>()
  const commit =
    (await repository.resolve(AUDIT_BRANCH)) ?? (await repository.resolve(`origin/${AUDIT_BRANCH}`))
  if (commit === undefined) return seals
  for (let number = from + 1; number <= records; number += 1) {
    const path = `${model}/${number}.json`
    const bytes = await repository.readFile(commit, path)
    const seal = bytes === undefined ? undefined : parseJson(Seal, path, bytes).value
    if (seal !== undefined) seals.set(number, seal)
  }
  return seals
}

function entryOf(
  record: PromotionRecord,
  index: number,
  arrival: PathChange | undefined,
  importedAt: string | undefined,
  seal: Seal | undefined,
): HistoryEntry {
  return {
    record: index + 1,
    kind: record.kind,
    ...(record.kind === 'alias' ? {} : { version: record.version, from: record.from, to: record.to }),
    ...('displaces' in record && record.displaces !== undefined ? { displaces: record.displaces } : {}),
    aliases: record.aliases ?? {},
    ...(record.kind === 'archive' && record.purged ? { purged: true } : {}),
    'requested-by': record['requested-by'],
    'requested-at': record['requested-at'],
    ...(record.reason === undefined ? {} : { reason: record.reason }),
    ...(record.unapproved === undefined ? {} : { unapproved: record.unapproved }),
    ...(record.kind === 'promotion' && record.gates !== undefined ? { gates: record.gates.outcome } : {}),
    evidence: record.kind === 'promotion' ? record.evidence : [],
    ...(arrival === undefined
      ? {}
      : { commit: arrival.commit, 'merged-at': new Date(arrival.committedAt).toISOString() }),
    ...(seal === undefined
      ? {}
      : {
          'merged-by': seal['merged-by'],
          approvals: seal.approvals.map(({ login, at: when }) => ({ login, at: when })),
        }),
    imported: arrival !== undefined && arrival.commit === importedAt,
  }
}
