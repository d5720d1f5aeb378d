import { promises as fs } from 'node:fs'
import { dirname, join } from 'node:path'
import { writeFileAtomic } from '../files/write-file-atomic.ts'
import { cannotWriteError, movedError } from './git-errors.ts'
import type { Location } from './location.ts'

/** Of nothing: isomorphic-git asks so before each call whether it is given promises, and making a real error costs more than reading an object. */
const ofNothing = Promise.resolve(Buffer.alloc(0))

/** The file system for isomorphic-git, which writes objects in place: here a crash leaves no half object. */
export const atomicFs = {
  promises: {
    ...fs,
    readFile: ((path, options) =>
      path === undefined ? ofNothing : fs.readFile(path, options)) as typeof fs.readFile,
    writeFile: async (path: string, data: string | Uint8Array) => {
      try {
        await writeFileAtomic(path, typeof data === 'string' ? data : Buffer.from(data))
      } catch (error) {
        if (codeOf(error) === 'ENOENT') throw error
        throw cannotWriteError(path, error)
      }
    },
  },
}

/**
 * Moves a branch by compare-and-swap, by git's own protocol: whoever creates `<ref>.lock` may look and rename.
 *
 * @param to - Undefined deletes the branch.
 * @param expected - Undefined: the branch must not exist.
 */
export async function swapRef(
  location: Location,
  branch: string,
  to: string | undefined,
  expected: string | undefined,
): Promise<void> {
  const file = join(location.commonDir, 'refs/heads', branch)
  const lock = `${file}.lock`
  await fs.mkdir(dirname(file), { recursive: true })
  let locked: fs.FileHandle
  try {
    locked = await fs.open(lock, 'wx')
  } catch (error) {
    throw codeOf(error) === 'EEXIST' ? movedError(branch) : cannotWriteError(lock, error)
  }
  try {
    if ((await readRef(location, branch)) !== expected) throw movedError(branch)
    if (to === undefined) {
      await locked.close()
      await removeRef(location, branch)
    } else {
      await locked.writeFile(`${to}\n`)
      await locked.sync()
      await locked.close()
      await fs.rename(lock, file)
    }
  } catch (error) {
    throw ['ENOSPC', 'EROFS', 'EACCES', 'EDQUOT', 'EFBIG'].includes(codeOf(error) ?? '')
      ? cannotWriteError(file, error)
      : error
  } finally {
    await locked.close().catch(() => {})
    await fs.rm(lock, { force: true })
  }
}

async function readRef(location: Location, branch: string): Promise<string | undefined> {
  try {
    return (await fs.readFile(join(location.commonDir, 'refs/heads', branch), 'utf8')).trim()
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EISDIR') throw error
  }
  const ref = `refs/heads/${branch}`
  const line = (await packedRefs(location)).find(entry => entry.endsWith(` ${ref}`))
  return line?.split(' ')[0]
}

async function packedRefs(location: Location): Promise<string[]> {
  try {
    return (await fs.readFile(join(location.commonDir, 'packed-refs'), 'utf8')).split('\n')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}

async function removeRef(location: Location, branch: string): Promise<void> {
  const lines = await packedRefs(location)
  const kept = lines.filter(line => !line.endsWith(` refs/heads/${branch}`))
  if (kept.length !== lines.length)
    await writeFileAtomic(join(location.commonDir, 'packed-refs'), kept.join('\n'))
  await fs.rm(join(location.commonDir, 'refs/heads', branch), { force: true })
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}
