import { StringDecoder } from 'node:string_decoder'
import { stripVTControlCharacters } from 'node:util'

/** Of what a command printed, so much is kept: the end, where it says what went wrong. */
export const TAIL_BYTES = 64 * 1024

/** Collects what a command prints on its streams. */
export class Spoken {
  readonly #said: ((line: string) => void) | undefined
  #kept: Buffer[] = []
  #bytes = 0

  constructor(said: ((line: string) => void) | undefined) {
    this.#said = said
  }

  /** Listens to a stream to its end. */
  listen(stream: NodeJS.ReadableStream): void {
    const decoder = new StringDecoder('utf8')
    let begun = ''
    stream.on('data', (chunk: Buffer) => {
      this.#keep(chunk)
      if (this.#said === undefined) return
      const lines = (begun + decoder.write(chunk)).split(/\r\n|\n|\r(?!$)/)
      begun = lines.pop() ?? ''
      for (const line of lines) this.#say(line)
      // What never ends its line must not grow without end.
      if (begun.length > TAIL_BYTES) {
        this.#say(begun)
        begun = ''
      }
    })
    stream.on('end', () => {
      begun += decoder.end()
      if (begun !== '') this.#say(begun)
    })
  }

  /** The end of all streams together, in the order in which it came. */
  tail(): string {
    const whole = Buffer.concat(this.#kept)
    let from = Math.max(0, whole.length - TAIL_BYTES)
    // A character may have been cut: its later bytes begin with 10.
    if (from > 0) while (from < whole.length && ((whole[from] as number) & 0xc0) === 0x80) from += 1
    return stripVTControlCharacters(whole.toString('utf8', from))
  }

  #say(line: string): void {
    this.#said?.(stripVTControlCharacters(line.replace(/\r$/, '')))
  }

  #keep(chunk: Buffer): void {
    this.#kept.push(chunk)
    this.#bytes += chunk.length
    while (this.#bytes - (this.#kept[0]?.length ?? 0) >= TAIL_BYTES)
      this.#bytes -= this.#kept.shift()?.length ?? 0
  }
}
