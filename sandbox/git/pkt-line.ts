/** A piece of git's wire format; null is the flush packet, which ends a list. */
export type Packet = Buffer | null

/** A packet: its length in four hexadecimal digits, then its bytes. */
export function packet(text: string): string {
  return (Buffer.byteLength(text) + 4).toString(16).padStart(4, '0') + text
}

export const FLUSH = '0000'

/**
 * The packets of a stream, as they come.
 *
 * @throws {Error} For a length that is none, and for a stream that ends within a packet.
 * @see gitprotocol-common(5)
 */
export async function* readPackets(stream: AsyncIterable<Buffer>): AsyncGenerator<Packet> {
  let pending = Buffer.alloc(0)
  for await (const chunk of stream) {
    pending = Buffer.concat([pending, chunk])
    while (pending.length >= 4) {
      const length = lengthOf(pending)
      if (length === 0) yield null
      else if (pending.length < length) break
      else yield pending.subarray(4, length)
      pending = pending.subarray(Math.max(length, 4))
    }
  }
  if (pending.length > 0) throw new Error('the stream ended within a packet')
}

function lengthOf(bytes: Buffer): number {
  const digits = bytes.toString('latin1', 0, 4)
  const length = Number.parseInt(digits, 16)
  if (!/^[0-9a-f]{4}$/i.test(digits) || (length > 0 && length < 4))
    throw new Error(`no packet length: ${digits}`)
  return length
}
