import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answer } from './route.ts'

/** GitHub takes no more in one request of its API. */
const MOST_BYTES = 100 * 2 ** 20

/** @returns Undefined where the request says that it brings more: not a byte of that is read. */
export async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) return undefined
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > MOST_BYTES) throw new Error('the body is too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

export function send(response: ServerResponse, { status, body, headers }: Answer): void {
  const text = body === undefined ? undefined : JSON.stringify(body)
  response.writeHead(status, {
    ...headers,
    ...(text !== undefined && {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(text),
    }),
  })
  response.end(text)
}

/** Ends the connection where a client is in the middle of reading: half of the body, or nothing, has arrived. */
export async function cut(response: ServerResponse, answer: Answer | undefined): Promise<void> {
  if (answer?.body === undefined) {
    response.destroy()
    return
  }
  const text = Buffer.from(JSON.stringify(answer.body))
  response.writeHead(answer.status, {
    ...answer.headers,
    'content-type': 'application/json; charset=utf-8',
    'content-length': text.length,
  })
  await new Promise<void>(resolve => {
    response.write(text.subarray(0, text.length >> 1), () => resolve())
  })
  response.destroy()
}
