/** How far two empirical distribution functions F and G lie apart. */
export interface DistributionDistance {
  /** max |F − G| · n · m, a whole number: exact while n · m < 2⁵³. */
  readonly steps: number
  /** The smallest value at which |F − G| is largest. */
  readonly location: number
  /** 1 where F is above G there, that is where the first sample holds smaller values; -1 where it is below. */
  readonly sign: 1 | -1
  /** ∫ |F − G|, in the unit of the values; infinite where their range is. */
  readonly wasserstein: number
  /** How many different values both samples hold together. */
  readonly distinct: number
}

/**
 * Largest vertical distance and area between two empirical distribution functions, in one walk over both samples.
 * They are compared only behind the last of equal values. Two equal samples are 0 apart at their smallest value, sign 1.
 *
 * @param first - [n ≥ 1] ascending, finite.
 * @param second - [m ≥ 1] ascending, finite.
 * @see Hodges 1958, doi:10.1007/BF02589501; Vallender 1974, doi:10.1137/1118101
 */
export function distributionDistance(first: Float64Array, second: Float64Array): DistributionDistance {
  const [n, m] = [first.length, second.length]
  let [i, j, steps, area, distinct] = [0, 0, 0, 0, 1]
  let value = Math.min(at(first, 0), at(second, 0))
  let location = value
  let sign: 1 | -1 = 1
  while (i < n || j < m) {
    const x = at(first, i)
    const y = at(second, j)
    const next = Math.min(x, y)
    const difference = i * m - j * n
    const distance = Math.abs(difference)
    // A gap between the largest doubles is infinite, and 0 times that no number.
    if (distance > 0) area += distance * (next - value)
    // Few branches that nobody can foretell: on unrelated samples these would take most of the time.
    distinct += Number(next !== value)
    if (distance > steps && next !== value) {
      steps = distance
      location = value
      sign = difference > 0 ? 1 : -1
    }
    value = next
    if (x <= y) i += 1
    if (y <= x) j += 1
  }
  return { steps, location, sign, wasserstein: area / n / m, distinct }
}

/** Behind the end of a sample comes nothing smaller than what the other still holds. */
function at(values: Float64Array, index: number): number {
  return index < values.length ? (values[index] as number) : Number.POSITIVE_INFINITY
}

/**
 * Where runs of equal values end in both samples put together.
 *
 * @param first - [n] ascending.
 * @param second - [m] ascending.
 * @returns [distinct] ascending positions, the last of them n + m.
 */
export function tieRunEnds(first: Float64Array, second: Float64Array, distinct: number): Uint32Array {
  const ends = new Uint32Array(distinct)
  let [i, j] = [0, 0]
  for (let run = 0; run < distinct; run += 1) {
    const value = Math.min(at(first, i), at(second, j))
    while (first[i] === value) i += 1
    while (second[j] === value) j += 1
    ends[run] = i + j
  }
  return ends
}
