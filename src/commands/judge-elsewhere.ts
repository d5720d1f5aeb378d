import { overall } from '../domain/gates/outcome.ts'
import { checkConclusion } from '../domain/pipeline/gate-check.ts'
import { isError } from '../domain/problem.ts'
import { GATE_CHECK, type JudgementResult } from '../domain/results/judgement.ts'
import type { Ports, PullState } from '../ports.ts'
import { unlessUnread } from './judge-unread.ts'
import { judgeCommit } from './validate-base.ts'

/**
 * Judges a pull request, or a merge group, that goes to another branch than the default one. Its check run stays with its
 * commit when it is asked for the default branch instead, so that it is a success only where that would need nobody.
 *
 * @param branch - The default branch.
 * @param base - Where that stands.
 */
export async function judgeElsewhere(
  pull: Pick<PullState, 'number' | 'head' | 'into'>,
  branch: string,
  base: string,
  ports: Ports,
): Promise<JudgementResult> {
  const { number, head } = pull
  const looked = { number, head, branch, base, commit: head }
  return unlessUnread(looked, ports.repository, () => judgeReadable(pull, branch, base, ports))
}

async function judgeReadable(
  { number, head, into }: Pick<PullState, 'number' | 'head' | 'into'>,
  branch: string,
  base: string,
  ports: Ports,
): Promise<JudgementResult> {
  const { found, moves, governed } = await judgeCommit(base, head, { ...ports, branchRules: undefined })
  const { problems } = found
  const isAsked = moves.length + governed.length > 0
  const outcome = overall([problems.some(isError) ? 'failed' : 'passed', isAsked ? 'inconclusive' : 'passed'])
  return {
    kind: 'judgement',
    outcome,
    check: GATE_CHECK,
    conclusion: checkConclusion({ outcome, problems: [...problems], moves: [] }),
    'pull-request': number,
    head,
    base,
    problems: [...problems],
    moves: [],
    governed: [],
    buttons: [],
    remarks: [
      ...(isAsked
        ? [`what moves versions or judges is judged for ${branch}, and this asks for ${into}`]
        : []),
      ...found.remarks,
    ],
    next: isAsked ? [`ask for ${branch} instead`] : [],
  }
}
