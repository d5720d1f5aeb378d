import * as z from 'zod'
import { ModelyardError, suggestion } from '../domain/errors/index.ts'
import { parseJson } from '../domain/registry/json-file.ts'
import { firstStage } from '../domain/registry/lifecycle.ts'
import type { Notes } from '../domain/registry/notes.ts'
import { Notes as NotesSchema } from '../domain/registry/notes.ts'
import { NO_POINTERS, Pointers } from '../domain/registry/pointers.ts'
import { conditionOf, fieldsOf } from '../domain/registry/search/evaluate.ts'
import { fieldReader, openNames, type SearchedVersion } from '../domain/registry/search/fields.ts'
import { type Field, type Filter, parseFilter, type Value } from '../domain/registry/search/filter.ts'
import { comparerOf, parseOrder } from '../domain/registry/search/order.ts'
import { filterError } from '../domain/registry/search/tokens.ts'
import { VersionRecord } from '../domain/registry/version.ts'
import { parseYaml } from '../domain/registry/yaml-file.ts'
import type { SearchResult } from '../domain/results/search.ts'
import type { TreeEntry } from '../ports.ts'
import { defineMeasurement } from './define.ts'
import { at, model } from './inputs.ts'
import { listModels, openRegistry, type RegistryAt, valueOrThrow } from './registry-reader.ts'

export const search = defineMeasurement({
  name: 'search',
  summary: 'Find versions by what they are.',
  details: `A filter compares fields: version, stage, alias, created-at, created-by, commit, format, bytes, description, model,
metrics.NAME, params.NAME, tags.NAME. It knows = != < <= > >=, like with % and _, in (…), is null, and, or, not and
parentheses. Text stands in single quotes; a bare word will do. Metrics are the trainers' own.`,
  positional: ['filter'],
  examples: [
    {
      command: "modelyard search 'metrics.roc-auc > 0.82 and stage != archived'",
      does: 'finds good versions in use',
    },
    {
      command: "modelyard search \"tags.team like 'fraud%'\" --order 'metrics.roc-auc desc' --limit 5",
      does: 'finds the best five of a team',
    },
  ],
  permission: 'read',
  doors: ['cli'],
  input: z.strictObject({
    filter: z.string().max(10_000).default('').describe('The condition; left out: every version.'),
    model: model.optional().describe('Search one model only.'),
    order: z
      .string()
      .max(1000)
      .default('model, version')
      .describe('Fields to sort by, each with asc or desc.'),
    limit: z.int().min(1).max(1_000_000).default(100).describe('How many versions to list.'),
    at,
  }),
  results: ['search'],
  async run(input, { repository }): Promise<SearchResult> {
    const filter = input.filter.trim() === '' ? undefined : parseFilter(input.filter)
    const order = parseOrder(input.order)
    const holds = filter === undefined ? () => true : conditionOf(input.filter, filter)
    const compare = comparerOf(input.order, order)
    const registry = await openRegistry(repository, input.at)
    const versions = await readAll(registry, input.model)
    const found = versions.filter(version => holds(version) === true)
    if (found.length === 0 && filter !== undefined) requireKnownNames(input.filter, filter, versions)
    found.sort(compare)
    const fields = shownFields(
      filter,
      order.map(({ field }) => field),
    )
    const readers = fields.map(field => fieldReader(input.filter, field))
    return {
      kind: 'search',
      commit: registry.commit,
      filter: input.filter,
      columns: fields.map(({ parts }) => parts.join('.')),
      found: found.length,
      searched: versions.length,
      versions: found.slice(0, input.limit).map(version => ({
        model: version.model,
        version: version.record.version,
        stage: version.stage,
        aliases: [...version.aliases],
        'created-at': version.record['created-at'],
        values: readers.map(read => plainValue(read(version))),
      })),
    }
  },
})

/** The fields beside those that every answer shows. */
function shownFields(filter: Filter | undefined, ordered: readonly Field[]): Field[] {
  const always = ['model', 'version', 'stage', 'alias', 'created-at']
  const named = [...(filter === undefined ? [] : fieldsOf(filter)), ...ordered]
  const distinct = new Map(named.map(field => [field.parts.join('.'), field]))
  return [...distinct].filter(([name]) => !always.includes(name)).map(([, field]) => field)
}

function plainValue(value: Value | readonly Value[]): Value {
  return Array.isArray(value) ? value.join(', ') : (value as Value)
}

