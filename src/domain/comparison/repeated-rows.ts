import type { Traps } from '../evidence/evaluation.ts'

/** Rows of the evaluation data that stand in it more than once, and those that stand in the training data too. */
export type RowTraps = Pick<Traps, 'duplicate-keys' | 'in-training-data'>

/**
 * Counts rows by their digests, in 20 to 40 bytes for each row of the evaluation data and none for the training data,
 * however large that is. The slots of an open table: a digest lies in the first free one from its own on.
 */
export class RowCounter {
  #slots: Float64Array
  #rows: Uint32Array
  #filled = 0
  #repeated = 0
  readonly #trained = new Set<number>()

  /** @param expected - Rows, as far as known; the table grows. */
  constructor(expected = 1 << 16) {
    const size = sizeFor(expected)
    this.#slots = new Float64Array(size).fill(FREE)
    this.#rows = new Uint32Array(size)
  }

  /** Takes digests of evaluation rows: whole numbers from 0 to 2^53. */
  add(digests: Float64Array): void {
    for (const digest of digests) {
      if (2 * this.#filled >= this.#slots.length) this.#grow()
      const slot = this.#slotOf(digest)
      if (this.#slots[slot] === FREE) this.#filled += 1
      else this.#repeated += 1
      this.#slots[slot] = digest
      this.#rows[slot] = (this.#rows[slot] as number) + 1
    }
  }

  /** Looks for digests of training rows among those that were taken. */
  seek(digests: Float64Array): void {
    for (const digest of digests) if (this.#slots[this.#slotOf(digest)] === digest) this.#trained.add(digest)
  }

  traps(): RowTraps {
    let trained = 0
    for (const digest of this.#trained) trained += this.#rows[this.#slotOf(digest)] as number
    return {
      ...(this.#repeated === 0 ? {} : { 'duplicate-keys': this.#repeated }),
      ...(trained === 0 ? {} : { 'in-training-data': trained }),
    }
  }

  #slotOf(digest: number): number {
    const size = this.#slots.length
    let slot = digest % size
    while (this.#slots[slot] !== FREE && this.#slots[slot] !== digest) slot = slot + 1 === size ? 0 : slot + 1
    return slot
  }

  #grow(): void {
    const [slots, rows] = [this.#slots, this.#rows]
    this.#slots = new Float64Array(2 * slots.length).fill(FREE)
    this.#rows = new Uint32Array(2 * slots.length)
    for (const [index, digest] of slots.entries()) {
      if (digest === FREE) continue
      const slot = this.#slotOf(digest)
      this.#slots[slot] = digest
      this.#rows[slot] = rows[index] as number
    }
  }
}

const FREE = -1

function sizeFor(expected: number): number {
  return 2 ** Math.max(4, Math.ceil(Math.log2(2 * expected)))
}
