import { apiRoot, association, fullName, HTML_ROOT, userBody } from './bodies.ts'
import { fill } from './fill.ts'
import { nodeId } from './node-id.ts'
import type { Call } from './route.ts'
import type { Review } from './state/reviews.ts'

export function reviewBody(call: Call, review: Review): object {
  const { repository } = call
  const html = `${HTML_ROOT}/${fullName(repository)}/pull/${review.pull}#pullrequestreview-${review.id}`
  const pull = `${apiRoot(call, repository)}/pulls/${review.pull}`
  return fill('pull-request-review', {
    id: review.id,
    node_id: nodeId('PullRequestReview', review.id),
    user: call.world.state.accounts.has(review.author.toLowerCase()) ? userBody(call, review.author) : null,
    body: review.body,
    state: review.state,
    html_url: html,
    pull_request_url: pull,
    _links: { html: { href: html }, pull_request: { href: pull } },
    commit_id: review.commit,
    author_association: association(repository, review.author),
    ...(review.state !== 'PENDING' && { submitted_at: review.submittedAt }),
  })
}
