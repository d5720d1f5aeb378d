import { apiRoot, fullName, HTML_ROOT } from '../bodies.ts'
import { commitBody, fileBody } from '../commit-bodies.ts'
import { fill } from '../fill.ts'
import type { BareRepository } from '../git/bare-repository.ts'
import { changedFiles } from '../git/changed-files.ts'
import { type Commit, readCommit } from '../git/commits.ts'
import { compareCommits } from '../git/compare.ts'
import { readLog } from '../git/log.ts'
import { resolveCommit } from '../git/refs.ts'
import { takeCommit } from '../git/repository.ts'
import { emptyTree } from '../git/trees.ts'
import { filledGit, hostedGit, orRefuse } from '../hosting.ts'
import { paged } from '../paging.ts'
import { type Answer, type Call, notFound, Refusal, type Routes, textAt } from '../route.ts'
import { reaches } from '../session.ts'
import { accountOfEmail } from '../signatures.ts'

export const commitRoutes: Routes = {
  'repos/list-commits': list,
  'repos/get-commit': get,
  'repos/compare-commits-with-basehead': compare,
}

/** Files that one answer lists. */
const MOST_FILES = 300

async function list(call: Call): Promise<Answer> {
  const { query, repository } = call
  // Of a scene without git no branch is there.
  if (hostedGit(repository) === undefined) throw notFound()
  const git = await filledGit(repository)
  const named = query.sha === undefined ? repository.defaultBranch : textAt(query, 'sha')
  const from = await resolveCommit(git, named)
  if (from === undefined) throw notFound()
  const log = await readLog(git, from, {
    ...(query.path !== undefined && { path: textAt(query, 'path') }),
    ...(query.since !== undefined && { since: Date.parse(textAt(query, 'since')) }),
    ...(query.until !== undefined && { until: Date.parse(textAt(query, 'until')) }),
  })
  const found = log.filter(commit => isBy(call, commit, 'author') && isBy(call, commit, 'committer'))
  return paged(call, found, commit => commitBody(call, commit))
}

/** By login or by address. */
function isBy({ world, query }: Call, commit: Commit, role: 'author' | 'committer'): boolean {
  const wanted = query[role]
  const { email } = commit[role]
  return wanted === undefined || wanted === email || wanted === accountOfEmail(world, email)?.login
}

async function get(call: Call): Promise<Answer> {
  const git = await filledGit(call.repository)
  const named = textAt(call.path, 'ref')
  const sha = await resolveCommit(git, named)
  if (sha === undefined) throw new Refusal(422, `No commit found for SHA: ${named}`)
  const commit = await readCommit(git, sha)
  const files = await changedFiles(git, commit.parents[0] ?? (await emptyTree(git)), sha)
  return { status: 200, body: commitBody(call, commit, files.slice(0, MOST_FILES)) }
}

async function compare(call: Call): Promise<Answer> {
  const git = await filledGit(call.repository)
  const [baseName = '', headName = ''] = textAt(call.path, 'basehead').split('...')
  const [base, head] = [await sideOf(call, git, baseName), await sideOf(call, git, headName)]
  const found = await orRefuse(compareCommits(git, base, head))
  const { status, body: commits, headers } = paged(call, found.commits, commit => commitBody(call, commit))
  const html = `${HTML_ROOT}/${fullName(call.repository)}/compare/${encodeURIComponent(baseName)}...${encodeURIComponent(headName)}`
  const body = fill('commit-comparison', {
    url: `${apiRoot(call, call.repository)}/compare/${base}...${head}`,
    html_url: html,
    permalink_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    base_commit: commitBody(call, await readCommit(git, base)),
    merge_base_commit: commitBody(call, await readCommit(git, found.mergeBase)),
    status: found.status,
    ahead_by: found.aheadBy,
    behind_by: found.behindBy,
    total_commits: found.aheadBy,
    commits,
    files: found.files.slice(0, MOST_FILES).map(file => fileBody(call, head, file)),
  })
  return { status, body, ...(headers && { headers }) }
}

/** A name of this repository, or `OWNER:BRANCH` of a fork. */
async function sideOf(call: Call, git: BareRepository, named: string): Promise<string> {
  const [, owner, branch = named] = /^([^:]+):(.+)$/.exec(named) ?? []
  const elsewhere = owner === undefined ? undefined : forkOf(call, owner)
  const source = elsewhere ?? git
  const sha = await resolveCommit(source, branch)
  if (sha === undefined) throw notFound()
  if (source !== git) await takeCommit(git, source, sha)
  return sha
}

/** The repository of the same network that belongs to somebody. */
function forkOf({ world, actor, repository }: Call, owner: string): BareRepository {
  const found = [...world.state.repositories.values()].find(
    known =>
      known.owner.toLowerCase() === owner.toLowerCase() &&
      (known.id === repository.id || known.forkOf === repository.id) &&
      reaches(world, actor, known),
  )
  const git = found && hostedGit(found)
  if (git === undefined) throw notFound()
  return git
}
