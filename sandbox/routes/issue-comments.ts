import {
  apiRoot,
  appBody,
  association,
  fullName,
  HTML_ROOT,
  nowIso,
  reactionCounts,
  userBody,
} from '../bodies.ts'
import { checkedText } from '../comment-text.ts'
import { fill } from '../fill.ts'
import { issueBody } from '../issue-bodies.ts'
import { nodeId } from '../node-id.ts'
import { paged } from '../paging.ts'
import { atLeastRole } from '../roles.ts'
import { type Answer, type Call, notFound, numberAt, Refusal, type Routes, textAt } from '../route.ts'
import { addComment, commentsOf, findIssue, type Issue, type IssueComment } from '../state/issues.ts'
import { announce } from '../webhooks/announce.ts'

export const issueCommentRoutes: Routes = {
  'issues/list-comments': call => {
    const { number } = issueAt(call)
    return listed(
      call,
      commentsOf(call.repository).filter(({ issue }) => issue === number),
    )
  },
  'issues/list-comments-for-repo': call => listed(call, sorted(call, commentsOf(call.repository))),
  'issues/get-comment': call => ({ status: 200, body: commentBody(call, issueCommentAt(call)) }),
  'issues/create-comment': create,
  'issues/update-comment': update,
  'issues/delete-comment': remove,
}

/** @throws {Refusal} 404 when the repository has no issue or pull request of that number. */
export function issueAt(call: Call): Issue {
  const issue = findIssue(call.repository, numberAt(call.path, 'issue_number'))
  if (issue === undefined) throw notFound()
  return issue
}

/** What a comment is on. */
export function issueOf({ repository }: Call, comment: IssueComment): Issue {
  const issue = findIssue(repository, comment.issue)
  if (issue === undefined) throw new Error(`comment ${comment.id} is on nothing`)
  return issue
}

function create(call: Call): Answer {
  const { world, repository, actor } = call
  const issue = issueAt(call)
  permitOn(call, issue)
  refuseLocked(call, issue)
  const body = checkedText('IssueComment', textAt(call.body, 'body'))
  const comment = addComment(world, repository, issue.number, { author: actor.account.login, body })
  issue.updatedAt = comment.createdAt
  announceComment(call, 'created', comment)
  const rendered = commentBody(call, comment)
  return { status: 201, body: rendered, headers: { location: String(rendered.url) } }
}

function update(call: Call): Answer {
  const comment = ownOrWritable(call)
  const from = comment.body
  comment.body = checkedText('IssueComment', textAt(call.body, 'body'))
  comment.updatedAt = nowIso(call)
  announceComment(call, 'edited', comment, { changes: { body: { from } } })
  return { status: 200, body: commentBody(call, comment) }
}

function remove(call: Call): Answer {
  const comment = ownOrWritable(call)
  const comments = commentsOf(call.repository)
  comments.splice(comments.indexOf(comment), 1)
  announceComment(call, 'deleted', comment)
  return { status: 204 }
}

/** As it stands now: a later change of it is another delivery. */
function announceComment(call: Call, action: string, comment: IssueComment, more: object = {}): void {
  const said = { issue: issueBody(call, issueOf(call, comment)), comment: commentBody(call, comment) }
  announce(call, 'issue_comment', action, () => ({ ...said, ...more }))
}

/** @throws {Refusal} 404 when the repository has no comment of that id. */
export function issueCommentAt({ repository, path }: Call): IssueComment {
  const id = numberAt(path, 'comment_id')
  const comment = commentsOf(repository).find(one => one.id === id)
  if (comment === undefined) throw notFound()
  return comment
}

/** What GitHub documents for comments holds for those of pull requests; an issue's need the permission for issues. */
function permitOn(call: Call, issue: Issue): void {
  if (issue.pull === undefined) call.permit({ issues: 'write' })
}

function ownOrWritable(call: Call): IssueComment {
  const comment = issueCommentAt(call)
  permitOn(call, issueOf(call, comment))
  const { account, token } = call.actor
  const mayOthers =
    token.kind !== 'person' || atLeastRole(call.world.roleOf(account.login, call.repository), 'write')
  if (comment.author !== account.login && !mayOthers) {
    throw new Refusal(403, 'Must have admin rights to Repository.')
  }
  return comment
}

function refuseLocked(call: Call, issue: Issue): void {
  if (isLockedFor(call, issue)) throw new Refusal(403, 'Unable to create comment because issue is locked.')
}

/** A locked conversation takes words of people who may write, and of nobody else. */
export function isLockedFor({ world, actor, repository }: Call, issue: Issue): boolean {
  if (!issue.locked) return false
  const person = actor.token.kind === 'person'
  return !(person && atLeastRole(world.roleOf(actor.account.login, repository), 'write'))
}

function listed(call: Call, comments: readonly IssueComment[]): Answer {
  const { since } = call.query
  const due = typeof since === 'string' ? comments.filter(({ updatedAt }) => updatedAt >= since) : comments
  return paged(call, due, comment => commentBody(call, comment))
}

function sorted({ query }: Call, comments: readonly IssueComment[]): IssueComment[] {
  const key = query.sort === 'updated' ? 'updatedAt' : 'createdAt'
  const rising = comments.toSorted((a, b) => (a[key] < b[key] ? -1 : a[key] > b[key] ? 1 : a.id - b.id))
  return query.direction === 'desc' ? rising.reverse() : rising
}

function commentBody(call: Call, comment: IssueComment): Readonly<Record<string, unknown>> {
  const { repository } = call
  const api = apiRoot(call, repository)
  const url = `${api}/issues/comments/${comment.id}`
  const place = findIssue(repository, comment.issue)?.pull === undefined ? 'issues' : 'pull'
  return fill('issue-comment', {
    id: comment.id,
    node_id: nodeId('IssueComment', comment.id),
    url,
    html_url: `${HTML_ROOT}/${fullName(repository)}/${place}/${comment.issue}#issuecomment-${comment.id}`,
    issue_url: `${api}/issues/${comment.issue}`,
    user: userBody(call, comment.author),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: association(repository, comment.author),
    performed_via_github_app: appBody(call, comment.app),
    reactions: reactionCounts(repository, url, comment.id),
    minimized: comment.minimized === null ? null : { reason: comment.minimized.toLowerCase() },
  })
}
