import { ModelyardError } from '../errors/index.ts'

/**
 * The Jensen–Shannon distance of two samples over the same categories: the root of the mean divergence of each from
 * their average. With δ = (p − q) / (p + q) a category adds (p + q) / 4 · (ln(1 − δ²) + 2 δ artanh δ), which does not
 * cancel where the shares are nearly equal.
 *
 * @param reference - [k] rows per category.
 * @param current - [k] rows per category, in the same order.
 * @returns Root of nats: 0 for equal shares, √ln 2 for samples without a category in common. In base 2 it is this
 *   over √ln 2.
 * @throws {ModelyardError} `shape-mismatch` when the lengths differ; `empty-sample` when a sample has no rows.
 * @see Lin 1991, doi:10.1109/18.61115; Endres & Schindelin 2003, doi:10.1109/TIT.2003.813506
 */
export function jensenShannonDistance(reference: readonly number[], current: readonly number[]): number {
  if (reference.length !== current.length) {
    throw new ModelyardError({
      code: 'shape-mismatch',
      message: `${reference.length} categories against ${current.length}`,
      next: 'give one count for each category on both sides',
    })
  }
  const [ofReference, ofCurrent] = [total(reference), total(current)]
  const divergence = reference.reduce(
    (sum, count, at) => sum + divergenceOf(count / ofReference, (current[at] as number) / ofCurrent),
    0,
  )
  return Math.sqrt(divergence)
}

function divergenceOf(p: number, q: number): number {
  const both = p + q
  if (both === 0) return 0
  if (p === 0 || q === 0) return (both / 2) * Math.LN2
  const tilt = (p - q) / both
  return (both / 4) * (Math.log1p(-tilt * tilt) + 2 * tilt * Math.atanh(tilt))
}

function total(counts: readonly number[]): number {
  const sum = counts.reduce((all, count) => all + count, 0)
  if (sum > 0) return sum
  throw new ModelyardError({
    code: 'empty-sample',
    message: 'a sample has no rows in any category',
    next: 'compare samples that both have rows',
  })
}
