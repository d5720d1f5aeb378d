import { primaryMetric } from '../comparison/metric-catalogue.ts'
import { suggestion } from '../errors/index.ts'
import type { StoredEvidence } from '../evidence/evidence.ts'
import { type Expectation, selectEvidence } from '../evidence/select.ts'
import { judgeGates } from '../gates/index.ts'
import type { GateTree } from '../gates/result.ts'
import type { Reason } from '../problem.ts'
import { moveOf } from './fold.ts'
import { archiveStage, firstStage, heldStages, nextStages } from './lifecycle.ts'
import { championOf, isPurged, type ModelState, policyFor, standingOf } from './model-state.ts'
import {
  type ArtifactFinding,
  artifactReason,
  type MovePlan,
  type Request,
  refuse,
  requestFields,
} from './move-plan.ts'
import { movePointers, versionsIn } from './pointers.ts'
import type { PromotionRecord } from './record.ts'
import { aliasesToFollow, freeAliasesOf, tiesOf } from './ties.ts'

export interface PromotionFacts {
  /** The model on the base; policy and pointers are taken from nowhere else. */
  readonly state: ModelState
  /** The base's commit, named in the record as the policy's. */
  readonly base: string
  readonly version: number
  /** SHA-256 of the version's artifact, as registered. */
  readonly artifact: string
  readonly finding: ArtifactFinding
  /** The champion's digest as registered; undefined where the base names no champion. */
  readonly championArtifact: string | undefined
  /** Evidence of the version in git order, oldest first; what is not committed yet last. */
  readonly evidence: readonly StoredEvidence[]
  /** How many promotions on record were decided on the evaluation rows that the base pins; said, never judged. */
  readonly decidedBefore?: number | undefined
}

/**
 * Plans to move a version along the lifecycle: judges the policy of the base, swaps the pointers, moves the
 * aliases that are tied to a stage and archives what is replaced.
 */
export function planPromotion(facts: PromotionFacts, to: string, request: Request): MovePlan {
  const { state, version } = facts
  const from = standingOf(state, version)
  if (from === to)
    return { plan: 'unchanged', why: `version ${version} of ${state.name} is in ${to} already` }
  const obstacles = [...obstaclesTo(facts, from, to)]
  if (obstacles.length > 0) return refuse(...obstacles)
  if (to === firstStage(state.config.lifecycle)) return reopen(facts, from, to, request)

  const gates = judgePromotion(facts, to, request.requestedAt)
  if (gates.outcome !== 'passed') {
    return { plan: 'refused', reasons: [gatesReason(gates, to)], gates }
  }
  const policy = policyFor(state, to)
  const held = versionsIn(state.pointers, to)
  const displaces = held.length >= policy.maxVersions ? held[0] : undefined
  const free =
    displaces === undefined
      ? []
      : freeAliasesOf(state.pointers, tiesOf(state.definition, state.config.lifecycle), displaces)
  if (displaces !== undefined && free.length > 0) return refuse(aliasReason(free, displaces))
  if (held.length > policy.maxVersions) return refuse(crowdedReason(to, held.length, policy.maxVersions))
  return withAliases(state, {
    number: state.records.length + 1,
    record: {
      schema: 1,
      kind: 'promotion',
      version,
      from,
      to,
      ...(displaces === undefined ? {} : { displaces }),
      ...requestFields(request),
      evidence: judgedDigests(gates),
      gates: { outcome: gates.outcome, 'policy-commit': facts.base },
      'judged-at': request.judgedAt,
    },
    gates,
    approvals: policy.approvals,
    byHand: policy.byHand,
  })
}

/**
 * The gates of a stage for a version, on the evidence that fits it.
 *
 * @param now - UTC, as records hold it. For a promotion it is when that was asked for, so that a record judged again
 *   comes out as it did.
 */
export function judgePromotion(facts: PromotionFacts, stage: string, now: string): GateTree {
  const { state } = facts
  const policy = policyFor(state, stage)
  const evidence = selectEvidence(facts.evidence, expectationOf(facts))
  // A floor protects models that have a policy; it promotes none that has not.
  return judgeGates(policy.ownPolicy ? policy.gates : [], evidence, {
    primaryMetric: primaryMetric(state.definition),
    now,
    defaults: policy.defaults,
    decidedBefore: facts.decidedBefore,
  })
}

