import { type Outcome, overall } from '../gates/outcome.ts'
import type { ApprovalRule, SourcedApprovalRule } from './policy.ts'

/** What GitHub demands before a merge; as the port `BranchRules` tells it. */
export type DemandedByGitHub =
  | {
      readonly is: 'rules'
      readonly approvals: number
      readonly codeOwnerReview: boolean
      readonly dismissStale: boolean
      readonly lastPushApproval: boolean
      readonly hidden: string | undefined
    }
  | { readonly is: 'unreadable'; readonly why: string }

export interface JudgedApproval {
  readonly rule: ApprovalRule
  readonly source: SourcedApprovalRule['source']
  readonly outcome: Outcome
  /** A sentence without its full stop. */
  readonly reason: string
  /** What to do about it; undefined where it passed. */
  readonly next?: string
}

export interface JudgedApprovals {
  readonly outcome: Outcome
  readonly rules: readonly JudgedApproval[]
}

/** The ways out where GitHub's rules cannot say what a policy asks for. */
export const WAYS_OUT =
  'install the App, which judges approvals itself, or write `approvals: by-hand`, which leaves them to people'

/**
 * Judges approval rules where no App does: not who approved, but whether GitHub itself lets nothing be merged without
 * what the policy asks for. `passed` where it demands at least that, `failed` with the rule that is missing,
 * `inconclusive` where its rules cannot be read in full and those that can do not suffice.
 *
 * @param owners - The code owners of the record of the move, by the base; any one of them may approve.
 */
export function judgeByGitHubRules(
  rules: readonly SourcedApprovalRule[],
  demanded: DemandedByGitHub,
  owners: readonly string[],
): JudgedApprovals {
  const judged = rules
    .filter(({ rule }) => rule.required > 0)
    .map(({ rule, source }) => ({ rule, source, ...judgeRule(rule, demanded, owners) }))
  return {
    outcome: judged.length === 0 ? 'passed' : overall(judged.map(({ outcome }) => outcome)),
    rules: judged,
  }
}

type Judged = Pick<JudgedApproval, 'outcome' | 'reason' | 'next'>

function judgeRule(rule: ApprovalRule, demanded: DemandedByGitHub, owners: readonly string[]): Judged {
  const beyond = beyondRules(rule)
  if (beyond !== undefined) return { outcome: 'failed', reason: beyond, next: WAYS_OUT }
  if (demanded.is === 'unreadable')
    return { outcome: 'inconclusive', reason: demanded.why, next: `let the token read them, or ${WAYS_OUT}` }
  const unowned = missingOwners(rule, owners)
  const missing = missingDemands(rule, demanded)
  const [first] = missing
  if (first === undefined && unowned === undefined)
    return { outcome: 'passed', reason: "GitHub's rules demand it" }
  if (first === undefined)
    return { outcome: 'failed', reason: `CODEOWNERS: ${unowned?.reason}`, next: unowned?.next ?? WAYS_OUT }
  const reason = `GitHub's rules do not demand: ${missing.join(', ')}`
  if (demanded.hidden !== undefined)
    return { outcome: 'inconclusive', reason: `${reason}; ${demanded.hidden}`, next: IMPORT }
  return { outcome: 'failed', reason, next: IMPORT }
}

const IMPORT =
  'import .github/modelyard-ruleset.json (made by `modelyard init`) in Settings → Rules → Rulesets, or tick it in yours'

/** What no rule of GitHub's can say of a policy; undefined where they can say all of it. */
function beyondRules({ required, from }: ApprovalRule): string | undefined {
  if (from === undefined)
    return "GitHub's rules count approvals of everybody who may write, not only with `maintain`: `from` names nobody"
  if (required > 1)
    return `GitHub's rules demand one approval of ${from.join(' or ')}, and cannot demand ${required}`
  return undefined
}

/** By the names that GitHub's settings give them. */
function missingDemands(rule: ApprovalRule, demanded: Extract<DemandedByGitHub, { is: 'rules' }>): string[] {
  return [
    ...(demanded.approvals < rule.required ? [`required approvals: ${rule.required}`] : []),
    ...(demanded.codeOwnerReview ? [] : ['review from code owners']),
    ...(demanded.dismissStale ? [] : ['dismiss stale approvals when new commits are pushed']),
    ...(rule['not-author'] && !demanded.lastPushApproval ? ['approval of the most recent push'] : []),
  ]
}

function missingOwners(
  { from = [] }: ApprovalRule,
  owners: readonly string[],
): { reason: string; next: string } | undefined {
  const named = new Set(from.map(owner => owner.toLowerCase()))
  const others = owners.filter(owner => !named.has(owner.toLowerCase()))
  const next = `let the registry's line in CODEOWNERS name ${from.join(' ')} and nobody else`
  if (owners.length === 0) return { reason: "no line names owners of the registry's files", next }
  return others.length === 0
    ? undefined
    : { reason: `${others.join(', ')} may approve too, whom the policy does not name`, next }
}

/**
 * The owners for one line of CODEOWNERS that satisfies every rule: those whom all rules name.
 *
 * @returns Undefined where rules with `from` have nobody in common: GitHub cannot demand that. Empty where no rule names
 * anybody.
 */
export function strictestOwners(rules: readonly ApprovalRule[]): readonly string[] | undefined {
  const named = rules.flatMap(({ required, from }) => (required > 0 && from !== undefined ? [from] : []))
  const [first = [], ...others] = named
  const common = first.filter(owner =>
    others.every(from => from.some(other => other.toLowerCase() === owner.toLowerCase())),
  )
  return named.length > 0 && common.length === 0 ? undefined : common
}
