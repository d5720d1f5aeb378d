import { crc32, inflateRawSync } from 'node:zlib'
import type { LeftFile } from '../../ports.ts'

export interface UnzipLimits {
  /** Of all files together. */
  readonly mostBytes: number
  readonly mostFiles: number
  /** Whether files may lie in folders, a few deep; for who reads their bytes, and never makes a path of their names. */
  readonly folders?: boolean
}

/** An archive that is not taken, with a sentence why. */
export class UnzipError extends Error {}

interface Entry extends Record<'flags' | 'method' | 'crc' | 'packed' | 'size' | 'offset', number> {
  readonly name: string
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const END_BYTES = 22
const CENTRAL_BYTES = 46
const LOCAL_BYTES = 30
/** In no folder, and no name that a system reads as anything but a file's. */
const NAME = /^[A-Za-z0-9_][\w.-]{0,199}$/
/** The same in folders, whose parts begin alike: none of them leads up or away. */
const PATH = /^(?=.)(?:[A-Za-z0-9_][\w.-]{0,199}\/){0,4}(?:[A-Za-z0-9_][\w.-]{0,199})?$/

/**
 * The files of a zip archive from a stranger, in memory: by the directory at its end, each within the limits before it is
 * unpacked, flat names only where nothing else is said. No link, no folder, no second volume, nothing encrypted.
 *
 * @throws {UnzipError}
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export function unzip(bytes: Uint8Array, limits: UnzipLimits): LeftFile[] {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = entriesOf(archive, limits)
  let left = limits.mostBytes
  return entries.map(entry => {
    if (entry.size > left) throw new UnzipError(`it holds more than ${limits.mostBytes} bytes`)
    const content = contentOf(archive, entry)
    left -= content.length
    return { name: entry.name, content }
  })
}

function entriesOf(archive: Buffer, { mostFiles, folders = false }: UnzipLimits): Entry[] {
  // GitHub's archives have no comment behind the end.
  const end = archive.length - END_BYTES
  if (end < 0 || archive.readUInt32LE(end) !== END) throw new UnzipError('it is no zip archive')
  const count = archive.readUInt16LE(end + 10)
  if (count > mostFiles) throw new UnzipError(`it holds ${count} files, more than ${mostFiles}`)
  const entries: Entry[] = []
  let at = archive.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL_BYTES > end || archive.readUInt32LE(at) !== CENTRAL)
      throw new UnzipError('its directory is broken')
    const nameEnd = at + CENTRAL_BYTES + archive.readUInt16LE(at + 28)
    entries.push(checked(entryAt(archive, at, nameEnd), folders ? PATH : NAME))
    at = nameEnd + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  if (new Set(entries.map(({ name }) => name)).size !== count)
    throw new UnzipError('it holds two files of one name')
  return entries
}

function entryAt(archive: Buffer, at: number, nameEnd: number): Entry {
  return {
    name: archive.toString('latin1', at + CENTRAL_BYTES, nameEnd),
    flags: archive.readUInt16LE(at + 8),
    method: archive.readUInt16LE(at + 10),
    crc: archive.readUInt32LE(at + 16),
    packed: archive.readUInt32LE(at + 20),
    size: archive.readUInt32LE(at + 24),
    offset: archive.readUInt32LE(at + 42),
  }
}

function checked(entry: Entry, names: RegExp): Entry {
  // The name is shown to nobody: it may hold what a log or a terminal obeys.
  if (!names.test(entry.name)) throw new UnzipError('it holds a file whose name is none of ours')
  if ((entry.flags & 1) !== 0 || ![0, 8].includes(entry.method))
    throw new UnzipError('it is encrypted, or packed in a way that is not known')
  return entry
}

function contentOf(archive: Buffer, { method, crc, packed, size, offset }: Entry): Uint8Array {
  if (offset + LOCAL_BYTES > archive.length || archive.readUInt32LE(offset) !== LOCAL)
    throw new UnzipError('its directory is broken')
  const begin = offset + LOCAL_BYTES + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28)
  if (begin + packed > archive.length) throw new UnzipError('its directory is broken')
  const body = archive.subarray(begin, begin + packed)
  const content = method === 0 ? body : inflated(body, size)
  if (content.length !== size || crc32(content) !== crc) throw new UnzipError('a file in it is broken')
  return content
}

/** What the directory says of the size is the limit: a bomb that lies stops there. */
function inflated(body: Buffer, size: number): Buffer {
  try {
    return inflateRawSync(body, { maxOutputLength: Math.max(1, size) })
  } catch {
    throw new UnzipError('a file in it is broken, or larger than it says')
  }
}
