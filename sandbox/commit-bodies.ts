import { apiRoot, fullName, HTML_ROOT, userBody } from './bodies.ts'
import { isoSeconds } from './clock.ts'
import { fill } from './fill.ts'
import type { ChangedFile } from './git/changed-files.ts'
import type { Commit, Signature } from './git/commits.ts'
import { nodeId } from './node-id.ts'
import type { Call } from './route.ts'
import { accountOfEmail, isSigned } from './signatures.ts'
import { commitCommentsOf } from './state/commit-comments.ts'
import type { Repository } from './world.ts'

// What the areas about commits say alike.

type Json = Readonly<Record<string, unknown>>

export function commitBody(call: Call, commit: Commit, files?: readonly ChangedFile[]): Json {
  const { repository } = call
  const api = apiRoot(call, repository)
  const { sha, author, committer, message, tree } = commit
  return fill('commit', {
    ...commitAddresses(call, sha),
    comments_url: `${api}/commits/${sha}/comments`,
    commit: {
      url: `${api}/git/commits/${sha}`,
      author: gitUser(author),
      committer: gitUser(committer),
      message,
      comment_count: commitCommentsOf(repository).filter(comment => comment.sha === sha).length,
      tree: treeLink(api, tree),
      verification: verification(repository, commit),
    },
    author: knownUser(call, author),
    committer: knownUser(call, committer),
    parents: parentLinks(call, commit),
    ...(files && { stats: statsOf(files), files: files.map(file => fileBody(call, sha, file)) }),
  })
}

/** A commit as the git database's routes show it. */
export function gitCommitBody(call: Call, commit: Commit): Json {
  const api = apiRoot(call, call.repository)
  const { sha, author, committer, message, tree } = commit
  return fill('git-commit', {
    ...commitAddresses(call, sha),
    url: `${api}/git/commits/${sha}`,
    author: gitUser(author),
    committer: gitUser(committer),
    message,
    tree: treeLink(api, tree),
    parents: parentLinks(call, commit),
    verification: verification(call.repository, commit),
  })
}

export function fileBody(call: Call, sha: string, file: ChangedFile): Json {
  const path = encodedPath(file.path)
  const html = `${HTML_ROOT}/${fullName(call.repository)}`
  return fill('diff-entry', {
    sha: file.sha,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${html}/blob/${sha}/${path}`,
    raw_url: `${html}/raw/${sha}/${path}`,
    contents_url: `${apiRoot(call, call.repository)}/contents/${path}?ref=${sha}`,
    ...(file.patch !== undefined && { patch: file.patch }),
    ...(file.previousPath !== undefined && { previous_filename: file.previousPath }),
  })
}

/** A path in an address: what a file's name may hold and an address may not is written in percents. */
export function encodedPath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

export function statsOf(files: readonly ChangedFile[]): Json & { additions: number; deletions: number } {
  const additions = files.reduce((sum, file) => sum + file.additions, 0)
  const deletions = files.reduce((sum, file) => sum + file.deletions, 0)
  return { additions, deletions, total: additions + deletions }
}

function commitAddresses(call: Call, sha: string): Json {
  const { repository } = call
  return {
    sha,
    node_id: commitNodeId(repository, sha),
    url: `${apiRoot(call, repository)}/commits/${sha}`,
    html_url: `${HTML_ROOT}/${fullName(repository)}/commit/${sha}`,
  }
}

export function commitNodeId({ id }: Repository, sha: string): string {
  return nodeId('Commit', `${id}:${sha}`)
}

function parentLinks(call: Call, { parents }: Commit): Json[] {
  const api = apiRoot(call, call.repository)
  const html = `${HTML_ROOT}/${fullName(call.repository)}`
  return parents.map(sha => ({ sha, url: `${api}/commits/${sha}`, html_url: `${html}/commit/${sha}` }))
}

function treeLink(api: string, sha: string): Json {
  return { sha, url: `${api}/git/trees/${sha}` }
}

function gitUser({ name, email, at }: Signature): Json {
  return { name, email, date: isoSeconds(new Date(at)) }
}

function knownUser(call: Call, { email }: Signature): Json | null {
  const account = accountOfEmail(call.world, email)
  return account === undefined ? null : userBody(call, account.login)
}

function verification(repository: Repository, { sha, committer }: Commit): Json {
  return isSigned(repository, sha)
    ? {
        verified: true,
        reason: 'valid',
        signature: '-----BEGIN PGP SIGNATURE-----\n\n-----END PGP SIGNATURE-----',
        payload: `commit ${sha}`,
        verified_at: isoSeconds(new Date(committer.at)),
      }
    : { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null }
}
