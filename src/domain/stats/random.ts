/** A stream of pseudo-random numbers; the same seed gives the same stream on every machine. */
export interface RandomStream {
  /**
   * A whole number below `bound`, each equally likely.
   *
   * @param bound - From 1 to 2²¹, so that products stay exact.
   */
  below(bound: number): number
}

/**
 * xoshiro128**, seeded by splitmix32. Period 2¹²⁸ − 1.
 *
 * Bounds are met by multiplication with rejection, so no number is more likely than another.
 *
 * @param seed - A whole number ≥ 0; its lowest 32 bits count.
 * @see Blackman & Vigna 2021, doi:10.1145/3460772; Lemire 2019, doi:10.1145/3230636
 */
export function randomStream(seed: number): RandomStream {
  const state = seedState(seed)
  let [a, b, c, d] = state
  const next = (): number => {
    const scrambled = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotate(d, 11)
    return scrambled
  }
  return {
    below(bound) {
      // The product of two 32-bit numbers: its upper half is the draw, its lower half tells whether to draw again.
      const threshold = (2 ** 32 - bound) % bound
      for (;;) {
        const product = next() * bound
        const high = Math.floor(product / 2 ** 32)
        if (product - high * 2 ** 32 >= threshold) return high
      }
    },
  }
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by))
}

function seedState(seed: number): [number, number, number, number] {
  let mixed = seed | 0
  const splitmix = (): number => {
    mixed = (mixed + 0x9e3779b9) | 0
    let value = mixed ^ (mixed >>> 16)
    value = Math.imul(value, 0x21f0aaad)
    value ^= value >>> 15
    value = Math.imul(value, 0x735a2d97)
    return value ^ (value >>> 15)
  }
  return [splitmix(), splitmix(), splitmix(), splitmix()]
}
