import { type Dirent, promises as fs } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { ModelyardError } from '../../domain/errors/index.ts'
import type { Repository, TreeChange, WorkFile, Worktree } from '../../ports.ts'
import { writeFileAtomic } from '../files/write-file-atomic.ts'
import { cannotWriteError } from './git-errors.ts'
import { type Location, operationUnderWay } from './location.ts'

/** What only git itself knows of the index. */
export interface GitIndex {
  /** Tracked files and those that are neither tracked nor ignored. */
  visible(): Promise<readonly string[]>
  /** Tracked files that differ from the head, in the index or on disk. */
  modified(paths: readonly string[]): Promise<readonly string[]>
  /** Sets or removes entries of the index. */
  update(entries: readonly { readonly path: string; readonly after: TreeChange['after'] }[]): Promise<void>
}

/** The files on disk of a repository that is not bare. `folder` is where the user stands. */
export function openWorktree(
  location: Location,
  folder: string,
  repository: Repository,
  index: GitIndex,
): Worktree {
  const { root } = location

  async function readFile(path: string): Promise<Uint8Array | undefined> {
    const file = await insideRoot(root, path)
    try {
      return await fs.readFile(file)
    } catch (error) {
      if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(codeOf(error) ?? '')) return undefined
      throw error
    }
  }

  async function writeFile(path: string, content: Uint8Array): Promise<void> {
    const file = await insideRoot(root, path)
    try {
      await fs.mkdir(dirname(file), { recursive: true })
      // What a process that was killed had begun is then no file of the user's.
      await writeFileAtomic(file, Buffer.from(content), join(location.gitDir, 'modelyard/begun'))
    } catch (error) {
      throw cannotWriteError(path, error)
    }
  }

  return {
    root,
    async operation() {
      return operationUnderWay(location)
    },
    async listFiles(start) {
      const files: WorkFile[] = []
      for await (const file of walk(root, start)) files.push(file)
      return files.sort((a, b) => (a.path < b.path ? -1 : 1))
    },
    visibleFiles: async () => [...(await index.visible())].sort(),
    readFile,
    writeFile,
    async modified(paths) {
      return index.modified(paths ?? [])
    },
    async follow(from, to) {
      const changes =
        from === undefined ? await everything(repository, to) : await repository.changes(from, to, [])
      const left: string[] = []
      const moved: TreeChange[] = []
      for (const change of changes) {
        const done = await followOne(change, {
          repository,
          readFile,
          writeFile,
          remove: path => removeFile(root, path),
        })
        if (done) moved.push(change)
        else left.push(change.path)
      }
      if (moved.length > 0) await index.update(moved)
      return left
    },
    pathFromRoot(userPath) {
      const path = relative(root, isAbsolute(userPath) ? userPath : resolve(folder, userPath))
      const slashed = path.split(sep).join('/')
      return staysInside(slashed) ? slashed : undefined
    },
  }
}

async function everything(repository: Repository, commit: string): Promise<TreeChange[]> {
  const entries = await repository.listFiles(commit, '')
  return entries.map(({ path, mode, id }) => ({
    path,
    status: 'added',
    before: undefined,
    after: { mode, id },
  }))
}

interface Disk {
  readonly repository: Repository
  readFile(path: string): Promise<Uint8Array | undefined>
  writeFile(path: string, content: Uint8Array): Promise<void>
  remove(path: string): Promise<void>
}

/** Whether the file is now as the commit has it. One that holds neither side is somebody's work: left alone. */
async function followOne({ path, before, after }: TreeChange, disk: Disk): Promise<boolean> {
  const blob = async (side: TreeChange['after']) =>
    side === undefined ? undefined : (await disk.repository.readBlobs([side.id], content => content))[0]
  const [present, wanted] = [await disk.readFile(path), await blob(after)]
  if (sameBytes(present, wanted)) return true
  if (!sameBytes(present, await blob(before))) return false
  if (wanted === undefined) await disk.remove(path)
  else await disk.writeFile(path, wanted)
  return true
}

function sameBytes(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a === undefined || b === undefined ? a === b : Buffer.compare(a, b) === 0
}

async function removeFile(root: string, path: string): Promise<void> {
  await fs.rm(await insideRoot(root, path), { force: true })
  // Git keeps no empty folders.
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    try {
      await fs.rmdir(join(root, folder))
    } catch {
      return
    }
  }
}

async function* walk(root: string, folder: string): AsyncGenerator<WorkFile> {
  const start = await insideRoot(root, folder)
  let entries: Dirent[]
  try {
    entries = await fs.readdir(start, { withFileTypes: true })
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) return
    throw error
  }
  if (entries.some(({ name }) => name === '.git') && folder !== '') {
    yield { path: folder, kind: 'repository', bytes: 0 }
    return
  }
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.name === '.git') continue
    if (entry.isDirectory()) yield* walk(root, path)
    else yield await describeFile(root, path, entry)
  }
}

async function describeFile(root: string, path: string, entry: Dirent): Promise<WorkFile> {
  if (entry.isSymbolicLink()) return { path, kind: 'link', bytes: 0 }
  if (!entry.isFile()) return { path, kind: 'other', bytes: 0 }
  const { size } = await fs.stat(join(root, path))
  return { path, kind: 'file', bytes: size }
}

/**
 * The place of a path on disk, with the links on the way followed.
 *
 * @throws {ModelyardError} `path-escape` where they lead out of the repository, or the file itself is a link.
 */
async function insideRoot(root: string, path: string): Promise<string> {
  if (path === '') return root
  if (!staysInside(path)) throw escapeError(path)
  const realRoot = await fs.realpath(root)
  const parts = path.split('/')
  let place = realRoot
  for (const [position, part] of parts.entries()) {
    const next = join(place, part)
    let isLink: boolean
    try {
      isLink = (await fs.lstat(next)).isSymbolicLink()
    } catch (error) {
      if (!['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) throw error
      return join(place, ...parts.slice(position))
    }
    if (isLink && position === parts.length - 1) throw linkError(path)
    place = isLink ? await fs.realpath(next).catch(() => next) : next
    if (place !== realRoot && !place.startsWith(realRoot + sep)) throw escapeError(path)
  }
  return place
}

/** Whether a path names something below the root, git's own folder aside, before any link is followed. */
function staysInside(path: string): boolean {
  const parts = path.split('/')
  if (path === '' || isAbsolute(path) || path.includes('\\') || path.includes('\0')) return false
  return parts.every(part => part !== '' && part !== '.' && part !== '..' && part.toLowerCase() !== '.git')
}

function escapeError(path: string): ModelyardError {
  return new ModelyardError({
    code: 'path-escape',
    message: `${path} leads out of the repository`,
    next: 'name a file inside the repository, by a path without `..` and without links that lead out',
    place: { path },
  })
}

function linkError(path: string): ModelyardError {
  return new ModelyardError({
    code: 'path-escape',
    message: `${path} is a link; the registry holds files`,
    next: 'put the file itself there',
    place: { path },
  })
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}
