import { ModelyardError } from '../../domain/errors/index.ts'
import type { Call, Endpoint, Reply } from '../../ports.ts'

/** Bytes of an answer that are read: a batch of predictions is a thousandth of it. */
const MAX_ANSWER = 8 * 1024 * 1024
const MAX_REDIRECTS = 3
/** Redirects that keep method and body; after any other one, a POST would come as a GET. */
const KEEPING = [307, 308]
const ASK_AGAIN_AFTER_MS = 100
/** One question whether an endpoint is ready. */
const ONE_QUESTION_MS = 2000

/**
 * Endpoints over HTTP by fetch. No cookie, no credential and no proxy of the environment is sent along.
 *
 * @param maxBytes - Of an answer's body; more is not read.
 * @param headersFor - What goes along to an address that was asked for, and to redirects within its host.
 */
export function openEndpoint(
  maxBytes: number = MAX_ANSWER,
  headersFor: (url: URL) => Readonly<Record<string, string>> = () => ({}),
): Endpoint {
  const call = async (request: Call): Promise<Reply> => {
    const url = addressOf(request.url)
    const own = headersFor(url)
    const deadline = AbortSignal.timeout(request.timeoutMs)
    const signal = request.signal === undefined ? deadline : AbortSignal.any([deadline, request.signal])
    try {
      return await follow(url, request, own, signal, maxBytes)
    } catch (error) {
      if (request.signal?.aborted) throw interrupted()
      if (deadline.aborted)
        return {
          is: 'nothing',
          why: 'timed-out',
          detail: `no whole answer within ${request.timeoutMs / 1000} s`,
        }
      return failureOf(error)
    }
  }
  return {
    call,
    async waitFor(url, timeoutMs, abandon, signal) {
      let over = false
      const end = () => {
        over = true
      }
      abandon.then(end, end)
      const until = performance.now() + timeoutMs
      while (!over && performance.now() < until) {
        const reply = await call({ method: 'GET', url, timeoutMs: ONE_QUESTION_MS, signal })
        if (reply.is === 'answer' && reply.status < 400) return true
        await new Promise(resolve => setTimeout(resolve, ASK_AGAIN_AFTER_MS))
      }
      return false
    },
  }
}

async function follow(
  from: URL,
  { method, body, contentType = 'application/json' }: Call,
  own: Readonly<Record<string, string>>,
  signal: AbortSignal,
  maxBytes: number,
): Promise<Reply> {
  let url = from
  for (let hops = 0; ; hops += 1) {
    const response = await fetch(url, {
      method,
      ...(body === undefined ? {} : { body }),
      headers: {
        ...own,
        accept: 'application/json',
        // A small answer must not unfold into a large one on its way.
        'accept-encoding': 'identity',
        ...(body === undefined ? {} : { 'content-type': contentType }),
      },
      redirect: 'manual',
      signal,
    })
    const { status, headers } = response
    const location = headers.get('location')
    if (location === null || status < 300 || status >= 400) {
      const text = await readLimited(response, maxBytes)
      if (text === undefined) {
        return { is: 'nothing', why: 'too-large', detail: `more than ${maxBytes} bytes` }
      }
      const [mediaType = ''] = (headers.get('content-type') ?? '').split(';')
      return { is: 'answer', status, contentType: mediaType.trim().toLowerCase(), text }
    }
    await response.body?.cancel()
    const to = new URL(location, url)
    if (to.origin !== from.origin || hops === MAX_REDIRECTS || !KEEPING.includes(status)) {
      return { is: 'nothing', why: 'redirected', detail: `${status} to ${to.origin}${to.pathname}` }
    }
    url = to
  }
}

/**
 * The text of a body of at most `maxBytes` bytes; of a longer one no more is read than it takes to see that.
 *
 * @returns Undefined where it is longer.
 */
async function readLimited(response: Response, maxBytes: number): Promise<string | undefined> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  // Leaving the loop early cancels the body.
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length
    if (bytes > maxBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function addressOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (
    url !== undefined &&
    ['http:', 'https:'].includes(url.protocol) &&
    url.username === '' &&
    url.password === ''
  )
    return url
  const what =
    url === undefined
      ? 'is no address'
      : url.username !== '' || url.password !== ''
        ? 'carries a name or password'
        : `begins with ${url.protocol}`
  throw new ModelyardError({
    code: 'bad-input',
    // Not the address itself: it may hold the password.
    message: `the endpoint's address ${what}`,
    next: 'give one like http://127.0.0.1:8000/predict, http or https, without credentials',
  })
}

/** What fetch throws, as what became of the request. */
function failureOf(error: unknown): Reply {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : undefined
  const code = cause !== undefined && 'code' in cause ? String(cause.code) : ''
  const detail = code !== '' ? code : error instanceof Error ? error.message : String(error)
  const isWithin = ['ECONNRESET', 'UND_ERR_SOCKET', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH'].includes(code)
  return { is: 'nothing', why: isWithin ? 'cut' : 'unreachable', detail: detail.slice(0, 200) }
}

function interrupted(): ModelyardError {
  return new ModelyardError({
    code: 'interrupted',
    message: 'asking the endpoint was interrupted',
    next: 'run the command again',
  })
}
