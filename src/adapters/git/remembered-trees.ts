import type { TreeReader } from './folder-tree.ts'
import type { TreeItem } from './tree-object.ts'

/** Some 10 MB. */
const MOST_ITEMS = 50_000

/**
 * Reads a tree once: its id says all that it holds, and the way to each file of a folder leads through the same ones.
 *
 * @param mostItems - How many entries of trees are kept; beyond, it begins anew.
 */
export function rememberedTrees(trees: TreeReader, mostItems = MOST_ITEMS): TreeReader {
  const known = new Map<string, readonly TreeItem[]>()
  let items = 0
  return {
    async readTree(id) {
      const kept = known.get(id)
      if (kept !== undefined) return kept
      const read = await trees.readTree(id)
      if (items + read.length > mostItems) {
        known.clear()
        items = 0
      }
      known.set(id, read)
      items += read.length
      return read
    },
  }
}
