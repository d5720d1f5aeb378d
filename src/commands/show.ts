import * as z from 'zod/mini'
import { primaryMetric } from '../domain/comparison/metric-catalogue.ts'
import type { StoredEvidence } from '../domain/evidence/evidence.ts'
import { isOfNamedRows } from '../domain/evidence/judging-rows.ts'
import { foldRecords, samePointers } from '../domain/registry/fold.ts'
import { archiveStage } from '../domain/registry/lifecycle.ts'
import { isPurged, type ModelState, standingOf } from '../domain/registry/model-state.ts'
import { aliasesOf } from '../domain/registry/pointers.ts'
import type { PromotionRecord } from '../domain/registry/record.ts'
import type { ModelListResult, ModelResult, VersionLine, VersionResult } from '../domain/results/model.ts'
import type { Ports } from '../ports.ts'
import { cardPath } from './card-file.ts'
import { defineMeasurement } from './define.ts'
import { readEvidence } from './evidence-reader.ts'
import { at, model, version } from './inputs.ts'
import {
  listModels,
  openRegistry,
  type RegistryAt,
  readModel,
  readNotes,
  readVersion,
  readVersions,
  resolveVersion,
} from './registry-reader.ts'

/** So many of the newest versions are listed beside those in use. */
const NEWEST = 10

export const show = defineMeasurement({
  name: 'show',
  summary: 'Show the models, one of them, or a version.',
  details: 'Reads the last commit, not the files on disk; --at reads another branch, tag or commit.',
  positional: ['model', 'version'],
  examples: [
    { command: 'modelyard show', does: 'lists the models' },
    { command: 'modelyard show telco-churn', does: 'shows where its versions stand' },
    { command: 'modelyard show telco-churn champion', does: 'shows everything about a version' },
  ],
  permission: 'read',
  doors: ['cli', 'slash'],
  input: z.strictObject({ model: z.optional(model), version: z.optional(version), at }),
  results: ['model-list', 'model', 'version'],
  async run(input, ports) {
    const registry = await openRegistry(ports.repository, input.at)
    if (input.model === undefined) return showModels(registry)
    const state = await readModel(registry, input.model)
    if (input.version === undefined) return showModel(registry, state, ports)
    return showVersion(registry, state, await resolveVersion(registry, state, input.version), ports)
  },
})

async function showModels(registry: RegistryAt): Promise<ModelListResult> {
  const names = await listModels(registry)
  const states = await Promise.all(names.map(name => readModel(registry, name)))
  return {
    kind: 'model-list',
    commit: registry.commit,
    models: states.map(({ name, definition, versions, pointers }) => ({
      model: name,
      task: definition.task,
      versions: versions.length,
      aliases: pointers.aliases,
      stages: pointers.stages,
    })),
  }
}

async function showModel(registry: RegistryAt, state: ModelState, ports: Ports): Promise<ModelResult> {
  const { definition, pointers, records, versions, config } = state
  const inUse = Object.entries(pointers.stages).flatMap(([stage, numbers]) =>
    stage === archiveStage(config.lifecycle) ? [] : numbers,
  )
  const shown = new Set([...inUse, ...Object.values(pointers.aliases), ...versions.slice(-NEWEST)])
  const chosen = versions.filter(number => shown.has(number)).reverse()
  return {
    kind: 'model',
    commit: registry.commit,
    model: state.name,
    ...(definition.description === undefined ? {} : { description: definition.description }),
    task: definition.task,
    target: definition.target,
    'primary-metric': primaryMetric(definition),
    pointers,
    records: records.length,
    'pointers-agree': samePointers(foldRecords(records, config.lifecycle).pointers, pointers),
    versions: await versionLines(registry, state, chosen, ports),
    'versions-in-all': versions.length,
  }
}

