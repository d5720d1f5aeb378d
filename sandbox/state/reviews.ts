import { type Repository, slot, type World } from '../world.ts'

export type ReviewState = 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING'

export interface Review {
  readonly id: number
  /** The pull request's number. */
  readonly pull: number
  readonly author: string
  state: ReviewState
  readonly body: string
  /** What was reviewed: it stays so, whatever is pushed afterwards. */
  readonly commit: string
  readonly submittedAt: string
}

const reviews = slot<Review[]>('reviews', () => [])

/** Oldest first. */
export function reviewsOf(repository: Repository, pull: number): Review[] {
  return reviews(repository).filter(review => review.pull === pull)
}

export function addReview(
  world: World,
  repository: Repository,
  facts: Omit<Review, 'id' | 'submittedAt'>,
): Review {
  const review = { ...facts, id: world.nextId(), submittedAt: world.clock.iso() }
  reviews(repository).push(review)
  return review
}

/** Of each reviewer the last opinion; a comment is none and leaves an earlier one standing. */
export function opinionsOn(repository: Repository, pull: number): Review[] {
  const opinions = reviewsOf(repository, pull).filter(
    ({ state }) => state !== 'COMMENTED' && state !== 'PENDING',
  )
  return [...new Map(opinions.map(review => [review.author, review])).values()]
}
