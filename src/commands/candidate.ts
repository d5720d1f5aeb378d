import { primaryMetric } from '../domain/comparison/metric-catalogue.ts'
import { ModelyardError } from '../domain/errors/index.ts'
import { earlierComparison } from '../domain/evidence/earlier-comparison.ts'
import { exportLines } from '../domain/registry/artifact-kind.ts'
import { planFirstPromotion, withVersion } from '../domain/registry/plan-candidate.ts'
import { expectationOf } from '../domain/registry/plan-promotion.ts'
import { planRegistration } from '../domain/registry/plan-registration.ts'
import { MovedFacts, type MoveResult } from '../domain/results/move.ts'
import type { FirstPromotion, RegistrationResult } from '../domain/results/registration.ts'
import type { Ports } from '../ports.ts'
import { type ChangePlan, TRAILER } from './change-set.ts'
import { describeFile, type MovedFile } from './move-change.ts'
import { findArtifact, type MoveFacts } from './move-facts.ts'
import {
  type PromotionInput,
  type PromotionRead,
  plannedFrom,
  promotionChange,
  readPromotion,
  takenAlong,
} from './promotion.ts'
import { type RegistrationRead, registrationFiles, registrationResult } from './registration-result.ts'

export interface CandidateInput extends PromotionInput {
  readonly stage?: string | undefined
  /** Whether a retraining made it: then it is proposed whatever its gates say. */
  readonly retrained?: boolean | undefined
  /** Numbers of issues. */
  readonly alert?: readonly string[] | undefined
}

type Read = RegistrationRead & MoveFacts

/** A function of the model alone: there is one open candidate of each. */
export const candidateBranch = (model: string): string => `modelyard/${model}/candidate`

/**
 * Reads what the first promotion of a version is planned from, which may not be registered yet.
 *
 * @param artifact - Its bytes, as the user named them.
 * @returns Undefined where no stage is asked for.
 * @throws {ModelyardError} `bad-input` where evidence is given without a stage that it could be judged for.
 */
export async function readCandidate(
  input: CandidateInput,
  artifact: string,
  facts: Read,
  ports: Ports,
): Promise<PromotionRead | undefined> {
  if (input.stage === undefined) {
    if (input.evidence === undefined) return undefined
    throw new ModelyardError({
      code: 'bad-input',
      message: 'evidence is judged for a stage, and none is named',
      next: 'name one: --stage staging; or leave --evidence out',
    })
  }
  const { record } = planRegistration(facts)
  const isNew = facts.registered === undefined
  const copy = record.artifact.uri.startsWith('./') ? undefined : artifact
  // The bytes of a new version were hashed just now.
  const finding = isNew ? ({ is: 'same' } as const) : await findArtifact(facts, record, ports, copy)
  const read = await readPromotion(input, facts, { record, branch: facts.branch, finding }, ports)
  return isNew ? { ...read, card: { ...read.card, notes: facts.notes } } : read
}

/** One change that registers a version and promotes it, or promotes one that is registered already. Pure. */
export function candidateChange(
  input: CandidateInput & { readonly stage: string },
  facts: Read,
  candidate: PromotionRead,
): ChangePlan<RegistrationResult> {
  const { stage } = input
  const plan = planRegistration(facts)
  const { version } = plan.record
  const isNew = plan.plan === 'register'
  const title = isNew
    ? `register version ${version} and promote it to ${stage}`
    : `promote version ${version} to ${stage}`
  const judged = { ...candidate, state: withVersion(candidate.state, version) }
  const move = promotionChange(
    input,
    judged,
    planFirstPromotion(plannedFrom(judged), plan.record, stage, candidate.request),
    { action: 'promotion', title, branch: facts.branch },
    isNew ? registrationFiles(facts, plan.files) : [],
  )
  const told = {
    ...registrationResult(input.merge, facts, plan.record),
    ...retrainedFacts(input, move.result),
    ...earlierFacts(input, judged),
  }
  const result: RegistrationResult = {
    ...told,
    ...changeOf(move.result),
    export: isNew ? [...exportLines(facts.kind)] : [],
    promotion: promotionOf(stage, move.result),
    remarks: [
      ...told.remarks,
      ...move.result.remarks,
      // A promotion changes nothing else of a version that is merged.
      ...(plan.plan === 'annotate' ? [`the notes of version ${version} are left as they are`] : []),
    ],
  }
  if (move.change !== undefined) return { result, change: move.change }
  // What is registered already needs no pull request of its own that moves nothing.
  return isNew && told.candidate !== undefined
    ? unfitChange(input, judged, result, registrationFiles(facts, plan.files))
    : { result }
}

/** What becomes of what a retraining made, where its gates were judged. */
function retrainedFacts(
  { retrained = false, alert = [] }: CandidateInput,
  { status, gates }: MoveResult,
): Pick<RegistrationResult, 'candidate' | 'alerts'> {
  const fate = gates && (status === 'refused' ? FATES[gates.outcome] : 'ready')
  return {
    ...(retrained && fate !== undefined && { candidate: fate }),
    ...(alert.length > 0 && { alerts: alert.map(Number) }),
  }
}

/** What stands beside it was found out on rows that judge nothing. */
function earlierFacts(
  { retrained = false }: CandidateInput,
  facts: PromotionRead,
): Pick<RegistrationResult, 'earlier'> {
  if (!retrained) return {}
  const metric = primaryMetric(facts.state.definition)
  const earlier = earlierComparison(facts.evidence.all, metric, expectationOf(plannedFrom(facts)))
  return earlier === undefined ? {} : { earlier }
}

const FATES = { passed: undefined, inconclusive: 'draft', failed: 'closed' } as const

/** What did not pass is registered with what was found out about it, and moves nothing. */
function unfitChange(
  { model, merge, dryRun, stage = '' }: CandidateInput,
  facts: PromotionRead,
  told: RegistrationResult,
  registered: readonly MovedFile[],
): ChangePlan<RegistrationResult> {
  const judged = (told.promotion?.gates?.gates ?? []).flatMap(({ evidence }) => evidence ?? [])
  const files = [...registered, ...takenAlong(facts, judged)]
  const result = { ...told, status: 'planned', files: files.map(describeFile) } as const
  if (dryRun || merge) return { result: told }
  const title = `register version ${facts.record.version}, whose gates for ${stage} ${told.candidate === 'draft' ? 'cannot tell' : 'failed'}`
  return {
    result,
    change: {
      head: facts.head,
      base: facts.registry.commit,
      branch: facts.branch,
      merge,
      files: files.map(({ path, content }) => ({ path, content })),
      message: `${model}: ${title}\n\n${TRAILER}\n`,
      person: facts.committer,
      at: facts.now,
    },
  }
}

/** What became of the change, without what moves. */
function changeOf({ outcome, status, reasons, why, files, branch, next }: MoveResult) {
  return {
    ...(outcome === undefined ? {} : { outcome }),
    status,
    reasons,
    ...(why === undefined ? {} : { why }),
    files,
    branch,
    next,
  }
}

function promotionOf(stage: string, move: MoveResult): FirstPromotion {
  const moved = Object.keys(MovedFacts).flatMap(key => {
    const value = move[key as keyof typeof MovedFacts]
    return value === undefined ? [] : [[key, value]]
  })
  return { stage, title: move.title, ...Object.fromEntries(moved) } as FirstPromotion
}
