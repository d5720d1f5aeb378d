import { triggerPull } from '../follow-pulls.ts'
import { databaseId } from '../node-id.ts'
import { type Pull, pullsOf } from '../state/issues.ts'
import { issueNode } from './repositories.ts'
import { type GraphqlCall, GraphqlRefusal, type Node, type Resolvers, unresolved } from './resolver.ts'

interface DraftInput {
  readonly pullRequestId: string
  readonly clientMutationId?: string | null
}

/** What makes a draft of a pull request, and what makes it ready: REST has no way to. */
export const draftResolvers: Resolvers = {
  Mutation: {
    convertPullRequestToDraft: (_: Node, { input }: { input: DraftInput }, call) =>
      turned(input, true, 'ConvertPullRequestToDraftPayload', call),
    markPullRequestReadyForReview: (_: Node, { input }: { input: DraftInput }, call) =>
      turned(input, false, 'MarkPullRequestReadyForReviewPayload', call),
  },
}

/** A token needs to write contents as well, which GitHub's documentation leaves out. What is so already stays so. */
function turned({ pullRequestId, ...input }: DraftInput, draft: boolean, type: string, call: GraphqlCall) {
  const id = databaseId('PullRequest', pullRequestId)
  const repositories = [...call.world.state.repositories.values()]
  const repository = repositories.find(one => pullsOf(one).some(pull => pull.id === id))
  const pull = repository && (pullsOf(repository).find(one => one.id === id) as Pull)
  if (pull === undefined || repository === undefined)
    throw unresolved(`a node with the global id of '${pullRequestId}'`)
  call.permit(repository, { contents: 'write', pull_requests: 'write' })
  if (pull.state !== 'open') throw new GraphqlRefusal('UNPROCESSABLE', 'Pull request is closed.')
  if (pull.pull.draft !== draft) {
    pull.pull.draft = draft
    pull.updatedAt = call.world.clock.iso()
    triggerPull({ ...call, repository }, pull, draft ? 'converted_to_draft' : 'ready_for_review')
  }
  const node = issueNode(repository, pull)
  return { __typename: type, clientMutationId: input.clientMutationId ?? null, pullRequest: node }
}
