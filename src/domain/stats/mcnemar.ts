import { incompleteBeta } from './special-functions.ts'
import { refuseNoCount } from './whole-counts.ts'

export interface McNemar {
  /** Never rejects too often, and so too seldom where few rows differ. */
  readonly pValue: number
  /** Counts what is as likely as the observed by half. */
  readonly midP: number
}

/**
 * McNemar's exact test of paired decisions, two-sided: of n rows that one model alone gets right, a fair coin's chance
 * of a split at least as uneven. Rows on which both are right or both wrong say nothing.
 *
 * @param onlyFirst - Rows that the first model alone gets right.
 * @param onlySecond - Rows that the second model alone gets right.
 * @returns Both are 1 where no row differs.
 * @throws {ModelyardError} `bad-data` for what is no whole number ≥ 0.
 * @see McNemar 1947, doi:10.1007/BF02295996; Fagerland, Lydersen & Laake 2013, doi:10.1186/1471-2288-13-91
 */
export function mcnemar(onlyFirst: number, onlySecond: number): McNemar {
  refuseNoCount([onlyFirst, onlySecond])
  const fewer = Math.min(onlyFirst, onlySecond)
  const all = onlyFirst + onlySecond
  if (all === 0) return { pValue: 1, midP: 1 }
  const exactly = atMost(fewer, all) - atMost(fewer - 1, all)
  if (onlyFirst === onlySecond) return { pValue: 1, midP: 1 - exactly / 2 }
  return { pValue: 2 * atMost(fewer, all), midP: 2 * atMost(fewer, all) - exactly }
}

/** The chance of at most so many heads in so many tosses of a fair coin. */
function atMost(heads: number, tosses: number): number {
  return heads < 0 ? 0 : incompleteBeta(0.5, tosses - heads, heads + 1)
}
