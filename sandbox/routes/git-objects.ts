import { apiRoot } from '../bodies.ts'
import { gitCommitBody } from '../commit-bodies.ts'
import { fill } from '../fill.ts'
import type { BareRepository } from '../git/bare-repository.ts'
import { createCommit, readCommit, type Signature } from '../git/commits.ts'
import { readObject, writeBlobs } from '../git/objects.ts'
import { createTree, type FileMode, readTree, type TreeChange } from '../git/trees.ts'
import { filledGit, orRefuse } from '../hosting.ts'
import { nodeId } from '../node-id.ts'
import { type Answer, type Call, invalid, Refusal, type Routes, textAt } from '../route.ts'
import { sign, signatureOf, signsFor, webSignature } from '../signatures.ts'

export const gitObjectRoutes: Routes = {
  'git/create-blob': createBlob,
  'git/get-blob': getBlob,
  'git/create-tree': createTreeOf,
  'git/get-tree': getTree,
  'git/create-commit': createCommitOf,
  'git/get-commit': async call => {
    const git = await filledGit(call.repository)
    const commit = await orRefuse(readCommit(git, textAt(call.path, 'commit_sha')))
    return { status: 200, body: gitCommitBody(call, commit) }
  },
}

/** Bytes of a file that the API gives out. */
const MOST_BLOB_BYTES = 100 * 2 ** 20

async function createBlob(call: Call): Promise<Answer> {
  const { content, encoding = 'utf-8' } = call.body
  if (encoding !== 'utf-8' && encoding !== 'base64') {
    throw invalid({ resource: 'Blob', code: 'invalid', field: 'encoding' })
  }
  const bytes = Buffer.from(String(content), encoding)
  const [sha] = await writeBlobs(await filledGit(call.repository), [bytes])
  return { status: 201, body: { sha, url: `${apiRoot(call, call.repository)}/git/blobs/${sha}` } }
}

async function getBlob(call: Call): Promise<Answer> {
  const git = await filledGit(call.repository)
  const { sha, size, content } = await orRefuse(readObject(git, textAt(call.path, 'file_sha'), 'blob'))
  if (size > MOST_BLOB_BYTES) throw new Refusal(403, 'This blob is too large to fetch.')
  const body = fill('blob', {
    sha,
    size,
    node_id: nodeId('Blob', `${call.repository.id}:${sha}`),
    url: `${apiRoot(call, call.repository)}/git/blobs/${sha}`,
    encoding: 'base64',
    content: wrapped(content),
  })
  return { status: 200, body }
}

/** Base64 in lines of 60 characters. */
export function wrapped(content: Buffer): string {
  return content.toString('base64').replace(/.{60}|.+$/g, '$&\n')
}

async function createTreeOf(call: Call): Promise<Answer> {
  const git = await filledGit(call.repository)
  const { tree, base_tree: base } = call.body
  const entries = tree as readonly Readonly<Record<string, string | null>>[]
  const changes = await Promise.all(entries.map(entry => changeOf(git, entry)))
  const made = createTree(git, typeof base === 'string' ? base : undefined, changes)
  const sha = await orRefuse(made, { 'not-found': 422 })
  return { status: 201, body: await treeBody(call, git, sha, false) }
}

async function changeOf(
  git: BareRepository,
  { path, mode, sha, content }: Readonly<Record<string, string | null>>,
): Promise<TreeChange> {
  const [written] = content == null ? [] : await writeBlobs(git, [content])
  return {
    path: path ?? '',
    mode: (mode ?? '100644') as FileMode,
    sha: written ?? sha ?? null,
  }
}

async function getTree(call: Call): Promise<Answer> {
  const git = await filledGit(call.repository)
  const named = textAt(call.path, 'tree_sha')
  const body = treeBody(call, git, named, call.query.recursive !== undefined)
  return { status: 200, body: await orRefuse(body) }
}

async function treeBody(call: Call, git: BareRepository, named: string, recursive: boolean): Promise<object> {
  const api = apiRoot(call, call.repository)
  const entries = await readTree(git, named, { recursive })
  const { sha } = await orRefuse(readObject(git, `${named}^{tree}`, 'tree'))
  return fill('git-tree', {
    sha,
    url: `${api}/git/trees/${sha}`,
    truncated: false,
    tree: entries.map(({ size, ...entry }) => ({
      ...entry,
      ...(size !== undefined && { size }),
      ...(entry.type !== 'commit' && { url: `${api}/git/${entry.type}s/${entry.sha}` }),
    })),
  })
}

/** Who is named in a body: whole, or in part with the caller for the rest. */
export function signatureIn(call: Call, value: unknown, fallback: Signature): Signature {
  if (value === undefined) return fallback
  const { name = fallback.name, email = fallback.email, date } = value as Record<string, string>
  return { name, email, at: date === undefined ? call.now.getTime() : Date.parse(date) }
}

async function createCommitOf(call: Call): Promise<Answer> {
  const git = await filledGit(call.repository)
  const { body, actor } = call
  const author = signatureIn(call, body.author, signatureOf(actor.account, call.now))
  const leftToGitHub = body.author === undefined && body.committer === undefined && signsFor(actor)
  const committer = leftToGitHub ? webSignature(call.now) : signatureIn(call, body.committer, author)
  const draft = {
    tree: textAt(body, 'tree'),
    parents: (body.parents ?? []) as string[],
    author,
    committer,
    message: textAt(body, 'message'),
  }
  const sha = await orRefuse(createCommit(git, draft), { 'not-found': 422 })
  if (leftToGitHub) sign(call.repository, sha)
  return { status: 201, body: gitCommitBody(call, { sha, ...draft }) }
}
