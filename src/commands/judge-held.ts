import { type ApprovalFacts, type ApprovalResult, judgeApprovals } from '../domain/registry/approvals.ts'
import { modelFolder } from '../domain/registry/config.ts'
import { approvalDemand } from '../domain/registry/merged-move.ts'
import type { ModelState } from '../domain/registry/model-state.ts'
import type { SourcedApprovalRule } from '../domain/registry/policy.ts'
import type { Held } from '../domain/registry/seal.ts'
import type { GivenReview, MergedPull, Ports } from '../ports.ts'
import { approvalFacts } from './approval-facts.ts'
import { askerOf } from './asker.ts'
import { judgeApprovalsOn } from './judge-approvals.ts'
import { seeAuthors } from './move-authors.ts'
import type { RegistryAt } from './registry-reader.ts'
import type { UnsealedRecord } from './unsealed-records.ts'

/** The registry and the model that a move was built on. */
export interface Before {
  readonly registry: RegistryAt
  readonly state: ModelState
}

export interface MergedMove {
  readonly unsealed: UnsealedRecord
  /** What the merge was built on. */
  readonly base: string
  readonly before: Before | undefined
  readonly pull: MergedPull | undefined
  readonly reviews: readonly GivenReview[]
  /** The branch that it was merged to. */
  readonly branch: string
}

/**
 * Whether the approvals that the base's policy asks for were given on the merged head. Where only the members of a team
 * could not be read, and GitHub's rules let nothing be merged without a review by that team, they held it.
 */
export async function judgeHeld(move: MergedMove, ports: Ports): Promise<Held> {
  const { unsealed, base, before, pull } = move
  const answer = (outcome: Held['outcome'], reasons: string[]): Held => ({
    outcome,
    'policy-commit': base,
    reasons,
  })
  // A model that the base does not have is asked what it asks of itself.
  const { rules, byHand } = approvalDemand(before?.state ?? unsealed.state, unsealed.record)
  const said = byHand
    ? ['the policy leaves approvals to people: `approvals: by-hand`, nothing judged them']
    : []
  const asked = rules.filter(({ rule }) => rule.required > 0)
  if (asked.length === 0) return answer('passed', byHand ? said : ['the policy asks for no approval'])
  if (pull === undefined) return answer('failed', [...said, 'without a pull request nobody approved it'])
  const { state, record, arrival } = unsealed
  const authored = { state, record, commit: arrival.commit, base, before: before?.state, pull }
  const makers = {
    asker: await askerOf(pull, record['judged-at'], (before?.state ?? state).config, ports),
    see: () => seeAuthors(authored, ports),
  }
  const { facts, unseen } = await approvalFacts(asked, move.reviews, pull.head, makers, ports.merges)
  const judged = await Promise.all(asked.map(rule => judgeRule(rule, facts, move, ports)))
  const reasons = judged.flatMap(({ reason, notCounted }) => [
    reason,
    ...notCounted.map(({ who, why }) => `${who} does not count: ${why}`),
  ])
  const worst = (['failed', 'inconclusive', 'passed'] as const).find(one =>
    judged.some(({ outcome }) => outcome === one),
  )
  return answer(worst ?? 'inconclusive', [...said, ...new Set([...reasons, ...unseen])])
}

/** One rule; what only GitHub can know of a team is left to GitHub, where its rules ask as much as ours. */
async function judgeRule(
  sourced: SourcedApprovalRule,
  facts: ApprovalFacts,
  { unsealed: { state, number }, base, branch }: MergedMove,
  { repository, branchRules }: Ports,
): Promise<ApprovalResult> {
  const [judged] = judgeApprovals([sourced], facts).rules as [ApprovalResult]
  // An asker who is unknown takes one approval more than any rule of GitHub's demands.
  if (judged.outcome !== 'inconclusive' || judged.required > sourced.rule.required) return judged
  const trusting: ApprovalFacts = {
    ...facts,
    membership: (login, owner) => {
      const known = facts.membership(login, owner)
      return known === 'unknown' && owner?.includes('/') ? 'member' : known
    },
  }
  const [trusted] = judgeApprovals([sourced], trusting).rules as [ApprovalResult]
  if (trusted.outcome !== 'passed' || branchRules === undefined) return judged
  const record = `${modelFolder(state.config, state.name)}/promotions/${number}.json`
  const question = { rules: [sourced], base, record }
  const { outcome } = await judgeApprovalsOn(branch, question, repository, branchRules)
  if (outcome !== 'passed') return judged
  const from = sourced.rule.from?.join(', ') ?? ''
  return { ...trusted, reason: `held by GitHub's rules: who is in ${from} this token may not read` }
}
