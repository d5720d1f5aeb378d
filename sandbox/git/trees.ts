import type { BareRepository } from './bare-repository.ts'
import { inspect, type ObjectType } from './objects.ts'
import { requirePath } from './path-names.ts'
import { GitRefusal } from './refusal.ts'
import { gitText, runGit } from './run-git.ts'

/** `100644` file, `100755` executable, `120000` symlink, `040000` folder, `160000` submodule. */
export type FileMode = '100644' | '100755' | '120000' | '040000' | '160000'

export interface TreeEntry {
  /** From the root of the tree that was asked for. */
  readonly path: string
  readonly mode: FileMode
  readonly type: ObjectType
  readonly sha: string
  /** Bytes of a file; undefined for folders and submodules. */
  readonly size: number | undefined
}

/** One place of a new tree; `sha` null takes away what is there. */
export interface TreeChange {
  readonly path: string
  readonly mode: FileMode
  readonly sha: string | null
}

type Folder = Map<string, Folder | TreeChange>
type Item = Pick<TreeEntry, 'mode' | 'sha'>

const TYPES: Readonly<Record<FileMode, ObjectType>> = {
  '100644': 'blob',
  '100755': 'blob',
  '120000': 'blob',
  '040000': 'tree',
  '160000': 'commit',
}

/**
 * The entries of a tree, in git's order; with `recursive` those of its folders too, each folder before what it holds.
 *
 * @param tree - The id of a tree or commit.
 * @throws {GitRefusal} `not-found` when it is none.
 */
export async function readTree(
  repository: BareRepository,
  tree: string,
  { recursive = false }: { readonly recursive?: boolean } = {},
): Promise<readonly TreeEntry[]> {
  const args = ['ls-tree', '-z', '--long', '--full-tree', ...(recursive ? ['-r', '-t'] : []), tree]
  const { status, stdout } = await runGit(repository, args, { accept: [0, 128] })
  if (status !== 0) throw new GitRefusal('not-found', `${tree} is not a valid tree`)
  return stdout.toString('utf8').split('\0').filter(Boolean).map(parseEntry)
}

/**
 * Writes a tree: a base with some places changed. A later change of a place wins over an earlier one; a file may take
 * the place of a folder and the other way round; folders that become empty go.
 *
 * @param base - The id of a tree or commit; undefined for none.
 * @returns The id of the new tree.
 * @throws {GitRefusal} `malformed` for a path that GitHub refuses, or one that is both file and folder; `not-found` for
 * an object that is not there or not of its mode's type, and for taking away what is not there.
 */
export async function createTree(
  repository: BareRepository,
  base: string | undefined,
  changes: readonly TreeChange[],
): Promise<string> {
  for (const { path } of changes) requirePath(path)
  await requireObjects(repository, changes)
  const items = await changeFolder(repository, base, placeChanges(changes))
  return makeTree(repository, items)
}

/** The id of the tree without an entry, which is there afterwards. */
export function emptyTree(repository: BareRepository): Promise<string> {
  return gitText(repository, ['mktree'], { input: '' })
}

async function requireObjects(repository: BareRepository, changes: readonly TreeChange[]): Promise<void> {
  // A submodule's commit lives elsewhere.
  const named = changes.filter(change => change.sha !== null && change.mode !== '160000')
  const found = await inspect(
    repository,
    named.map(({ sha }) => sha as string),
  )
  for (const [index, { mode, sha }] of named.entries()) {
    if (found[index]?.type === TYPES[mode]) continue
    throw new GitRefusal('not-found', `tree.sha ${sha} is not a valid ${TYPES[mode]}`)
  }
}

function placeChanges(changes: readonly TreeChange[]): Folder {
  const root: Folder = new Map()
  for (const change of changes) {
    const names = change.path.split('/')
    const name = names.pop() as string
    let folder = root
    for (const step of names) {
      const next = folder.get(step) ?? new Map()
      // What a deletion leaves free, a folder may take.
      const inner: Folder | undefined = next instanceof Map ? next : next.sha === null ? new Map() : undefined
      if (inner === undefined) throw bothFileAndFolder(change.path)
      folder.set(step, inner)
      folder = inner
    }
    const there = folder.get(name)
    if (there instanceof Map && !onlyDeletes(there)) throw bothFileAndFolder(change.path)
    folder.set(name, change)
  }
  return root
}

// A file may take the place of a folder whose files go.
function onlyDeletes(folder: Folder): boolean {
  return Array.from(folder.values()).every(change =>
    change instanceof Map ? onlyDeletes(change) : change.sha === null,
  )
}

function bothFileAndFolder(path: string): GitRefusal {
  return new GitRefusal('malformed', `tree.path ${path} is both a file and a folder`)
}

async function changeFolder(
  repository: BareRepository,
  base: string | undefined,
  changes: Folder,
): Promise<Map<string, Item>> {
  const present = base === undefined ? [] : await readTree(repository, base)
  const items = new Map<string, Item>(present.map(({ path, mode, sha }) => [path, { mode, sha }]))
  for (const [name, change] of changes) {
    const item = items.get(name)
    if (change instanceof Map) {
      const inner = await changeFolder(repository, item?.mode === '040000' ? item.sha : undefined, change)
      if (inner.size === 0) items.delete(name)
      else items.set(name, { mode: '040000', sha: await makeTree(repository, inner) })
    } else if (change.sha !== null) items.set(name, { mode: change.mode, sha: change.sha })
    else if (!items.delete(name)) throw new GitRefusal('not-found', `there is no ${change.path} to delete`)
  }
  return items
}

function makeTree(repository: BareRepository, items: ReadonlyMap<string, Item>): Promise<string> {
  const lines = Array.from(items, ([name, { mode, sha }]) => `${mode} ${TYPES[mode]} ${sha}\t${name}\0`)
  return gitText(repository, ['mktree', '-z', '--missing'], { input: lines.join('') })
}

/** Of `MODE TYPE ID SIZE<tab>PATH`, the size padded, or `-`. */
function parseEntry(line: string): TreeEntry {
  const tab = line.indexOf('\t')
  const [mode, type, sha = '', size] = line.slice(0, tab).split(/ +/)
  return {
    path: line.slice(tab + 1),
    mode: mode as FileMode,
    type: type as ObjectType,
    sha,
    size: size === '-' ? undefined : Number(size),
  }
}
