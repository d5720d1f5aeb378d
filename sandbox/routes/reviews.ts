import { hasCommit } from '../hosting.ts'
import { paged } from '../paging.ts'
import { reviewBody } from '../review-bodies.ts'
import { atLeastRole } from '../roles.ts'
import { type Answer, type Call, notFound, numberAt, Refusal, type Routes } from '../route.ts'
import type { Pull } from '../state/issues.ts'
import { addReview, type Review, type ReviewState, reviewsOf } from '../state/reviews.ts'
import { announceReview } from '../webhooks/pulls.ts'
import { pullAt } from './pulls.ts'

export const reviewRoutes: Routes = {
  'pulls/list-reviews': call => {
    const { number } = pullAt(call)
    // What somebody has not sent yet, nobody else sees.
    const shown = reviewsOf(call.repository, number).filter(
      ({ state, author }) => state !== 'PENDING' || author === call.actor.account.login,
    )
    return paged(call, shown, review => reviewBody(call, review))
  },
  'pulls/get-review': call => ({ status: 200, body: reviewBody(call, reviewAt(call)) }),
  'pulls/create-review': create,
  'pulls/dismiss-review': dismiss,
}

const STATES: Readonly<Record<string, ReviewState>> = {
  APPROVE: 'APPROVED',
  REQUEST_CHANGES: 'CHANGES_REQUESTED',
  COMMENT: 'COMMENTED',
}

async function create(call: Call): Promise<Answer> {
  const { world, repository, actor, body } = call
  const issue = pullAt(call)
  const { event } = body
  const state = STATES[String(event)] ?? 'PENDING'
  const text = typeof body.body === 'string' ? body.body : ''
  refuseReview(call, issue, state, text)
  const commit = typeof body.commit_id === 'string' ? body.commit_id : issue.pull.headSha
  if (!(await hasCommit(repository, commit))) throw refused('commit_id is not part of the pull request')
  const { login } = actor.account
  const review = addReview(world, repository, {
    pull: issue.number,
    author: login,
    state,
    body: text,
    commit,
  })
  issue.pull.requested = issue.pull.requested.filter(asked => asked !== login)
  if (state !== 'PENDING') announceReview(call, issue, review, 'submitted')
  return { status: 200, body: reviewBody(call, review) }
}

function refuseReview({ repository, actor }: Call, issue: Pull, state: ReviewState, text: string): void {
  const isOwn = issue.author === actor.account.login
  if (state === 'APPROVED' && isOwn) throw refused('Can not approve your own pull request')
  if (state === 'CHANGES_REQUESTED' && isOwn) {
    throw refused('Can not request changes on your own pull request')
  }
  const byJob = actor.token.kind === 'github-token' && !repository.actionsMayOpenPulls
  if (byJob && state === 'APPROVED') {
    throw refused('GitHub Actions is not permitted to approve pull requests.')
  }
  if ((state === 'CHANGES_REQUESTED' || state === 'COMMENTED') && text === '') {
    throw refused("Body can't be blank")
  }
}

function dismiss(call: Call): Answer {
  const review = reviewAt(call)
  const { account, token } = call.actor
  const role = call.world.roleOf(account.login, call.repository)
  if (token.kind === 'person' && !atLeastRole(role, 'write')) throw notFound()
  if (review.state !== 'APPROVED' && review.state !== 'CHANGES_REQUESTED') {
    throw refused(`Can not dismiss a ${review.state.toLowerCase()} pull request review`)
  }
  review.state = 'DISMISSED'
  announceReview(call, pullAt(call), review, 'dismissed')
  return { status: 200, body: reviewBody(call, review) }
}

function reviewAt(call: Call): Review {
  const id = numberAt(call.path, 'review_id')
  const review = reviewsOf(call.repository, pullAt(call).number).find(known => known.id === id)
  if (review === undefined) throw notFound()
  return review
}

function refused(message: string): Refusal {
  return new Refusal(422, 'Unprocessable Entity', { errors: [message] })
}
