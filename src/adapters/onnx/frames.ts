import type { Readable, Writable } from 'node:stream'

/**
 * What parent and scoring child say to each other: a header in JSON and raw buffers behind it. On the wire: two
 * 32-bit lengths (header, buffers), the header with the buffers' sizes, the buffers.
 */
export interface Frame<H> {
  readonly header: H
  readonly buffers: readonly Buffer[]
}

/** Writes a frame; resolves when the other side keeps up. */
export async function writeFrame<H>(stream: Writable, { header, buffers }: Frame<H>): Promise<void> {
  const sizes = buffers.map(buffer => buffer.length)
  const text = Buffer.from(JSON.stringify({ header, sizes }))
  const lengths = Buffer.alloc(8)
  lengths.writeUInt32LE(text.length, 0)
  lengths.writeUInt32LE(
    sizes.reduce((sum, size) => sum + size, 0),
    4,
  )
  stream.write(Buffer.concat([lengths, text]))
  let flowing = true
  for (const buffer of buffers) flowing = stream.write(buffer)
  if (flowing || stream.destroyed) return
  await new Promise<void>(resolve => {
    const done = () => {
      stream.off('drain', done).off('close', done)
      resolve()
    }
    stream.on('drain', done).on('close', done)
  })
}

/** What came is no frame, or one larger than the reader takes. */
export class UnreadableFrame extends Error {}

/**
 * The frames of a stream, until it ends.
 *
 * @param most - Bytes that a header and its buffers may take each: what the other side says is not believed.
 * @throws {UnreadableFrame}
 */
export async function* readFrames<H>(
  stream: Readable,
  most: number = Number.POSITIVE_INFINITY,
): AsyncGenerator<Frame<H>> {
  const source = chunksOf(stream)
  for (;;) {
    const lengths = await source.take(8)
    if (lengths === undefined) return
    const sizes = [lengths.readUInt32LE(0), lengths.readUInt32LE(4)] as const
    if (Math.max(...sizes) > most) throw new UnreadableFrame(`${sizes[0] + sizes[1]} bytes`)
    const text = await source.take(sizes[0])
    const body = await source.take(sizes[1])
    if (text === undefined || body === undefined) return
    yield unpack<H>(text, body)
  }
}

function unpack<H>(text: Buffer, body: Buffer): Frame<H> {
  try {
    const { header, sizes } = JSON.parse(text.toString('utf8')) as { header: H; sizes: number[] }
    let at = 0
    const buffers = sizes.map(size => {
      at += size
      return body.subarray(at - size, at)
    })
    return { header, buffers }
  } catch (error) {
    throw new UnreadableFrame('a header that is no JSON', { cause: error })
  }
}

function chunksOf(stream: Readable): { take(length: number): Promise<Buffer | undefined> } {
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  let rest: Buffer = Buffer.alloc(0)
  return {
    async take(length) {
      const taken = Buffer.allocUnsafe(length)
      for (let filled = 0; filled < length; ) {
        if (rest.length === 0) {
          const { done, value } = await chunks.next()
          if (done) return undefined
          rest = value
        }
        const part = rest.subarray(0, length - filled)
        part.copy(taken, filled)
        filled += part.length
        rest = rest.subarray(part.length)
      }
      return taken
    },
  }
}

/** A buffer's numbers. Typed arrays need their own alignment: where a buffer lies otherwise in memory, it is copied. */
export function numbersIn<T>(
  { buffer, byteOffset, length }: Buffer,
  type: {
    new (buffer: ArrayBuffer, byteOffset?: number, length?: number): T
    readonly BYTES_PER_ELEMENT: number
  },
): T {
  const size = type.BYTES_PER_ELEMENT
  if (byteOffset % size === 0) return new type(buffer as ArrayBuffer, byteOffset, Math.floor(length / size))
  return new type(buffer.slice(byteOffset, byteOffset + length) as ArrayBuffer)
}

export function bufferOf(values: Float64Array | Float32Array | Uint32Array | Uint8Array): Buffer {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength)
}

/** Codes into a dictionary, a byte each where that holds them all: the other side waits for every byte that travels. */
export function packCodes({
  codes,
  words,
}: {
  readonly codes: Uint32Array
  readonly words: readonly string[]
}): Uint8Array | Uint32Array {
  return words.length > 256 ? codes : Uint8Array.from(codes)
}

/** The codes of so many rows, as {@link packCodes} made them. */
export function unpackCodes(buffer: Buffer, rows: number): Uint8Array | Uint32Array {
  return buffer.length === rows ? buffer : numbersIn(buffer, Uint32Array)
}
