import { adaptersBy, type GitAdapters } from './adapters.ts'
import { locateRepository } from './location.ts'
import { openWithProgram } from './program.ts'
import { programIndex } from './program-index.ts'

/**
 * Opens the repository that a folder lies in by the git program.
 *
 * @throws {ModelyardError} `no-repository` where there is none.
 */
export function openGitByProgram(folder: string): GitAdapters {
  const location = locateRepository(folder)
  const { identity, ...repository } = openWithProgram(location)
  return adaptersBy({ repository, identity, index: programIndex(location) }, location, folder)
}
