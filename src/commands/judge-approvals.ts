import { type JudgedApprovals, judgeByGitHubRules } from '../domain/registry/approvals-by-rules.ts'
import { CODEOWNERS_IN_ORDER, codeOwnersOf } from '../domain/registry/code-owners.ts'
import type { SourcedApprovalRule } from '../domain/registry/policy.ts'
import type { BranchRules, Repository, RulesInForce, UnreadableRules } from '../ports.ts'

type Rules = RulesInForce | UnreadableRules

export interface ApprovalQuestion {
  readonly rules: readonly SourcedApprovalRule[]
  /** The commit whose CODEOWNERS count. */
  readonly base: string
  /** The record of the move, which every pull request of it adds. */
  readonly record: string
}

/** Judges approvals by what GitHub demands, with what was read of it already. */
export async function judgeApprovalsBy(
  demanded: Rules,
  { rules, base, record }: ApprovalQuestion,
  repository: Repository,
): Promise<JudgedApprovals> {
  return judgeByGitHubRules(rules, demanded, await ownersOf(repository, base, record))
}

/** Judges approvals by what GitHub demands of a branch; where no rule asks for any, GitHub is not asked. */
export async function judgeApprovalsOn(
  branch: string | undefined,
  question: ApprovalQuestion,
  repository: Repository,
  branchRules: BranchRules,
): Promise<JudgedApprovals> {
  if (!question.rules.some(({ rule }) => rule.required > 0)) return { outcome: 'passed', rules: [] }
  return judgeApprovalsBy(await branchRules.effective(branch), question, repository)
}

async function ownersOf(repository: Repository, base: string, path: string): Promise<readonly string[]> {
  for (const file of CODEOWNERS_IN_ORDER) {
    const bytes = await repository.readFile(base, file)
    if (bytes !== undefined) return codeOwnersOf(new TextDecoder().decode(bytes), path)
  }
  return []
}
