import type { Reason } from '../problem.ts'
import { archiveStage } from './lifecycle.ts'
import { CHAMPION, type ModelState, policyFor, standingOf } from './model-state.ts'
import { type MovePlan, type Request, refuse, requestFields } from './move-plan.ts'
import { movePointers } from './pointers.ts'
import type { SourcedApprovalRule } from './policy.ts'
import { tiedVersion, tiesOf } from './ties.ts'

/**
 * Plans to let an alias name a version, or with null nothing. An alias that is tied to a stage moves only with it;
 * here it can only be set to what the stage says, for the case that the tie itself is new.
 */
export function planAlias(
  state: ModelState,
  alias: string,
  version: number | null,
  request: Request,
): MovePlan {
  const current = state.pointers.aliases[alias] ?? null
  if (current === version) {
    const names = version === null ? 'names nothing' : `names version ${version}`
    return { plan: 'unchanged', why: `the alias \`${alias}\` of ${state.name} ${names} already` }
  }
  const obstacles = [...obstaclesTo(state, alias, version)]
  if (obstacles.length > 0) return refuse(...obstacles)
  const { lifecycle } = state.config
  const aliases = { [alias]: version }
  return {
    plan: 'move',
    number: state.records.length + 1,
    record: { schema: 1, kind: 'alias', aliases, ...requestFields(request), 'judged-at': request.judgedAt },
    pointers: movePointers(state.pointers, { aliases }, lifecycle),
    approvals: alias === CHAMPION ? everyRule(state) : [],
  }
}

function* obstaclesTo(state: ModelState, alias: string, version: number | null): Generator<Reason> {
  const { lifecycle } = state.config
  if (lifecycle.stages.includes(alias)) {
    yield { message: `\`${alias}\` is a stage`, next: 'choose another name for the alias' }
  }
  const stage = tiesOf(state.definition, lifecycle)[alias]
  if (stage !== undefined && tiedVersion(state.pointers, stage) !== version) {
    yield {
      message: `the alias \`${alias}\` is tied to ${stage} and moves only with it`,
      next: `promote the version to ${stage}, or roll ${stage} back`,
    }
  }
  if (version === null) return
  if (!state.versions.includes(version)) {
    yield {
      message: `${state.name} has no version ${version}`,
      next: `see which there are: modelyard show ${state.name}`,
    }
  } else if (standingOf(state, version) === archiveStage(lifecycle)) {
    yield {
      message: `version ${version} is archived; an alias names a version in use`,
      next: `bring it back first: modelyard promote ${state.name} ${version} ${lifecycle.stages[0]}`,
    }
  }
}

/** Gates compare with the champion, so naming another one meets every approval rule that the model has. */
function everyRule(state: ModelState): SourcedApprovalRule[] {
  return state.config.lifecycle.stages.flatMap(stage => policyFor(state, stage).approvals)
}
