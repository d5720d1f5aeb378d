import {
  apiRoot,
  appBody,
  association,
  fullName,
  HTML_ROOT,
  labelBody,
  reactionCounts,
  userBody,
} from './bodies.ts'
import { fill } from './fill.ts'
import { nodeId } from './node-id.ts'
import type { Call } from './route.ts'
import { commentsOf, type Issue } from './state/issues.ts'

export function issueBody(call: Call, issue: Issue): Readonly<Record<string, unknown>> {
  const { repository } = call
  const api = apiRoot(call, repository)
  const url = `${api}/issues/${issue.number}`
  const html = `${HTML_ROOT}/${fullName(repository)}`
  const pull = issue.pull && {
    url: `${api}/pulls/${issue.number}`,
    html_url: `${html}/pull/${issue.number}`,
    diff_url: `${html}/pull/${issue.number}.diff`,
    patch_url: `${html}/pull/${issue.number}.patch`,
    // GitHub says null where it was not merged, which its own description does not take for a date.
    ...(issue.pull.mergedAt !== null && { merged_at: issue.pull.mergedAt }),
  }
  return fill('issue', {
    id: issue.id,
    node_id: nodeId(issue.pull ? 'PullRequest' : 'Issue', issue.id),
    number: issue.number,
    url,
    html_url: pull?.html_url ?? `${html}/issues/${issue.number}`,
    repository_url: api,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    labels_url: `${url}/labels{/name}`,
    title: issue.title,
    body: issue.body,
    user: userBody(call, issue.author),
    state: issue.state,
    state_reason: issue.stateReason,
    locked: issue.locked,
    labels: issue.labels.map(name => labelBody(call, name)),
    assignees: issue.assignees.map(login => userBody(call, login)),
    comments: commentsOf(repository).filter(comment => comment.issue === issue.number).length,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    author_association: association(repository, issue.author),
    performed_via_github_app: appBody(call, issue.app),
    reactions: reactionCounts(repository, url),
    pull_request: pull,
  })
}
