import type * as z from 'zod/mini'
import { type ErrorCode, ModelyardError, suggestion } from '../domain/errors/index.ts'
import { firstError, type Reason } from '../domain/problem.ts'
import { CONFIG_PATH, Config, LATER_CONFIG_KEYS, modelFolder } from '../domain/registry/config.ts'
import { LATER_DEFINITION_KEYS, ModelDefinition } from '../domain/registry/definition.ts'
import type { LaterKeys } from '../domain/registry/explain.ts'
import { type FileResult, parseJson } from '../domain/registry/json-file.ts'
import type { ModelState } from '../domain/registry/model-state.ts'
import { ModelName } from '../domain/registry/names.ts'
import { Notes } from '../domain/registry/notes.ts'
import { parsePlainYaml } from '../domain/registry/plain-yaml.ts'
import { NO_POINTERS, Pointers } from '../domain/registry/pointers.ts'
import { PromotionRecord } from '../domain/registry/record.ts'
import { parseReference, resolveReference } from '../domain/registry/reference.ts'
import { commitAt } from '../domain/registry/timeline.ts'
import { LastVersion, VersionRecord } from '../domain/registry/version.ts'
import type { Repository, TreeEntry } from '../ports.ts'

/** The registry as one commit holds it. */
export interface RegistryAt {
  readonly repository: Repository
  readonly commit: string
  readonly config: Config
}

/**
 * Opens the registry at a commit.
 *
 * @param revision - Branch, tag or id; `HEAD` is what is checked out.
 * @throws {ModelyardError} `no-commit`, `unknown-name`, `no-registry`, or what is wrong with `.github/modelyard.yml`.
 */
export async function openRegistry(repository: Repository, revision = 'HEAD'): Promise<RegistryAt> {
  const commit = await repository.resolve(revision)
  if (commit === undefined) throw revision === 'HEAD' ? noCommit() : unknownRevision(revision)
  const bytes = await repository.readFile(commit, CONFIG_PATH)
  if (bytes === undefined) {
    await refuseLinks(repository, commit, CONFIG_PATH)
    throw new ModelyardError({
      code: 'no-registry',
      message: `there is no registry at ${revision === 'HEAD' ? 'the last commit' : revision}: ${CONFIG_PATH} is missing`,
      next: 'make one with `modelyard init`, and commit what it writes',
    })
  }
  const parsed = await readYaml(Config, CONFIG_PATH, bytes, LATER_CONFIG_KEYS)
  // The content of a link is where it leads.
  if (parsed.value === undefined) await refuseLinks(repository, commit, CONFIG_PATH)
  return { repository, commit, config: valueOrThrow(parsed) }
}

/** Of what can be wrong with a registry's own files, which a commit mends. */
const OF_REGISTRY: ReadonlySet<ErrorCode> = new Set([
  'no-registry',
  'bad-yaml',
  'bad-json',
  'bad-file',
  'too-large',
  'newer-schema',
  'path-escape',
  'unknown-model',
  'unknown-version',
])

/**
 * Whether an error says that there is no registry, or what is wrong with its files: trying again comes to the same until
 * somebody commits something else.
 */
export function isOfRegistry(error: unknown): error is ModelyardError {
  return error instanceof ModelyardError && OF_REGISTRY.has(error.code)
}

/** A file that people edit. The whole grammar takes a while to load, and most files do without it. */
export async function readYaml<S extends z.ZodMiniType>(
  schema: S,
  path: string,
  bytes: Uint8Array,
  later: LaterKeys = {},
): Promise<FileResult<z.infer<S>>> {
  const plain = parsePlainYaml(schema, path, bytes)
  if (plain !== undefined) return { ...plain, problems: [] }
  const { parseYaml } = await import('../domain/registry/yaml-file.ts')
  return parseYaml(schema, path, bytes, { later })
}

function noCommit(): ModelyardError {
  return new ModelyardError({
    code: 'no-commit',
    message: 'the repository has no commit yet',
    next: 'commit what `modelyard init` wrote: git add -A && git commit -m "Add the model registry"',
  })
}

