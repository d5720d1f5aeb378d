import type { Reason } from '../problem.ts'
import { archiveStage, heldStages } from './lifecycle.ts'
import { isPurged, type ModelState, policyFor, standingOf } from './model-state.ts'
import { type MovePlan, type Request, refuse, requestFields } from './move-plan.ts'
import { withAliases } from './plan-promotion.ts'
import { freeAliasesOf, tiesOf } from './ties.ts'

export interface ArchiveFacts {
  readonly state: ModelState
  readonly version: number
  /** Where the artifact lives, from the version's record. */
  readonly artifactUri: string
}

/**
 * Plans to take a version out of use. With `purge` the bytes of its artifact go as well; the version and its record
 * stay for ever. Leaving a stage needs that stage's approvals.
 */
export function planArchive(
  facts: ArchiveFacts,
  { purge }: { readonly purge: boolean },
  request: Request,
): MovePlan {
  const { state, version } = facts
  const archive = archiveStage(state.config.lifecycle)
  const from = standingOf(state, version)
  const purged = isPurged(state.records, version)
  if (from === archive && (!purge || purged)) {
    return {
      plan: 'unchanged',
      why: `version ${version} of ${state.name} is in ${archive} already${purge ? ', and its bytes are purged' : ''}`,
    }
  }
  const obstacles = [...obstaclesTo(facts, purge)]
  if (obstacles.length > 0) return refuse(...obstacles)
  return withAliases(state, {
    number: state.records.length + 1,
    record: {
      schema: 1,
      kind: 'archive',
      version,
      from,
      to: archive,
      ...(purge ? { purged: true as const } : {}),
      ...requestFields(request),
      'judged-at': request.judgedAt,
    },
    ...(heldStages(state.config.lifecycle).includes(from)
      ? { approvals: policyFor(state, from).approvals, byHand: policyFor(state, from).byHand }
      : { approvals: [] }),
  })
}

function* obstaclesTo({ state, version, artifactUri }: ArchiveFacts, purge: boolean): Generator<Reason> {
  const [free] = freeAliasesOf(state.pointers, tiesOf(state.definition, state.config.lifecycle), version)
  if (free !== undefined) {
    yield {
      message: `the alias \`${free}\` names version ${version}`,
      next: `move it first: modelyard alias ${state.name} ${free} VERSION, or take it away with --remove`,
    }
  }
  const standing = standingOf(state, version)
  if (purge && heldStages(state.config.lifecycle).includes(standing)) {
    yield {
      message: `version ${version} is in ${standing}; what a stage names cannot be purged`,
      next: 'archive it first, and purge it when nothing needs it any more',
    }
  }
  if (purge && !artifactUri.startsWith('./')) {
    yield {
      message: `the bytes of version ${version} do not lie in the repository`,
      next: `remove them at ${artifactUri}, and archive the version without --purge`,
    }
  }
}
