import * as z from 'zod/mini'
import { ModelyardError, suggestion } from '../domain/errors/index.ts'
import { parseJson } from '../domain/registry/json-file.ts'
import { firstStage, type Lifecycle } from '../domain/registry/lifecycle.ts'
import type { Notes } from '../domain/registry/notes.ts'
import { Notes as NotesSchema } from '../domain/registry/notes.ts'
import { NO_POINTERS, Pointers } from '../domain/registry/pointers.ts'
import { conditionOf, fieldsOf } from '../domain/registry/search/evaluate.ts'
import {
  fieldReader,
  isOfNotes,
  openNames,
  outlineOf,
  type SearchedVersion,
} from '../domain/registry/search/fields.ts'
import { type Field, type Filter, parseFilter, type Value } from '../domain/registry/search/filter.ts'
import { mayHold } from '../domain/registry/search/mentions.ts'
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
    filter: z
      ._default(z.string().check(z.maxLength(10_000)), '')
      .check(z.describe('The condition; left out: every version.')),
    model: z.optional(model).check(z.describe('Search one model only.')),
    order: z
      ._default(z.string().check(z.maxLength(1000)), 'model, version')
      .check(z.describe('Fields to sort by, each with asc or desc.')),
    limit: z
      ._default(z.int().check(z.minimum(1), z.maximum(1_000_000)), 100)
      .check(z.describe('How many versions to list.')),
    at,
  }),
  results: ['search'],
  async run(input, { repository }): Promise<SearchResult> {
    const filter = input.filter.trim() === '' ? undefined : parseFilter(input.filter)
    const order = parseOrder(input.order)
    const holds = filter === undefined ? () => true : conditionOf(input.filter, filter)
    const compare = comparerOf(input.order, order)
    const registry = await openRegistry(repository, input.at)
    const ordered = order.map(({ field }) => field)
    const asked = filter === undefined ? [] : fieldsOf(filter)
    const { found, searched } = await readVersions(registry, input.model, {
      fields: [...asked, ...ordered],
      holds: version => holds(version) === true,
      ...(filter === undefined ? {} : { mayNote: has => mayHold(filter, has) }),
    })
    if (found.length === 0 && filter !== undefined) await requireKnownNames(input, filter, registry)
    found.sort((a, b) => compare(a.version, b.version))
    const fields = shownFields(filter, ordered)
    const readers = fields.map(field => fieldReader(input.filter, field))
    const shown = await readWhole(registry, found.slice(0, input.limit))
    return {
      kind: 'search',
      commit: registry.commit,
      filter: input.filter,
      columns: fields.map(({ parts }) => parts.join('.')),
      found: found.length,
      searched,
      versions: shown.map(version => ({
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
async function requireKnownNames(
  { filter: text, model: only }: { readonly filter: string; readonly model?: string | undefined },
  filter: Filter,
  registry: RegistryAt,
): Promise<void> {
  const open = fieldsOf(filter).filter(({ parts }) => parts.length > 1)
  if (open.length === 0) return
  const { found } = await readVersions(registry, only, { fields: open })
  if (found.length === 0) return
  for (const { parts, column } of open) {
    const [group = '', ...rest] = parts
    const names = new Set(found.flatMap(({ version }) => openNames(version, group)))
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

interface Wanted {
  /** What is read of a version: notes only where a field asks for them, and of its record their part. */
  readonly fields: readonly Field[]
  /** Which versions are kept; left out, all of them are. */
  readonly holds?: (version: SearchedVersion) => boolean
  /** Whether notes that hold these words can make it hold; otherwise they are not parsed. */
  readonly mayNote?: (has: (word: string) => boolean) => boolean
}

/** A version of which no more was read than what the fields ask for. */
interface Found {
  readonly version: SearchedVersion
  readonly entry: TreeEntry
}

/**
 * Reads all versions in one go, each parsed and asked as it comes while git reads on: what does not hold is dropped at
 * once, so that ten thousand versions are never in memory.
 */
async function readVersions(
  registry: RegistryAt,
  only: string | undefined,
  wanted: Wanted,
): Promise<{ readonly found: Found[]; readonly searched: number }> {
  const { repository, commit, config } = registry
  const root = `${config.registry}/models`
  const names = await listModels(registry)
  if (only !== undefined) requireModel(names, only)
  const listed = await repository.listFiles(commit, only === undefined ? root : `${root}/${only}`)
  const models = sortFiles(listed, root, names)
  const found: Found[] = []
  const reading = {
    ...wanted,
    lifecycle: config.lifecycle,
    outline: outlineOf(wanted.fields),
    withNotes: wanted.fields.some(isOfNotes),
    found,
  }
  const readings = [...models].flatMap(([name, files]) => readingsOf(name, files, reading))
  await repository.readBlobs(
    readings.map(({ id }) => id),
    (content, index) => readings[index]?.take(content),
  )
  return { found, searched: [...models.values()].reduce((sum, { versions }) => sum + versions.length, 0) }
}

/** Reads the whole records of versions that will be shown. */
async function readWhole(
  { repository }: RegistryAt,
  found: readonly Found[],
): Promise<readonly SearchedVersion[]> {
  return repository.readBlobs(
    found.map(({ entry }) => entry.id),
    (content, index) => {
      const { version, entry } = found[index] as Found
      return { ...version, record: valueOrThrow(parseJson(VersionRecord, entry.path, content)) }
    },
  )
}

/** A blob to read, and what is done with it. */
interface Reading {
  readonly id: string
  readonly take: (content: Uint8Array) => void
}

interface ReadingFor extends Wanted {
  readonly lifecycle: Lifecycle
  readonly outline: ReturnType<typeof outlineOf>
  readonly withNotes: boolean
  /** Takes those that hold. */
  readonly found: Found[]
}

/** Pointers come before the versions that they name, notes before the version that they belong to. */
function readingsOf(
  model: string,
  { pointers, versions, notes }: ModelFiles,
  { lifecycle, found, outline, holds = () => true, mayNote = () => true, withNotes }: ReadingFor,
): Reading[] {
  let standing = standings(NO_POINTERS)
  const parsedNotes = new Map<string, Notes>()
  const readPointers = (entry: TreeEntry): Reading => ({
    id: entry.id,
    take(content) {
      standing = standings(valueOrThrow(parseJson(Pointers, entry.path, content)))
    },
  })
  const readVersion = (entry: TreeEntry): Reading[] => {
    const noted = withNotes ? notes.get(entry.path.slice(0, entry.path.lastIndexOf('/'))) : undefined
    let bytes: Uint8Array = new Uint8Array()
    const readRecord: Reading = {
      id: entry.id,
      take(content) {
        // The fields look at no more of the record than its outline.
        const record = valueOrThrow(parseJson(outline, entry.path, content)) as VersionRecord
        const version: SearchedVersion = {
          model,
          record,
          stage: standing.stages.get(record.version) ?? firstStage(lifecycle),
          aliases: standing.aliases.get(record.version) ?? [],
          notes: () =>
            noted === undefined || !mayNote(word => mayMention(bytes, word))
              ? {}
              : notesOf(noted, bytes, parsedNotes),
        }
        if (holds(version)) found.push({ version, entry })
      },
    }
    if (noted === undefined) return [readRecord]
    const take = (content: Uint8Array) => {
      bytes = content
    }
    return [{ id: noted.id, take }, readRecord]
  }
  return [...(pointers === undefined ? [] : [readPointers(pointers)]), ...versions.flatMap(readVersion)]
}

const decoder = new TextDecoder()

/** Letters are written otherwise only behind a backslash. */
function mayMention(content: Uint8Array, word: string): boolean {
  const text = decoder.decode(content)
  return text.includes(word) || text.includes('\\')
}

/** Notes are parsed when a filter asks for them, and the same ones once. */
function notesOf({ id, path }: TreeEntry, content: Uint8Array, parsed: Map<string, Notes>): Notes {
  const known = parsed.get(id) ?? valueOrThrow(parseYaml(NotesSchema, path, content))
  parsed.set(id, known)
  return known
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
