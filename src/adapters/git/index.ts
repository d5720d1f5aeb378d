import type { Drafts, Identity, Repository, Worktree } from '../../ports.ts'
import { openDrafts } from './drafts.ts'
import { bareError } from './git-errors.ts'
import { locateRepository } from './location.ts'
import { openWithProgram } from './program.ts'
import { programIndex } from './program-index.ts'
import { type GitIndex, openWorktree } from './worktree.ts'

export interface GitAdapters {
  readonly repository: Repository
  readonly worktree: Worktree
  readonly identity: Identity
  readonly drafts: Drafts
}

export const GIT_ENGINES = ['program', 'isomorphic'] as const
export type GitEngine = (typeof GIT_ENGINES)[number]

/**
 * Opens the repository that a folder lies in. Code is loaded for the engine that is asked for alone.
 *
 * @throws {ModelyardError} `no-repository` where there is none.
 */
export async function openGit(folder: string, engine: GitEngine): Promise<GitAdapters> {
  const location = locateRepository(folder)
  const drafts = openDrafts(location)
  const worktreeWith = (repository: Repository, index: GitIndex) =>
    location.isBare ? noWorktree(location.root) : openWorktree(location, folder, repository, index)
  if (engine === 'program') {
    const { identity, ...repository } = openWithProgram(location)
    return {
      repository,
      identity,
      drafts,
      worktree: worktreeWith(repository, programIndex(location)),
    }
  }
  const { openIsomorphic } = await import('./isomorphic.ts')
  const { isomorphicIndex } = await import('./isomorphic-index.ts')
  const { identity, ...repository } = openIsomorphic(location)
  return {
    repository,
    identity,
    drafts,
    worktree: worktreeWith(repository, isomorphicIndex(location)),
  }
}

/** What a bare repository has in the place of files. */
function noWorktree(root: string): Worktree {
  const refuse = async () => {
    throw bareError()
  }
  return {
    root,
    operation: async () => undefined,
    listFiles: refuse,
    visibleFiles: refuse,
    readFile: refuse,
    writeFile: refuse,
    modified: refuse,
    follow: refuse,
    pathFromRoot: () => undefined,
  }
}
