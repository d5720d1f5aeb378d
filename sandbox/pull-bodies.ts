import { apiRoot, association, fullName, HTML_ROOT, labelBody, repositoryFacts, userBody } from './bodies.ts'
import { mergeViolation } from './branch-rules.ts'
import { statsOf } from './commit-bodies.ts'
import { fill } from './fill.ts'
import type { BareRepository } from './git/bare-repository.ts'
import { type Comparison, compareCommits } from './git/compare.ts'
import { isAncestor } from './git/log.ts'
import { mergeTest } from './git/merge-trees.ts'
import { readRef } from './git/refs.ts'
import { gitOf, hostedGit } from './hosting.ts'
import { nodeId } from './node-id.ts'
import type { Call } from './route.ts'
import { commentsOf, type Pull, type PullFacts, pullsOf } from './state/issues.ts'
import type { Repository } from './world.ts'

type Json = Readonly<Record<string, unknown>>

/** As the filter `head` takes it; the owner of a deleted fork is unknown. */
export function headLabel({ headRepository, headRef }: PullFacts): string {
  return `${headRepository?.split('/')[0] ?? 'unknown repository'}:${headRef}`
}

export function simplePull(call: Call, issue: Pull): object {
  return fill('pull-request-simple', pullFacts(call, issue))
}

export async function pullBody(call: Call, issue: Pull): Promise<object> {
  const { mergedAt, mergedBy } = issue.pull
  return fill('pull-request', {
    ...pullFacts(call, issue),
    merged: mergedAt !== null,
    merged_by: mergedBy === null ? null : userBody(call, mergedBy),
    comments: commentsOf(call.repository).filter(comment => comment.issue === issue.number).length,
    ...(await mergeFacts(call, issue)),
  })
}

/** Of a repository that is not on disk, commits are only names: an open pull request there is clean. */
async function mergeFacts(call: Call, issue: Pull): Promise<Json> {
  const isOpen = issue.state === 'open'
  if (hostedGit(call.repository) === undefined) {
    return { mergeable: isOpen ? true : null, mergeable_state: isOpen ? 'clean' : 'unknown', commits: 1 }
  }
  const { files, commits } = await changesOf(call.repository, issue)
  const { additions, deletions } = statsOf(files)
  return {
    additions,
    deletions,
    changed_files: files.length,
    commits: commits.length,
    ...(isOpen ? await mergeability(call, issue) : { mergeable: null, mergeable_state: 'unknown' }),
  }
}

/** What a pull request brings: against where its base stood when it was merged, or stands. */
export async function changesOf(repository: Repository, { pull }: Pull): Promise<Comparison> {
  const git = gitOf(repository)
  return compareCommits(git, await comparedWith(git, pull), pull.headSha)
}

async function comparedWith(git: BareRepository, { mergedAt, baseRef, baseSha }: PullFacts): Promise<string> {
  const base = mergedAt === null ? (await readRef(git, `refs/heads/${baseRef}`))?.sha : undefined
  return base ?? baseSha
}

async function mergeability({ world, repository, actor }: Call, issue: Pull): Promise<Json> {
  const git = gitOf(repository)
  const { baseRef, headSha, draft } = issue.pull
  const base = (await readRef(git, `refs/heads/${baseRef}`))?.sha ?? issue.pull.baseSha
  const { mergeable } = await mergeTest(git, base, headSha)
  const violation = await mergeViolation(world, repository, issue, actor)
  const state = !mergeable ? 'dirty' : draft ? 'draft' : violation !== undefined ? 'blocked' : 'clean'
  return { mergeable, mergeable_state: state }
}

function pullFacts(call: Call, issue: Pull): Json {
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
    labels: issue.labels.map(name => labelBody(call, name)),
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    merged_at: issue.pull.mergedAt,
    requested_reviewers: issue.pull.requested.map(login => userBody(call, login)),
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

function addresses(api: string, html: string, { number, pull }: Pull): Json {
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

/** The pull requests whose head a commit is, that its merge made, or that bring it. */
export async function pullsHolding(repository: Repository, sha: string): Promise<readonly Pull[]> {
  const found = await Promise.all(
    pullsOf(repository).map(async pull => ((await holds(repository, pull, sha)) ? [pull] : [])),
  )
  return found.flat()
}

async function holds(repository: Repository, { pull }: Pull, sha: string): Promise<boolean> {
  if (sha === pull.headSha || sha === pull.mergeCommit) return true
  const git = hostedGit(repository)
  // A program for each pull request, and not the several that its changes take.
  if (git === undefined || !(await isAncestor(git, sha, pull.headSha))) return false
  return !(await isAncestor(git, sha, await comparedWith(git, pull)))
}
