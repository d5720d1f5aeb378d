import type { FileMode } from '../../ports.ts'

/** What an object's name takes in a tree of a repository that hashes with SHA-1. */
export const SHA1_BYTES = 20

/** An entry of one tree object. */
export interface TreeItem {
  readonly name: string
  readonly mode: FileMode
  readonly id: string
}

/**
 * Takes a raw tree object apart: `mode SP name NUL id`, repeated.
 *
 * @param idBytes - 20, or 32 in a repository that hashes with SHA-256.
 */
export function parseTree(body: Buffer, idBytes: number): TreeItem[] {
  const items: TreeItem[] = []
  for (let at = 0; at < body.length; ) {
    const space = body.indexOf(32, at)
    const end = body.indexOf(0, space)
    const id = body.toString('hex', end + 1, end + 1 + idBytes)
    items.push({
      mode: modeOf(body.toString('latin1', at, space)),
      name: body.toString('utf8', space + 1, end),
      id,
    })
    at = end + 1 + idBytes
  }
  return items
}

/** Modes as git prints them; old repositories hold `100664`, trees are stored as `40000`. */
export function modeOf(text: string): FileMode {
  switch (text.padStart(6, '0')) {
    case '040000':
      return '040000'
    case '120000':
      return '120000'
    case '160000':
      return '160000'
    case '100755':
      return '100755'
    default:
      return '100644'
  }
}

/** Tree entries in git's order: folders sort as if their names ended in `/`. */
export function sortTree<T extends { readonly name: string; readonly mode: string }>(
  items: readonly T[],
): T[] {
  const key = (item: T) => Buffer.from(item.mode === '040000' ? `${item.name}/` : item.name, 'utf8')
  return [...items].sort((a, b) => Buffer.compare(key(a), key(b)))
}
