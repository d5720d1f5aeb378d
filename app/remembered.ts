import { forgetOldest } from './forget-oldest.ts'

/** Numbers that were seen, the last of them; only to spare work that would come to nothing. */
export interface Remembered {
  has(id: number): boolean
  add(id: number): void
}

export function remembered(most: number): Remembered {
  const known = new Set<number>()
  return {
    has: id => known.has(id),
    add(id) {
      known.add(id)
      forgetOldest(known, most)
    },
  }
}
