import { attributeFolders, attributesPath, isSentToLfs } from '../domain/registry/lfs.ts'
import type { Ports } from '../ports.ts'
import { textsOf } from './texts-on-disk.ts'

/** Whether Git LFS keeps one of some files, as the `.gitattributes` on disk say. */
export async function isInLfs(paths: readonly (string | undefined)[], ports: Ports): Promise<boolean> {
  for (const path of paths) {
    if (path === undefined) continue
    const folders = attributeFolders(path)
    const texts = await textsOf(folders.map(attributesPath), ports)
    const files = folders.map(folder => ({ folder, text: texts.get(attributesPath(folder)) ?? '' }))
    if (isSentToLfs(files, path)) return true
  }
  return false
}
