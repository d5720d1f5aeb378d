import type { ErrorCode } from '../errors/index.ts'
import type { StoredEvidence } from '../evidence/evidence.ts'
import { questionOf } from '../evidence/question.ts'
import type { Problem } from '../problem.ts'
import { renderJson } from './json-file.ts'
import type { ModelState } from './model-state.ts'
import type { ArtifactFinding, MovePlan, Request } from './move-plan.ts'
import { planAlias } from './plan-alias.ts'
import { planArchive } from './plan-archive.ts'
import { planPromotion } from './plan-promotion.ts'
import { planRollback } from './plan-rollback.ts'
import { Pointers } from './pointers.ts'
import { PromotionRecord } from './record.ts'
import { classifyPath, IMMUTABLE, type RegistryPath } from './registry-files.ts'
import type { VersionRecord } from './version.ts'

/** A path that differs between base and head. */
export interface ChangedPath {
  readonly path: string
  readonly status: 'added' | 'modified' | 'deleted'
}

/** What a pull request does to one model, as far as judging needs it. */
export interface ModelChange {
  readonly model: string
  readonly folder: string
  /** The changed paths below the model's folder. */
  readonly changes: readonly ChangedPath[]
  /** The model on the base; undefined where it is new. */
  readonly base: ModelState | undefined
  /** Whether the base has a registry at all: records that come with its first commit are imported. */
  readonly baseHasRegistry: boolean
  /** The records that the pull request adds, by number. */
  readonly records: ReadonlyMap<number, PromotionRecord>
  /** The versions that it adds, with the highest number that it leaves. */
  readonly versions: readonly VersionRecord[]
  readonly lastVersion: number
  /** `stages.json` as it leaves it; undefined where there is none. */
  readonly pointers: Pointers | undefined
}

/** What it takes to plan a recorded move again. */
export interface ReplanFacts {
  readonly base: string
  readonly version: VersionRecord | undefined
  readonly finding: ArtifactFinding
  readonly championArtifact: string | undefined
  readonly evidence: readonly StoredEvidence[]
}

/**
 * Judges what a pull request does to a model's files: what is merged stays, numbers grow, and pointers move only
 * with a record.
 */
export function* judgeModelChange(change: ModelChange): Generator<Problem> {
  yield* judgeImmutable(change)
  if (change.base === undefined) {
    yield* judgeNewModel(change)
    return
  }
  yield* judgeNewVersions(change, change.base)
  yield* judgeNewRecords(change, change.base)
}

function inModel({ folder, model }: ModelChange, path: string): RegistryPath {
  return classifyPath(`models/${model}${path.slice(folder.length)}`)
}

function* judgeImmutable(change: ModelChange): Generator<Problem> {
  const purged = new Set(
    [...change.records.values()].flatMap(record =>
      record.kind === 'archive' && record.purged ? [record.version] : [],
    ),
  )
  for (const { path, status } of change.changes) {
    if (status === 'added') continue
    const what = inModel(change, path)
    const name = IMMUTABLE[what.is]
    if (name === undefined) {
      if (status === 'deleted' && ['model-definition', 'pointers', 'last-version'].includes(what.is)) {
        yield error(
          'bad-file',
          path,
          'this file was removed',
          'restore it: models and versions are archived, not deleted',
        )
      }
      continue
    }
    const isPurge = what.is === 'artifact' && status === 'deleted' && purged.has(what.version)
    if (isPurge) continue
    const verb = status === 'deleted' ? 'deleted' : 'changed'
    yield error(
      'bad-file',
      path,
      `${name} was ${verb}`,
      what.is === 'artifact' && status === 'deleted'
        ? 'restore it: bytes are removed by `modelyard archive --purge`, which leaves a record'
        : 'restore it from the base; it never changes again',
    )
  }
}

function* judgeNewModel(change: ModelChange): Generator<Problem> {
  if (!change.baseHasRegistry) return
  for (const number of change.records.keys()) {
    yield error(
      'bad-file',
      `${change.folder}/promotions/${number}.json`,
      'a model without a policy on the base is not promoted',
      'merge the model and its policy first, then promote',
    )
  }
  if (change.pointers !== undefined && change.records.size === 0) {
    yield error(
      'bad-file',
      `${change.folder}/stages.json`,
      'pointers come with records alone',
      'remove the file',
    )
  }
}

