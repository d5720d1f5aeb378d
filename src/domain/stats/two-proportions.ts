import { ModelyardError } from '../errors/index.ts'
import { fisherExact } from './fisher.ts'
import { logUpperGamma, normalTail } from './special-functions.ts'
import { refuseNoCount } from './whole-counts.ts'

/** Below this many expected rows in a cell the normal distribution is a poor guide. */
const LEAST_EXPECTED = 5

/** How many of the rows have a trait. */
export interface Share {
  readonly count: number
  readonly rows: number
}

export interface TwoProportions {
  /** Current share − reference share. */
  readonly difference: number
  /** Standard deviations of the difference, with the share of both samples together. */
  readonly z: number
  readonly pValue: number
  /** ln p, which stays a number where p is too small for one. */
  readonly logP: number
  readonly method: 'normal' | 'fisher-mid-p'
}

/**
 * Whether two samples have a trait equally often, two-sided: z = (p₂ − p₁) / √(p (1 − p) (1/n₁ + 1/n₂)), or Fisher's
 * mid-p where a cell expects fewer than five rows. Where all rows have the trait, or none, p = 1.
 *
 * @throws {ModelyardError} `empty-sample` when a sample has no rows; `bad-data` for a count above its rows, or no
 *   whole number ≥ 0.
 * @see Fleiss, Levin & Paik 2003, doi:10.1002/0471445428, section 3.1
 */
export function twoProportions(reference: Share, current: Share): TwoProportions {
  for (const share of [reference, current]) refuseNoShare(share)
  const difference = current.count / current.rows - reference.count / reference.rows
  const pooled = (reference.count + current.count) / (reference.rows + current.rows)
  if (pooled === 0 || pooled === 1) return { difference: 0, z: 0, pValue: 1, logP: 0, method: 'normal' }
  const z = difference / Math.sqrt(pooled * (1 - pooled) * (1 / reference.rows + 1 / current.rows))
  if (Math.min(pooled, 1 - pooled) * Math.min(reference.rows, current.rows) < LEAST_EXPECTED) {
    const [before, after] = [reference.rows - reference.count, current.rows - current.count]
    const { midP } = fisherExact(reference.count, before, current.count, after)
    return { difference, z, pValue: midP, logP: Math.log(midP), method: 'fisher-mid-p' }
  }
  const pValue = 2 * normalTail(Math.abs(z))
  // z² has one degree of freedom of χ².
  return { difference, z, pValue, logP: logUpperGamma(0.5, (z * z) / 2), method: 'normal' }
}

function refuseNoShare({ count, rows }: Share): void {
  refuseNoCount([count, rows])
  if (rows === 0) {
    throw new ModelyardError({
      code: 'empty-sample',
      message: 'a sample has no rows',
      next: 'compare samples that both have rows',
    })
  }
  if (count > rows) {
    throw new ModelyardError({
      code: 'bad-data',
      message: `${count} of ${rows} rows`,
      next: 'count each row at most once',
    })
  }
}
