import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipEntry {
  readonly name: string
  readonly content: string | Uint8Array
  /** What the archive says instead of the truth. */
  readonly claimedSize?: number
}

/** An archive as GitHub's own Actions write it: compressed, sizes only in the directory at its end. */
export function zipOf(...entries: readonly ZipEntry[]): Uint8Array {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, claimedSize } of entries) {
    const [path, bytes] = [Buffer.from(name), Buffer.from(content)]
    const packed = deflateRawSync(bytes)
    const local = header(0x04034b50, 30, [20, 8, 8, 0, 0], [0, 0, 0], [path.length, 0])
    const facts = [crc32(bytes), packed.length, claimedSize ?? bytes.length]
    const descriptor = Buffer.alloc(16)
    descriptor.writeUInt32LE(0x08074b50)
    for (const [at, value] of facts.entries()) descriptor.writeUInt32LE(value, 4 + 4 * at)
    bodies.push(local, path, packed, descriptor)
    const central = header(0x02014b50, 46, [20, 20, 8, 8, 0, 0], facts, [path.length, 0, 0, 0, 0])
    central.writeUInt32LE(offset, 42)
    directory.push(central, path)
    offset += local.length + path.length + packed.length + descriptor.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, list, end])
}

/** Numbers of two bytes, then of four, then of two again, behind a signature. */
function header(
  signature: number,
  size: number,
  shorts: readonly number[],
  longs: readonly number[],
  more: readonly number[],
): Buffer {
  const buffer = Buffer.alloc(size)
  let at = buffer.writeUInt32LE(signature)
  for (const value of shorts) at = buffer.writeUInt16LE(value, at)
  for (const value of longs) at = buffer.writeUInt32LE(value, at)
  for (const value of more) at = buffer.writeUInt16LE(value, at)
  return buffer
}
