import type { StoredEvidence } from '../domain/evidence/evidence.ts'
import { bindsRows } from '../domain/evidence/judging-rows.ts'
import { nextStages } from '../domain/registry/lifecycle.ts'
import { championOf, type ModelState, standingOf } from '../domain/registry/model-state.ts'
import type { EvaluationResult } from '../domain/results/measurement.ts'
import type { Ports } from '../ports.ts'
import { judgeMeasured, promotionStep } from './judge-measured.ts'
import type { EvaluationData } from './labelled-scores.ts'
import type { MeasuredVersion } from './measured-version.ts'

type JudgedAlone = Pick<EvaluationResult, 'judged-for' | 'gates' | 'decided-before'>

/** Whether there is nobody to compare a version with: no champion yet, or it is the champion. */
export function isAlone(state: ModelState, number: number): boolean {
  const champion = championOf(state.pointers)
  return champion === undefined || champion === number
}

/**
 * The gates of a version that has no champion to be compared with: floors alone judge it. Where there is one that is for
 * `compare`; rows other than the pinned ones are looked at for information, and decide nothing.
 */
export async function judgeAlone(
  { registry, state, record }: MeasuredVersion,
  data: EvaluationData,
  fresh: readonly StoredEvidence[],
  ports: Ports,
): Promise<JudgedAlone> {
  const isInformation = !data.pinned && bindsRows(state.definition.evaluate?.data)
  if (isInformation || !isAlone(state, record.version)) return {}
  const { stage, gates, decidedBefore } = await judgeMeasured(
    registry,
    state,
    record,
    undefined,
    fresh,
    ports,
  )
  return {
    ...(stage === undefined || gates === undefined ? {} : { 'judged-for': stage, gates }),
    ...(data.pinned ? { 'decided-before': decidedBefore } : {}),
  }
}

/** What comes after an evaluation; nothing where the gates did not all pass, since they say it themselves. */
export function nextSteps(
  state: ModelState,
  number: number,
  { gates, 'judged-for': stage }: JudgedAlone,
  { kept, repinned }: { readonly kept: boolean; readonly repinned: boolean },
): string[] {
  const { name } = state
  if (!isAlone(state, number)) return kept ? [`compare it: modelyard compare ${name} champion ${number}`] : []
  if (repinned)
    return [`commit model.yaml and have it reviewed, then judge by it: modelyard gates ${name} ${number}`]
  if (gates !== undefined) {
    if (kept || gates.outcome !== 'passed') return promotionStep(state, number, { stage, gates })
    return [`keep the evidence, so that a promotion finds it: modelyard evaluate ${name} ${number}`]
  }
  const [next] = nextStages(state.config.lifecycle, standingOf(state, number))
  if (!kept) return []
  return next === undefined
    ? [`see it: modelyard show ${name} ${number}`]
    : [`promote it: modelyard promote ${name} ${number} ${next}`]
}
