import { type ApprovalFacts, type Membership, standingApprovals } from '../domain/registry/approvals.ts'
import type { SourcedApprovalRule } from '../domain/registry/policy.ts'
import type { GivenReview, Merges } from '../ports.ts'
import type { SeenAuthors } from './move-authors.ts'

/** Whose approval would be of their own work. */
export interface Makers {
  readonly asker: ApprovalFacts['asker']
  /** Asked for only where a rule says `not-author` and somebody approved. */
  see(): Promise<SeenAuthors>
}

/**
 * What GitHub knows of those who reviewed a pull request and of those who made it, as far as the rules ask.
 *
 * @param reviews - Oldest first.
 * @returns With what could not be seen: sentences without their full stop.
 */
export async function approvalFacts(
  rules: readonly SourcedApprovalRule[],
  reviews: readonly GivenReview[],
  head: string,
  { asker, see }: Makers,
  merges: Merges,
): Promise<{ readonly facts: ApprovalFacts; readonly unseen: readonly string[] }> {
  const givers = standingApprovals(reviews, head).flatMap(({ login }) => login ?? [])
  const isAuthorAsked = givers.length > 0 && rules.some(({ rule }) => rule['not-author'])
  const seen: SeenAuthors = isAuthorAsked ? await see() : { authors: [], unseen: [] }
  const known = await memberships(rules, givers, merges)
  return {
    unseen: seen.unseen,
    facts: {
      head,
      reviews,
      asker,
      authors: seen.authors,
      membership: (login, owner) => {
        if (owner !== undefined && !owner.includes('/'))
          return owner.slice(1).toLowerCase() === login.toLowerCase() ? 'member' : 'other'
        return known.get(`${login} ${owner ?? ''}`) ?? 'unknown'
      },
    },
  }
}

/** What GitHub says of those who approved: by `LOGIN OWNER`, and by `LOGIN ` whether they may maintain. */
async function memberships(
  rules: readonly SourcedApprovalRule[],
  givers: readonly string[],
  merges: Merges,
): Promise<ReadonlyMap<string, Membership>> {
  const known = new Map<string, Membership>()
  const owners = new Set(rules.flatMap(({ rule }) => rule.from ?? ['']))
  for (const owner of owners) {
    if (owner !== '' && !owner.includes('/')) continue
    for (const login of givers) {
      const found = owner === '' ? await merges.maintains(login) : await merges.inTeam(login, owner)
      known.set(`${login} ${owner}`, found)
    }
  }
  return known
}
