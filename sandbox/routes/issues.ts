import { nowIso } from '../bodies.ts'
import { checkedText } from '../comment-text.ts'
import { triggerPull } from '../follow-pulls.ts'
import { issueBody } from '../issue-bodies.ts'
import { paged } from '../paging.ts'
import { type Answer, type Call, invalid, type Routes, textAt } from '../route.ts'
import { addIssue, type Issue, issuesOf, type Pull } from '../state/issues.ts'
import { announceEdited, announceIssue, announceLabels } from '../webhooks/issues.ts'
import { issueAt } from './issue-comments.ts'

export const issueRoutes: Routes = {
  'issues/list-for-repo': list,
  'issues/get': call => ({ status: 200, body: issueBody(call, issueAt(call)) }),
  'issues/create': create,
  'issues/update': update,
  'issues/lock': call => locked(call, true),
  'issues/unlock': call => locked(call, false),
}

/** GitHub lists pull requests among the issues, the newest first. */
function list(call: Call): Answer {
  const { query } = call
  const labels = typeof query.labels === 'string' ? query.labels.split(',') : []
  const found = issuesOf(call.repository).filter(
    issue =>
      (query.state === 'all' || issue.state === (query.state ?? 'open')) &&
      (query.creator === undefined || issue.author === query.creator) &&
      labels.every(label => issue.labels.includes(label)),
  )
  const ordered = query.direction === 'asc' ? found : found.reverse()
  return paged(call, ordered, issue => issueBody(call, issue))
}

function create(call: Call): Answer {
  const title = String(call.body.title)
  if (title.trim() === '') throw invalid({ resource: 'Issue', code: 'missing_field', field: 'title' })
  const issue = addIssue(call.world, call.repository, {
    author: call.actor.account.login,
    title,
    body: typeof call.body.body === 'string' ? checkedText('Issue', call.body.body) : null,
    labels: labelNames(call.body.labels),
    assignees: assigneesIn(call),
  })
  announceIssue(call, issue, 'opened')
  announceLabels(call, [], issue)
  return { status: 201, body: issueBody(call, issue) }
}

function update(call: Call): Answer {
  const issue = issueAt(call)
  if (issue.pull === undefined) call.permit({ issues: 'write' })
  const { body } = call
  const before = { ...issue }
  if (body.title !== undefined) issue.title = String(body.title)
  if (typeof body.body === 'string') issue.body = checkedText('Issue', body.body)
  if (body.labels !== undefined) issue.labels = labelNames(body.labels)
  if (body.state !== undefined) setState(call, issue, textAt(body, 'state'))
  issue.updatedAt = nowIso(call)
  announceEdited(call, before, issue)
  announceLabels(call, before.labels, issue)
  if (issue.state !== before.state) announceState(call, issue)
  return { status: 200, body: issueBody(call, issue) }
}

function setState(call: Call, issue: Issue, state: string): void {
  const closing = state === 'closed'
  issue.state = closing ? 'closed' : 'open'
  issue.stateReason = closing ? String(call.body.state_reason ?? 'completed') : 'reopened'
  issue.closedAt = closing ? nowIso(call) : null
}

function announceState(call: Call, issue: Issue): void {
  const action = issue.state === 'closed' ? 'closed' : 'reopened'
  if (issue.pull === undefined) announceIssue(call, issue, action)
  else triggerPull(call, issue as Pull, action)
}

function locked(call: Call, lock: boolean): Answer {
  const issue = issueAt(call)
  issue.locked = lock
  return { status: 204 }
}

/** GitHub takes whoever has access, and refuses the whole issue for anybody else. */
function assigneesIn({ body, repository, world }: Call): string[] {
  const logins = Array.isArray(body.assignees) ? body.assignees.map(String) : []
  const hasAccess = (login: string) =>
    world.state.accounts.has(login.toLowerCase()) &&
    (repository.collaborators.has(login) || repository.owner === login)
  const stranger = logins.find(login => !hasAccess(login))
  if (stranger !== undefined) throw invalid({ resource: 'Issue', code: 'invalid', field: 'assignees' })
  return logins
}

function labelNames(labels: unknown): string[] {
  if (!Array.isArray(labels)) return []
  return labels.map(label => (typeof label === 'string' ? label : String((label as { name: unknown }).name)))
}
