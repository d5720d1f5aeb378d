import { simplePull } from '../pull-bodies.ts'
import { reviewBody } from '../review-bodies.ts'
import type { Call } from '../route.ts'
import type { Pull } from '../state/issues.ts'
import type { Review } from '../state/reviews.ts'
import { announce, type Changed } from './announce.ts'

/**
 * Tells of a pull request as it stands now: a later change of it is another delivery.
 *
 * @param more - What the payload of this action has beside the pull request.
 */
export function announcePull(
  changed: Changed,
  issue: Pull,
  action: string,
  more: (call: Call) => object = () => ({}),
): void {
  const seen = structuredClone(issue)
  announce(changed, 'pull_request', action, call => ({
    number: seen.number,
    pull_request: { ...simplePull(call, seen), merged: seen.pull.mergedAt !== null },
    ...more(call),
  }))
}

export function announceReview(changed: Changed, issue: Pull, review: Review, action: string): void {
  const seen = structuredClone({ issue, review })
  announce(changed, 'pull_request_review', action, call => ({
    pull_request: simplePull(call, seen.issue),
    review: {
      ...reviewBody(call, seen.review),
      // Hooks are told in small letters what the API says in capitals, and of no text where it is empty.
      state: seen.review.state.toLowerCase(),
      body: seen.review.body || null,
    },
  }))
}
