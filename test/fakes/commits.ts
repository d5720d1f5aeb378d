import { createHash } from 'node:crypto'
import type { Repository, TreeEntry } from '../../src/ports.ts'

export const ONLY_COMMIT = 'c'.repeat(40)

type Reading =
  | 'head'
  | 'resolve'
  | 'commitFacts'
  | 'listFolder'
  | 'listFiles'
  | 'readFile'
  | 'readBlobs'
  | 'blobIds'
  | 'history'
  | 'chain'
  | 'isShallow'

/** A repository whose only commit, on the branch main, brought all these files; it is read, never written to. */
export function fakeCommit(files: ReadonlyMap<string, Uint8Array>): Pick<Repository, Reading> {
  const objects = new Map<string, Uint8Array>()
  const blobs = [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, content]): TreeEntry => {
      const id = blobId(content)
      objects.set(id, content)
      return { path, mode: '100644', id }
    })
  const below = (folder: string) => blobs.filter(({ path }) => folder === '' || path.startsWith(`${folder}/`))
  const commit = { commit: ONLY_COMMIT, committedAt: Date.UTC(2026, 9, 1) }
  return {
    head: async () => ({ commit: ONLY_COMMIT, branch: 'main' }),
    resolve: async revision => (['HEAD', 'main', ONLY_COMMIT].includes(revision) ? ONLY_COMMIT : undefined),
    commitFacts: async id => ({
      id,
      tree: id,
      parents: [],
      author: ADA,
      committer: ADA,
      committedAt: commit.committedAt,
      message: 'Add it\n',
    }),
    async listFolder(_commit, folder) {
      const entries = new Map<string, TreeEntry>()
      for (const entry of below(folder)) {
        const end = entry.path.indexOf('/', folder.length + 1)
        const path = end < 0 ? entry.path : entry.path.slice(0, end)
        entries.set(path, end < 0 ? entry : { path, mode: '040000', id: blobId(TREE) })
      }
      return [...entries.values()]
    },
    listFiles: async (_commit, folder) => below(folder),
    readFile: async (_commit, path) => files.get(path),
    readBlobs: async (ids, take) => ids.map((id, index) => take(objects.get(id) ?? TREE, index)),
    blobIds: async contents => Array.from(contents, blobId),
    async history(_commit, path) {
      const entries = blobs.filter(blob => blob.path === path || blob.path.startsWith(`${path}/`))
      const by = { ...commit, author: 'Ada', subject: 'Add it', status: 'added', before: undefined } as const
      return {
        entries: entries.map(({ path: added, id }) => ({ ...by, path: added, after: id })),
        complete: true,
      }
    },
    chain: async () => ({ entries: [commit], complete: true }),
    isShallow: async () => false,
  }
}

const ADA = { name: 'Ada', email: 'ada@example.com' }

/** What a folder would be, read as if it were a file. */
const TREE = Uint8Array.from([
  ...new TextEncoder().encode('100644 a\0'),
  ...Array.from({ length: 20 }, () => 0xfe),
])

function blobId(content: Uint8Array): string {
  return createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex')
}