/** Numbers go on from the highest ever given, without a gap. */
function* judgeNewVersions(change: ModelChange, base: ModelState): Generator<Problem> {
  const added = new Set<number>()
  for (const { path, status } of change.changes) {
    const what = inModel(change, path)
    if (
      'version' in what &&
      status === 'added' &&
      what.is !== 'evidence' &&
      what.is !== 'notes' &&
      what.is !== 'card'
    ) {
      if (what.is === 'version-record') added.add(what.version)
      else if (!change.versions.some(({ version }) => version === what.version)) {
        yield error(
          'bad-file',
          path,
          `this adds to version ${what.version}, which is merged`,
          'register it as a new version',
        )
      }
    }
  }
  const highest = base.lastVersion
  for (const version of [...added].sort((a, b) => a - b)) {
    const path = `${change.folder}/versions/${version}/version.json`
    if (version <= highest) {
      yield error(
        'bad-file',
        path,
        `the number ${version} was given before; the highest is ${highest}`,
        'register it again: it gets the next number',
      )
    } else if (version > highest + added.size) {
      yield error(
        'bad-file',
        path,
        `the number ${version} leaves a gap: the next is ${highest + 1}`,
        'register it again: it gets the next number',
      )
    }
  }
  const due = Math.max(highest, ...added)
  if (change.lastVersion !== due) {
    yield error(
      'bad-file',
      `${change.folder}/versions/last.json`,
      `it says ${change.lastVersion}, and the highest version is ${due}`,
      'register versions with modelyard register, which keeps the file',
    )
  }
}

/** Pointers move with one record at a time, numbered on from the base. */
function* judgeNewRecords(change: ModelChange, base: ModelState): Generator<Problem> {
  const numbers = [...change.records.keys()].sort((a, b) => a - b)
  const next = base.records.length + 1
  for (const number of numbers) {
    if (number === next) continue
    yield error(
      'bad-file',
      `${change.folder}/promotions/${number}.json`,
      numbers.includes(next)
        ? 'a pull request makes one move of a model'
        : `the next record is number ${next}`,
      numbers.includes(next)
        ? 'open one pull request for each move'
        : 'plan the move again on the base of now',
    )
  }
  const moved = change.changes.some(({ path }) => inModel(change, path).is === 'pointers')
  if (moved && numbers.length === 0) {
    yield error(
      'bad-file',
      `${change.folder}/stages.json`,
      'pointers were moved without a record',
      'restore the file, and move versions with modelyard promote, rollback, archive or alias',
    )
  }
}

/**
 * Judges the one move that a pull request records: planned again from the base it must come out the same, byte for
 * byte, and the pull request must hold nothing else.
 *
 * @param all - Every changed path of the pull request.
 */
export function* judgeMove(
  change: ModelChange & { readonly base: ModelState },
  number: number,
  record: PromotionRecord,
  facts: ReplanFacts,
  all: readonly ChangedPath[],
): Generator<Problem> {
  const path = `${change.folder}/promotions/${number}.json`
  const plan = replan(withNewVersions(change), record, facts)
  if (plan.plan !== 'move') {
    const reasons =
      plan.plan === 'refused' ? plan.reasons : [{ message: plan.why, next: 'close the pull request' }]
    for (const { message, next } of reasons)
      yield error('bad-file', path, `the move is refused: ${message}`, next)
    return
  }
  if (renderJson(PromotionRecord, plan.record) !== renderJson(PromotionRecord, record)) {
    yield error(
      'bad-file',
      path,
      `the record is not what the plan gives: ${differingKeys(plan.record, record)}`,
      'plan the move again on the base of now',
    )
  }
  if (
    renderJson(Pointers, plan.pointers) !==
    renderJson(Pointers, change.pointers ?? { schema: 1, stages: {}, aliases: {} })
  ) {
    yield error(
      'bad-file',
      `${change.folder}/stages.json`,
      'the pointers are not what the plan gives',
      'plan the move again on the base of now',
    )
  }
  yield* judgeCompany(change, record, facts, all)
}

