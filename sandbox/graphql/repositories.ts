import { fullName, HTML_ROOT } from '../bodies.ts'
import { isoSeconds } from '../clock.ts'
import { readRef } from '../git/refs.ts'
import { gitOf } from '../hosting.ts'
import { nodeId } from '../node-id.ts'
import { findIssue, type Issue, pullsOf } from '../state/issues.ts'
import type { Repository } from '../world.ts'
import { commitNode, findCommit, refNode } from './commits.ts'
import { connection, type PageArguments } from './connection.ts'
import { type Node, type Resolvers, unresolved } from './resolver.ts'

export interface RepositoryNode extends Node {
  readonly repository: Repository
}

interface PullArguments extends PageArguments {
  readonly states?: readonly string[] | null
}

export interface IssueNode extends RepositoryNode {
  readonly issue: Issue
}

export const repositoryResolvers: Resolvers = {
  Query: {
    viewer: (_: Node, __: never, { actor }) => ({
      __typename: 'User',
      id: nodeId(actor.account.kind, actor.account.id),
      databaseId: actor.account.id,
      // Here, and nowhere else in GraphQL, a bot has brackets.
      login: actor.account.login,
    }),
    repository: (_: Node, { owner, name }: { owner: string; name: string }, call) => {
      const repository = call.find(`${owner}/${name}`)
      if (repository === undefined) throw unresolved(`a Repository with the name '${owner}/${name}'.`)
      return repositoryNode(repository)
    },
    rateLimit: (_: Node, __: never, { quota }) => {
      const { limit, remaining, used, reset } = quota('graphql')
      return {
        __typename: 'RateLimit',
        limit,
        remaining,
        used,
        cost: 1,
        resetAt: isoSeconds(new Date(reset * 1000)),
      }
    },
  },
  Repository: {
    defaultBranchRef: async ({ repository }: RepositoryNode, _: never, call) => {
      call.permit(repository, { contents: 'read' })
      const ref = `refs/heads/${repository.defaultBranch}`
      const found = await readRef(gitOf(repository), ref)
      return found === undefined ? null : refNode(repository, ref, await commitNode(repository, found.sha))
    },
    pullRequest: ({ repository }: RepositoryNode, { number }: { number: number }, call) => {
      call.permit(repository, { pull_requests: 'read' })
      return numbered(repository, number, 'PullRequest')
    },
    pullRequests: ({ repository }: RepositoryNode, args: PullArguments, call) => {
      call.permit(repository, { pull_requests: 'read' })
      const asked = pullsOf(repository).filter(pull => args.states?.includes(stateOf(pull)) ?? true)
      return connection('pullRequests', asked, args, pull => issueNode(repository, pull))
    },
    issue: ({ repository }: RepositoryNode, { number }: { number: number }, call) => {
      call.permit(repository, { issues: 'read' })
      return numbered(repository, number, 'Issue')
    },
    object: ({ repository }: RepositoryNode, args: { oid?: string; expression?: string }, call) => {
      call.permit(repository, { contents: 'read' })
      return findCommit(repository, args.oid ?? args.expression ?? '')
    },
  },
}

export function repositoryNode(repository: Repository): RepositoryNode {
  return {
    __typename: 'Repository',
    repository,
    id: nodeId('Repository', repository.id),
    databaseId: repository.id,
    name: repository.name,
    nameWithOwner: fullName(repository),
    isPrivate: repository.private,
    isArchived: repository.archived,
  }
}

function numbered(repository: Repository, number: number, type: 'Issue' | 'PullRequest'): IssueNode {
  const issue = findIssue(repository, number)
  if (issue === undefined || (issue.pull !== undefined) !== (type === 'PullRequest')) {
    const article = type === 'Issue' ? 'an' : 'a'
    throw unresolved(`${article} ${type} with the number of ${number}.`)
  }
  return issueNode(repository, issue)
}

export function issueNode(repository: Repository, issue: Issue): IssueNode {
  const { pull } = issue
  return {
    __typename: pull ? 'PullRequest' : 'Issue',
    repository,
    issue,
    id: nodeId(pull ? 'PullRequest' : 'Issue', issue.id),
    databaseId: issue.id,
    number: issue.number,
    url: `${HTML_ROOT}/${fullName(repository)}/${pull ? 'pull' : 'issues'}/${issue.number}`,
    title: issue.title,
    body: issue.body ?? '',
    locked: issue.locked,
    closed: issue.state === 'closed',
    state: stateOf(issue),
    ...(pull && {
      isDraft: pull.draft,
      merged: pull.mergedAt !== null,
      headRefOid: pull.headSha,
      headRefName: pull.headRef,
      baseRefOid: pull.baseSha,
      baseRefName: pull.baseRef,
    }),
  }
}

function stateOf({ state, pull }: Issue): string {
  return pull?.mergedAt ? 'MERGED' : state.toUpperCase()
}
