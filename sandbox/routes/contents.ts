import { apiRoot, fullName, HTML_ROOT } from '../bodies.ts'
import { moveByApi } from '../branches.ts'
import { encodedPath, gitCommitBody } from '../commit-bodies.ts'
import { draftCommit, type FileChanges } from '../git/commit-files.ts'
import { createCommit, readCommit } from '../git/commits.ts'
import { type Contents, readContents } from '../git/contents.ts'
import { inspect, writeBlobs } from '../git/objects.ts'
import { createRef, readRef, resolveCommit } from '../git/refs.ts'
import { createTree } from '../git/trees.ts'
import { gitOf, orRefuse } from '../hosting.ts'
import { type Answer, type Call, notFound, Refusal, type Routes, textAt } from '../route.ts'
import { sign, signatureOf, signsFor, webSignature } from '../signatures.ts'
import { signatureIn, wrapped } from './git-objects.ts'

export const contentRoutes: Routes = {
  'repos/get-content': get,
  'repos/create-or-update-file-contents': put,
  'repos/delete-file': remove,
}

/** Bytes of a file whose content is in the answer; larger ones are asked for as blobs. */
const MOST_BYTES = 2 ** 20

async function get(call: Call): Promise<Answer> {
  const git = gitOf(call.repository)
  const named = call.query.ref === undefined ? call.repository.defaultBranch : textAt(call.query, 'ref')
  const commit = await resolveCommit(git, named)
  if (commit === undefined) throw new Refusal(404, `No commit found for the ref ${named}`)
  const found = await orRefuse(readContents(git, commit, textAt(call.path, 'path')))
  return { status: 200, body: contentsBody(call, named, found) }
}

function contentsBody(call: Call, ref: string, found: Contents): unknown {
  const entry = (type: string, path: string, sha: string, size: number) =>
    placeBody(call, ref, { type, path, sha, size })
  if (found.kind === 'folder') {
    return found.entries.map(({ path, mode, sha, size = 0 }) => entry(TYPES[mode], path, sha, size))
  }
  if (found.kind === 'submodule') {
    const place = entry('submodule', found.path, found.sha, 0)
    return { ...place, submodule_git_url: found.url ?? HTML_ROOT }
  }
  if (found.kind === 'symlink' && found.file === undefined) {
    return { ...entry('symlink', found.path, found.sha, found.target.length), target: found.target }
  }
  const { content, sha } = found.kind === 'symlink' ? { ...found, ...found.file } : found
  const bytes = content ?? Buffer.alloc(0)
  const isShown = bytes.length <= MOST_BYTES
  return {
    ...entry('file', found.path, sha, bytes.length),
    encoding: isShown ? 'base64' : 'none',
    content: isShown ? wrapped(bytes) : '',
  }
}

const TYPES = {
  '100644': 'file',
  '100755': 'file',
  '120000': 'symlink',
  '040000': 'dir',
  '160000': 'submodule',
} as const

interface Place {
  readonly type: string
  readonly path: string
  readonly sha: string
  readonly size: number
}

function placeBody(call: Call, ref: string, { type, path, sha, size }: Place) {
  const api = apiRoot(call, call.repository)
  const encoded = encodedPath(path)
  const at = encodeURIComponent(ref)
  const isFolder = type === 'dir'
  const links = {
    self: `${api}/contents/${encoded}?ref=${at}`,
    git: `${api}/git/${isFolder ? 'trees' : 'blobs'}/${sha}`,
    html: `${HTML_ROOT}/${fullName(call.repository)}/${isFolder ? 'tree' : 'blob'}/${at}/${encoded}`,
  }
  return {
    type,
    name: path.slice(path.lastIndexOf('/') + 1),
    path,
    sha,
    size,
    url: links.self,
    git_url: links.git,
    html_url: links.html,
    download_url: isFolder ? null : links.html.replace('/blob/', '/raw/'),
    _links: links,
  }
}

async function put(call: Call): Promise<Answer> {
  const path = textAt(call.path, 'path')
  const content = Buffer.from(textAt(call.body, 'content'), 'base64')
  const present = await fileAt(call, path)
  if (present === undefined && call.body.sha !== undefined) throw stale(path, String(call.body.sha))
  if (present !== undefined && call.body.sha === undefined) {
    throw new Refusal(422, `Invalid request.\n\n"sha" wasn't supplied.`)
  }
  if (present !== undefined && call.body.sha !== present) throw stale(path, String(call.body.sha))
  const sha = await commit(call, { additions: [{ path, content }] })
  const [blob] = await inspect(gitOf(call.repository), [`${sha}:${path}`])
  const place = { type: 'file', path, sha: blob?.sha ?? '', size: content.length }
  const body = {
    content: placeBody(call, branchOf(call), place),
    commit: gitCommitBody(call, await readCommit(gitOf(call.repository), sha)),
  }
  return { status: present === undefined ? 201 : 200, body }
}

async function remove(call: Call): Promise<Answer> {
  const path = textAt(call.path, 'path')
  const present = await fileAt(call, path)
  if (present === undefined) throw notFound()
  if (call.body.sha !== present) throw stale(path, String(call.body.sha))
  const sha = await commit(call, { deletions: [{ path }] })
  const body = { content: null, commit: gitCommitBody(call, await readCommit(gitOf(call.repository), sha)) }
  return { status: 200, body }
}

function stale(path: string, sha: string): Refusal {
  return new Refusal(409, `${path} does not match ${sha}`)
}

function branchOf({ body, repository }: Call): string {
  return typeof body.branch === 'string'
    ? body.branch.replace(/^refs\/heads\//, '')
    : repository.defaultBranch
}

async function fileAt(call: Call, path: string): Promise<string | undefined> {
  // What is malformed is refused when it is written.
  if (/[\0\n]/.test(path)) return undefined
  const [facts] = await inspect(gitOf(call.repository), [`refs/heads/${branchOf(call)}:${path}`])
  return facts?.type === 'blob' ? facts.sha : undefined
}

async function commit(call: Call, changes: FileChanges): Promise<string> {
  const { repository, actor } = call
  const git = gitOf(repository)
  const branch = branchOf(call)
  const name = `refs/heads/${branch}`
  const before = (await readRef(git, name))?.sha
  const author = signatureIn(call, call.body.author, signatureOf(actor.account, call.now))
  const committer = signatureIn(call, call.body.committer, webSignature(call.now))
  const message = textAt(call.body, 'message')
  if (before === undefined) {
    if (branch !== repository.defaultBranch) throw new Refusal(404, `Branch ${branch} not found`)
    return firstCommit(call, changes, { message, author, committer })
  }
  const after = await orRefuse(
    draftCommit(git, { branch, changes, message, author, committer, expectedHead: before }),
  )
  await orRefuse(moveByApi(call, [{ name, before, after }]))
  if (signsFor(actor) || call.body.committer === undefined) sign(repository, after)
  return after
}

/** The first file of an empty repository makes its default branch. */
async function firstCommit(
  { repository }: Call,
  { additions = [] }: FileChanges,
  draft: Omit<Parameters<typeof createCommit>[1], 'tree' | 'parents'>,
): Promise<string> {
  const git = gitOf(repository)
  const shas = await writeBlobs(
    git,
    additions.map(({ content }) => content),
  )
  const entries = additions.map(
    ({ path }, at) => ({ path, mode: '100644', sha: shas[at] as string }) as const,
  )
  const tree = await orRefuse(createTree(git, undefined, entries))
  const sha = await createCommit(git, { ...draft, tree, parents: [] })
  await createRef(git, `refs/heads/${repository.defaultBranch}`, sha)
  return sha
}
