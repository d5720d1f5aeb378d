import { spawn } from 'node:child_process'
import { createWriteStream, openAsBlob } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'

/** Where folders are kept from one run to the next. */
export interface FolderCache {
  /** Whether there was something under the key, which is in the folder now. */
  restore(folder: string, key: string): Promise<boolean>
  save(folder: string, key: string): Promise<void>
}

type Environment = Readonly<Record<string, string | undefined>>
type Method = 'GetCacheEntryDownloadURL' | 'CreateCacheEntry' | 'FinalizeCacheEntryUpload'

interface Service {
  call(method: Method, request: Readonly<Record<string, unknown>>): Promise<Reply>
}

interface Reply {
  readonly ok?: boolean
  readonly signed_download_url?: string
  readonly signed_upload_url?: string
}

/** Of an entry; goes up when what lies in one changes its form. */
const VERSION = 'modelyard-1'
const LONGEST_CALL_MS = 20_000
const LONGEST_TRANSFER_MS = 300_000

/**
 * The cache that the runner offers to its steps; undefined where it offers none.
 *
 * Entries can be written by whatever else runs in a workflow. GitHub's own client lets an archive write anywhere (`tar
 * -P`); here one that reaches out of its folder, or has links in it, is an error, and nothing of it stays.
 */
export function openRunnerCache({
  ACTIONS_RESULTS_URL: url,
  ACTIONS_RUNTIME_TOKEN: token,
}: Environment): FolderCache | undefined {
  if (!url || !token) return undefined
  const service = openService(url, token)
  return {
    restore: (folder, key) => withArchive(folder, archive => restore(service, { folder, key, archive })),
    save: (folder, key) => withArchive(folder, archive => save(service, { folder, key, archive })),
  }
}

interface Entry {
  readonly folder: string
  readonly key: string
  /** A file for as long as it takes. */
  readonly archive: string
}

async function restore(service: Service, { folder, key, archive }: Entry): Promise<boolean> {
  const { ok, signed_download_url: from } = await service.call('GetCacheEntryDownloadURL', {
    key,
    restore_keys: [],
    version: VERSION,
  })
  if (!ok || from === undefined) return false
  const response = await transfer(from)
  await pipeline(Readable.fromWeb(response.body as ReadableStream), createWriteStream(archive))
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  try {
    await tar('-xf', archive, '-C', folder)
    await refuseLinks(folder)
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
  return true
}

async function save(service: Service, { folder, key, archive }: Entry): Promise<void> {
  await tar('-cf', archive, '-C', folder, '.')
  const entry = { key, version: VERSION }
  const { ok, signed_upload_url: to } = await service.call('CreateCacheEntry', entry)
  // Another job of this run was faster.
  if (!ok || to === undefined) return
  await transfer(to, {
    method: 'PUT',
    headers: { 'x-ms-blob-type': 'BlockBlob', 'content-type': 'application/octet-stream' },
    body: await openAsBlob(archive),
  })
  const { size } = await stat(archive)
  await service.call('FinalizeCacheEntryUpload', { ...entry, size_bytes: String(size) })
}

async function withArchive<T>(folder: string, use: (archive: string) => Promise<T>): Promise<T> {
  const archive = `${folder}.tar`
  try {
    return await use(archive)
  } finally {
    await rm(archive, { force: true })
  }
}

/** @see github.com/actions/toolkit, packages/cache: the service of the second version, JSON over Twirp. */
function openService(url: string, token: string): Service {
  return {
    async call(method, request) {
      const response = await fetch(
        new URL(`twirp/github.actions.results.api.v1.CacheService/${method}`, url),
        {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: JSON.stringify(request),
          signal: AbortSignal.timeout(LONGEST_CALL_MS),
        },
      )
      if (!response.ok) throw new Error(`the cache service answered ${response.status}`)
      return (await response.json()) as Reply
    },
  }
}

/** The store is another host: its addresses are signed, and it gets no token. */
async function transfer(url: string, request: RequestInit = {}): Promise<Response> {
  const response = await fetch(url, { ...request, signal: AbortSignal.timeout(LONGEST_TRANSFER_MS) })
  if (!response.ok) throw new Error(`the store of the cache answered ${response.status}`)
  return response
}

function tar(...args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('tar', args, { stdio: 'ignore' })
    child.on('error', reject)
    child.on('close', status =>
      status === 0 ? resolve() : reject(new Error(`tar ended with status ${status}`)),
    )
  })
}

async function refuseLinks(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  if (entries.some(entry => !entry.isFile() && !entry.isDirectory()))
    throw new Error('the archive holds something that is neither a file nor a folder')
}
