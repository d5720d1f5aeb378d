import type { PrintedOutput } from '../../ports.ts'

/** Standard output of a command whose output is its answer: whole, or not at all. */
export class KeptOutput {
  readonly #most: number
  readonly #tooMuch: () => void
  readonly #parts: Buffer[] = []
  #bytes = 0

  /**
   * @param most - Bytes that are kept.
   * @param tooMuch - Called once where more come: nothing of it can be used any more.
   */
  constructor(most: number, tooMuch: () => void) {
    this.#most = most
    this.#tooMuch = tooMuch
  }

  listen(stream: NodeJS.ReadableStream): void {
    stream.on('data', (chunk: Buffer) => {
      if (this.#bytes > this.#most) return
      this.#bytes += chunk.length
      if (this.#bytes <= this.#most) this.#parts.push(chunk)
      else this.#tooMuch()
    })
  }

  printed(): PrintedOutput {
    // A mark of the byte order, as some shells put it in front, is no part of the text.
    const text = new TextDecoder().decode(Buffer.concat(this.#parts))
    return { text, isWhole: this.#bytes <= this.#most }
  }
}
