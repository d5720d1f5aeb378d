import { createWriteStream } from 'node:fs'
import { copyFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { ModelyardError } from '../../domain/errors/index.ts'
import type { ByteSource, ByteStore, KnownBytes, StoredArtifacts, StoredAt } from '../../ports.ts'
import { openArtifacts } from './artifacts.ts'

type At<K extends StoredAt['is']> = Extract<StoredAt, { is: K }>

/** What brings and takes artifacts, by where they lie; each is opened when it is first needed. */
export interface Places {
  release(): Promise<ByteStore<At<'release'>>>
  lfs(): Promise<ByteStore<At<'lfs'>>>
  web(): Promise<ByteSource<At<'web'>>>
}

/** Folders in git's own one. */
export interface KeptIn {
  /** Of what lies at addresses. */
  readonly artifacts: string
  /** Of Git LFS, where git-lfs itself looks: what is kept there is sent by its next `git push`. */
  readonly lfsObjects: string
}

/**
 * The folders of one repository.
 *
 * @param artifacts - In its git folder's `modelyard`, from the root.
 */
export function keptBeside(root: string, artifacts: string): KeptIn {
  const place = resolve(root, artifacts)
  return { artifacts: place, lfsObjects: join(place, '../../lfs/objects') }
}

/** A connection that breaks off in the middle is tried again. */
const MOST_TRIES = 3
const ABANDONED_MS = 24 * 3600 * 1000

/**
 * Artifacts that lie elsewhere, each brought once and kept by its digest. What is kept is hashed again each time: any
 * command of the repository's own can write there.
 *
 * @param kept - Asked when the first one is needed: outside of a repository there is no such place.
 */
export function openStoredArtifacts(
  kept: () => KeptIn,
  places: Places,
  sleep: (ms: number) => Promise<void> = ms => new Promise(resolve => setTimeout(resolve, ms)),
): StoredArtifacts {
  return {
    async bring(at, wanted) {
      const target = targetOf(kept(), at, wanted)
      if (await holds(target, wanted)) return target
      for (let attempt = 1; ; attempt += 1) {
        try {
          await take(await opened(places, at, wanted), wanted, target)
          return target
        } catch (error) {
          if (attempt === MOST_TRIES || !(error instanceof ModelyardError) || error.code !== 'remote-failed')
            throw error
          await sleep(1000 * attempt)
        }
      }
    },
    store: async (path, known, at) =>
      at.is === 'lfs'
        ? (await places.lfs()).store(path, known, at)
        : (await places.release()).store(path, known, at),
    async keep(path, known, at) {
      const target = targetOf(kept(), at, known)
      if (await holds(target, known)) return
      await mkdir(dirname(target), { recursive: true })
      const part = partOf(target)
      await copyFile(path, part)
      await rename(part, target)
    },
  }
}

function targetOf({ artifacts, lfsObjects }: KeptIn, at: StoredAt, { sha256 }: KnownBytes): string {
  return at.is === 'lfs'
    ? join(lfsObjects, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
    : join(artifacts, sha256)
}

async function opened(places: Places, at: StoredAt, wanted: KnownBytes) {
  if (at.is === 'release') return (await places.release()).open(at, wanted)
  return at.is === 'lfs' ? (await places.lfs()).open(at, wanted) : (await places.web()).open(at, wanted)
}

async function holds(target: string, { sha256 }: KnownBytes): Promise<boolean> {
  try {
    const { files } = await openArtifacts('/').hashPath(target)
    return files[0]?.sha256 === sha256
  } catch (error) {
    if (error instanceof ModelyardError && error.code === 'bad-artifact') return false
    throw error
  }
}

/** Nobody finds a file under its digest before it is whole and hashed. */
async function take(stream: AsyncIterable<Uint8Array>, wanted: KnownBytes, target: string): Promise<void> {
  const { createHash } = process.getBuiltinModule('node:crypto')
  const { pipeline } = await import('node:stream/promises')
  await mkdir(dirname(target), { recursive: true })
  await removeAbandoned(dirname(target))
  const part = partOf(target)
  const hash = createHash('sha256')
  let bytes = 0
  const counted = async function* () {
    for await (const chunk of stream) {
      bytes += chunk.length
      if (bytes > wanted.bytes) throw otherBytes(wanted, `there are more than ${wanted.bytes} bytes`)
      hash.update(chunk)
      yield chunk
    }
  }
  try {
    await pipeline(counted, createWriteStream(part, { flags: 'wx' }))
    const found = hash.digest('hex')
    if (found !== wanted.sha256) throw otherBytes(wanted, `what lies there hashes to ${found.slice(0, 12)}…`)
    await rename(part, target)
  } catch (error) {
    await rm(part, { force: true })
    throw isNoRoom(error) ? cannotKeep(error) : error
  }
}

function partOf(target: string): string {
  return `${target}.${process.getBuiltinModule('node:crypto').randomUUID()}.part`
}

/** What a process left that was ended in the middle. */
async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.part')) continue
    const path = join(folder, name)
    const facts = await stat(path).catch(() => undefined)
    if (facts !== undefined && Date.now() - facts.mtimeMs > ABANDONED_MS) await rm(path, { force: true })
  }
}

function otherBytes({ sha256 }: KnownBytes, found: string): ModelyardError {
  return new ModelyardError({
    code: 'digest-mismatch',
    message: `${found}, and the record says ${sha256.slice(0, 12)}…`,
    next: 'put the registered bytes back there, or register the others as a new version',
  })
}

function isNoRoom(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM'].includes(String(code))
}

function cannotKeep(error: unknown): ModelyardError {
  return new ModelyardError({
    code: 'cannot-write',
    message: `an artifact could not be kept in git's own folder (${(error as NodeJS.ErrnoException).code})`,
    next: 'make room on the disk, then run the command again',
    cause: error,
  })
}
