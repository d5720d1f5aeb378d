import git from 'isomorphic-git'
import type { Location } from './location.ts'
import { atomicFs } from './loose-files.ts'
import type { GitIndex } from './worktree.ts'

const readingFs = { promises: { ...atomicFs.promises, writeFile: async () => {} } }

/** The index in JavaScript alone. */
export function isomorphicIndex({ root, gitDir }: Location): GitIndex {
  const at = { fs: atomicFs, dir: root, gitdir: gitDir, cache: {} }
  // A question notes in the index when it looked at a file: nothing is to be written for that.
  const asking = () => ({ ...at, fs: readingFs, cache: {} })
  return {
    async visible() {
      // [path, in head, on disk, in index]: what is on disk, and not ignored, which statusMatrix leaves out.
      const matrix = await git.statusMatrix(asking())
      return matrix.filter(([, , disk]) => disk !== 0).map(([path]) => path)
    },
    async modified(paths) {
      const matrix = await git.statusMatrix({
        ...asking(),
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
        else
          await git.updateIndex({
            ...at,
            filepath: path,
            oid: after.id,
            mode: Number.parseInt(after.mode, 8),
            add: true,
          })
      }
    },
  }
}
