import type { Reason } from '../problem.ts'
import { heldStages } from './lifecycle.ts'
import { isPurged, type ModelState, policyFor, servedIn, standingOf } from './model-state.ts'
import {
  type ArtifactFinding,
  artifactReason,
  type MovePlan,
  type Request,
  refuse,
  requestFields,
} from './move-plan.ts'
import { aliasReason, withAliases } from './plan-promotion.ts'
import { versionsIn } from './pointers.ts'
import type { PromotionRecord } from './record.ts'
import { freeAliasesOf, tiesOf } from './ties.ts'

export interface RollbackFacts {
  readonly state: ModelState
  readonly version: number
  readonly artifact: string
  readonly finding: ArtifactFinding
}

/**
 * Plans to put a version back that stood in `stage` before by a promotion whose gates passed. Its bytes are hashed
 * again; no other gate is asked. What it replaces is archived.
 */
export function planRollback(facts: RollbackFacts, stage: string, request: Request): MovePlan {
  const { state, version } = facts
  const from = standingOf(state, version)
  if (from === stage)
    return { plan: 'unchanged', why: `version ${version} of ${state.name} is in ${stage} already` }
  const obstacles = [...obstaclesTo(facts, stage)]
  if (obstacles.length > 0) return refuse(...obstacles)
  const policy = policyFor(state, stage)
  const held = versionsIn(state.pointers, stage)
  // What came last is what is rolled back.
  const displaces = held.length >= policy.maxVersions ? held.at(-1) : undefined
  const free =
    displaces === undefined
      ? []
      : freeAliasesOf(state.pointers, tiesOf(state.definition, state.config.lifecycle), displaces)
  if (displaces !== undefined && free.length > 0) return refuse(aliasReason(free, displaces))
  return withAliases(state, {
    number: state.records.length + 1,
    record: {
      schema: 1,
      kind: 'rollback',
      version,
      from,
      to: stage,
      ...(displaces === undefined ? {} : { displaces }),
      ...requestFields(request),
      'judged-at': request.judgedAt,
    },
    approvals: policy.rollbackApprovals,
    byHand: policy.byHand && policy.rollbackApprovals.length === 0,
  })
}

function* obstaclesTo(
  { state, version, artifact, finding }: RollbackFacts,
  stage: string,
): Generator<Reason> {
  const held = heldStages(state.config.lifecycle)
  if (!held.includes(stage)) {
    yield { message: `there is no rollback to ${stage}`, next: `roll back one of ${held.join(', ')}` }
    return
  }
  if (!servedIn(state.records, version, stage)) {
    const served = servedVersions(state.records, stage)
    yield {
      message: `version ${version} was never in ${stage} by a promotion whose gates passed`,
      next:
        served.length > 0
          ? `choose one that was: ${served.join(', ')}`
          : 'promote a version instead; a rollback only repeats what was judged before',
    }
  }
  if (isPurged(state.records, version)) {
    yield { message: `the bytes of version ${version} were purged`, next: 'choose another version' }
    return
  }
  const reason = artifactReason(version, artifact, finding)
  if (reason !== undefined) yield reason
}

/**
 * The version that a rollback without a number goes to: the one that stood in the stage, judged, before the
 * present one. Refused right after a rollback, so that repeating the command does not go back ever further.
 */
export function previousVersion(state: ModelState, stage: string): { readonly version: number } | Reason {
  const last = state.records.findLast(record => record.kind !== 'alias' && record.to === stage)
  if (last?.kind === 'rollback') {
    return {
      message: `the last move to ${stage} was already a rollback, to version ${last.version}`,
      next: `name the version to go further back to: modelyard rollback ${state.name} ${stage} VERSION`,
    }
  }
  const current = versionsIn(state.pointers, stage)
  const before = arrivals(state.records, stage)
    .reverse()
    .find(
      version =>
        !current.includes(version) &&
        servedIn(state.records, version, stage) &&
        !isPurged(state.records, version),
    )
  if (before === undefined) {
    return {
      message: `no earlier version of ${state.name} was in ${stage}`,
      next: `see what was: modelyard history ${state.name}`,
    }
  }
  return { version: before }
}

function servedVersions(records: readonly PromotionRecord[], stage: string): number[] {
  return [...new Set(arrivals(records, stage))].filter(
    version => servedIn(records, version, stage) && !isPurged(records, version),
  )
}

/** The versions that came into a stage by promotion or rollback, in order. */
function arrivals(records: readonly PromotionRecord[], stage: string): number[] {
  return records.flatMap(record =>
    (record.kind === 'promotion' || record.kind === 'rollback') && record.to === stage
      ? [record.version]
      : [],
  )
}
