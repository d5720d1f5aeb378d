import { ModelyardError } from '../../domain/errors/index.ts'
import type { FileChange, TreeEntry } from '../../ports.ts'
import { placeChanges, writeFolders } from './folder-tree.ts'
import type { Location } from './location.ts'
import { gitText, startError, startGit } from './run-git.ts'
import type { TreeItem } from './tree-object.ts'

/** How many `git hash-object` run side by side. */
const WRITERS = 4

/** Writes the tree of a commit with some files changed, and all objects that it needs. */
export async function writeTree(
  location: Location,
  base: string | undefined,
  changes: readonly FileChange[],
  listFolder: (commit: string, folder: string) => Promise<readonly TreeEntry[]>,
): Promise<string> {
  const ids = await writeBlobs(location, changes)
  const maker = new TreeMaker(location)
  try {
    return await writeFolders(placeChanges(changes, ids), '', {
      existing: async folder => (base === undefined ? [] : await listFolder(base, folder)).map(itemOf),
      make: items => maker.make(items),
    })
  } finally {
    maker.close()
  }
}

function itemOf({ path, mode, id }: TreeEntry): TreeItem {
  return { name: path.slice(path.lastIndexOf('/') + 1), mode, id }
}

async function writeBlobs(location: Location, changes: readonly FileChange[]): Promise<(string | null)[]> {
  const ids: (string | null)[] = changes.map(() => null)
  const queue = changes.entries()
  const work = async () => {
    for (const [index, { content }] of queue) {
      if (content === null) continue
      ids[index] = await gitText(location, ['hash-object', '-w', '--no-filters', '--stdin'], {
        input: content,
      })
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, work))
  return ids
}

/** One `git mktree` for all folders of a commit. */
class TreeMaker {
  readonly #child
  readonly #failed: Promise<never>
  #waiting: ((id: string) => void) | undefined
  #output = ''

  constructor(location: Location) {
    const child = startGit(location, ['mktree', '-z', '--missing', '--batch'])
    this.#child = child
    let stderr = ''
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString('utf8')
    })
    child.stdin.on('error', () => {})
    child.stdout.on('data', (chunk: Buffer) => this.#take(chunk.toString('latin1')))
    this.#failed = new Promise<never>((_resolve, reject) => {
      child.on('error', error => reject(startError(error)))
      child.on('close', () => reject(mktreeError(stderr)))
    })
    this.#failed.catch(() => {})
  }

  make(items: readonly TreeItem[]): Promise<string> {
    const answer = new Promise<string>(resolve => {
      this.#waiting = resolve
    })
    const lines = items.map(({ mode, name, id }) => `${mode} ${TYPES[mode] ?? 'blob'} ${id}\t${name}\0`)
    this.#child.stdin.write(`${lines.join('')}\0`)
    return Promise.race([answer, this.#failed])
  }

  close(): void {
    this.#child.stdin.end()
  }

  #take(text: string): void {
    this.#output += text
    const end = this.#output.indexOf('\n')
    if (end < 0) return
    const id = this.#output.slice(0, end)
    this.#output = this.#output.slice(end + 1)
    this.#waiting?.(id)
  }
}

const TYPES: Readonly<Record<string, string>> = { '040000': 'tree', '160000': 'commit' }

function mktreeError(stderr: string): ModelyardError {
  return new ModelyardError({
    code: 'cannot-write',
    message: `git could not write a folder: ${stderr.trim().split('\n')[0] ?? ''}`,
    next: 'make room on the disk or allow writing there, then run the command again; nothing was changed',
  })
}
