/**
 * The chance that two samples of one distribution lie at least `steps` apart, given where values tie: over all ways
 * to deal n + m places to the samples, W(i, j) = (i · W(i − 1, j) + j · W(i, j − 1)) / (i + j), with W = 1 where a run
 * of equal values ends outside the band |i · m − j · n| < steps. A mean of means: nothing overflows, nothing cancels.
 *
 * @param n - Size of the first sample, ≥ 1.
 * @param m - Size of the second, ≥ 1.
 * @param steps - max |F − G| · n · m.
 * @param runEnds - Positions in the pooled order at which a run of equal values ends, ascending, the last one n + m;
 *   without it no values tie.
 * @returns In [0, 1], to about 1e-14 of itself; 0 below 1e-308.
 * @see Hodges 1958, doi:10.1007/BF02589501; Viehmann 2021, arXiv:2102.08037
 */
export function exactKolmogorov(n: number, m: number, steps: number, runEnds?: Uint32Array): number {
  if (steps === 0) return 1
  const total = n + m
  // chance[i] is W(i, end − i); outside the band it always holds 1.
  const chance = new Float64Array(n + 1).fill(1)
  chance[0] = 0
  let [start, low, high] = [0, 0, 0]
  for (let run = 0; start < total; run += 1) {
    const end = runEnds === undefined ? start + 1 : (runEnds[run] as number)
    const [lowest, highest] = insideBand(n, m, steps, end)
    for (let diagonal = start + 1; diagonal <= end; diagonal += 1) {
      // What the start of the run can reach, and what its end depends on.
      const from = Math.max(low, lowest - (end - diagonal), diagonal - m)
      const to = Math.min(high + (diagonal - start), highest, diagonal)
      advance(chance, diagonal, from, to)
    }
    chance.fill(1, low, lowest)
    ;[start, low, high] = [end, lowest, highest]
  }
  return chance[n] as number
}

/** Takes W from one diagonal i + j to the next, in place: from above, since W(i) needs the old W(i − 1). */
function advance(chance: Float64Array, diagonal: number, from: number, to: number): void {
  const least = Math.max(from, 1)
  for (let i = to; i >= least; i -= 1) {
    chance[i] = (i * (chance[i - 1] as number) + (diagonal - i) * (chance[i] as number)) / diagonal
  }
}

/** The first and last i on a diagonal with |i · m − (diagonal − i) · n| < steps. */
function insideBand(
  n: number,
  m: number,
  steps: number,
  diagonal: number,
): [lowest: number, highest: number] {
  const lowest = Math.floor((diagonal * n - steps) / (n + m)) + 1
  const highest = Math.ceil((diagonal * n + steps) / (n + m)) - 1
  return [Math.max(lowest, 0, diagonal - m), Math.min(highest, n, diagonal)]
}

/**
 * At most how many cells {@link exactKolmogorov} computes: the band's 2 · steps, and in each run of equal values as
 * many more as it widens.
 */
export function exactKolmogorovCells(n: number, m: number, steps: number, runEnds?: Uint32Array): number {
  if (runEnds === undefined) return 2 * steps
  const widest = Math.min(n, m) + 1
  let cells = 0
  let start = 0
  for (const end of runEnds) {
    const length = end - start
    cells += length * Math.min(widest, (2 * steps) / (n + m) + 1 + length / 2)
    start = end
  }
  return cells
}

/**
 * {@link exactKolmogorov} of two samples of one size without ties, in n steps:
 * 2 · Σ (−1)ᵏ⁻¹ C(2n, n − k · h) / C(2n, n) over k ≥ 1, nested so that each term is a product of h quotients.
 *
 * @param n - Size of each sample.
 * @param lead - h = max |F − G| · n, a whole number.
 * @see Gnedenko & Korolyuk 1951; Hodges 1958, doi:10.1007/BF02589501, equation 2.3
 */
export function exactKolmogorovOfEqualSizes(n: number, lead: number): number {
  if (lead === 0) return 1
  let chance = 0
  for (let k = Math.floor(n / lead); k >= 1; k -= 1) {
    let quotient = 1
    for (let j = 0; j < lead; j += 1) quotient *= (n - (k - 1) * lead - j) / (n + (k - 1) * lead + j + 1)
    chance = quotient * (1 - chance)
  }
  return Math.min(1, 2 * chance)
}
