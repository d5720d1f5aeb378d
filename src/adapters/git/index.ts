import { adaptersBy, type GitAdapters } from './adapters.ts'
import { openGitByProgram } from './by-program.ts'
import { locateRepository } from './location.ts'

export type { GitAdapters } from './adapters.ts'

export const GIT_ENGINES = ['program', 'isomorphic'] as const
export type GitEngine = (typeof GIT_ENGINES)[number]

/**
 * Opens the repository that a folder lies in. Code is loaded for the engine that is asked for alone.
 *
 * @throws {ModelyardError} `no-repository` where there is none.
 */
export async function openGit(folder: string, engine: GitEngine): Promise<GitAdapters> {
  if (engine === 'program') return openGitByProgram(folder)
  const location = locateRepository(folder)
  const { openIsomorphic } = await import('./isomorphic.ts')
  const { isomorphicIndex } = await import('./isomorphic-index.ts')
  const { identity, ...repository } = openIsomorphic(location)
  return adaptersBy({ repository, identity, index: isomorphicIndex(location) }, location, folder)
}
