import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** GitHub sends no larger one. */
const MOST_BYTES = 25 * 1024 * 1024
const PATIENCE: Patience = { headersMs: 10_000, requestMs: 30_000, looksMs: 5000 }

/** How long is waited for a request. */
export interface Patience {
  readonly headersMs: number
  /** With its body. */
  readonly requestMs: number
  /** How often it is looked who took longer; Node.js by itself would look twice a minute. */
  readonly looksMs: number
}

/** Answers a request; false where it is not meant for it. */
export type Answerer = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>

export interface RunningServer {
  /** Where it listens, without a slash at its end. */
  readonly url: string
  /** Takes no more, and lets what is being answered come to its end. */
  close(): Promise<void>
}

export interface Listening {
  readonly host: string
  readonly port: number
}

/** What a server serves. */
export interface Served {
  readonly answer: Answerer
  /** What `/healthz` says. */
  isWell(): boolean
}

/** The App's door: `/healthz`, and what `answer` takes. */
export async function startServer(
  { host, port }: Listening,
  { answer, isWell }: Served,
  { headersMs, requestMs, looksMs } = PATIENCE,
): Promise<RunningServer> {
  const answerAll = answering(answer)
  const patience = {
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    connectionsCheckingInterval: looksMs,
  }
  const server = createServer(patience, (request, response) => {
    if (request.url !== '/healthz') {
      answerAll(request, response)
      return
    }
    response.writeHead(isWell() ? 200 : 503, { 'content-type': 'text/plain' })
    response.end(isWell() ? 'ok\n' : 'stopping\n')
  })
  server.maxHeadersCount = 100
  return listening(server, { host, port })
}

/**
 * A listener for what `answer` takes. A body has at most what GitHub sends, and is read whole before anybody looks at it.
 */
export function answering(answer: Answerer): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) =>
    void respond(request, response, answer).catch(() => {
      if (!response.headersSent) response.writeHead(500)
      // Nothing of an error leaves this machine: it may hold what a payload said.
      response.end()
    })
}

/** Lets a server listen. */
export async function listening(server: Server, { host, port }: Listening): Promise<RunningServer> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  const address = server.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeIdleConnections()
      }),
  }
}

async function respond(request: IncomingMessage, response: ServerResponse, answer: Answerer): Promise<void> {
  const body = await bodyOf(request)
  if (body === undefined) {
    response.writeHead(413, { connection: 'close', 'content-type': 'text/plain' })
    response.end('too large\n')
    return
  }
  // What is no object is no delivery, and Probot trips over it.
  if (request.method === 'POST' && !body.trimStart().startsWith('{')) {
    response.writeHead(400, { 'content-type': 'text/plain' })
    response.end('no delivery\n')
    return
  }
  // Probot's middleware takes a body that was read already from here.
  Object.assign(request, { body })
  if (await answer(request, response)) return
  response.writeHead(404, { 'content-type': 'text/plain' })
  response.end('not found\n')
}

/** @returns Undefined where it is larger than GitHub sends. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) return undefined
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > MOST_BYTES) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
