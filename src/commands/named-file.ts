import type { Worktree } from '../ports.ts'

/**
 * A file that model.yaml names, as a command reads it: from the root of the repository, wherever it was started.
 *
 * @param uri - A path inside the repository.
 * @throws {ModelyardError} `path-escape` where a link leads out of the repository.
 */
export async function namedFile(
  uri: string,
  worktree: Pick<Worktree, 'root' | 'listFiles' | 'pathFromRoot'>,
): Promise<string> {
  await worktree.listFiles(uri)
  return worktree.pathFromRoot(uri) === uri ? uri : `${worktree.root}/${uri}`
}
