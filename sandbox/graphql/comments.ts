import { apiRoot, association, fullName, HTML_ROOT } from '../bodies.ts'
import { databaseId, nodeId } from '../node-id.ts'
import { type CommitComment, commitCommentsOf } from '../state/commit-comments.ts'
import { commentsOf, findIssue, type IssueComment } from '../state/issues.ts'
import type { Repository } from '../world.ts'
import { actorNode } from './actors.ts'
import type { CommitNode } from './commits.ts'
import { connection, type PageArguments } from './connection.ts'
import { type IssueNode, issueNode } from './repositories.ts'
import { type GraphqlCall, type Node, type Resolver, type Resolvers, unresolved } from './resolver.ts'

interface CommentNode extends Node {
  readonly comment: IssueComment | CommitComment
  readonly repository: Repository
}

const issueComments: Resolver = ({ repository, issue }: IssueNode, args: PageArguments, call: GraphqlCall) =>
  connection(
    'comments',
    commentsOf(repository).filter(comment => comment.issue === issue.number),
    args,
    comment => commentNode('IssueComment', repository, comment, call),
  )

const viewerDidAuthor: Resolver = ({ comment }: CommentNode, _: never, { actor }: GraphqlCall) =>
  comment.author === actor.account.login

export const commentResolvers: Resolvers = {
  PullRequest: { comments: issueComments },
  Issue: { comments: issueComments },
  Commit: {
    comments: ({ repository, oid }: CommitNode, args: PageArguments, call) =>
      connection(
        'comments',
        commitCommentsOf(repository).filter(({ sha }) => sha === oid),
        args,
        comment => commentNode('CommitComment', repository, comment, call),
      ),
  },
  IssueComment: {
    viewerDidAuthor,
    issue: ({ repository, comment }: CommentNode) => ownIssue(repository, comment as IssueComment),
    pullRequest: ({ repository, comment }: CommentNode) => {
      const node = ownIssue(repository, comment as IssueComment)
      return node?.issue.pull === undefined ? null : node
    },
  },
  CommitComment: { viewerDidAuthor },
  Mutation: {
    minimizeComment: (_: Node, { input }: { input: FoldInput }, call) => {
      const folded = fold(input, input.classifier ?? 'OUTDATED', call)
      return { __typename: 'MinimizeCommentPayload', ...mutationId(input), minimizedComment: folded }
    },
    unminimizeComment: (_: Node, { input }: { input: FoldInput }, call) => {
      const shown = fold(input, null, call)
      return { __typename: 'UnminimizeCommentPayload', ...mutationId(input), unminimizedComment: shown }
    },
  },
}

interface FoldInput {
  readonly subjectId: string
  readonly classifier?: string
  readonly clientMutationId?: string | null
}

function mutationId({ clientMutationId = null }: FoldInput): { clientMutationId: string | null } {
  return { clientMutationId }
}

function fold({ subjectId }: FoldInput, reason: string | null, call: GraphqlCall): CommentNode {
  const { type, comment, repository } = subject(subjectId, call)
  if (type === 'CommitComment') call.permit(repository, { contents: 'write' })
  else permitOnIssue(repository, comment as IssueComment, call)
  comment.minimized = reason
  return commentNode(type, repository, comment, call)
}

function permitOnIssue(repository: Repository, { issue }: IssueComment, call: GraphqlCall): void {
  const onPull = findIssue(repository, issue)?.pull !== undefined
  call.permit(repository, ...(onPull ? [{ pull_requests: 'write' } as const] : []), { issues: 'write' })
}

type Subject = Pick<CommentNode, 'comment' | 'repository'> & { readonly type: CommentType }
type CommentType = 'IssueComment' | 'CommitComment'

function subject(id: string, call: GraphqlCall): Subject {
  const number = databaseId('IssueComment', id)
  const commitNumber = databaseId('CommitComment', id)
  for (const known of call.world.state.repositories.values()) {
    const repository = call.find(fullName(known))
    if (repository === undefined) continue
    const issueComment = commentsOf(repository).find(comment => comment.id === number)
    if (issueComment) return { type: 'IssueComment', comment: issueComment, repository }
    const commitComment = commitCommentsOf(repository).find(comment => comment.id === commitNumber)
    if (commitComment) return { type: 'CommitComment', comment: commitComment, repository }
  }
  throw unresolved(`a node with the global id of '${id}'`)
}

function commentNode(
  type: CommentType,
  repository: Repository,
  comment: IssueComment | CommitComment,
  { world, url }: GraphqlCall,
): CommentNode {
  const place = type === 'IssueComment' ? 'issues/comments' : 'comments'
  return {
    __typename: type,
    comment,
    repository,
    id: nodeId(type, comment.id),
    databaseId: comment.id,
    fullDatabaseId: String(comment.id),
    body: comment.body,
    author: actorNode(world.account(comment.author)),
    authorAssociation: association(repository, comment.author),
    isMinimized: comment.minimized !== null,
    minimizedReason: comment.minimized?.toLowerCase() ?? null,
    createdAt: comment.createdAt,
    updatedAt: comment.updatedAt,
    url: `${apiRoot({ url }, repository)}/${place}/${comment.id}`.replace(`${url}/repos`, HTML_ROOT),
  }
}

function ownIssue(repository: Repository, { issue }: IssueComment): IssueNode | null {
  const found = findIssue(repository, issue)
  return found === undefined ? null : issueNode(repository, found)
}

/** A bot's login has no brackets in GraphQL. */
