import { exitStatusOf } from '../domain/errors/index.ts'
import { isError } from '../domain/problem.ts'
import type { CheckConclusion, JudgementResult } from '../domain/results/judgement.ts'

const WORST: readonly CheckConclusion[] = ['failure', 'action_required', 'success']

/**
 * What the one check run of a commit says where several open pull requests ask for it: the worst of their judgements,
 * of equal ones that of the oldest. GitHub keeps check runs by commit, so that the best would let all of them be merged.
 */
export function judgementOfHead(
  first: JudgementResult,
  ...others: readonly JudgementResult[]
): JudgementResult {
  const all = [first, ...others].sort((a, b) => a['pull-request'] - b['pull-request'])
  const worst = WORST.flatMap(rank => all.filter(({ conclusion }) => conclusion === rank))[0] ?? first
  if (others.length === 0) return worst
  const numbers = all.map(one => one['pull-request']).join(', ')
  const remark = `pull requests ${numbers} ask for this very commit, whose one check says what ${worst['pull-request']} lacks`
  return worst.conclusion === 'success' ? worst : { ...worst, remarks: [remark, ...worst.remarks] }
}

/** Whether it says that something could not be read that can be read later: nobody has to do anything about that. */
export function isForNow({ problems }: JudgementResult): boolean {
  return problems.some(problem => isError(problem) && exitStatusOf(problem.code) === RETRY)
}

const RETRY = 3
