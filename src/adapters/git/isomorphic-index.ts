import git from 'isomorphic-git'
import type { Location } from './location.ts'
import { atomicFs } from './loose-files.ts'
import type { GitIndex } from './worktree.ts'

/** The index in JavaScript alone. */
export function isomorphicIndex({ root, gitDir }: Location): GitIndex {
  const at = { fs: atomicFs, dir: root, gitdir: gitDir, cache: {} }
  return {
    async visible() {
      // [path, in head, on disk, in index]: what is on disk, and not ignored, which statusMatrix leaves out.
      const matrix = await git.statusMatrix(at)
      return matrix.filter(([, , disk]) => disk !== 0).map(([path]) => path)
    },
    async modified(paths) {
      const matrix = await git.statusMatrix({
        ...at,
        ...(paths.length === 0 ? {} : { filepaths: [...paths] }),
      })
      // [path, in head, on disk, in index]: 1 1 1 is unchanged; 0 in head and index is untracked.
      return matrix
        .filter(
          ([, head, disk, index]) =>
            !(head === 1 && disk === 1 && index === 1) && !(head === 0 && index === 0),
        )
        .map(([path]) => path)
    },
    async update(entries) {
      for (const { path, after } of entries) {
        if (after === undefined) await git.updateIndex({ ...at, filepath: path, remove: true, force: true })
        else await git.updateIndex({ ...at, filepath: path, oid: after.id, add: true })
      }
    },
  }
}
