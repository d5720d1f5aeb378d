import { openAsBlob } from 'node:fs'
import { ModelyardError } from '../../domain/errors/index.ts'
import type { ByteStore, KnownBytes, StoredAt } from '../../ports.ts'
import type { ApiOptions } from './api.ts'
import { bytesAt } from './byte-stream.ts'
import type { GitHubContext } from './context.ts'
import { countOf, longTextOf, textOf, valueAt } from './event.ts'
import { missingPermission } from './grants.ts'
import { patience } from './refusals.ts'

const MEDIA_TYPE = 'application/vnd.git-lfs+json'
const TIMEOUT_MS = 30_000
/** Of one upload: 2 GiB at 1 MiB/s. */
const UPLOAD_MS = 2100 * 1000
const MOST_TRIES = 3
/** Of an address that carries its own signature. */
const MOST_ADDRESS = 20_000

interface Action {
  readonly href: string
  readonly header: Readonly<Record<string, string>>
}

type Asked = (operation: 'upload' | 'download', known: KnownBytes) => Promise<unknown>

/**
 * Objects of this repository in Git LFS, by its batch API. The token goes to the repository's own address alone; what its
 * actions lead to gets the headers that they name.
 *
 * @see https://github.com/git-lfs/git-lfs/blob/main/docs/api/batch.md
 */
export function openGitHubLfs(
  context: GitHubContext,
  options: ApiOptions = {},
): ByteStore<Extract<StoredAt, { is: 'lfs' }>> {
  const { fetch } = globalThis
  const ask: Asked = (operation, known) => objectOf(context, options, operation, known)
  const actionOf = (object: unknown, name: string) => actionIn(object, name, context)
  return {
    async open(_, wanted) {
      const object = await ask('download', wanted)
      const action = actionOf(object, 'download')
      if (action === undefined) throw failed('its answer leads nowhere')
      return bytesAt(fetch, action.href, action.header)
    },
    async store(path, known) {
      const object = await ask('upload', known)
      const action = actionOf(object, 'upload')
      // An object that is there needs no action.
      if (action === undefined) return 'there'
      await send(fetch, 'PUT', action, await openAsBlob(path), UPLOAD_MS)
      const verify = actionOf(object, 'verify')
      const said = JSON.stringify({ oid: known.sha256, size: known.bytes })
      if (verify !== undefined) {
        const header = { 'content-type': MEDIA_TYPE, ...verify.header }
        await send(fetch, 'POST', { ...verify, header }, said, TIMEOUT_MS)
      }
      return 'stored'
    },
  }
}

/** What the batch API says of one object. @throws {ModelyardError} As bringing says. */
async function objectOf(
  { serverUrl, owner, repository, token }: GitHubContext,
  { sleep = ms => new Promise(resolve => setTimeout(resolve, ms)), now = Date.now }: ApiOptions,
  operation: 'upload' | 'download',
  { sha256, bytes }: KnownBytes,
): Promise<unknown> {
  const init = {
    method: 'POST',
    headers: {
      accept: MEDIA_TYPE,
      'content-type': MEDIA_TYPE,
      'user-agent': 'modelyard',
      authorization: `Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`,
    },
    redirect: 'error',
    body: JSON.stringify({
      operation,
      transfers: ['basic'],
      objects: [{ oid: sha256, size: bytes }],
      hash_algo: 'sha256',
    }),
  } as const
  const waitFor = patience(now)
  for (let attempt = 1; ; attempt += 1) {
    const answer = await asked(fetch, `${serverUrl}/${owner}/${repository}.git/info/lfs/objects/batch`, init)
    if (answer.status === 200) return onlyObject(answer.data, sha256)
    const waitMs = waitFor({ ...answer, message: messageOf(answer) })
    if (waitMs !== undefined) {
      await sleep(waitMs)
      continue
    }
    const mayPass = answer.status === 0 || answer.status >= 500
    if (!mayPass || attempt === MOST_TRIES) throw refusedBatch(answer, operation)
    await sleep(1000 * attempt)
  }
}

interface BatchAnswer {
  /** 0 where none came. */
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly data: unknown
}

async function asked(
  fetch: typeof globalThis.fetch,
  address: string,
  init: RequestInit,
): Promise<BatchAnswer> {
  try {
    const response = await fetch(address, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) })
    const { status, headers } = response
    return { status, headers: Object.fromEntries(headers), data: await response.json() }
  } catch {
    return { status: 0, headers: {}, data: undefined }
  }
}

function messageOf({ status, data }: BatchAnswer): string {
  return (textOf(valueAt(data, ['message'])) ?? `status ${status}`).slice(0, 300)
}

function refusedBatch(answer: BatchAnswer, operation: 'upload' | 'download'): ModelyardError {
  const { status } = answer
  const message = messageOf(answer)
  if (status === 403 || status === 401) {
    const headers = {
      'x-accepted-github-permissions': `contents=${operation === 'upload' ? 'write' : 'read'}`,
    }
    return missingPermission({ status, message, headers }, 'contents')
  }
  return failed(message)
}

function onlyObject(data: unknown, sha256: string): unknown {
  const objects = valueAt(data, ['objects'])
  const object: unknown = Array.isArray(objects) ? objects[0] : undefined
  if (valueAt(object, ['oid']) !== sha256) throw failed('its answer is about another object')
  const code = countOf(valueAt(object, ['error', 'code']))
  if (code === undefined) return object
  const message = textOf(valueAt(object, ['error', 'message'])) ?? ''
  if (code !== 404 && code !== 410) throw failed(`${code}: ${message.slice(0, 300)}`)
  throw new ModelyardError({
    code: 'bad-artifact',
    message: `Git LFS of this repository does not hold ${sha256.slice(0, 12)}…, to which a pointer leads`,
    next: 'send it from where it lies: git lfs push --all origin',
  })
}

function actionIn(object: unknown, name: string, { serverUrl }: GitHubContext): Action | undefined {
  const href = longTextOf(valueAt(object, ['actions', name, 'href']))
  if (href === undefined || href.length > MOST_ADDRESS) return undefined
  const url = URL.canParse(href) ? new URL(href) : undefined
  if (url?.protocol !== 'https:' && url?.origin !== new URL(serverUrl).origin)
    throw failed('its answer leads to no https address')
  const header = valueAt(object, ['actions', name, 'header'])
  const named = Object.entries(typeof header === 'object' && header !== null ? header : {})
  return { href, header: Object.fromEntries(named.filter(([, value]) => typeof value === 'string')) }
}

async function send(
  fetch: typeof globalThis.fetch,
  method: string,
  { href, header }: Action,
  body: Blob | string,
  timeoutMs: number,
): Promise<void> {
  const signal = AbortSignal.timeout(timeoutMs)
  const init = { method, headers: header, body, redirect: 'error', signal } as const
  const response = await fetch(href, init).catch(() => undefined)
  if (response?.ok) return
  throw failed(
    response === undefined ? 'no answer to an upload' : `an upload was answered ${response.status}`,
  )
}

function failed(why: string): ModelyardError {
  return new ModelyardError({
    code: 'remote-failed',
    message: `Git LFS could not be asked (${why})`,
    next: 'run the step again in a while: what is there already is left',
  })
}
