/** How far two empirical distribution functions F and G lie apart. */
export interface DistributionDistance {
  /** max |F − G| · n · m, a whole number: exact while n · m < 2⁵³. */
  readonly steps: number
  /** The smallest value at which |F − G| is largest. */
  readonly location: number
  /** 1 where F is above G there, that is where the first sample holds smaller values; -1 where it is below. */
  readonly sign: 1 | -1
  /** ∫ |F − G|, in the unit of the values. */
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
  let [i, j, difference, steps, area, distinct] = [0, 0, 0, 0, 0, 0]
  let [x, y] = [at(first, 0), at(second, 0)]
  let location = Math.min(x, y)
  let value = location
  let sign: 1 | -1 = 1
  while (i < n || j < m) {
    const next = x < y ? x : y
    area += Math.abs(difference) * (next - value)
    value = next
    distinct += 1
    while (x === value) {
      difference += m
      i += 1
      x = at(first, i)
    }
    while (y === value) {
      difference -= n
      j += 1
      y = at(second, j)
    }
    if (Math.abs(difference) > steps) {
      steps = Math.abs(difference)
      location = value
      sign = difference > 0 ? 1 : -1
    }
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