export function unknownRevision(revision: string): ModelyardError {
  return new ModelyardError({
    code: 'unknown-name',
    message: `git knows no commit called \`${revision}\``,
    next: 'name a branch, a tag or a commit; a remote branch may have to be fetched first',
  })
}

/**
 * A link or a submodule on the way to a path: git shows nothing behind it, so that what lies there seems to be missing.
 *
 * @throws {ModelyardError} `path-escape`.
 */
export async function refuseLinks(repository: Repository, commit: string, path: string): Promise<void> {
  const parts = path.split('/')
  for (const depth of parts.keys()) {
    const here = parts.slice(0, depth + 1).join('/')
    const entries = await repository.listFolder(commit, parts.slice(0, depth).join('/'))
    const mode = entries.find(entry => entry.path === here)?.mode
    if (mode !== '120000' && mode !== '160000') continue
    throw new ModelyardError({
      code: 'path-escape',
      message: `${here} is a ${mode === '120000' ? 'link' : 'submodule'}, and what lies behind it is not in this repository`,
      next: 'put the files themselves there, and commit them',
      place: { path: here },
    })
  }
}

/**
 * The names of the models, sorted. Folders whose name is no model name are `validate`'s to tell.
 *
 * @throws {ModelyardError} `path-escape` where the registry is a link or a submodule.
 */
export async function listModels({ repository, commit, config }: RegistryAt): Promise<readonly string[]> {
  const folder = `${config.registry}/models`
  const entries = await repository.listFolder(commit, folder)
  if (entries.length === 0) await refuseLinks(repository, commit, folder)
  return entries
    .filter(({ mode }) => mode === '040000')
    .map(nameOf)
    .filter(name => ModelName.safeParse(name).success)
}

/**
 * Reads what plans and judgements need of a model: definition, pointers, records and the numbers of its versions.
 * Records may be thousands: `records: false` leaves them out where nobody asks for them.
 *
 * @throws {ModelyardError} `unknown-model`, or what is wrong with one of its files.
 */
export async function readModel(
  registry: RegistryAt,
  model: string,
  { records: withRecords = true }: { readonly records?: boolean } = {},
): Promise<ModelState> {
  const { repository, commit, config } = registry
  const folder = modelFolder(config, model)
  const [definition, pointers, last, versions, records] = await Promise.all([
    repository.readFile(commit, `${folder}/model.yaml`),
    repository.readFile(commit, `${folder}/stages.json`),
    repository.readFile(commit, `${folder}/versions/last.json`),
    repository.listFolder(commit, `${folder}/versions`),
    withRecords ? readRecords(registry, model) : [],
  ])
  if (definition === undefined) throw await unknownModel(registry, model)
  return {
    name: model,
    config,
    definition: valueOrThrow(
      await readYaml(ModelDefinition, `${folder}/model.yaml`, definition, LATER_DEFINITION_KEYS),
    ),
    pointers:
      pointers === undefined
        ? NO_POINTERS
        : valueOrThrow(parseJson(Pointers, `${folder}/stages.json`, pointers)),
    versions: versionNumbers(versions),
    lastVersion:
      last === undefined
        ? 0
        : valueOrThrow(parseJson(LastVersion, `${folder}/versions/last.json`, last)).last,
    records,
  }
}

async function unknownModel(registry: RegistryAt, model: string): Promise<ModelyardError> {
  await refuseLinks(registry.repository, registry.commit, modelFolder(registry.config, model))
  const models = await listModels(registry)
  return new ModelyardError({
    code: 'unknown-model',
    message: `there is no model \`${model}\``,
    next: models.length === 0 ? 'make one with `modelyard init`, and commit it' : suggestion(model, models),
  })
}

/** The version numbers among the entries of a `versions` folder, ascending. */
export function versionNumbers(entries: readonly TreeEntry[]): number[] {
  return entries
    .filter(({ path, mode }) => mode === '040000' && /^[1-9]\d*$/.test(nameOf({ path })))
    .map(entry => Number(nameOf(entry)))
    .sort((a, b) => a - b)
}

