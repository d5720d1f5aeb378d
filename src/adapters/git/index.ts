import type { Drafts, Identity, Repository, Worktree } from '../../ports.ts'
import { locateRepository } from './location.ts'

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
  const { openWorktree } = await import('./worktree.ts')
  const { openDrafts } = await import('./drafts.ts')
  const drafts = openDrafts(location)
  if (engine === 'program') {
    const { openWithProgram } = await import('./program.ts')
    const { programIndex } = await import('./program-index.ts')
    const { identity, ...repository } = openWithProgram(location)
    return {
      repository,
      identity,
      drafts,
      worktree: openWorktree(location, folder, repository, programIndex(location)),
    }
  }
  const { openIsomorphic } = await import('./isomorphic.ts')
  const { isomorphicIndex } = await import('./isomorphic-index.ts')
  const { identity, ...repository } = openIsomorphic(location)
  return {
    repository,
    identity,
    drafts,
    worktree: openWorktree(location, folder, repository, isomorphicIndex(location)),
  }
}
