import type { LookupAddress } from 'node:dns'
import type { ClientRequest, IncomingMessage } from 'node:http'
import { ModelyardError } from '../../domain/errors/index.ts'
import type { ByteSource, KnownBytes, StoredAt } from '../../ports.ts'
import { isPublicAddress } from './public-address.ts'

// Loaded when a file is asked for: a light Action is one file, and starts faster without them.
const builtin = process.getBuiltinModule

type Resolve = (
  host: string,
  then: (error: Error | null, addresses: readonly LookupAddress[]) => void,
) => void

export interface WebOptions {
  /** Schemes that are spoken; https alone, except where a test has no certificate. */
  readonly schemes?: readonly string[]
  readonly isAllowed?: (address: string) => boolean
  readonly resolve?: Resolve
  /** So long nothing may come. */
  readonly idleMs?: number
  /** So long it may take as a whole. */
  readonly totalMs?: number
}

const MOST_REDIRECTS = 5
const REDIRECTS = [301, 302, 303, 307, 308]

/**
 * Files at https: addresses that a registry names. The registry is written by whoever opens a pull request, and what asks
 * may stand inside of a network: so only public addresses are asked, and a name is looked up once, by the connection
 * itself, which goes to nothing but what was judged. No token, cookie or proxy goes along, wherever it is sent on.
 */
export function openWebFiles({
  schemes = ['https:'],
  isAllowed = isPublicAddress,
  resolve = (host, then) => builtin('node:dns').lookup(host, { all: true }, then),
  idleMs = 60_000,
  totalMs = 3600_000,
}: WebOptions = {}): ByteSource<Extract<StoredAt, { is: 'web' }>> {
  return {
    async open({ url }, wanted) {
      const signal = AbortSignal.timeout(totalMs)
      const settings = { isAllowed, resolve, idleMs, signal }
      let address = addressIn(url, undefined, schemes)
      for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
        const response = await ask(address, settings)
        const { statusCode: status = 0, headers } = response
        if (status === 200) return bodyOf(response, wanted, address, signal)
        response.destroy()
        if (!REDIRECTS.includes(status) || headers.location === undefined) throw refused(address, status)
        address = addressIn(headers.location, address, schemes)
      }
      throw bad(`${address.host} sends from one address to the next`, 'name the address that it ends at')
    },
  }
}

function addressIn(text: string, from: URL | undefined, schemes: readonly string[]): URL {
  const url = URL.canParse(text, from?.href) ? new URL(text, from?.href) : undefined
  if (url !== undefined && schemes.includes(url.protocol) && url.username === '' && url.password === '')
    return url
  throw bad(
    `${from === undefined ? 'the address' : `${from.host} sends to what`} is no https: address without name and password`,
    'name one where the file itself lies',
  )
}

interface Settings extends Required<Pick<WebOptions, 'isAllowed' | 'resolve' | 'idleMs'>> {
  readonly signal: AbortSignal
}

function ask(url: URL, { isAllowed, resolve, idleMs, signal }: Settings): Promise<IncomingMessage> {
  const { host } = url
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  // An address in place of a name is never looked up.
  if (builtin('node:net').isIP(literal) !== 0 && !isAllowed(literal)) throw notPublic(host, literal)
  const lookup = (name: string, options: { readonly all?: boolean | undefined }, then: LookupCallback) => {
    resolve(name, (error, addresses) => {
      const bad = addresses?.find(({ address }) => !isAllowed(address))
      const [first] = addresses ?? []
      if (error !== null) then(error, [])
      // One that is not public among several is enough: which of them is used is not for us to say.
      else if (bad !== undefined) then(notPublic(host, bad.address), [])
      else if (options.all === true) then(null, [...addresses])
      else then(null, first?.address ?? '', first?.family)
    })
  }
  const send = url.protocol === 'https:' ? builtin('node:https').request : builtin('node:http').request
  return new Promise((settle, reject) => {
    const request: ClientRequest = send(url, {
      // A connection that was kept would not be looked up again.
      agent: false,
      lookup: lookup as never,
      headers: { accept: '*/*', 'accept-encoding': 'identity', 'user-agent': 'modelyard' },
      signal,
      timeout: idleMs,
    })
    request.on('timeout', () => request.destroy(timedOut(host)))
    request.on('response', settle)
    request.on('error', error => reject(failureOf(error, host, signal)))
    request.end()
  })
}

type LookupCallback = (
  error: Error | null,
  address: string | readonly LookupAddress[],
  family?: number,
) => void

async function* bodyOf(
  response: IncomingMessage,
  { bytes }: KnownBytes,
  { host }: URL,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const length = Number(response.headers['content-length'] ?? bytes)
  try {
    if (length !== bytes) {
      throw new ModelyardError({
        code: 'digest-mismatch',
        message: `${host} has a file of ${length} bytes there, and the record says ${bytes}`,
        next: 'put the registered bytes back there, or register the others as a new version',
      })
    }
    for await (const chunk of response) yield chunk as Uint8Array
  } catch (error) {
    throw failureOf(error, host, signal)
  } finally {
    response.destroy()
  }
}

function failureOf(error: unknown, host: string, signal: AbortSignal): ModelyardError {
  if (error instanceof ModelyardError) return error
  if (signal.aborted) return timedOut(host)
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'no answer'
  return new ModelyardError({
    code: 'remote-failed',
    message: `${host} could not be asked for an artifact (${code})`,
    next: 'run the command again in a while, or fetch it and name the copy: --artifact FILE',
    cause: error,
  })
}

function timedOut(host: string): ModelyardError {
  return new ModelyardError({
    code: 'timed-out',
    message: `${host} did not send an artifact in time`,
    next: 'run the command again in a while, or fetch it and name the copy: --artifact FILE',
  })
}

function refused({ host }: URL, status: number): ModelyardError {
  if (status === 429 || status >= 500)
    return failureOf(Object.assign(new Error(), { code: status }), host, new AbortController().signal)
  return bad(
    `${host} does not give the artifact (status ${status})`,
    'fetch it where you may, and name the copy: --artifact FILE',
  )
}

function notPublic(host: string, address: string): ModelyardError {
  return bad(
    `${host} leads to ${address}, which is no address of the public internet`,
    'what lies inside of a network is not fetched for a registry: bring it, and name the copy: --artifact FILE',
  )
}

function bad(message: string, next: string): ModelyardError {
  return new ModelyardError({ code: 'bad-artifact', message, next })
}
