import { ModelyardError } from '../../domain/errors/index.ts'
import type { Repository, TreeEntry, WorkFile, Worktree } from '../../ports.ts'

/**
 * The files of a commit where a checkout is asked for and there is none. Nothing can be written, and sizes are told as 0.
 *
 * @param root - What the folder would be called, from the root of the file system.
 */
export function openTreeWorktree(repository: Repository, commit: string, root: string): Worktree {
  const refuse = async () => {
    throw new ModelyardError({
      code: 'cannot-write',
      message: 'there is no checkout here, so that no file can be written',
      next: 'do it in a clone',
    })
  }
  return {
    root,
    operation: async () => undefined,
    listFiles: async folder => (await repository.listFiles(commit, folder)).map(workFile),
    visibleFiles: async () => (await repository.listFiles(commit, '')).map(({ path }) => path),
    async readFile(path) {
      // A path that leads elsewhere is no entry of a tree.
      if (path.split('/').some(part => part === '' || part === '.' || part === '..')) return undefined
      return repository.readFile(commit, path)
    },
    writeFile: refuse,
    modified: async () => [],
    follow: refuse,
    pathFromRoot: () => undefined,
  }
}

function workFile({ path, mode }: TreeEntry): WorkFile {
  const kind = mode === '120000' ? 'link' : mode === '160000' ? 'repository' : 'file'
  return { path, kind, bytes: 0 }
}
