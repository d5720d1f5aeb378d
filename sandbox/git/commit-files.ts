import type { BareRepository } from './bare-repository.ts'
import { createCommit, readCommit, type Signature } from './commits.ts'
import { inspect, writeBlobs } from './objects.ts'
import { requirePath } from './path-names.ts'
import { moveRef, readRef } from './refs.ts'
import { GitRefusal } from './refusal.ts'
import { createTree } from './trees.ts'

export interface FileChanges {
  readonly additions?: readonly { readonly path: string; readonly content: Uint8Array | string }[]
  /** Files that must be there. */
  readonly deletions?: readonly { readonly path: string }[]
}

export interface BranchCommit {
  /** Short name, such as `main`. */
  readonly branch: string
  readonly changes: FileChanges
  readonly message: string
  readonly author: Signature
  /** By default the author. */
  readonly committer?: Signature
  /** The commit that the branch must stand at. */
  readonly expectedHead: string
}

/**
 * Puts a commit on a branch by compare-and-swap, as `createCommitOnBranch` does: files get the mode 100644, deletions
 * come before additions, no change at all makes a commit without one.
 *
 * @returns The id of the commit.
 * @throws {GitRefusal} `not-found` when the branch is not there or a file to delete is not; `moved` when the branch
 * stands elsewhere; `malformed` for a path.
 */
export async function commitFiles(repository: BareRepository, request: BranchCommit): Promise<string> {
  const { branch, expectedHead } = request
  const sha = await draftCommit(repository, request)
  await moveRef(repository, { name: `refs/heads/${branch}`, before: expectedHead, after: sha })
  return sha
}

/** As `commitFiles`, without moving the branch: for who judges the commit first. */
export async function draftCommit(repository: BareRepository, request: BranchCommit): Promise<string> {
  const { branch, changes, message, author, committer = author, expectedHead } = request
  const standing = await readRef(repository, `refs/heads/${branch}`)
  if (standing === undefined) throw new GitRefusal('not-found', `No ref found for branch ${branch}`)
  if (standing.sha !== expectedHead) throw staleHead(standing.sha)
  const tree = await changedTree(repository, expectedHead, changes)
  return createCommit(repository, { tree, parents: [expectedHead], author, committer, message })
}

async function changedTree(
  repository: BareRepository,
  head: string,
  { additions = [], deletions = [] }: FileChanges,
): Promise<string> {
  for (const { path } of [...additions, ...deletions]) requirePath(path)
  await requireFiles(
    repository,
    head,
    deletions.map(({ path }) => path),
  )
  const shas = await writeBlobs(
    repository,
    additions.map(({ content }) => content),
  )
  const { tree } = await readCommit(repository, head)
  const mode = '100644'
  return createTree(repository, tree, [
    ...deletions.map(({ path }) => ({ path, mode, sha: null }) as const),
    ...additions.map(({ path }, index) => ({ path, mode, sha: shas[index] as string }) as const),
  ])
}

async function requireFiles(
  repository: BareRepository,
  head: string,
  paths: readonly string[],
): Promise<void> {
  const found = await inspect(
    repository,
    paths.map(path => `${head}:${path}`),
  )
  const missing = found.findIndex(facts => facts?.type !== 'blob')
  if (missing < 0) return
  throw new GitRefusal(
    'not-found',
    `A path was requested for deletion which does not exist as of commit oid \`${head}\`: ${paths[missing]}`,
  )
}

function staleHead(stands: string): GitRefusal {
  return new GitRefusal(
    'moved',
    `Expected branch to point to "${stands}" but it did not. Pull and try again.`,
  )
}
