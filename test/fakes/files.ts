import { createHash } from 'node:crypto'
import type { Artifacts, Repository, Worktree } from '../../src/ports.ts'

const digests = new WeakMap<Uint8Array, string>()

/** The SHA-256 of bytes that do not change, computed once. */
function sha256Of(content: Uint8Array): string {
  const known = digests.get(content) ?? createHash('sha256').update(content).digest('hex')
  digests.set(content, known)
  return known
}

/** A folder on disk that holds these files: to be listed, read and hashed. */
export function fakeFolder(files: ReadonlyMap<string, Uint8Array>): {
  readonly worktree: Pick<Worktree, 'root' | 'listFiles' | 'visibleFiles' | 'readFile'>
  readonly artifacts: Pick<Artifacts, 'hash' | 'hashPath'>
} {
  const root = '/folder'
  return {
    worktree: {
      root,
      async listFiles(folder) {
        return [...files]
          .filter(([path]) => path.startsWith(`${folder}/`))
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([path, content]) => ({ path, kind: 'file', bytes: content.length }))
      },
      visibleFiles: async () => [...files.keys()].sort(),
      readFile: async path => files.get(path),
    },
    artifacts: {
      hash: bytes => createHash('sha256').update(bytes).digest('hex'),
      async hashPath(path) {
        const content = files.get(path.slice(root.length + 1))
        if (content === undefined) throw new Error(`${path} is not there`)
        return { isFolder: false, files: [{ path, sha256: sha256Of(content), bytes: content.length }] }
      },
    },
  }
}

/** A repository in which nothing is committed yet. */
export const NO_COMMITS: Pick<Repository, 'head'> = {
  head: async () => ({ commit: undefined, branch: 'main' }),
}
