import type { FileChange, TreeChange, TreeEntry } from '../../ports.ts'
import { sortTree, type TreeItem } from './tree-object.ts'

export interface TreeReader {
  readTree(id: string): Promise<readonly TreeItem[]>
}

/** What changes below one folder: blobs by name (null removes), and folders. */
export interface FolderChange {
  readonly files: Map<string, string | null>
  readonly folders: Map<string, FolderChange>
}

/** Sorts changes into folders. `ids` are the new blobs in the order of the changes. */
export function placeChanges(changes: readonly FileChange[], ids: readonly (string | null)[]): FolderChange {
  const root: FolderChange = { files: new Map(), folders: new Map() }
  for (const [index, { path }] of changes.entries()) place(root, path.split('/'), ids[index] ?? null)
  return root
}

function place(folder: FolderChange, parts: readonly string[], id: string | null): void {
  const [name = '', ...rest] = parts
  if (rest.length === 0) {
    folder.files.set(name, id)
    return
  }
  const inner = folder.folders.get(name) ?? { files: new Map(), folders: new Map() }
  folder.folders.set(name, inner)
  place(inner, rest, id)
}

export interface FolderWriter {
  /** What a folder holds before the change. */
  existing(folder: string): Promise<readonly TreeItem[]>
  /** Writes a tree; its id. */
  make(items: readonly TreeItem[]): Promise<string>
}

/** Writes the trees of changed folders, innermost first; the root's id. Only folders on the way are read. */
export async function writeFolders(
  change: FolderChange,
  path: string,
  writer: FolderWriter,
): Promise<string> {
  return (await writeFolder(change, path, writer)) ?? writer.make([])
}

/** Undefined where nothing is left in the folder. */
async function writeFolder(
  change: FolderChange,
  path: string,
  writer: FolderWriter,
): Promise<string | undefined> {
  const items = new Map((await writer.existing(path)).map(item => [item.name, item]))
  for (const [name, id] of change.files) {
    if (id === null) items.delete(name)
    else items.set(name, { name, mode: items.get(name)?.mode === '100755' ? '100755' : '100644', id })
  }
  for (const [name, inner] of change.folders) {
    const id = await writeFolder(inner, path === '' ? name : `${path}/${name}`, writer)
    if (id === undefined) items.delete(name)
    else items.set(name, { name, mode: '040000', id })
  }
  return items.size === 0 ? undefined : writer.make(sortTree([...items.values()]))
}

/** All files below a tree, by path. */
export async function listBelow(trees: TreeReader, id: string, folder: string): Promise<TreeEntry[]> {
  const entries: TreeEntry[] = []
  for (const item of await trees.readTree(id)) {
    const path = folder === '' ? item.name : `${folder}/${item.name}`
    if (item.mode === '040000') entries.push(...(await listBelow(trees, item.id, path)))
    else entries.push({ path, mode: item.mode, id: item.id })
  }
  return entries
}

type Side = Omit<TreeItem, 'name'> | undefined

/** The files that differ between two entries of one path; folders with the same id are not opened. */
export async function changedFiles(
  trees: TreeReader,
  before: Side,
  after: Side,
  path: string,
): Promise<TreeChange[]> {
  if (before?.id === after?.id && before?.mode === after?.mode) return []
  const own = changeOfFile(before, after, path)
  const [old, now] = [await itemsOf(trees, before), await itemsOf(trees, after)]
  const inner: TreeChange[] = []
  for (const name of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    inner.push(
      ...(await changedFiles(trees, old.get(name), now.get(name), path === '' ? name : `${path}/${name}`)),
    )
  }
  return [...own, ...inner]
}

async function itemsOf(trees: TreeReader, side: Side): Promise<ReadonlyMap<string, TreeItem>> {
  if (side?.mode !== '040000') return new Map()
  return new Map((await trees.readTree(side.id)).map(item => [item.name, item]))
}

function changeOfFile(before: Side, after: Side, path: string): TreeChange[] {
  const [old, now] = [fileOf(before), fileOf(after)]
  if (old === undefined && now === undefined) return []
  const status = old === undefined ? 'added' : now === undefined ? 'deleted' : 'modified'
  return [{ path, status, before: old, after: now }]
}

function fileOf(side: Side): TreeChange['before'] {
  return side === undefined || side.mode === '040000' ? undefined : { mode: side.mode, id: side.id }
}
