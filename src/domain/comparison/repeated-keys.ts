import type { LabelColumn } from './predictions.ts'

/** How many rows have the key of a row before them; rows without a key are none's repeat. */
export function repeatedKeys({ codes, words }: LabelColumn): number {
  const seen = new Uint8Array(words.length)
  let repeated = 0
  for (const code of codes) {
    if (words[code] === '') continue
    repeated += seen[code] as number
    seen[code] = 1
  }
  return repeated
}
