import type { ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

const MOST_HEADER_BYTES = 1 << 16

/**
 * Sends what a CGI program prints: its headers, `Status` among them, then its body as it comes.
 *
 * @throws {Error} When it prints no headers, or the one who asked has gone.
 * @see RFC 3875 §6
 */
export async function sendCgi(output: Readable, response: ServerResponse): Promise<void> {
  const { head, rest } = await readHead(output)
  const headers = head.split(/\r?\n/).map(splitHeader)
  const status = headers.find(([name]) => name.toLowerCase() === 'status')?.[1]
  response.statusCode = Number.parseInt(status ?? '200', 10)
  for (const [name, value] of headers) {
    if (name.toLowerCase() !== 'status') response.setHeader(name, value)
  }
  response.write(rest)
  await pipeline(output, response)
}

async function readHead(output: Readable): Promise<{ readonly head: string; readonly rest: Buffer }> {
  let read = Buffer.alloc(0)
  while (read.length < MOST_HEADER_BYTES) {
    const chunk = await nextChunk(output)
    if (chunk === undefined) break
    read = Buffer.concat([read, chunk])
    const end = /\r?\n\r?\n/.exec(read.toString('latin1'))
    if (end === null) continue
    return { head: read.toString('latin1', 0, end.index), rest: read.subarray(end.index + end[0].length) }
  }
  throw new Error('git http-backend ended without headers')
}

function nextChunk(output: Readable): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const chunk = output.read() as Buffer | null
      if (chunk === null && !output.readableEnded) return
      stop()
      resolve(chunk ?? undefined)
    }
    const fail = (error: Error) => {
      stop()
      reject(error)
    }
    const stop = () => output.off('readable', look).off('end', look).off('error', fail)
    output.on('readable', look).on('end', look).on('error', fail)
    look()
  })
}

function splitHeader(line: string): readonly [string, string] {
  const colon = line.indexOf(':')
  return [line.slice(0, colon), line.slice(colon + 1).trim()]
}
