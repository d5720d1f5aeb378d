/** A stream of pseudo-random numbers; the same seed gives the same stream on every machine. */
export interface RandomStream {
  /**
   * A whole number below `bound`, each equally likely.
   *
   * @param bound - From 1 to 2²¹, so that products stay exact.
   */
  below(bound: number): number

  /**
   * Fills `draws` with what as many calls of `below(bound)` would give; several times as fast as these.
   *
   * @param bound - From 1 to 2²¹.
   */
  fillBelow(bound: number, draws: Uint32Array): void
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
  let state = seedState(seed)
  const single = new Uint32Array(1)
  const fillBelow = (bound: number, draws: Uint32Array): void => {
    // Local variables stay in registers, which those of the closure would not.
    let [a, b, c, d] = state
    // The product of two 32-bit numbers: its upper half is the draw, its lower half tells whether to draw again.
    const threshold = (2 ** 32 - bound) % bound
    for (let index = 0; index < draws.length; ) {
      const scrambled = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0
      const shifted = b << 9
      c ^= a
      d ^= b
      b ^= c
      a ^= d
      c ^= shifted
      d = rotate(d, 11)
      const product = scrambled * bound
      const high = Math.floor(product / 2 ** 32)
      if (product - high * 2 ** 32 < threshold) continue
      draws[index] = high
      index += 1
    }
    state = [a, b, c, d]
  }
  return {
    below(bound) {
      fillBelow(bound, single)
      return single[0] as number
    },
    fillBelow,
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
