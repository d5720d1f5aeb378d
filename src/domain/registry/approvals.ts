import { type Outcome, overall } from '../gates/outcome.ts'
import type { ApprovalRule, SourcedApprovalRule } from './policy.ts'

/** A review as GitHub tells it. */
export interface Review {
  /** Undefined where the account is gone: GitHub cannot name its author. */
  readonly login: string | undefined
  readonly isBot: boolean
  readonly state: 'approved' | 'changes-requested' | 'commented' | 'dismissed'
  /** The commit that was looked at. */
  readonly commit: string
}

/** Whether a person belongs to what a rule names; `unknown` where it could not be found out. */
export type Membership = 'member' | 'other' | 'unknown'

/** What is known of a pull request's reviews and of those who made it. */
export interface ApprovalFacts {
  readonly head: string
  /** Oldest first. */
  readonly reviews: readonly Review[]
  /**
   * Who asked for the move, as GitHub says: a login; `none` for what the pipeline opened by itself; `unknown` for
   * what another bot opened.
   */
  readonly asker: { readonly is: 'person'; readonly login: string } | { readonly is: 'none' | 'unknown' }
  /**
   * Who pushed the head, wrote its commits, the pull request that brought the version, and those that changed watched
   * files since the champion's. An undefined login is an author whom GitHub cannot name.
   */
  readonly authors: readonly (string | undefined)[]
  /** Whether a person is named by an owner such as `@acme/ml-leads`; for a rule without names, has `maintain`. */
  membership(login: string, owner: string | undefined): Membership
}

export interface ApprovalResult {
  readonly outcome: Outcome
  readonly rule: ApprovalRule
  readonly source: SourcedApprovalRule['source']
  readonly required: number
  readonly counted: readonly string[]
  readonly notCounted: readonly { readonly who: string; readonly why: string }[]
  readonly reason: string
}

/**
 * Judges approvals: each rule by itself, all must be met. An approval counts when it is its giver's latest review,
 * approved, on the current head, by somebody the rule names, no bot; with `not-author` not by anybody who asked for,
 * pushed or wrote what is approved. What could not be found out is inconclusive, never counted.
 */
export function judgeApprovals(
  rules: readonly SourcedApprovalRule[],
  facts: ApprovalFacts,
): { readonly outcome: Outcome; readonly rules: readonly ApprovalResult[] } {
  const results = rules.map(({ rule, source }) => judgeRule(rule, source, facts))
  // A policy that asks for no approval is met by none.
  return {
    outcome: results.length === 0 ? 'passed' : overall(results.map(({ outcome }) => outcome)),
    rules: results,
  }
}

function judgeRule(
  rule: ApprovalRule,
  source: ApprovalResult['source'],
  facts: ApprovalFacts,
): ApprovalResult {
  const counted: string[] = []
  const notCounted: { who: string; why: string }[] = []
  let open = 0
  for (const review of latestReviews(facts.reviews)) {
    const finding = judgeReview(review, rule, facts)
    if (finding === undefined) counted.push(review.login ?? '')
    else {
      notCounted.push({ who: review.login ?? 'a deleted account', why: finding.why })
      if (finding.open) open += 1
    }
  }
  // Whoever asks through an unknown bot may be any of those who approve: one more is needed.
  const required =
    rule.required === 0 ? 0 : rule.required + (rule['not-author'] && facts.asker.is === 'unknown' ? 1 : 0)
  const about = { rule, source, required, counted, notCounted }
  if (counted.length >= required) {
    const unnamed = rule['not-author'] && required > 0 && facts.authors.includes(undefined)
    return unnamed
      ? {
          ...about,
          outcome: 'inconclusive',
          reason: 'GitHub cannot name one of the authors, who may be among those who approved',
        }
      : { ...about, outcome: 'passed', reason: `${counted.length} of ${required} given` }
  }
  const missing = required - counted.length
  return open >= missing
    ? { ...about, outcome: 'inconclusive', reason: `${missing} missing, and ${open} could not be judged` }
    : { ...about, outcome: 'failed', reason: `${counted.length} of ${required} given` }
}

/**
 * The approvals that stand on a head, whoever gave them: each person's latest review, approved, of that very commit, no
 * bot's. Who of them the policy names is another question.
 */
export function standingApprovals<R extends Review>(reviews: readonly R[], head: string): readonly R[] {
  return latestReviews(reviews).filter(({ commit, isBot }) => commit === head && !isBot)
}

/** The last approving, refusing or dismissed review of each person; a comment takes nothing back. */
function latestReviews<R extends Review>(reviews: readonly R[]): readonly R[] {
  const latest = new Map<string, R>()
  const nameless: R[] = []
  for (const review of reviews) {
    if (review.state === 'commented') continue
    if (review.login === undefined) nameless.push(review)
    else latest.set(review.login.toLowerCase(), review)
  }
  return [...latest.values(), ...nameless].filter(({ state }) => state === 'approved')
}

/** Why a review does not count; undefined where it does. `open`: it might, but that could not be found out. */
function judgeReview(
  review: Review,
  rule: ApprovalRule,
  facts: ApprovalFacts,
): { why: string; open: boolean } | undefined {
  const { login } = review
  if (review.commit !== facts.head) return { why: 'approved an earlier commit', open: false }
  if (review.isBot) return { why: 'is a bot', open: false }
  if (login === undefined) return { why: 'GitHub cannot name the account', open: true }
  if (rule['not-author']) {
    const same = (other: string | undefined) => other?.toLowerCase() === login.toLowerCase()
    if (facts.asker.is === 'person' && same(facts.asker.login))
      return { why: 'asked for the move', open: false }
    if (facts.authors.some(same)) return { why: 'pushed or wrote what is approved', open: false }
  }
  const found = (rule.from ?? [undefined]).map(owner => facts.membership(login, owner))
  if (found.includes('member')) return undefined
  if (found.includes('unknown'))
    return { why: 'whether the policy names them could not be found out', open: true }
  return {
    why: rule.from === undefined ? 'has no `maintain` permission' : `is not named by ${rule.from.join(', ')}`,
    open: false,
  }
}