async function readRecords(
  { repository, commit, config }: RegistryAt,
  model: string,
): Promise<PromotionRecord[]> {
  const entries = await repository.listFolder(commit, `${modelFolder(config, model)}/promotions`)
  const numbered = entries
    .map(({ path, id }) => ({
      path,
      id,
      number: Number(/^([1-9]\d*)\.json$/.exec(nameOf({ path }))?.[1] ?? Number.NaN),
    }))
    .sort((a, b) => a.number - b.number)
  for (const [index, { path, number }] of numbered.entries()) {
    if (number !== index + 1) {
      throw new ModelyardError({
        code: 'bad-file',
        message: Number.isNaN(number) ? 'this is no promotion record' : `the record ${index + 1} is missing`,
        next: 'see what happened with `modelyard validate`',
        place: { path },
      })
    }
  }
  const records = await repository.readBlobs(
    numbered.map(({ id }) => id),
    (content, index) => valueOrThrow(parseJson(PromotionRecord, numbered[index]?.path ?? '', content)),
  )
  return [...records]
}

/** The record of an existing version. */
export async function readVersion(
  registry: RegistryAt,
  model: string,
  version: number,
): Promise<VersionRecord> {
  const [record] = await readVersions(registry, model, [version])
  if (record !== undefined) return record
  throw new ModelyardError({
    code: 'unknown-version',
    message: `${model} has no version ${version}`,
    next: `see which there are: modelyard show ${model}`,
  })
}

/** The records of versions in the order of their numbers; those without one are left out. */
export async function readVersions(
  { repository, commit, config }: RegistryAt,
  model: string,
  versions: readonly number[],
): Promise<VersionRecord[]> {
  const paths = versions.map(version => `${modelFolder(config, model)}/versions/${version}/version.json`)
  const files = await Promise.all(paths.map(path => repository.readFile(commit, path)))
  return files.flatMap((bytes, index) =>
    bytes === undefined ? [] : [valueOrThrow(parseJson(VersionRecord, paths[index] as string, bytes))],
  )
}

export async function readNotes(registry: RegistryAt, model: string, version: number): Promise<Notes> {
  const path = `${modelFolder(registry.config, model)}/versions/${version}/notes.yaml`
  const bytes = await registry.repository.readFile(registry.commit, path)
  return bytes === undefined ? {} : valueOrThrow(await readYaml(Notes, path, bytes))
}

/**
 * The version that a person means: a number, an alias, a stage, `latest`, or one of them as of a day.
 *
 * @throws {ModelyardError} `unknown-version` with the nearest name.
 */
export async function resolveVersion(registry: RegistryAt, state: ModelState, text: string): Promise<number> {
  const reference = parseReference(text)
  if (!('name' in reference)) throw unknownVersion(reference)
  const then =
    reference.at === undefined
      ? state
      : await readModel(await registryAsOf(registry, reference.at, text), state.name)
  const found = resolveReference(reference.name, then)
  if ('version' in found) return found.version
  throw unknownVersion(found)
}

/**
 * The registry as it stood at a time: at the last first-parent commit that is not later.
 *
 * @param at - UTC, milliseconds.
 * @throws {ModelyardError} `unknown-version` where it begins later; `shallow-clone` where the clone does.
 */
export async function registryAsOf(registry: RegistryAt, at: number, text: string): Promise<RegistryAt> {
  const { entries, complete } = await registry.repository.chain(registry.commit)
  const found = commitAt(entries, at)
  if (found !== undefined) return openRegistry(registry.repository, found.commit)
  if (!complete) {
    throw new ModelyardError({
      code: 'shallow-clone',
      message: `this clone is shallow and does not reach back to ${text}`,
      next: 'fetch the rest: git fetch --unshallow, or in a workflow `fetch-depth: 0` for actions/checkout',
    })
  }
  throw unknownVersion({
    message: `the repository begins later than ${text}`,
    next: `its first commit is of ${new Date(entries[0]?.committedAt ?? 0).toISOString().slice(0, 10)}`,
  })
}

function unknownVersion({ message, next }: Reason): ModelyardError {
  return new ModelyardError({ code: 'unknown-version', message, next })
}

/** The value of a file that was read, or its first error thrown. */
export function valueOrThrow<T>({ value, problems }: FileResult<T>): T {
  const error = firstError(problems)
  if (error !== undefined) throw error
  return value as T
}

function nameOf({ path }: Pick<TreeEntry, 'path'>): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
