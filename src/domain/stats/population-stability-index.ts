import { ModelyardError } from '../errors/index.ts'

/** Added to each cell, so that one without rows makes the index large and not infinite. */
const HALF_A_ROW = 0.5

/**
 * Population stability index of two samples that were binned alike: Σ (cᵢ − rᵢ) ln(cᵢ / rᵢ) over shares with half a row
 * added to each bin of both.
 *
 * Symmetric, and 0 when the shares agree. Samples of one distribution come to about (k − 1) (1/n + 1/m) by chance, so it
 * tells nothing by itself.
 *
 * @param reference - [k ≥ 1] rows per bin.
 * @param current - [k] rows per bin, in the same order.
 * @returns Nats, ≥ 0.
 * @throws {ModelyardError} `shape-mismatch` when the lengths differ; `empty-sample` when a sample has no rows.
 * @see Jeffreys 1946, doi:10.1098/rspa.1946.0056; Yurdakul & Naranjo 2020, doi:10.21314/JRMV.2020.227
 */
export function populationStabilityIndex(reference: readonly number[], current: readonly number[]): number {
  if (reference.length !== current.length) {
    throw new ModelyardError({
      code: 'shape-mismatch',
      message: `${reference.length} bins of the reference and ${current.length} of the current sample`,
      next: 'count both into the same bins',
    })
  }
  const [before, after] = [sharesOf(reference), sharesOf(current)]
  return before.reduce((sum, share, bin) => {
    const now = after[bin] as number
    return sum + (now - share) * Math.log(now / share)
  }, 0)
}

function sharesOf(counts: readonly number[]): number[] {
  const rows = counts.reduce((sum, count) => sum + count, 0)
  if (rows === 0) {
    throw new ModelyardError({
      code: 'empty-sample',
      message: 'a sample has no rows',
      next: 'compare samples that both have rows',
    })
  }
  const total = rows + HALF_A_ROW * counts.length
  return counts.map(count => (count + HALF_A_ROW) / total)
}
