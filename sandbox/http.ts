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

/** What is sent: an answer with JSON, or with bytes as they are. */
export type Sent = Answer & { readonly bytes?: Uint8Array | string | undefined }

export function send(response: ServerResponse, answer: Sent): void {
  const { headers, content } = written(answer)
  response.writeHead(answer.status, headers)
  response.end(content)
}

/** Ends the connection where a client is in the middle of reading: half of the body, or nothing, has arrived. */
export async function cut(response: ServerResponse, answer: Sent | undefined): Promise<void> {
  if (answer === undefined || (answer.body === undefined && answer.bytes === undefined)) {
    response.destroy()
    return
  }
  const { headers, content = Buffer.alloc(0) } = written(answer)
  response.writeHead(answer.status, headers)
  await new Promise<void>(resolve => {
    response.write(content.subarray(0, content.length >> 1), () => resolve())
  })
  response.destroy()
}

function written({ body, bytes, headers }: Sent) {
  const content = bytes ?? (body === undefined ? undefined : JSON.stringify(body))
  if (content === undefined) return { headers, content }
  const type = bytes === undefined ? { 'content-type': 'application/json; charset=utf-8' } : {}
  const buffer = Buffer.from(content)
  return { headers: { ...headers, ...type, 'content-length': buffer.length }, content: buffer }
}
