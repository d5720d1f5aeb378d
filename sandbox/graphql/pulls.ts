import { fullName, HTML_ROOT } from '../bodies.ts'
import { mergeViolation } from '../branch-rules.ts'
import { mergeTest } from '../git/merge-trees.ts'
import { hostedGit } from '../hosting.ts'
import { nodeId } from '../node-id.ts'
import { changesOf, pullsHolding } from '../pull-bodies.ts'
import type { Pull } from '../state/issues.ts'
import { opinionsOn, type Review, reviewsOf } from '../state/reviews.ts'
import { protectionFor, rulesetsFor } from '../state/rules.ts'
import type { Repository } from '../world.ts'
import { actorNode } from './actors.ts'
import { type CommitNode, commitNode } from './commits.ts'
import { connection, type PageArguments } from './connection.ts'
import { type IssueNode, issueNode, repositoryNode } from './repositories.ts'
import type { GraphqlCall, Node, Resolvers } from './resolver.ts'

interface PullNode extends IssueNode {
  readonly issue: Pull
}

export const pullResolvers: Resolvers = {
  PullRequest: {
    mergeable: ({ repository, issue }: PullNode) => mergeable(repository, issue),
    mergeStateStatus: async ({ repository, issue }: PullNode, _: never, { world, actor }) => {
      const state = await mergeable(repository, issue)
      if (state !== 'MERGEABLE') return state === 'CONFLICTING' ? 'DIRTY' : 'UNKNOWN'
      if (issue.pull.draft) return 'DRAFT'
      return (await mergeViolation(world, repository, issue, actor)) === undefined ? 'CLEAN' : 'BLOCKED'
    },
    mergeCommit: ({ repository, issue }: PullNode) =>
      issue.pull.mergeCommit === null ? null : commitNode(repository, issue.pull.mergeCommit),
    mergedAt: ({ issue }: PullNode) => issue.pull.mergedAt,
    mergedBy: ({ issue }: PullNode, _: never, call) => whoIs(issue.pull.mergedBy, call),
    author: ({ issue }: PullNode, _: never, call) => whoIs(issue.author, call),
    commits: async ({ repository, issue }: PullNode, args: PageArguments) => {
      const { commits } = await changesOf(repository, issue)
      const nodes = await Promise.all(commits.map(({ sha }) => commitNode(repository, sha)))
      const listed = nodes.map((commit, at) => ({ id: at + 1, commit }))
      return connection('commits', listed, args, ({ commit }) => ({
        __typename: 'PullRequestCommit',
        id: `PURC_${commit.oid}`,
        commit,
      }))
    },
    changedFiles: async ({ repository, issue }: PullNode) =>
      (await changesOf(repository, issue)).files.length,
    isCrossRepository: ({ repository, issue }: PullNode) =>
      issue.pull.headRepository !== fullName(repository),
    headRepository: ({ issue }: PullNode, _: never, call) => {
      const home = call.find(issue.pull.headRepository ?? '')
      return home === undefined ? null : repositoryNode(home)
    },
    reviewDecision: ({ repository, issue }: PullNode) => decision(repository, issue),
    reviews: ({ repository, issue }: PullNode, args: PageArguments, call) =>
      connection('reviews', sentReviews(repository, issue), args, review =>
        reviewNode(repository, review, call),
      ),
  },
  Commit: {
    associatedPullRequests: async ({ repository, oid }: CommitNode, args: PageArguments, call) => {
      call.permit(repository, { pull_requests: 'read' })
      return connection('associatedPullRequests', await pullsHolding(repository, oid), args, issue =>
        issueNode(repository, issue),
      )
    },
  },
  PullRequestReview: {
    commit: ({ repository, review }: ReviewNode) => commitNode(repository, review.commit),
  },
}

/** Null is an account that is gone. */
function whoIs(login: string | null, { world }: Pick<GraphqlCall, 'world'>): Node | null {
  const account = world.state.accounts.get(login?.toLowerCase() ?? '')
  return account === undefined ? null : actorNode(account)
}

async function mergeable(repository: Repository, { state, pull }: Pull): Promise<string> {
  const git = hostedGit(repository)
  if (state !== 'open') return 'UNKNOWN'
  if (git === undefined) return 'MERGEABLE'
  const test = await mergeTest(git, `refs/heads/${pull.baseRef}`, pull.headSha)
  return test.mergeable ? 'MERGEABLE' : 'CONFLICTING'
}

/** What the reviews come to; null where no rule asks for any. */
function decision(repository: Repository, issue: Pull): string | null {
  const { baseRef } = issue.pull
  const counts = [
    ...rulesetsFor(repository, baseRef).map(({ demands }) => demands),
    protectionFor(repository, baseRef)?.demands,
  ].flatMap(demands => (demands?.reviews ? [demands.reviews.count] : []))
  const opinions = opinionsOn(repository, issue.number)
  if (opinions.some(({ state }) => state === 'CHANGES_REQUESTED')) return 'CHANGES_REQUESTED'
  if (counts.length === 0) return null
  const approvals = opinions.filter(({ state }) => state === 'APPROVED').length
  return approvals >= Math.max(...counts) ? 'APPROVED' : 'REVIEW_REQUIRED'
}

function sentReviews(repository: Repository, { number }: Pull): Review[] {
  return reviewsOf(repository, number).filter(({ state }) => state !== 'PENDING')
}

interface ReviewNode extends Node {
  readonly repository: Repository
  readonly review: Review
}

function reviewNode(repository: Repository, review: Review, { world }: GraphqlCall): ReviewNode {
  return {
    __typename: 'PullRequestReview',
    repository,
    review,
    id: nodeId('PullRequestReview', review.id),
    databaseId: review.id,
    fullDatabaseId: String(review.id),
    author: whoIs(review.author, { world }),
    body: review.body,
    state: review.state,
    submittedAt: review.submittedAt,
    url: `${HTML_ROOT}/${fullName(repository)}/pull/${review.pull}#pullrequestreview-${review.id}`,
  }
}
