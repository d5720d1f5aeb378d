import { attributeFolders, isSentToLfs } from '../domain/registry/lfs.ts'
import type { Ports } from '../ports.ts'
import { textsOf } from './texts-on-disk.ts'

/** Whether Git LFS keeps one of some files, as the `.gitattributes` on disk say. */
export async function isInLfs(paths: readonly (string | undefined)[], ports: Ports): Promise<boolean> {
  for (const path of paths) {
    if (path === undefined) continue
    const places = attributeFolders(path).map(folder => (folder === '' ? '' : `${folder}/`))
    const texts = await textsOf(
      places.map(place => `${place}.gitattributes`),
      ports,
    )
    const files = [...texts].map(([file, text]) => ({
      folder: file.slice(0, Math.max(0, file.lastIndexOf('/'))),
      text,
    }))
    if (isSentToLfs(files, path)) return true
  }
  return false
}
