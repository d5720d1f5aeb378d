import type { IncomingMessage } from 'node:http'

/** What Octokit asks of an answer to `fetch`. */
interface PlainAnswer {
  readonly status: number
  readonly statusText: string
  readonly url: string
  readonly headers: ReadonlyMap<string, string>
  text(): Promise<string>
  arrayBuffer(): Promise<ArrayBuffer>
}

interface PlainInit {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Text, or a file that is too large to be held. */
  readonly body?: string | Blob
  readonly redirect?: 'follow' | 'manual' | 'error'
  readonly signal?: AbortSignal
}

/**
 * `fetch` as far as Octokit needs it, by Node's own HTTP: the other one costs a process that makes two calls a third of
 * its time, most of it before the first byte is sent. What GitHub sends elsewhere is left to that one, which knows where a
 * token may go.
 *
 * @throws The error of the connection, or of the signal.
 */
export async function plainFetch(url: string, init: PlainInit = {}): Promise<PlainAnswer> {
  const { body } = init
  // A file is sent piece by piece, which takes so long that nobody notices what loads.
  if (typeof body === 'object') return (await globalThis.fetch(url, init)) as unknown as PlainAnswer
  const answer = await answerOf(url, { ...init, body })
  const { statusCode: status = 0, statusMessage: statusText = '' } = answer
  if (isRedirect(status) && init.redirect !== 'manual') {
    answer.destroy()
    return (await globalThis.fetch(url, init)) as unknown as PlainAnswer
  }
  // Nobody reads what has no body, and the connection would stay taken.
  if (status === 204 || status === 205 || init.method === 'HEAD') answer.resume()
  const bytes = () => bodyOf(answer)
  return {
    status,
    statusText,
    url,
    headers: headersOf(answer),
    text: async () => (await bytes()).toString('utf8'),
    async arrayBuffer() {
      return Uint8Array.from(await bytes()).buffer
    },
  }
}

// An import of node:http would read all that it exports, `WebSocket` among it, and so load what `fetch` loads.
function answerOf(
  url: string,
  {
    method = 'GET',
    headers = {},
    body,
    signal,
  }: Omit<PlainInit, 'body'> & { readonly body: string | undefined },
): Promise<IncomingMessage> {
  const { request } = process.getBuiltinModule(url.startsWith('https:') ? 'node:https' : 'node:http')
  const bytes = body === undefined ? undefined : Buffer.from(body)
  const length = bytes === undefined ? {} : { 'content-length': String(bytes.length) }
  return new Promise((resolve, reject) => {
    const call = request(
      url,
      { method, headers: { ...headers, 'accept-encoding': 'gzip', ...length }, ...(signal && { signal }) },
      resolve,
    )
    call.on('error', reject)
    call.end(bytes)
  })
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status)
}

function headersOf({ headers }: IncomingMessage): ReadonlyMap<string, string> {
  return new Map(Object.entries(headers).map(([name, value]) => [name, String(value)]))
}

/** All of it, as it was before it was packed; an error where the connection ends in the middle. */
async function bodyOf(answer: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of answer) parts.push(part as Buffer)
  const packed = Buffer.concat(parts)
  if (answer.headers['content-encoding'] !== 'gzip') return packed
  const { gunzip } = await import('node:zlib')
  return new Promise((resolve, reject) =>
    gunzip(packed, (error, bytes) => (error === null ? resolve(bytes) : reject(error))),
  )
}
