import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { onTestFinished } from 'vitest'
import type { BareRepository } from '../../../sandbox/git/bare-repository.ts'
import { createCommit, type Signature } from '../../../sandbox/git/commits.ts'
import { writeBlobs } from '../../../sandbox/git/objects.ts'
import { moveRef } from '../../../sandbox/git/refs.ts'
import { createRepository } from '../../../sandbox/git/repository.ts'
import { type GitDoor, serveGit } from '../../../sandbox/git/smart-http.ts'
import { createTree } from '../../../sandbox/git/trees.ts'
import { gitEnvironment, temporaryFolder } from '../../support/temporary.ts'

const run = promisify(execFile)

export const NOON = Date.UTC(2026, 9, 1, 12)
export const ADA: Signature = { name: 'Ada Lovelace', email: 'ada@example.com', at: NOON }
export const HUB: Signature = { name: 'GitHub', email: 'noreply@github.com', at: NOON + 60_000 }

export async function emptyRepository(): Promise<BareRepository> {
  return createRepository(`${await temporaryFolder()}/models.git`)
}

export interface CommitScene {
  /** Short name of a branch that moves to the commit. */
  readonly branch?: string
  readonly parents?: readonly string[]
  readonly message?: string
  readonly author?: Signature
}

/** A commit that changes files of its first parent; null takes one away. */
export async function commit(
  repository: BareRepository,
  files: Readonly<Record<string, string | null>>,
  { branch, parents = [], message = 'change', author = ADA }: CommitScene = {},
): Promise<string> {
  const entries = Object.entries(files)
  const shas = await writeBlobs(
    repository,
    entries.map(([, content]) => content ?? ''),
  )
  const changes = entries.map(([path, content], index) => ({
    path,
    mode: '100644' as const,
    sha: content === null ? null : (shas[index] as string),
  }))
  const tree = await createTree(repository, parents[0], changes)
  const sha = await createCommit(repository, { tree, parents, author, committer: author, message })
  if (branch !== undefined) {
    const before = parents[0] === undefined ? null : undefined
    await moveRef(repository, { name: `refs/heads/${branch}`, before, after: sha, force: true }).catch(() =>
      moveRef(repository, { name: `refs/heads/${branch}`, before: null, after: sha }),
    )
  }
  return sha
}

/** Runs git in a bare repository, to look at what was made with other eyes. */
export async function gitIn(repository: BareRepository, ...args: string[]): Promise<string> {
  const { stdout } = await run('git', [`--git-dir=${repository.dir}`, ...args], { env: gitEnvironment() })
  return stdout.replace(/\n$/, '')
}

/** Serves a repository on localhost until the test ends; the URL to clone. */
export async function serve<Actor>(
  repository: BareRepository,
  door: GitDoor<Actor>,
  onFailure?: (error: unknown) => void,
): Promise<string> {
  const failed: unknown[] = []
  const served: Promise<unknown>[] = []
  const server = createServer((request, response) => {
    served.push(
      serveGit(request, response, repository, door).catch(onFailure ?? (error => failed.push(error))),
    )
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
    // What goes on after the last answer would go on in the next test.
    await Promise.all(served)
    if (failed.length > 0) throw failed[0]
  })
  const { port } = server.address() as AddressInfo
  return `http://x-access-token:secret@127.0.0.1:${port}/acme/models.git`
}
