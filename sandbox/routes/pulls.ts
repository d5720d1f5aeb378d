import { apiRoot, association, fullName, HTML_ROOT, repositoryFacts, userBody } from '../bodies.ts'
import { fill } from '../fill.ts'
import { nodeId } from '../node-id.ts'
import { paged } from '../paging.ts'
import { type Answer, type Call, notFound, numberAt, type Routes, textAt } from '../route.ts'
import { commentsOf, findIssue, type Issue, issuesOf, type PullFacts } from '../state/issues.ts'

export type Pull = Issue & { readonly pull: PullFacts }

export const pullRoutes: Routes = {
  'pulls/get': call => ({ status: 200, body: pullBody(call, pullAt(call)) }),
  'pulls/list': list,
  'repos/list-pull-requests-associated-with-commit': call => {
    const sha = textAt(call.path, 'commit_sha')
    const found = pullsOf(call).filter(({ pull }) => pull.headSha === sha)
    return paged(call, found, pull => simplePull(call, pull))
  },
}

function list(call: Call): Answer {
  const { state = 'open', head, base, direction } = call.query
  const found = pullsOf(call).filter(
    issue =>
      (state === 'all' || issue.state === state) &&
      (head === undefined || headLabel(issue.pull) === head) &&
      (base === undefined || issue.pull.baseRef === base),
  )
  return paged(call, direction === 'asc' ? found : found.reverse(), pull => simplePull(call, pull))
}

function pullsOf({ repository }: Call): Pull[] {
  return issuesOf(repository).filter((issue): issue is Pull => issue.pull !== undefined)
}

function pullAt({ repository, path }: Call): Pull {
  const issue = findIssue(repository, numberAt(path, 'pull_number'))
  if (issue?.pull === undefined) throw notFound()
  return issue as Pull
}

/** As the filter `head` takes it; the owner of a deleted fork is unknown. */
function headLabel({ headRepository, headRef }: PullFacts): string {
  return `${headRepository?.split('/')[0] ?? 'unknown repository'}:${headRef}`
}

function simplePull(call: Call, issue: Pull): object {
  return fill('pull-request-simple', pullFacts(call, issue))
}

function pullBody(call: Call, issue: Pull): object {
  const merged = issue.pull.mergedAt !== null
  return fill('pull-request', {
    ...pullFacts(call, issue),
    merged,
    mergeable: issue.state === 'open' ? true : null,
    mergeable_state: issue.state === 'open' ? 'clean' : 'unknown',
    comments: commentsOf(call.repository).filter(comment => comment.issue === issue.number).length,
    commits: 1,
  })
}

function pullFacts(call: Call, issue: Pull): Readonly<Record<string, unknown>> {
  const api = apiRoot(call, call.repository)
  return {
    id: issue.id,
    node_id: nodeId('PullRequest', issue.id),
    number: issue.number,
    ...addresses(api, `${HTML_ROOT}/${fullName(call.repository)}`, issue),
    state: issue.state,
    locked: issue.locked,
    title: issue.title,
    body: issue.body,
    user: userBody(call, issue.author),
    labels: issue.labels.map(name => ({ name })),
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    merged_at: issue.pull.mergedAt,
    author_association: association(call.repository, issue.author),
    draft: issue.pull.draft,
    head: headBody(call, issue.pull),
    base: {
      label: `${call.repository.owner}:${issue.pull.baseRef}`,
      ref: issue.pull.baseRef,
      sha: issue.pull.baseSha,
      user: userBody(call, call.repository.owner),
      repo: repositoryFacts(call),
    },
  }
}

function headBody(call: Call, pull: PullFacts): object {
  const repository = pull.headRepository === null ? undefined : call.world.repository(pull.headRepository)
  return {
    label: headLabel(pull),
    ref: pull.headRef,
    sha: pull.headSha,
    user: repository ? userBody(call, repository.owner) : null,
    repo: repository ? repositoryFacts({ ...call, repository }) : null,
  }
}

function addresses(api: string, html: string, { number, pull }: Pull): Readonly<Record<string, unknown>> {
  const links = {
    self: `${api}/pulls/${number}`,
    html: `${html}/pull/${number}`,
    issue: `${api}/issues/${number}`,
    comments: `${api}/issues/${number}/comments`,
    review_comments: `${api}/pulls/${number}/comments`,
    review_comment: `${api}/pulls/comments{/number}`,
    commits: `${api}/pulls/${number}/commits`,
    statuses: `${api}/statuses/${pull.headSha}`,
  }
  return {
    url: links.self,
    html_url: links.html,
    diff_url: `${links.html}.diff`,
    patch_url: `${links.html}.patch`,
    issue_url: links.issue,
    comments_url: links.comments,
    review_comments_url: links.review_comments,
    review_comment_url: links.review_comment,
    commits_url: links.commits,
    statuses_url: links.statuses,
    _links: Object.fromEntries(Object.entries(links).map(([name, href]) => [name, { href }])),
  }
}
