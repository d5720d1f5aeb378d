import type { ErrorCode, Place } from '../errors/index.ts'
import type { Problem } from '../problem.ts'
import type { Config } from './config.ts'
import type { ModelDefinition } from './definition.ts'
import { foldRecords, samePointers } from './fold.ts'
import { archiveStage, firstStage, heldStages } from './lifecycle.ts'
import { policyFor, servedIn } from './model-state.ts'
import { NO_POINTERS, type Pointers, versionsIn } from './pointers.ts'
import type { PromotionRecord } from './record.ts'
import { tiedVersion, tiesOf } from './ties.ts'
import { judgeMargins } from './validate-margins.ts'
import { judgeVersion, type ParsedVersion } from './validate-version.ts'
import type { LastVersion } from './version.ts'

/** A model's files, parsed; undefined where a file is missing or broken. */
export interface ParsedModel {
  readonly name: string
  readonly folder: string
  readonly definition:
    | {
        readonly path: string
        readonly value: ModelDefinition | undefined
        readonly locate: (keys: readonly PropertyKey[], atKey?: boolean) => Required<Place>
      }
    | undefined
  readonly pointers: { readonly path: string; readonly value: Pointers | undefined } | undefined
  readonly last: { readonly path: string; readonly value: LastVersion | undefined } | undefined
  readonly records: ReadonlyMap<number, PromotionRecord | undefined>
  readonly versions: readonly ParsedVersion[]
}

type Found = Problem

/** What is wrong with a model as a whole: its files against each other. */
export function* validateModel(
  model: ParsedModel,
  config: Config,
  hash: (bytes: Uint8Array) => string,
): Generator<Found> {
  if (model.definition === undefined) {
    yield error(
      'bad-file',
      `${model.folder}/model.yaml`,
      `the model ${model.name} has no model.yaml`,
      'write one: modelyard init',
    )
  }
  yield* judgeDefinition(model, config)
  yield* judgeMargins(model)
  yield* judgeNumbers(model)
  const records = contiguous(model)
  for (const version of model.versions) yield* judgeVersion(model.name, version, records, hash)
  yield* judgeRecords(model, records, config)
  yield* judgePointers(model, records, config)
}

/** Stages that policy and aliases name are those of the lifecycle. */
function* judgeDefinition({ definition }: ParsedModel, config: Config): Generator<Found> {
  if (definition?.value === undefined) return
  const held = heldStages(config.lifecycle)
  // A policy names the stage by its key, an alias by its value.
  const named = [
    ...Object.keys(definition.value.policy).map(stage => ({ keys: ['policy', stage], atKey: true, stage })),
    ...Object.entries(definition.value.aliases ?? {}).map(([alias, stage]) => ({
      keys: ['aliases', alias],
      atKey: false,
      stage,
    })),
  ]
  for (const { keys, atKey, stage } of named) {
    if (held.includes(stage)) continue
    yield {
      severity: 'error',
      code: 'bad-file',
      place: definition.locate(keys, atKey),
      message: `\`${stage}\` is no stage that versions are promoted to`,
      next: `choose one of ${held.join(', ')}`,
    }
  }
  for (const alias of Object.keys(definition.value.aliases ?? {})) {
    if (!config.lifecycle.stages.includes(alias)) continue
    yield {
      severity: 'error',
      code: 'bad-file',
      place: definition.locate(['aliases', alias], true),
      message: `the alias \`${alias}\` has the name of a stage`,
      next: 'choose another name',
    }
  }
}

/** Numbers are 1, 2, 3 … and the highest ever given is kept. */
function* judgeNumbers({ folder, versions, last }: ParsedModel): Generator<Found> {
  const highest = versions.at(-1)?.number ?? 0
  const path = `${folder}/versions/last.json`
  if (last === undefined && highest > 0) {
    yield error(
      'bad-file',
      path,
      'the file that keeps the highest version number is missing',
      'restore it from git',
    )
  }
  const kept = last?.value?.last
  if (kept !== undefined && kept < highest) {
    yield error(
      'bad-file',
      path,
      `it says that version ${kept} is the highest, and there is version ${highest}`,
      'restore it from git',
    )
  }
  const present = new Set(versions.map(({ number }) => number))
  for (let number = 1; number <= Math.max(kept ?? 0, highest); number += 1) {
    if (present.has(number)) continue
    yield error(
      'bad-file',
      `${folder}/versions/${number}`,
      `version ${number} is missing: versions are never deleted`,
      'restore its folder from git; `archive --purge` removes bytes alone',
    )
    // One sentence says it; a forged number must not print a million.
    return
  }
}

/** The records from 1 on without a gap, as far as they can be read. */
function contiguous({ records }: ParsedModel): PromotionRecord[] {
  const found: PromotionRecord[] = []
  for (let number = 1; ; number += 1) {
    const record = records.get(number)
    if (record === undefined) return found
    found.push(record)
  }
}

