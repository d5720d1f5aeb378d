import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { DoorAnswer } from './door-faults.ts'
import { parseCredentials } from './git/smart-http.ts'
import { admit, type GitHost } from './git-door.ts'
import { lfsObjectsOf } from './state/lfs-objects.ts'
import type { Repository, World } from './world.ts'

// Git LFS over HTTP: the batch API, and the store that its actions lead to, which on github.com is another host.
// https://github.com/git-lfs/git-lfs/blob/main/docs/api/batch.md

const BATCH = /^\/([\w.-]+)\/([\w.-]+?)(?:\.git)?\/info\/lfs\/objects\/batch$/
const STORE = /^\/_lfs\/(\d+)\/([0-9a-f]{64})(\/verify)?\?sig=(upload|download|verify)$/
const MEDIA_TYPE = 'application/vnd.git-lfs+json'
const DOCUMENTATION = 'https://docs.github.com/repositories/working-with-files/managing-large-files'
/** What GitHub takes of an owner without a paid plan. */
const MOST_BYTES = 2 * 2 ** 30
const MOST_OBJECTS = 1000

export interface LfsHost extends GitHost {
  readonly url: string
}

export function isLfsCall(url: string): boolean {
  return BATCH.test(url) || url.startsWith('/_lfs/')
}

/** What faults and the log call a request to LFS: `lfs/batch`, `lfs/upload`, `lfs/download`, `lfs/verify`. */
export function lfsNameOf(url: string): string {
  return `lfs/${BATCH.test(url) ? 'batch' : (STORE.exec(url)?.[4] ?? 'nothing')}`
}

/** Answers a batch, or what the store gets from who followed one of its actions. */
export function answerLfs(host: LfsHost, request: IncomingMessage, body: Buffer): DoorAnswer {
  const batch = BATCH.exec(request.url ?? '')
  if (batch === null) {
    const { status, bytes } = answerStore(host.world, request, body)
    return { status, bytes, headers: { 'content-type': 'application/octet-stream' } }
  }
  const repository = host.world.repository(`${batch[1]}/${batch[2]}`)
  const { status, json, actor } = answerBatch(host, repository, request, body)
  return {
    status,
    ...(actor && { actor }),
    bytes: JSON.stringify(json),
    headers: {
      'content-type': MEDIA_TYPE,
      ...(status === 401 && { 'lfs-authenticate': 'Basic realm="GitHub"' }),
    },
  }
}

interface BatchAnswer {
  readonly status: number
  readonly json: unknown
  readonly actor?: string
}

function answerBatch(
  host: LfsHost,
  repository: Repository | undefined,
  request: IncomingMessage,
  body: Buffer,
): BatchAnswer {
  const asked = batchIn(request, body)
  const credentials = parseCredentials(request.headers.authorization)
  const isUpload = asked?.operation === 'upload'
  if (repository === undefined) return refused(404, 'Not Found')
  const admitted = admit(host, repository, credentials, isUpload ? 'write' : 'read')
  if (!('actor' in admitted)) return refused(admitted.status, admitted.message)
  const actor = admitted.actor.account.login
  if (request.headers.accept?.includes(MEDIA_TYPE) !== true)
    return { ...refused(406, 'Not Acceptable'), actor }
  if (asked === undefined) return { ...refused(422, 'Invalid batch request'), actor }
  if (asked.objects.length > MOST_OBJECTS) return { ...refused(413, 'Batch too large'), actor }
  const objects = asked.objects.map(object => objectAnswer(host, repository, asked.operation, object))
  return { status: 200, json: { transfer: 'basic', hash_algo: 'sha256', objects }, actor }
}

function refused(status: number, message: string): BatchAnswer {
  return { status, json: { message, documentation_url: DOCUMENTATION } }
}

interface Asked {
  readonly operation: 'upload' | 'download'
  readonly objects: readonly AskedObject[]
}

interface AskedObject {
  readonly oid: string
  readonly size: number
}

/** Undefined for what is no batch of this kind. */
function batchIn({ method, headers }: IncomingMessage, body: Buffer): Asked | undefined {
  if (method !== 'POST' || headers['content-type']?.startsWith(MEDIA_TYPE) !== true) return undefined
  try {
    const {
      operation,
      objects,
      transfers = ['basic'],
      hash_algo: hash = 'sha256',
    } = JSON.parse(body.toString())
    const isKnown =
      ['upload', 'download'].includes(operation) && transfers.includes('basic') && hash === 'sha256'
    return isKnown && Array.isArray(objects) ? { operation, objects } : undefined
  } catch {
    return undefined
  }
}

function objectAnswer(
  { url }: LfsHost,
  repository: Repository,
  operation: Asked['operation'],
  { oid, size }: AskedObject,
): object {
  const error = (code: number, message: string) => ({ oid, size, error: { code, message } })
  if (!/^[0-9a-f]{64}$/.test(oid) || !Number.isInteger(size) || size < 0)
    return error(422, 'Object has an invalid id or size')
  const kept = lfsObjectsOf(repository).get(oid)
  const place = `${url}/_lfs/${repository.id}/${oid}`
  const action = (kind: string, path = '', header = {}) => ({
    [kind]: { href: `${place}${path}?sig=${kind}`, header, expires_in: 3600 },
  })
  if (operation === 'download') {
    if (kept === undefined || kept.length !== size) return error(404, 'Object does not exist on the server')
    return { oid, size, authenticated: true, actions: action('download') }
  }
  if (size > MOST_BYTES) return error(422, `Size must be less than or equal to ${MOST_BYTES}`)
  // What is there already needs no action.
  if (kept !== undefined) return { oid, size, authenticated: true }
  const verify = action('verify', '/verify', { Accept: MEDIA_TYPE, Authorization: 'RemoteAuth sandbox' })
  const upload = action('upload', '', {
    'content-type': 'application/octet-stream',
    'x-amz-content-sha256': oid,
  })
  return { oid, size, authenticated: true, actions: { ...upload, ...verify } }
}

interface StoreAnswer {
  readonly status: number
  readonly bytes?: Uint8Array | string
}

/** The store checks what it gets by the id, and takes nobody's token but its own. */
function answerStore(world: World, request: IncomingMessage, body: Buffer): StoreAnswer {
  const [, id, oid = '', verify, what = 'nothing'] = STORE.exec(request.url ?? '') ?? []
  const repository = [...world.state.repositories.values()].find(one => one.id === Number(id))
  if (repository === undefined || (verify !== undefined) !== (what === 'verify')) return { status: 404 }
  const { authorization } = request.headers
  if (authorization !== (what === 'verify' ? 'RemoteAuth sandbox' : undefined)) return { status: 400 }
  const objects = lfsObjectsOf(repository)
  const kept = objects.get(oid)
  const called = `${request.method} ${what}`
  if (called === 'GET download') return kept ? { status: 200, bytes: kept } : { status: 404 }
  if (called === 'PUT upload') {
    if (createHash('sha256').update(body).digest('hex') !== oid)
      return { status: 400, bytes: 'XAmzContentSHA256Mismatch' }
    objects.set(oid, body)
    return { status: 200 }
  }
  if (called !== 'POST verify') return { status: 405 }
  const { oid: said, size } = JSON.parse(body.toString() || '{}')
  return { status: said === oid && kept?.length === size ? 200 : 404 }
}
