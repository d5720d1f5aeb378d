import { BinaryReader, type WireType } from '@bufbuild/protobuf/wire'

/** One field of a protobuf message as it stands on the wire. */
export interface Field {
  readonly number: number
  /** Reads the value; to be called once, before the next field. */
  readonly reader: BinaryReader
  readonly wireType: WireType
}

/**
 * The fields of a message in their order. What the caller does not read is skipped. Nested messages are bytes until
 * somebody opens them, so depth costs nothing.
 *
 * @throws {RangeError} When the bytes end early or are no protobuf.
 */
export function* fieldsOf(bytes: Uint8Array): Generator<Field> {
  const reader = new BinaryReader(bytes)
  while (reader.pos < reader.len) {
    const [number, wireType] = reader.tag()
    const start = reader.pos
    yield { number, reader, wireType }
    if (reader.pos === start) reader.skip(wireType, number)
    if (reader.pos > reader.len) throw new RangeError('the bytes end early')
  }
}

/**
 * Calls `take` with what stands in each length-delimited field. Lists of numbers are stepped over without being read:
 * weights written one by one are most of a file.
 *
 * @throws {RangeError} When the bytes end early; other errors where they are no protobuf.
 */
export function eachNested(message: Uint8Array, take: (number: number, bytes: Uint8Array) => void): void {
  const reader = new BinaryReader(message)
  while (reader.pos < reader.len) {
    let tag = message[reader.pos] as number
    if (tag < 0x80) reader.pos += 1
    else tag = reader.uint32()
    const wireType = (tag & 7) as WireType
    if (wireType === LENGTH_DELIMITED) take(tag >>> 3, reader.bytes())
    else if (wireType === FIXED_32) reader.pos += 4
    else if (wireType === VARINT) while ((message[reader.pos++] as number) >= 0x80) {}
    else reader.skip(wireType, tag >>> 3)
    if (reader.pos > reader.len) throw new RangeError('the bytes end early')
  }
}

/** All values of the length-delimited field `number`: messages, strings or bytes. */
export function bytesOf(message: Uint8Array, number: number): Uint8Array[] {
  const values: Uint8Array[] = []
  eachNested(message, (field, bytes) => {
    if (field === number) values.push(bytes)
  })
  return values
}

/**
 * The message in field `number`; undefined where there is none. Where a file holds it in pieces, they count together,
 * as protobuf has it: joined bytes are merged messages.
 */
export function messageOf(message: Uint8Array, number: number): Uint8Array | undefined {
  const [first, ...rest] = bytesOf(message, number)
  return first === undefined || rest.length === 0 ? first : Buffer.concat([first, ...rest])
}

/** The last value of the text field `number`; empty where there is none, as protobuf has it. */
export function textOf(message: Uint8Array, number: number): string {
  const bytes = bytesOf(message, number).at(-1)
  return bytes === undefined ? '' : new TextDecoder().decode(bytes)
}

/** The values of the integer field `number`, one by one or packed. */
export function integersOf(message: Uint8Array, number: number): bigint[] {
  const values: bigint[] = []
  for (const field of fieldsOf(message)) {
    if (field.number !== number) continue
    if (field.wireType === VARINT) values.push(BigInt(field.reader.int64()))
    else if (field.wireType === LENGTH_DELIMITED) {
      const packed = new BinaryReader(field.reader.bytes())
      while (packed.pos < packed.len) values.push(BigInt(packed.int64()))
    }
  }
  return values
}

const VARINT = 0 as WireType
const FIXED_32 = 5 as WireType
const LENGTH_DELIMITED = 2 as WireType
