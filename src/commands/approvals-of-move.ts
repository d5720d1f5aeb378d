import type { Problem } from '../domain/problem.ts'
import type { ModelChange } from '../domain/registry/judge-change.ts'
import { approvalDemand } from '../domain/registry/merged-move.ts'
import type { ModelState } from '../domain/registry/model-state.ts'
import type { PromotionRecord } from '../domain/registry/record.ts'
import type { Ports } from '../ports.ts'
import { judgeApprovalsOn } from './judge-approvals.ts'

/** What stands against a move of a pull request by its approvals, as the run that proposed it judged them. */
export async function approvalsOfMove(
  { folder, base }: ModelChange & { readonly base: ModelState },
  number: number,
  record: PromotionRecord,
  baseCommit: string,
  { repository, branchRules }: Pick<Ports, 'repository' | 'branchRules'>,
): Promise<Problem[]> {
  if (branchRules === undefined) return []
  const path = `${folder}/promotions/${number}.json`
  const question = { rules: approvalDemand(base, record).rules, base: baseCommit, record: path }
  const { rules } = await judgeApprovalsOn(undefined, question, repository, branchRules)
  return rules.flatMap(({ outcome, reason, next }) =>
    outcome === 'passed'
      ? []
      : [
          {
            severity: 'error',
            code: 'bad-file',
            place: { path },
            message: `the approvals that the policy asks for are not demanded: ${reason}`,
            next: next ?? '',
          } as const,
        ],
  )
}
