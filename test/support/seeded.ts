/** Choices that a seed repeats. */
export interface Choices {
  /** A whole number from 0 to `below`, without it. */
  below(below: number): number
  /** Whether something that happens once in `times` happens now. */
  oneIn(times: number): boolean
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T
}

/** Choices by the generator mulberry32, of Tommy Ettinger. */
export function seeded(seed: number): Choices {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (bound: number) => Math.floor(next() * bound)
  return {
    below,
    oneIn: times => below(times) === 0,
    pick<T>(list: readonly T[]): T {
      if (list.length === 0) throw new RangeError('there is nothing to choose')
      return list[below(list.length)] as T
    },
  }
}
