import { mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/**
 * Writes elsewhere, flushes and renames: the old content or the new one, never a part, whatever happens. Several
 * libraries do the same with a single write, and do not look whether a full disk took all of it.
 *
 * @param content - Pieces can be read once: they are given without a workshop, which may lie on another disk.
 * @param workshop - The folder to write in, since a process that is killed leaves there what it had begun. Without one, or
 *   where it lies on another disk, that is the file's own folder.
 * @throws What the file system says, e.g. `ENOSPC`; the file is then as it was.
 */
export async function writeFileAtomic(
  path: string,
  content: string | Uint8Array | AsyncIterable<Uint8Array>,
  workshop: string = dirname(path),
): Promise<void> {
  const begun = join(workshop, `${basename(path)}.${process.pid}-${Math.random().toString(36).slice(2)}.tmp`)
  // What may be run stays so.
  const mode = (await stat(path).catch(() => undefined))?.mode
  try {
    if (workshop !== dirname(path)) await mkdir(workshop, { recursive: true })
    const file = await open(begun, 'wx', mode === undefined ? 0o666 : mode & 0o777)
    try {
      // Writes until all is taken, or fails.
      await writeFile(file, content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(begun, path)
  } catch (error) {
    await rm(begun, { force: true })
    if (!isOtherDisk(error)) throw error
    await writeFileAtomic(path, content)
  }
}

function isOtherDisk(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EXDEV'
}
