import { ModelyardError } from '../errors/index.ts'
import { normalTail } from './special-functions.ts'

/** Up to here the number of ways to sign the ranks, 2ⁿ, is a whole number that a double holds. */
const MOST_EXACT = 50

export interface Wilcoxon {
  /** Sum of the ranks of positive differences. */
  readonly positiveRanks: number
  /** Sum of the ranks of negative differences. */
  readonly negativeRanks: number
  /** Differences of 0, which are left out. */
  readonly zeros: number
  readonly pValue: number
  /** `normal`: with the correction for ties, without one for continuity. */
  readonly method: 'exact' | 'normal'
}

/**
 * Wilcoxon's signed-rank test that paired differences lie symmetrically around 0, two-sided.
 *
 * Exact up to 50 differences when none is 0 and no two are of one size, by the normal distribution otherwise. Where all
 * differences are 0, p = 1.
 *
 * @param differences - [n ≥ 1] of each pair; infinite ones rank highest.
 * @throws {ModelyardError} `empty-sample` without differences; `bad-data` when one is NaN.
 * @see Wilcoxon 1945, doi:10.2307/3001968; Pratt & Gibbons 1981, doi:10.1007/978-1-4612-5931-2, chapter 3
 */
export function wilcoxon(differences: Float64Array): Wilcoxon {
  refuseUnranked(differences)
  const ranked = differences.filter(value => value !== 0).sort((a, b) => Math.abs(a) - Math.abs(b) || a - b)
  const n = ranked.length
  const zeros = differences.length - n
  const { positiveRanks, ties } = rankSums(ranked)
  const negativeRanks = (n * (n + 1)) / 2 - positiveRanks
  const sums = { positiveRanks, negativeRanks, zeros }
  if (zeros === 0 && ties === 0 && n <= MOST_EXACT) {
    return { ...sums, pValue: exact(n, Math.min(positiveRanks, negativeRanks)), method: 'exact' }
  }
  const variance = (n * (n + 1) * (2 * n + 1)) / 24 - ties / 48
  const z = Math.abs(positiveRanks - negativeRanks) / 2 / Math.sqrt(variance)
  return { ...sums, pValue: n === 0 ? 1 : 2 * normalTail(z), method: 'normal' }
}

/** Ties share the mean of their ranks; `ties` is Σ t³ − t over them. */
function rankSums(ranked: Float64Array): { positiveRanks: number; ties: number } {
  let [positiveRanks, ties] = [0, 0]
  for (let from = 0; from < ranked.length; ) {
    const size = Math.abs(ranked[from] as number)
    let to = from
    let positives = 0
    while (to < ranked.length && Math.abs(ranked[to] as number) === size) {
      if ((ranked[to] as number) > 0) positives += 1
      to += 1
    }
    positiveRanks += (positives * (from + 1 + to)) / 2
    ties += (to - from) ** 3 - (to - from)
    from = to
  }
  return { positiveRanks, ties }
}

/** Twice the share of the 2ⁿ ways to sign ranks 1 to n that give a sum of at most `smaller`. */
function exact(n: number, smaller: number): number {
  const ways = new Float64Array(smaller + 1)
  ways[0] = 1
  for (let rank = 1; rank <= n; rank += 1) {
    for (let sum = smaller; sum >= rank; sum -= 1) {
      ways[sum] = (ways[sum] as number) + (ways[sum - rank] as number)
    }
  }
  const atMost = ways.reduce((total, count) => total + count, 0)
  return Math.min(1, (2 * atMost) / 2 ** n)
}

function refuseUnranked(differences: Float64Array): void {
  if (differences.length === 0) {
    throw new ModelyardError({
      code: 'empty-sample',
      message: 'there are no pairs',
      next: 'give at least one difference',
    })
  }
  const at = differences.findIndex(Number.isNaN)
  if (at >= 0) {
    throw new ModelyardError({
      code: 'bad-data',
      message: `difference ${at + 1} is NaN`,
      next: 'leave out pairs without a difference',
    })
  }
}
