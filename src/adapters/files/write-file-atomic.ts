import { randomBytes } from 'node:crypto'
import { open, rename, rm, stat } from 'node:fs/promises'

/**
 * Writes beside the file, flushes and renames: the old content or the new one, never a part, whatever happens. Several
 * libraries do the same with a single write, and do not look whether a full disk took all of it.
 *
 * @throws What the file system says, e.g. `ENOSPC`; the file is then as it was.
 */
export async function writeFileAtomic(path: string, content: string | Uint8Array): Promise<void> {
  const beside = `${path}.${randomBytes(6).toString('hex')}.tmp`
  // What may be run stays so.
  const mode = (await stat(path).catch(() => undefined))?.mode
  try {
    const file = await open(beside, 'wx', mode === undefined ? 0o666 : mode & 0o777)
    try {
      // Writes until all is taken, or fails.
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}