/** Nothing was found: a metric, parameter or tag that no version has is a mistake in the filter. */
function requireKnownNames(text: string, filter: Filter, versions: readonly SearchedVersion[]): void {
  if (versions.length === 0) return
  for (const { parts, column } of fieldsOf(filter)) {
    const [group = '', ...rest] = parts
    if (rest.length === 0) continue
    const names = new Set(versions.flatMap(version => openNames(version, group)))
    if (names.has(rest.join('.'))) continue
    throw filterError(
      text,
      column,
      `no version has \`${parts.join('.')}\``,
      suggestion(rest.join('.'), [...names].sort()),
    )
  }
}

interface ModelFiles {
  readonly versions: TreeEntry[]
  readonly notes: Map<string, TreeEntry>
  pointers: TreeEntry | undefined
}

async function readAll(registry: RegistryAt, only: string | undefined): Promise<SearchedVersion[]> {
  const { repository, commit, config } = registry
  const root = `${config.registry}/models`
  const names = await listModels(registry)
  if (only !== undefined) requireModel(names, only)
  const models = sortFiles(
    await repository.listFiles(commit, only === undefined ? root : `${root}/${only}`),
    root,
    names,
  )
  const files = [...models.values()].flatMap(({ versions, notes, pointers }) => [
    ...versions,
    ...notes.values(),
    ...(pointers === undefined ? [] : [pointers]),
  ])
  const ids = [...new Set(files.map(({ id }) => id))]
  const blobs = await repository.readBlobs(ids)
  const contents = new Map(ids.map((id, index) => [id, blobs[index] as Uint8Array]))
  const notes = notesReader(contents)
  return [...models].flatMap(([name, model]) => {
    const pointers =
      model.pointers === undefined
        ? NO_POINTERS
        : valueOrThrow(
            parseJson(Pointers, model.pointers.path, contents.get(model.pointers.id) as Uint8Array),
          )
    const standing = standings(pointers)
    return model.versions.map(({ path, id }): SearchedVersion => {
      const record = valueOrThrow(parseJson(VersionRecord, path, contents.get(id) as Uint8Array))
      const noted = model.notes.get(path.slice(0, path.lastIndexOf('/')))
      return {
        model: name,
        record,
        stage: standing.stages.get(record.version) ?? firstStage(config.lifecycle),
        aliases: standing.aliases.get(record.version) ?? [],
        notes: () => (noted === undefined ? {} : notes(noted)),
      }
    })
  })
}

function requireModel(models: readonly string[], name: string): void {
  if (models.includes(name)) return
  throw new ModelyardError({
    code: 'unknown-model',
    message: `there is no model \`${name}\``,
    next: suggestion(name, models),
  })
}

function sortFiles(
  entries: readonly TreeEntry[],
  root: string,
  names: readonly string[],
): Map<string, ModelFiles> {
  const models = new Map(
    names.map((name): [string, ModelFiles] => [
      name,
      { versions: [], notes: new Map(), pointers: undefined },
    ]),
  )
  for (const entry of entries) {
    const [name = '', ...rest] = entry.path.slice(root.length + 1).split('/')
    const model = models.get(name)
    if (model === undefined) continue
    if (rest[0] === 'stages.json') model.pointers = entry
    else if (rest[0] === 'versions' && rest[2] === 'version.json') model.versions.push(entry)
    else if (rest[0] === 'versions' && rest[2] === 'notes.yaml') {
      model.notes.set(entry.path.slice(0, entry.path.lastIndexOf('/')), entry)
    }
  }
  return models
}

/** Where each version stands, turned around: one look-up a version instead of a search through all lists. */
function standings({ stages, aliases }: Pointers) {
  const byVersion = new Map<number, string[]>()
  for (const [alias, version] of Object.entries(aliases)) {
    byVersion.set(version, [...(byVersion.get(version) ?? []), alias])
  }
  return {
    stages: new Map(
      Object.entries(stages).flatMap(([stage, versions]) =>
        versions.map(version => [version, stage] as const),
      ),
    ),
    aliases: byVersion,
  }
}

/** Reads notes when they are asked for; equal files are parsed once. */
function notesReader(contents: ReadonlyMap<string, Uint8Array>): (entry: TreeEntry) => Notes {
  const read = new Map<string, Notes>()
  return ({ path, id }) => {
    const known = read.get(id)
    if (known !== undefined) return known
    const notes = valueOrThrow(parseYaml(NotesSchema, path, contents.get(id) as Uint8Array))
    read.set(id, notes)
    return notes
  }
}