/** What may stand beside a move: its record, the pointers, evidence and card of its version, that version if new. */
function* judgeCompany(
  change: ModelChange & { readonly base: ModelState },
  record: PromotionRecord,
  { evidence }: ReplanFacts,
  all: readonly ChangedPath[],
): Generator<Problem> {
  const version = record.kind === 'alias' ? undefined : record.version
  const isNew = change.versions.some(added => added.version === version)
  for (const { path, status } of all) {
    const what: RegistryPath = path.startsWith(`${change.folder}/`)
      ? inModel(change, path)
      : { is: 'other', why: 'unknown-file' }
    const own = 'version' in what && what.version === version
    const allowed =
      what.is === 'record' ||
      what.is === 'pointers' ||
      (own && (isNew || what.is === 'evidence' || what.is === 'card')) ||
      (what.is === 'last-version' && isNew) ||
      (own &&
        what.is === 'artifact' &&
        status === 'deleted' &&
        record.kind === 'archive' &&
        record.purged === true)
    if (!allowed)
      yield error(
        'bad-file',
        path,
        'a promotion changes nothing else',
        'move this change to a pull request of its own',
      )
  }
  const added = new Set(
    all.flatMap(({ path, status }) =>
      status === 'added' && inModel(change, path).is === 'evidence' ? [path.slice(-17, -5)] : [],
    ),
  )
  const seen = new Set<string>()
  for (const found of evidence.filter(({ digest }) => added.has(digest.slice(0, 12)))) {
    const about = questionOf(found.evidence)
    if (seen.has(about)) {
      yield error(
        'bad-file',
        `${change.folder}/versions/${version}/evidence/${found.evidence.kind}-${found.digest.slice(0, 12)}.json`,
        `a promotion adds one ${found.evidence.kind} of a kind, and this is a second`,
        'keep one of the two',
      )
    }
    seen.add(about)
  }
}

function withNewVersions({
  base,
  versions,
  lastVersion,
}: ModelChange & { readonly base: ModelState }): ModelState {
  const numbers = [...new Set([...base.versions, ...versions.map(({ version }) => version)])]
  return { ...base, versions: numbers.sort((a, b) => a - b), lastVersion }
}

/** Plans a recorded move again: the same question to the planner, with the record's own words for who and when. */
export function replan(state: ModelState, record: PromotionRecord, facts: ReplanFacts): MovePlan {
  const request: Request = {
    requestedBy: record['requested-by'],
    requestedAt: record['requested-at'],
    reason: record.reason,
    unapproved: record.unapproved,
    judgedAt: record['judged-at'],
  }
  if (record.kind === 'alias') {
    const [entry, ...others] = Object.entries(record.aliases)
    if (entry === undefined || others.length > 0) {
      return {
        plan: 'refused',
        reasons: [{ message: 'an alias record moves one alias', next: 'make one record for each' }],
      }
    }
    return planAlias(state, entry[0], entry[1], request)
  }
  const { version } = facts
  if (version === undefined) {
    return {
      plan: 'refused',
      reasons: [{ message: `there is no version ${record.version}`, next: 'register it first' }],
    }
  }
  const about = { state, version: record.version, artifact: version.artifact.sha256, finding: facts.finding }
  switch (record.kind) {
    case 'promotion': {
      const base = record.gates?.['policy-commit'] ?? facts.base
      return planPromotion(
        { ...about, base, championArtifact: facts.championArtifact, evidence: facts.evidence },
        record.to,
        request,
      )
    }
    case 'rollback':
      return planRollback(about, record.to, request)
    case 'archive':
      return planArchive(
        { ...about, artifactUri: version.artifact.uri },
        { purge: record.purged === true },
        request,
      )
  }
}

function differingKeys(planned: PromotionRecord, recorded: PromotionRecord): string {
  const [a, b] = [planned as Record<string, unknown>, recorded as Record<string, unknown>]
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    key => JSON.stringify(a[key]) !== JSON.stringify(b[key]),
  )
  return keys.map(key => `\`${key}\``).join(', ')
}

function error(code: ErrorCode, path: string, message: string, next: string): Problem {
  return { severity: 'error', code, place: { path }, message, next }
}
