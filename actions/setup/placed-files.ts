import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Files of a folder by their paths in it, `/` between names. */
export type Files = ReadonlyMap<string, Buffer>

/** The files of a folder; none where it is not there. */
export async function filesIn(folder: string): Promise<Files> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter(entry => !entry.isDirectory())
  const read = files.map(async entry => {
    const path = join(entry.parentPath, entry.name)
    return [path.slice(folder.length + 1).replaceAll('\\', '/'), await readFile(path)] as const
  })
  return new Map((await Promise.all(read)).sort(([one], [other]) => (one < other ? -1 : 1)))
}

/** SHA-256 over names and bytes, in the order of the names. */
export function digestOf(files: Files): string {
  const hash = createHash('sha256')
  for (const path of [...files.keys()].sort()) {
    const content = files.get(path) as Buffer
    hash.update(`${path}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

/** More than jobs that run on one machine at once. */
const MOST_TURNS = 50

/** Whether a move failed since something stands in its place; Windows says that it is not permitted. */
function isThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(?:ENOTEMPTY|EEXIST|EPERM)$/.test(String(error.code))
}

/**
 * Makes sure that a folder holds exactly these files. It is never seen half written: it is made beside its place and
 * moved there, and what stood there and differs is taken away.
 *
 * @param mode - Of each file.
 * @returns Whether it held them already.
 */
export async function placeFiles(folder: string, files: Files, mode = 0o644): Promise<boolean> {
  const wanted = digestOf(files)
  const holds = async () => (await filesIn(folder).then(digestOf, () => '')) === wanted
  if (await holds()) return true
  const made = `${folder}.${randomUUID()}`
  try {
    for (const [path, content] of files) {
      await mkdir(dirname(join(made, path)), { recursive: true })
      await writeFile(join(made, path), content, { mode })
    }
    for (let turn = 1; !(await holds()); turn += 1) {
      try {
        await rm(folder, { recursive: true, force: true, maxRetries: 3 })
        await rename(made, folder)
      } catch (error) {
        // Another job on this machine was faster; what it placed a third may be about to take away for its own.
        if ((turn === MOST_TURNS || !isThere(error)) && !(await holds())) throw error
      }
    }
  } finally {
    await rm(made, { recursive: true, force: true })
  }
  return false
}