/** Records are numbered without a gap, follow from each other, and name what is there. */
function* judgeRecords(
  model: ParsedModel,
  records: readonly PromotionRecord[],
  config: Config,
): Generator<Found> {
  const path = (number: number) => `${model.folder}/promotions/${number}.json`
  const highest = Math.max(0, ...model.records.keys())
  if (highest > records.length && !model.records.has(records.length + 1)) {
    yield error(
      'bad-file',
      path(records.length + 1),
      `the record ${records.length + 1} is missing: records are never deleted`,
      'restore it from git',
    )
  }
  for (const { record, message } of foldRecords(records, config.lifecycle).faults) {
    yield error('bad-file', path(record), message, 'restore the records from git; they are never edited')
  }
  const known = new Map(model.versions.map(version => [version.number, version]))
  for (const [index, record] of records.entries()) {
    for (const version of versionsNamed(record)) {
      if (!known.has(version))
        yield error(
          'bad-file',
          path(index + 1),
          `it names version ${version}, which there is not`,
          'restore the version from git',
        )
    }
    if (record.kind === 'promotion') {
      const present = new Set(known.get(record.version)?.evidence.map(({ digest }) => digest))
      for (const digest of record.evidence) {
        if (present.has(digest)) continue
        yield error(
          'bad-file',
          path(index + 1),
          `it was judged on the evidence ${digest.slice(0, 12)}, which is missing`,
          'restore it from git',
        )
      }
    }
    if (record.kind === 'rollback' && !servedIn(records.slice(0, index), record.version, record.to)) {
      yield error(
        'bad-file',
        path(index + 1),
        `it rolls ${record.to} back to version ${record.version}, which never was there by a promotion whose gates passed`,
        'restore the records from git',
      )
    }
  }
}

function versionsNamed(record: PromotionRecord): number[] {
  const aliases = Object.values(record.aliases ?? {}).filter(version => version !== null)
  if (record.kind === 'alias') return aliases
  const displaced = record.kind === 'archive' ? undefined : record.displaces
  return [record.version, ...(displaced === undefined ? [] : [displaced]), ...aliases]
}

/** The pointers are the fold of the records, and keep the invariants by themselves. */
function* judgePointers(
  model: ParsedModel,
  records: readonly PromotionRecord[],
  config: Config,
): Generator<Found> {
  const path = `${model.folder}/stages.json`
  if (model.pointers !== undefined && model.pointers.value === undefined) return
  const pointers = model.pointers?.value ?? NO_POINTERS
  if (model.pointers !== undefined && model.records.size === 0) {
    yield error('bad-file', path, 'there are pointers, and no record that made them', 'restore both from git')
    return
  }
  const complete = records.length === model.records.size
  if (complete && !samePointers(foldRecords(records, config.lifecycle).pointers, pointers)) {
    yield error(
      'bad-file',
      path,
      'the pointers are not what the records add up to: they were edited by hand',
      'restore the file from git, and move versions with modelyard promote, rollback, archive or alias',
    )
  }
  yield* judgeStages(model, pointers, config)
  yield* judgeAliases(model, pointers, config)
}

function* judgeStages(model: ParsedModel, pointers: Pointers, config: Config): Generator<Found> {
  const path = `${model.folder}/stages.json`
  const restore = 'restore the file from git'
  const named = [...heldStages(config.lifecycle), archiveStage(config.lifecycle)]
  const present = Object.keys(pointers.stages).filter(stage => named.includes(stage))
  if (present.some((stage, index) => stage !== named.filter(other => present.includes(other))[index])) {
    yield error('bad-file', path, 'the stages do not stand in the order of the lifecycle', restore)
  }
  const seen = new Set<number>()
  for (const [stage, versions] of Object.entries(pointers.stages)) {
    if (!named.includes(stage)) {
      const why =
        stage === firstStage(config.lifecycle)
          ? 'no pointer names versions in the first stage'
          : 'the lifecycle does not have it'
      yield error('bad-file', path, `the stage \`${stage}\` cannot stand here: ${why}`, restore)
    }
    for (const version of versions) {
      if (seen.has(version))
        yield error('bad-file', path, `version ${version} stands in more than one place`, restore)
      seen.add(version)
      if (!model.versions.some(({ number }) => number === version)) {
        yield error('bad-file', path, `${stage} names version ${version}, which there is not`, restore)
      }
    }
    const definition = model.definition?.value
    if (definition === undefined || !heldStages(config.lifecycle).includes(stage)) continue
    const { maxVersions } = policyFor({ config, definition }, stage)
    if (versions.length > maxVersions) {
      yield error(
        'bad-file',
        path,
        `${stage} holds ${versions.length} versions, and the policy allows ${maxVersions}`,
        'archive some of them, or raise `max-versions`',
      )
    }
  }
}

function* judgeAliases(model: ParsedModel, pointers: Pointers, config: Config): Generator<Found> {
  const path = `${model.folder}/stages.json`
  const archived = versionsIn(pointers, archiveStage(config.lifecycle))
  for (const [alias, version] of Object.entries(pointers.aliases)) {
    const restore = `move it: modelyard alias ${model.name} ${alias} VERSION`
    if (config.lifecycle.stages.includes(alias))
      yield error('bad-file', path, `the alias \`${alias}\` has the name of a stage`, 'choose another name')
    if (!model.versions.some(({ number }) => number === version)) {
      yield error(
        'bad-file',
        path,
        `the alias \`${alias}\` names version ${version}, which there is not`,
        restore,
      )
    }
    if (archived.includes(version))
      yield error(
        'bad-file',
        path,
        `the alias \`${alias}\` names version ${version}, which is archived`,
        restore,
      )
  }
  if (model.definition?.value === undefined) return
  for (const [alias, stage] of Object.entries(tiesOf(model.definition.value, config.lifecycle))) {
    const due = tiedVersion(pointers, stage)
    const named = pointers.aliases[alias] ?? null
    if (named === due) continue
    yield error(
      'bad-file',
      path,
      `the alias \`${alias}\` is tied to ${stage}, which holds ${due ?? 'nothing'}, and names ${named ?? 'nothing'}`,
      due === null
        ? `take it away: modelyard alias ${model.name} ${alias} --remove`
        : `let it follow: modelyard alias ${model.name} ${alias} ${due}`,
    )
  }
}

function error(code: ErrorCode, path: string, message: string, next: string): Problem {
  return { severity: 'error', code, place: { path }, message, next }
}
