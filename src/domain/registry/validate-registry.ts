import type { ErrorCode } from '../errors/index.ts'
import { Evidence, evidenceFileName } from '../evidence/evidence.ts'
import type { Problem } from '../problem.ts'
import type { Config } from './config.ts'
import { LATER_DEFINITION_KEYS, ModelDefinition } from './definition.ts'
import { parseJson } from './json-file.ts'
import { ModelName } from './names.ts'
import { Notes } from './notes.ts'
import { Pointers } from './pointers.ts'
import { PromotionRecord } from './record.ts'
import { classifyPath, type Misplacement, type RegistryFile } from './registry-files.ts'
import { type ParsedModel, validateModel } from './validate-model.ts'
import type { ParsedVersion } from './validate-version.ts'
import { LastVersion, VersionRecord } from './version.ts'
import { parseYaml } from './yaml-file.ts'

export interface RegistryReport {
  readonly problems: readonly Problem[]
  readonly models: readonly ParsedModel[]
}

/**
 * Judges all files below the registry's root: each by its schema, then a model as a whole. Every problem, not the
 * first.
 *
 * @param hash - The SHA-256 of bytes, as hexadecimal digits.
 */
export function validateRegistry(
  config: Config,
  files: readonly RegistryFile[],
  hash: (bytes: Uint8Array) => string,
): RegistryReport {
  const models = new Map<string, MutableModel>()
  const problems = files.flatMap(file => place(file, config, models, hash))
  const parsed = [...models.values()].map(model => ({
    ...model,
    versions: [...model.versions.values()].sort((a, b) => a.number - b.number),
  }))
  return {
    problems: [...problems, ...parsed.flatMap(model => [...validateModel(model, config, hash)])].sort(
      byPlace,
    ),
    models: parsed,
  }
}

interface MutableModel extends Omit<ParsedModel, 'versions'> {
  definition: ParsedModel['definition']
  pointers: ParsedModel['pointers']
  last: ParsedModel['last']
  readonly records: Map<number, PromotionRecord | undefined>
  readonly versions: Map<number, MutableVersion>
}

interface MutableVersion extends ParsedVersion {
  record: VersionRecord | undefined
  readonly evidence: { path: string; digest: string; evidence: Evidence | undefined }[]
  readonly artifacts: { path: string; sha256: string; bytes: number; byPointer?: true | undefined }[]
}

/** Sorts one file into its model; what is wrong with it alone. */
function place(
  file: RegistryFile,
  config: Config,
  models: Map<string, MutableModel>,
  hash: (bytes: Uint8Array) => string,
): readonly Problem[] {
  if (file.kind !== 'file') return [notAFile(file)]
  const what = classifyPath(file.path.slice(config.registry.length + 1))
  if (what.is === 'root-file') return []
  if (what.is === 'other') return [misplaced(file.path, what.why)]
  const name = ModelName.safeParse(what.model)
  if (!name.success) return [badModelName(file.path)]
  const model = modelOf(models, what.model, `${config.registry}/models/${what.model}`)
  const content = file.content ?? new Uint8Array()
  switch (what.is) {
    case 'model-definition': {
      const { value, problems, locate } = parseYaml(ModelDefinition, file.path, content, {
        later: LATER_DEFINITION_KEYS,
      })
      model.definition = { path: file.path, value, locate }
      return problems
    }
    case 'pointers': {
      const { value, problems } = parseJson(Pointers, file.path, content, { canonical: true })
      model.pointers = { path: file.path, value }
      return problems
    }
    case 'last-version': {
      const { value, problems } = parseJson(LastVersion, file.path, content, { canonical: true })
      model.last = { path: file.path, value }
      return problems
    }
    case 'record': {
      const { value, problems } = parseJson(PromotionRecord, file.path, content, { canonical: true })
      model.records.set(what.number, value)
      return problems
    }
    case 'version-record': {
      const { value, problems } = parseJson(VersionRecord, file.path, content, { canonical: true })
      versionOf(model, what.version).record = value
      return problems
    }
    case 'notes':
      versionOf(model, what.version)
      return parseYaml(Notes, file.path, content).problems
    case 'evidence': {
      const { value, problems } = parseJson(Evidence, file.path, content, { canonical: true })
      const digest = hash(content)
      versionOf(model, what.version).evidence.push({ path: file.path, digest, evidence: value })
      const fits = value === undefined || evidenceFileName(value.kind, digest) === what.name
      return fits ? problems : [...problems, changedEvidence(file.path, digest)]
    }
    case 'artifact':
      versionOf(model, what.version).artifacts.push({
        path: what.name,
        sha256: file.sha256 ?? '',
        bytes: file.bytes,
        byPointer: file.byPointer,
      })
      return []
    case 'card':
      versionOf(model, what.version)
      return []
  }
}

function modelOf(models: Map<string, MutableModel>, name: string, folder: string): MutableModel {
  const known = models.get(name)
  if (known !== undefined) return known
  const model: MutableModel = {
    name,
    folder,
    definition: undefined,
    pointers: undefined,
    last: undefined,
    records: new Map(),
    versions: new Map(),
  }
  models.set(name, model)
  return model
}

function versionOf(model: MutableModel, number: number): MutableVersion {
  const known = model.versions.get(number)
  if (known !== undefined) return known
  const version: MutableVersion = {
    number,
    folder: `${model.folder}/versions/${number}`,
    record: undefined,
    evidence: [],
    artifacts: [],
  }
  model.versions.set(number, version)
  return version
}

function notAFile({ path, kind }: RegistryFile): Problem {
  const what =
    kind === 'link'
      ? 'is a link'
      : kind === 'repository'
        ? 'is another git repository'
        : 'is no ordinary file'
  return problem(
    'path-escape',
    path,
    `this ${what}; the registry holds files alone`,
    'put the file itself there',
  )
}

/** A file that stands where nothing is read. */
export function misplaced(path: string, why: Misplacement): Problem {
  switch (why) {
    case 'bad-model-name':
      return badModelName(path)
    case 'bad-number':
      return problem(
        'bad-file',
        path,
        'versions and records are numbered 1, 2, 3 …, and this name is no such number',
        'give it back its name, by git, or move it elsewhere',
      )
    case 'unknown-file':
      return unknownFile(path)
  }
}

function badModelName(path: string): Problem {
  const folder =
    path
      .split('/')
      .slice(0, -1)
      .find((_, index, parts) => parts[index - 1] === 'models') ?? path
  return problem(
    'bad-file',
    path,
    `\`${folder}\` is no model name`,
    'name the folder with 1 to 64 lower-case letters, digits and hyphens, none of them first, and not like a Windows device',
  )
}

function unknownFile(path: string): Problem {
  return {
    ...problem('bad-file', path, 'this file has no place in the registry', 'move it elsewhere'),
    severity: 'warning',
  }
}

export function changedEvidence(path: string, digest: string): Problem {
  return problem(
    'digest-mismatch',
    path,
    `the evidence was changed after it was written: it hashes to ${digest.slice(0, 12)}`,
    'restore it from git, or remove it and measure again',
  )
}

function problem(code: ErrorCode, path: string, message: string, next: string): Problem {
  return { severity: 'error', code, place: { path }, message, next }
}

function byPlace(a: Problem, b: Problem): number {
  if (a.place.path !== b.place.path) return a.place.path < b.place.path ? -1 : 1
  return (a.place.line ?? 0) - (b.place.line ?? 0) || (a.place.column ?? 0) - (b.place.column ?? 0)
}
