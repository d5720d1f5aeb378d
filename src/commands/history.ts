import * as z from 'zod/mini'
import { ModelyardError } from '../domain/errors/index.ts'
import { HISTORY_BRANCH } from '../domain/monitoring/run-record.ts'
import { modelFolder } from '../domain/registry/config.ts'
import { foldRecords, samePointers } from '../domain/registry/fold.ts'
import { parseJson } from '../domain/registry/json-file.ts'
import type { PromotionRecord } from '../domain/registry/record.ts'
import { parseDate } from '../domain/registry/reference.ts'
import { AUDIT_BRANCH, Seal, sealPath } from '../domain/registry/seal.ts'
import type { HistoryEntry, HistoryResult } from '../domain/results/history.ts'
import type { MonitorHistoryResult } from '../domain/results/monitor-history.ts'
import type { PathChange, Repository } from '../ports.ts'
import { defineMeasurement } from './define.ts'
import { at, model } from './inputs.ts'
import { readMonitorHistory } from './monitor-history.ts'
import { firstRegistryCommit, readPastOfModel } from './past-of-model.ts'
import { recordsBranch } from './records-branch.ts'
import { openRegistry, readModel, registryAsOf } from './registry-reader.ts'

export const history = defineMeasurement({
  name: 'history',
  summary: 'Who moved what where, when and why.',
  details: `Reads the records of promotions, rollbacks, archivings and alias moves, with the commits that brought them and
the approvals that were sealed. A move of the pointers that no record tells is reported as tampering, with the commit;
\`modelyard validate\` looks whether anything else that was merged was changed.`,
  positional: ['model'],
  examples: [
    { command: 'modelyard history telco-churn', does: 'lists every move' },
    {
      command: 'modelyard history telco-churn --as-of 2026-10-01',
      does: 'tells how things stood on that day',
    },
    { command: 'modelyard history telco-churn --monitor', does: 'lists what runs of monitoring found' },
  ],
  permission: 'read',
  doors: ['cli', 'slash'],
  inComments: ['asOf', 'limit'],
  alsoReads: [AUDIT_BRANCH],
  input: z.strictObject({
    model,
    asOf: z
      .optional(z.string().check(z.minLength(1), z.maxLength(40)))
      .check(z.describe('A day, or a time with its zone; as things stood then.')),
    limit: z
      ._default(z.int().check(z.minimum(1), z.maximum(100_000)), 50)
      .check(z.describe('How many of the newest to list.')),
    monitor: z
      ._default(z.boolean(), false)
      .check(
        z.describe(
          `List runs of monitoring instead: what drifted, since when. From the branch ${HISTORY_BRANCH}.`,
        ),
      ),
    at,
  }),
  results: ['history', 'monitor-history'],
  async run(input, ports): Promise<HistoryResult | MonitorHistoryResult> {
    const { repository } = ports
    const time = input.asOf === undefined ? undefined : timeOf(input.asOf)
    if (input.monitor) return readMonitorHistory({ ...input, until: time }, ports)
    const opened = await openRegistry(repository, input.at)
    const registry = time === undefined ? opened : await registryAsOf(opened, time, input.asOf ?? '')
    // Two readings that do not wait for each other: each is a process of git's.
    const reading = readModel(registry, input.model)
    const records = reading.then(model => model.records)
    const folder = modelFolder(registry.config, input.model)
    const [state, past] = await Promise.all([
      reading,
      readPastOfModel(registry, input.model, 'pointers', records),
    ])
    const fold = foldRecords(state.records, state.config.lifecycle)
    const problems = [
      ...fold.faults.map(({ record, message }) => `promotions/${record}.json ${message}`),
      ...(samePointers(fold.pointers, state.pointers)
        ? []
        : ['stages.json is not what the records add up to: it was edited past them']),
      ...(past?.problems ?? []).map(
        ({ place, message }) => `${place.path.slice(folder.length + 1)}: ${message}`,
      ),
    ]
    const importedAt = await firstRegistryCommit(repository, past?.entries[0]?.commit)
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
            past?.arrivals[from + index],
            importedAt,
            seals.get(from + index + 1),
          ),
        ),
      'records-in-all': state.records.length,
      problems,
      remarks:
        past === undefined
          ? [
              'this clone is shallow: commits are not told; for them, git fetch --unshallow or `fetch-depth: 0`',
            ]
          : [],
    }
  },
})

function timeOf(text: string): number {
  const time = parseDate(text)
  if (time !== undefined) return time
  throw new ModelyardError({
    code: 'bad-input',
    message: `\`${text}\` is not a date`,
    next: 'write it as 2026-10-01, or with a time as 2026-10-01T09:00:00Z',
  })
}

async function readSeals(
  repository: Repository,
  model: string,
  records: number,
  from: number,
): Promise<Map<number, Seal>> {
  const seals = new Map<number, Seal>()
  const commit = await recordsBranch(repository, AUDIT_BRANCH)
  if (commit === undefined) return seals
  for (let number = from + 1; number <= records; number += 1) {
    const path = sealPath(model, number)
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
