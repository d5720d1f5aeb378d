const [LINE_FEED, RETURN, SPACE, QUOTE] = [0x0a, 0x0d, 0x20, 0x22]

/** How the records of a file stand on its lines. */
export interface LineFormat {
  /** Of a CSV, one byte: then line ends inside of quotes end no record. Undefined where nothing is quoted. */
  readonly delimiter?: string | undefined
  /** Whether an empty line is a record, as in a CSV of one column. */
  readonly keepsEmpty: boolean
}

/**
 * Finds where records end, in pieces of a file's bytes. Line ends are LF, CR or both. Quotes are RFC 4180's: one counts
 * at the begin of a field, behind spaces too, and in what it began.
 */
export class LineRecords {
  readonly #separator: number
  readonly #keepsEmpty: boolean
  #isQuoted = false
  #atFieldStart = true
  #behindReturn = false
  #isEmpty = true

  constructor({ delimiter, keepsEmpty }: LineFormat) {
    this.#separator = delimiter?.charCodeAt(0) ?? -1
    this.#keepsEmpty = keepsEmpty
  }

  /**
   * @param ended - Called for each line that ends in the piece: where the next one begins, and whether it was a record.
   */
  scan(piece: Uint8Array, ended: (next: number, isRecord: boolean) => void): void {
    for (let index = 0; index < piece.length; index += 1) {
      const byte = piece[index] as number
      if (this.#behindReturn) {
        const isPair = byte === LINE_FEED
        this.#behindReturn = false
        ended(isPair ? index + 1 : index, this.#endLine())
        if (isPair) continue
      }
      if (this.#isQuoted) {
        // One that is doubled closes and opens again.
        if (byte === QUOTE) this.#isQuoted = false
      } else if (byte === LINE_FEED) ended(index + 1, this.#endLine())
      else if (byte === RETURN) this.#behindReturn = true
      else this.#take(byte)
    }
  }

  /** To be called at the file's end: whether a record stands behind the last line end that was told. */
  finish(): boolean {
    return this.#behindReturn ? this.#endLine() : !this.#isEmpty
  }

  #take(byte: number): void {
    this.#isEmpty = false
    if (byte === QUOTE && this.#atFieldStart && this.#separator >= 0) this.#isQuoted = true
    else if (byte !== SPACE || !this.#atFieldStart) this.#atFieldStart = byte === this.#separator
  }

  #endLine(): boolean {
    const isRecord = !this.#isEmpty || this.#keepsEmpty
    this.#isEmpty = true
    this.#atFieldStart = true
    return isRecord
  }
}

/**
 * The bytes of some records of a file, as they stand there.
 *
 * @param pieces - The file's bytes.
 * @param wanted - Whether a record, by its number from 0, is asked for.
 * @returns Pieces; behind the last one, how many records there are.
 */
export async function* recordBytes(
  pieces: AsyncIterable<Uint8Array>,
  format: LineFormat,
  wanted: (record: number) => boolean,
): AsyncGenerator<Uint8Array, number> {
  const records = new LineRecords(format)
  let record = 0
  for await (const piece of pieces) {
    const parts: Uint8Array[] = []
    let from = 0
    const keep = (until: number) => {
      if (until > from && wanted(record)) parts.push(piece.subarray(from, until))
      from = until
    }
    records.scan(piece, (next, isRecord) => {
      // An empty line has no number, and goes with the record behind it.
      if (!isRecord) return
      keep(next)
      record += 1
    })
    keep(piece.length)
    yield* parts
  }
  return records.finish() ? record + 1 : record
}
