import { ModelyardError } from '../errors/index.ts'

/**
 * Benjamini and Hochberg's adjusted p-values: min over j ≥ i of p₍ⱼ₎ · n / j. Rejecting those up to q keeps the expected
 * share of false ones among the rejected at q, when tests are independent or positively dependent.
 *
 * @param pValues - [n] in any order.
 * @returns [n] in the same order, none below its p-value, at most 1.
 * @throws {ModelyardError} `bad-input` for what is not in [0, 1].
 * @see Benjamini & Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const adjusted = new Array<number>(pValues.length)
  let least = 1
  for (const [rank, index] of ascending(pValues).entries().toArray().reverse()) {
    least = Math.min(least, (pValues[index] as number) * (pValues.length / (rank + 1)))
    adjusted[index] = least
  }
  return adjusted
}

/**
 * Holm's adjusted p-values: max over j ≤ i of p₍ⱼ₎ · (n − j + 1). Rejecting those up to α keeps the chance of any false
 * rejection at α, however the tests depend on each other.
 *
 * @param pValues - [n] in any order.
 * @returns [n] in the same order, none below its p-value, at most 1.
 * @throws {ModelyardError} `bad-input` for what is not in [0, 1].
 * @see Holm 1979, Scandinavian Journal of Statistics 6, 65–70; https://www.jstor.org/stable/4615733
 */
export function holm(pValues: readonly number[]): number[] {
  const adjusted = new Array<number>(pValues.length)
  let greatest = 0
  for (const [rank, index] of ascending(pValues).entries()) {
    greatest = Math.max(greatest, Math.min(1, (pValues[index] as number) * (pValues.length - rank)))
    adjusted[index] = greatest
  }
  return adjusted
}

/** Positions of the p-values from the smallest on. */
function ascending(pValues: readonly number[]): number[] {
  const odd = pValues.find(value => !(value >= 0 && value <= 1))
  if (odd !== undefined) {
    throw new ModelyardError({
      code: 'bad-input',
      message: `${odd} is no p-value`,
      next: 'give numbers from 0 to 1',
    })
  }
  return pValues.map((_, index) => index).sort((a, b) => (pValues[a] as number) - (pValues[b] as number))
}
