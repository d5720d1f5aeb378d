import type { Problem } from '../domain/problem.ts'
import type { ModelChange } from '../domain/registry/judge-change.ts'
import { heldStages } from '../domain/registry/lifecycle.ts'
import { CHAMPION, type ModelState, policyFor } from '../domain/registry/model-state.ts'
import type { SourcedApprovalRule } from '../domain/registry/policy.ts'
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
  const question = { rules: rulesFor(base, record), base: baseCommit, record: path }
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

/** The rules that a move must meet, by the policy of the base. */
function rulesFor(state: ModelState, record: PromotionRecord): readonly SourcedApprovalRule[] {
  const { lifecycle } = state.config
  switch (record.kind) {
    case 'promotion':
      return policyFor(state, record.to).approvals
    case 'rollback':
      return policyFor(state, record.to).rollbackApprovals
    case 'archive':
      return heldStages(lifecycle).includes(record.from) ? policyFor(state, record.from).approvals : []
    case 'alias':
      return Object.hasOwn(record.aliases, CHAMPION)
        ? lifecycle.stages.flatMap(stage => policyFor(state, stage).approvals)
        : []
  }
}
