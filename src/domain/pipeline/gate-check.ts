import { isError } from '../problem.ts'
import type { CheckConclusion, JudgementResult } from '../results/judgement.ts'

/**
 * What the check says of a judgement: `failure` where something is wrong, `action_required` where people or
 * measurements are still missing.
 */
export function checkConclusion({
  outcome,
  problems,
  moves,
}: Pick<JudgementResult, 'outcome' | 'problems' | 'moves'>): CheckConclusion {
  if (outcome === 'passed') return 'success'
  const isWrong = problems.some(isError) || moves.some(({ gates }) => gates?.outcome === 'failed')
  return isWrong ? 'failure' : 'action_required'
}