/** What evidence must be about to count for a promotion: this version, the data that the base pins, its champion. */
export function expectationOf({
  state,
  version,
  artifact,
  championArtifact,
}: Pick<PromotionFacts, 'state' | 'version' | 'artifact' | 'championArtifact'>): Expectation {
  const champion = championOf(state.pointers)
  return {
    model: state.name,
    version,
    artifact,
    data: state.definition.evaluate?.data,
    champion:
      champion === undefined || champion === version || championArtifact === undefined
        ? undefined
        : { version: champion, artifact: championArtifact },
  }
}

/** Adds what the record does to tied aliases, and the pointers that follow from it. */
export function withAliases(
  state: ModelState,
  move: {
    readonly number: number
    readonly record: Exclude<PromotionRecord, { kind: 'alias' }>
    readonly gates?: GateTree
    readonly approvals: Extract<MovePlan, { plan: 'move' }>['approvals']
    readonly byHand?: boolean
  },
): MovePlan {
  const { lifecycle } = state.config
  const moved = movePointers(state.pointers, moveOf(move.record, lifecycle), lifecycle)
  const aliases = aliasesToFollow(moved, tiesOf(state.definition, state.config.lifecycle))
  const record = Object.keys(aliases).length === 0 ? move.record : { ...move.record, aliases }
  return {
    plan: 'move',
    ...move,
    record,
    pointers: movePointers(state.pointers, moveOf(record, lifecycle), lifecycle),
  }
}

function* obstaclesTo(facts: PromotionFacts, from: string, to: string): Generator<Reason> {
  const { state, version } = facts
  const { lifecycle } = state.config
  const allowed = nextStages(lifecycle, from)
  if (!lifecycle.stages.includes(to)) {
    yield { message: `there is no stage \`${to}\``, next: suggestion(to, lifecycle.stages) }
    return
  }
  if (to === archiveStage(lifecycle)) {
    yield { message: `${to} is the archive`, next: `use: modelyard archive ${state.name} ${version}` }
  } else if (!allowed.includes(to)) {
    yield {
      message: `the lifecycle has no way from ${from} to ${to}`,
      next:
        allowed.length > 0
          ? `from ${from} a version may go to ${allowed.join(' or ')}`
          : `from ${from} a version leaves by \`archive\`, or when another takes its place`,
    }
  }
  if (isPurged(state.records, version)) {
    yield {
      message: `the bytes of version ${version} were purged`,
      next: 'register the artifact as a new version',
    }
    return
  }
  const artifact = artifactReason(version, facts.artifact, facts.finding)
  if (artifact !== undefined) yield artifact
  if (heldStages(lifecycle).includes(to) && !policyFor(state, to).ownPolicy) {
    yield {
      message: `${state.name} has no policy for ${to} at ${facts.base.slice(0, 7)}`,
      next: `write one into model.yaml under \`policy.${to}\`, and merge it first`,
    }
  }
}

/** Back from the archive into the first stage: nothing serves there, so nothing is judged. */
function reopen(facts: PromotionFacts, from: string, to: string, request: Request): MovePlan {
  return withAliases(facts.state, {
    number: facts.state.records.length + 1,
    record: {
      schema: 1,
      kind: 'promotion',
      version: facts.version,
      from,
      to,
      ...requestFields(request),
      evidence: [],
      'judged-at': request.judgedAt,
    },
    approvals: [],
  })
}

function judgedDigests(gates: GateTree): string[] {
  return [
    ...new Set(gates.gates.flatMap(({ evidence }) => (evidence === undefined ? [] : [evidence]))),
  ].sort()
}

function gatesReason(gates: GateTree, to: string): Reason {
  const open = gates.gates.filter(({ outcome }) => outcome === 'failed' || outcome === 'inconclusive')
  const judged = gates.gates.filter(({ outcome }) => outcome !== 'left-out')
  const counted = `${open.length} of ${judged.length} gates of ${to} did not pass`
  const next = [...open.map(gate => gate.next), ...gates.remarks.map(remark => remark.next)].find(
    text => text !== undefined,
  )
  return {
    message: open.length > 0 ? counted : (gates.remarks[0]?.message ?? counted),
    next: next ?? 'see what each gate wants',
  }
}

export function aliasReason(aliases: readonly string[], version: number): Reason {
  const [first = ''] = aliases
  return {
    message: `the alias ${aliases.map(alias => `\`${alias}\``).join(', ')} names version ${version}, which would be archived`,
    next: `move it first: modelyard alias MODEL ${first} VERSION, or take it away with --remove`,
  }
}

function crowdedReason(stage: string, held: number, limit: number): Reason {
  return {
    message: `${stage} holds ${held} versions, and the policy allows ${limit}`,
    next: `archive ${held - limit} of them first, or raise \`max-versions\``,
  }
}
