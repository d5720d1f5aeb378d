import type { Draws } from './draws.ts'

/** Sizes of a reference and of what is compared with it. */
export const SAMPLE_SIZES = [
  [300, 300],
  [1_409, 1_409],
  [300, 1_409],
] as const

/** `300 against 1,409 rows`. */
export function sizesText(first: number, second: number): string {
  return `${first.toLocaleString('en')} against ${second.toLocaleString('en')} rows`
}

/** How many of so many rows are hits. */
export function countHits(share: number, rows: number, draws: Draws): number {
  let count = 0
  for (let row = 0; row < rows; row += 1) if (draws.uniform() < share) count += 1
  return count
}

/** How often each level was drawn, by its name, with the chances of the levels; they sum to 1. */
export function countLevels(chances: readonly number[], rows: number, draws: Draws): Map<string, number> {
  const counts = new Array<number>(chances.length).fill(0)
  for (let row = 0; row < rows; row += 1) {
    let [level, left] = [0, draws.uniform()]
    while (level < chances.length - 1 && left >= (chances[level] as number)) {
      left -= chances[level] as number
      level += 1
    }
    counts[level] = (counts[level] as number) + 1
  }
  return new Map(counts.flatMap((count, level) => (count === 0 ? [] : [[`level ${level}`, count] as const])))
}

/** Chances that fall off like 1, 1/2, 1/3, … as the frequencies of words do. */
export function fallingChances(levels: number): number[] {
  const weights = Array.from({ length: levels }, (_, level) => 1 / (level + 1))
  const sum = weights.reduce((total, weight) => total + weight)
  return weights.map(weight => weight / sum)
}
