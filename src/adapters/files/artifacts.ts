import { createReadStream, type Stats } from 'node:fs'
import { lstat, mkdir, open, readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { ModelyardError } from '../../domain/errors/index.ts'
import type { Artifacts, Hashed, HashedFile } from '../../ports.ts'
import { writeFileAtomic } from './write-file-atomic.ts'

// node:crypto takes a fifth of the time in which Node itself starts, and a command that only looks hashes nothing.
const createHash = (algorithm: string) => process.getBuiltinModule('node:crypto').createHash(algorithm)

/** Files by their bytes; relative paths start from `folder`, where the user stands. */
export function openArtifacts(folder: string): Artifacts {
  const place = (userPath: string) => resolve(folder, userPath)
  return {
    place,
    hash: bytes => createHash('sha256').update(bytes).digest('hex'),
    async hashPath(userPath) {
      const facts = await factsOf(place(userPath), userPath)
      if (!facts.isDirectory()) {
        return {
          isFolder: false,
          files: [{ path: basename(place(userPath)), ...(await hashFile(place(userPath))) }],
        }
      }
      const files: HashedFile[] = []
      for await (const path of filesBelow(place(userPath), '', userPath)) {
        files.push({ path, ...(await hashFile(join(place(userPath), path))) })
      }
      if (files.length === 0)
        throw badArtifact(userPath, 'is an empty folder', 'name a folder that holds the model')
      return { isFolder: true, files: files.sort((a, b) => (a.path < b.path ? -1 : 1)) }
    },
    async readHead(userPath, length) {
      const file = await open(place(userPath))
      try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0)
        return buffer.subarray(0, bytesRead)
      } finally {
        await file.close()
      }
    },
    readAll: userPath => readFile(place(userPath)),
    readPieces: userPath => createReadStream(place(userPath), { highWaterMark: 1 << 20 }),
    async write(userPath, content) {
      try {
        await mkdir(dirname(place(userPath)), { recursive: true })
        await writeFileAtomic(place(userPath), Buffer.from(content))
      } catch (error) {
        throw new ModelyardError({
          code: 'cannot-write',
          message: `${userPath} could not be written (${codeOf(error) ?? String(error)})`,
          next: 'make room on the disk or name another place, then run the command again',
          cause: error,
        })
      }
    },
  }
}

async function hashFile(path: string): Promise<Hashed> {
  const { pipeline } = await import('node:stream/promises')
  const hash = createHash('sha256')
  let bytes = 0
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), async function* (chunks) {
    for await (const chunk of chunks as AsyncIterable<Buffer>) {
      hash.update(chunk)
      bytes += chunk.length
    }
    yield ''
  })
  return { sha256: hash.digest('hex'), bytes }
}

async function* filesBelow(root: string, folder: string, userPath: string): AsyncGenerator<string> {
  for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) yield* filesBelow(root, path, userPath)
    else if (entry.isFile()) yield path
    else throw badArtifact(`${userPath}/${path}`, 'is a link or a special file', 'put the file itself there')
  }
}

async function factsOf(path: string, userPath: string): Promise<Stats> {
  let facts: Stats
  try {
    facts = await lstat(path)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'ENOTDIR') throw error
    throw badArtifact(
      userPath,
      'is not there',
      'check the path; relative paths start from the folder you are in',
    )
  }
  if (facts.isDirectory()) return facts
  if (!facts.isFile()) throw badArtifact(userPath, 'is a link or a special file', 'name the file itself')
  if (facts.size === 0) throw badArtifact(userPath, 'is empty', 'check the step that wrote it')
  return facts
}

function badArtifact(path: string, what: string, next: string): ModelyardError {
  return new ModelyardError({ code: 'bad-artifact', message: `${path} ${what}`, next })
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}
