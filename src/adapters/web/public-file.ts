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

/** What is fetched, in words of errors. */
interface Sought {
  readonly code: 'bad-artifact' | 'bad-data'
  readonly what: string
  readonly copy: string
}

const ARTIFACT: Sought = { code: 'bad-artifact', what: 'artifact', copy: 'name the copy: --artifact FILE' }
const DATA: Sought = { code: 'bad-data', what: 'file', copy: 'name the copy in its place' }

const MOST_REDIRECTS = 5
const REDIRECTS = [301, 302, 303, 307, 308]

/**
 * Files at https: addresses that a registry names. The registry is written by whoever opens a pull request, and what asks
 * may stand inside of a network: so only public addresses are asked, and a name is looked up once, by the connection
 * itself, which goes to nothing but what was judged. No token, cookie or proxy goes along, wherever it is sent on.
 */
export function openWebFiles(options: WebOptions = {}): ByteSource<Extract<StoredAt, { is: 'web' }>> {
  return {
    async open({ url }, wanted) {
      const found = await openAddress(url, ARTIFACT, options)
      return bodyOf(found, wanted)
    },
  }
}

/**
 * Data at https: addresses that a model.yaml names, under the same rules: what production saw is of no length and digest
 * that anybody knows before.
 *
 * @returns What begins to read an address. It throws {@link ModelyardError} `bad-data` where it gives nothing, or leads where
 *   nothing is fetched from; `remote-failed` and `timed-out`, also while it is read.
 */
export function openWebData(options: WebOptions = {}): (url: string) => Promise<AsyncIterable<Uint8Array>> {
  return async url => bodyOf(await openAddress(url, DATA, options))
}

interface Opened {
  readonly response: IncomingMessage
  readonly address: URL
  readonly sought: Sought
  readonly signal: AbortSignal
}

async function openAddress(
  url: string,
  sought: Sought,
  {
    schemes = ['https:'],
    isAllowed = isPublicAddress,
    resolve = (host, then) => builtin('node:dns').lookup(host, { all: true }, then),
    idleMs = 60_000,
    totalMs = 3600_000,
  }: WebOptions,
): Promise<Opened> {
  const signal = AbortSignal.timeout(totalMs)
  const settings = { isAllowed, resolve, idleMs, signal, sought }
  let address = addressIn(url, undefined, schemes, sought)
  for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
    const response = await ask(address, settings)
    const { statusCode: status = 0, headers } = response
    if (status === 200) return { response, address, sought, signal }
    response.destroy()
    if (!REDIRECTS.includes(status) || headers.location === undefined) throw refused(address, status, sought)
    address = addressIn(headers.location, address, schemes, sought)
  }
  throw bad(`${address.host} sends from one address to the next`, 'name the address that it ends at', sought)
}

function addressIn(text: string, from: URL | undefined, schemes: readonly string[], sought: Sought): URL {
  const url = URL.canParse(text, from?.href) ? new URL(text, from?.href) : undefined
  if (url !== undefined && schemes.includes(url.protocol) && url.username === '' && url.password === '')
    return url
  throw bad(
    `${from === undefined ? 'the address' : `${from.host} sends to what`} is no https: address without name and password`,
    'name one where the file itself lies',
    sought,
  )
}

interface Settings extends Required<Pick<WebOptions, 'isAllowed' | 'resolve' | 'idleMs'>> {
  readonly signal: AbortSignal
  readonly sought: Sought
}

function ask(url: URL, { isAllowed, resolve, idleMs, signal, sought }: Settings): Promise<IncomingMessage> {
  const { host } = url
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  // An address in place of a name is never looked up.
  if (builtin('node:net').isIP(literal) !== 0 && !isAllowed(literal)) throw notPublic(host, literal, sought)
  const lookup = (name: string, options: { readonly all?: boolean | undefined }, then: LookupCallback) => {
    resolve(name, (error, addresses) => {
      const bad = addresses?.find(({ address }) => !isAllowed(address))
      const [first] = addresses ?? []
      if (error !== null) then(error, [])
      // One that is not public among several is enough: which of them is used is not for us to say.
      else if (bad !== undefined) then(notPublic(host, bad.address, sought), [])
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
    request.on('timeout', () => request.destroy(timedOut(host, sought)))
    request.on('response', settle)
    request.on('error', error => reject(failureOf(error, host, signal, sought)))
    request.end()
  })
}

type LookupCallback = (
  error: Error | null,
  address: string | readonly LookupAddress[],
  family?: number,
) => void

async function* bodyOf(
  { response, address: { host }, sought, signal }: Opened,
  known?: KnownBytes,
): AsyncGenerator<Uint8Array> {
  const length = Number(response.headers['content-length'] ?? known?.bytes)
  try {
    if (known !== undefined && length !== known.bytes) {
      throw new ModelyardError({
        code: 'digest-mismatch',
        message: `${host} has a file of ${length} bytes there, and the record says ${known.bytes}`,
        next: 'put the registered bytes back there, or register the others as a new version',
      })
    }
    for await (const chunk of response) yield chunk as Uint8Array
  } catch (error) {
    throw failureOf(error, host, signal, sought)
  } finally {
    response.destroy()
  }
}

function failureOf(error: unknown, host: string, signal: AbortSignal, sought: Sought): ModelyardError {
  if (error instanceof ModelyardError) return error
  if (signal.aborted) return timedOut(host, sought)
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'no answer'
  return new ModelyardError({
    code: 'remote-failed',
    message: `${host} could not be asked for ${withArticle(sought)} (${code})`,
    next: `run the command again in a while, or fetch it and ${sought.copy}`,
    cause: error,
  })
}

function withArticle({ what }: Sought): string {
  return `${what === 'artifact' ? 'an' : 'a'} ${what}`
}

function timedOut(host: string, sought: Sought): ModelyardError {
  return new ModelyardError({
    code: 'timed-out',
    message: `${host} did not send ${withArticle(sought)} in time`,
    next: `run the command again in a while, or fetch it and ${sought.copy}`,
  })
}

function refused({ host }: URL, status: number, sought: Sought): ModelyardError {
  if (status === 429 || status >= 500)
    return failureOf(Object.assign(new Error(), { code: status }), host, new AbortController().signal, sought)
  return bad(
    `${host} does not give the ${sought.what} (status ${status})`,
    `fetch it where you may, and ${sought.copy}`,
    sought,
  )
}

function notPublic(host: string, address: string, sought: Sought): ModelyardError {
  return bad(
    `${host} leads to ${address}, which is no address of the public internet`,
    `what lies inside of a network is not fetched for a registry: bring it, and ${sought.copy}`,
    sought,
  )
}

function bad(message: string, next: string, { code }: Sought): ModelyardError {
  return new ModelyardError({ code, message, next })
}