async function versionLines(
  registry: RegistryAt,
  state: ModelState,
  numbers: readonly number[],
  { artifacts }: Ports,
): Promise<VersionLine[]> {
  const records = await readVersions(registry, state.name, numbers)
  return Promise.all(
    records.map(async record => ({
      version: record.version,
      stage: standingOf(state, record.version),
      aliases: [...aliasesOf(state.pointers, record.version)],
      'created-at': record['created-at'],
      'created-by': record['created-by'],
      ...(await metricOf(registry, state, record, artifacts)),
    })),
  )
}

/** The primary metric of a version: as evaluated on the rows that judge, otherwise as its trainer claims it. */
async function metricOf(
  registry: RegistryAt,
  state: ModelState,
  {
    version: number,
    metrics,
  }: { readonly version: number; readonly metrics: Readonly<Record<string, number>> },
  artifacts: Ports['artifacts'],
): Promise<Pick<VersionLine, 'metric' | 'metric-is'>> {
  const name = primaryMetric(state.definition)
  const named = state.definition.evaluate?.data
  const evidence = await readEvidence(registry, artifacts, state.name, number)
  const evaluated = evidence
    .flatMap(({ evidence: found }) =>
      found.kind === 'evaluation' && named !== undefined && isOfNamedRows(found.subject, named)
        ? [found.facts.metrics[name]]
        : [],
    )
    .at(-1)
  if (evaluated !== undefined) return { metric: evaluated, 'metric-is': 'evaluated' }
  const claimed = metrics[name]
  return claimed === undefined ? {} : { metric: claimed, 'metric-is': 'claimed' }
}

async function showVersion(
  registry: RegistryAt,
  state: ModelState,
  number: number,
  { artifacts }: Ports,
): Promise<VersionResult> {
  const evidence = await readEvidence(registry, artifacts, state.name, number)
  const card = cardPath(registry, state.name, number)
  const hasCard = (await registry.repository.readFile(registry.commit, card)) !== undefined
  return {
    kind: 'version',
    commit: registry.commit,
    model: state.name,
    stage: standingOf(state, number),
    aliases: [...aliasesOf(state.pointers, number)],
    purged: isPurged(state.records, number),
    record: await readVersion(registry, state.name, number),
    notes: await readNotes(registry, state.name, number),
    ...(hasCard ? { card } : {}),
    evidence: evidence.map(evidenceLine),
    promotions: state.records.flatMap((record, index) =>
      concerns(record, number)
        ? [
            {
              record: index + 1,
              kind: record.kind,
              text: moveText(record, number),
              at: record['requested-at'],
            },
          ]
        : [],
    ),
  }
}

function evidenceLine({ digest, evidence: { kind, subject, facts, origin } }: StoredEvidence) {
  // A team's own come first: they are few, and what it asks about.
  const metrics = 'metrics' in facts ? Object.entries({ ...facts['own-metrics'], ...facts.metrics }) : []
  return {
    kind,
    digest,
    ...('data' in subject && subject.data !== undefined ? { data: subject.data } : {}),
    ...('champion' in subject && subject.champion !== undefined ? { champion: subject.champion } : {}),
    ...('rows' in facts && facts.rows !== undefined ? { rows: facts.rows } : {}),
    metrics: Object.fromEntries(
      metrics.map(([name, found]) => [name, typeof found === 'number' ? found : numberOf(found)]),
    ),
    'measured-at': origin['started-at'],
  }
}

function numberOf(found: { readonly difference: number } | { readonly value: number }): number {
  return 'difference' in found ? found.difference : found.value
}

function concerns(record: PromotionRecord, number: number): boolean {
  if (record.kind === 'alias') return Object.values(record.aliases).includes(number)
  return record.version === number || ('displaces' in record && record.displaces === number)
}

function moveText(record: PromotionRecord, number: number): string {
  if (record.kind === 'alias') return `named ${Object.keys(record.aliases).join(', ')}`
  if (record.version !== number) return `replaced in ${record.to} by version ${record.version}`
  return `${record.from} → ${record.to}`
}
