import { carriedEvidence } from '../domain/evidence/carried.ts'
import type { StoredEvidence } from '../domain/evidence/evidence.ts'
import { championOf } from '../domain/registry/model-state.ts'
import type { ArtifactFinding, MovePlan } from '../domain/registry/move-plan.ts'
import { expectationOf, type PromotionFacts } from '../domain/registry/plan-promotion.ts'
import type { VersionRecord } from '../domain/registry/version.ts'
import type { MoveResult } from '../domain/results/move.ts'
import type { Ports } from '../ports.ts'
import { type CardSource, cardFiles, readCardSource } from './card-file.ts'
import type { ChangePlan } from './change-set.ts'
import { countDecisions } from './decisions-on-data.ts'
import { evidenceFiles, type MovedFile, type MoveTexts, moveChange } from './move-change.ts'
import {
  type GatheredEvidence,
  gatherEvidence,
  type MoveFacts,
  type MoveInput,
  type RepeatedRequest,
  requestOf,
} from './move-facts.ts'
import { readVersion } from './registry-reader.ts'

/** What a promotion is planned from, beside the model and who asks. */
export interface PromotionRead extends MoveFacts {
  /** The version's, committed or about to be. */
  readonly record: VersionRecord
  readonly branch: string
  readonly finding: ArtifactFinding
  readonly championArtifact: string | undefined
  readonly evidence: GatheredEvidence
  readonly decidedBefore: number
  readonly request: RepeatedRequest
  readonly card: CardSource
}

export interface PromotionInput extends MoveInput {
  /** A folder with evidence that measuring jobs left. */
  readonly evidence?: string | undefined
}

/** Reads what a promotion is planned from: the evidence of the version, its champion, and what its card is made of. */
export async function readPromotion(
  input: PromotionInput,
  facts: MoveFacts,
  about: Pick<PromotionRead, 'record' | 'branch' | 'finding'>,
  ports: Ports,
): Promise<PromotionRead> {
  const { registry, state } = facts
  const { record, branch } = about
  const champion = championOf(state.pointers)
  const evidence = await gatherEvidence(facts, record, ports, input.evidence)
  return {
    ...facts,
    ...about,
    remarks: [...facts.remarks, ...evidence.remarks],
    championArtifact:
      champion === undefined
        ? undefined
        : (await readVersion(registry, state.name, champion)).artifact.sha256,
    evidence,
    decidedBefore: await countDecisions(registry, state, ports.artifacts),
    request: await requestOf(input, facts, branch, ports),
    card: await readCardSource(registry, state.name, record.version, ports),
  }
}

/** The facts as the planner of promotions takes them. */
export function plannedFrom(facts: PromotionRead): PromotionFacts {
  const { record, evidence, registry } = facts
  return {
    ...facts,
    base: registry.commit,
    version: record.version,
    artifact: record.artifact.sha256,
    evidence: evidence.all,
  }
}

/**
 * Turns a planned promotion into the commit that makes it, with the evidence that it carries and the card. Pure.
 *
 * @param also - What else stands in the same commit.
 */
export function promotionChange(
  input: MoveInput,
  facts: PromotionRead,
  plan: MovePlan,
  texts: MoveTexts,
  also: readonly MovedFile[] = [],
): ChangePlan<MoveResult> {
  const judged = plan.plan === 'move' && plan.record.kind === 'promotion' ? plan.record.evidence : []
  return moveChange(input, facts, plan, texts, [...also, ...takenAlong(facts, judged)])
}

/**
 * The files that stand beside a promotion: evidence that is not committed yet, and the card.
 *
 * @param judged - Digests of the evidence that gates read.
 */
export function takenAlong(facts: PromotionRead, judged: readonly string[]): MovedFile[] {
  const { record, evidence } = facts
  const isPending = ({ digest }: StoredEvidence) => evidence.pending.has(digest)
  const committed = evidence.all.filter(stored => !isPending(stored))
  const carried = carriedEvidence(evidence.all.filter(isPending), judged, expectationOf(plannedFrom(facts)))
  return [
    ...evidenceFiles(facts, record.version, evidence, carried),
    ...cardFiles(facts, [...committed, ...carried]),
  ]
}
