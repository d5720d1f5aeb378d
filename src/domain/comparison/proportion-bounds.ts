/** An estimate with bounds around it. */
export interface Bounded {
  readonly value: number
  readonly low: number
  readonly high: number
}

/**
 * Wilson's score interval of a proportion; it does not shrink to nothing at 0 or 1.
 *
 * @param part - How many of `whole`, from 0 to `whole`; `whole` ≥ 1.
 * @param z - Standard normal quantile of the level, e.g. 1.96.
 * @see Wilson 1927, doi:10.1080/01621459.1927.10502953
 */
export function wilsonBounds(part: number, whole: number, z: number): Bounded {
  const value = part / whole
  const scale = 1 + (z * z) / whole
  const centre = (value + (z * z) / (2 * whole)) / scale
  const half = (z / scale) * Math.sqrt((value * (1 - value)) / whole + (z / (2 * whole)) ** 2)
  // At 0 and 1 one side is the value itself, but for rounding.
  return {
    value,
    low: Math.min(value, Math.max(0, centre - half)),
    high: Math.max(value, Math.min(1, centre + half)),
  }
}

/**
 * The difference of two independent estimates from the bounds of each: first − second. With Wilson's bounds it is
 * Newcombe's interval of two proportions.
 *
 * @see Newcombe 1998, method 10, doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I; for any bounds:
 *   Zou & Donner 2008, doi:10.1002/sim.3095
 */
export function differenceBounds(first: Bounded, second: Bounded): Bounded {
  const value = first.value - second.value
  return {
    value,
    low: value - Math.hypot(first.value - first.low, second.high - second.value),
    high: value + Math.hypot(first.high - first.value, second.value - second.low),
  }
}

/**
 * How much more often the second of two paired calls is made than the first, in `rows` rows: adjusted Wald, with half a
 * row added to each of the four cells, so that no disagreement at all is not taken for certainty.
 *
 * @param onlySecond - Rows that the second alone calls.
 * @param onlyFirst - Rows that the first alone calls.
 * @see Agresti & Min 2005, doi:10.1002/sim.1781
 */
export function pairedChangeBounds(onlySecond: number, onlyFirst: number, rows: number, z: number): Bounded {
  const value = (onlySecond - onlyFirst) / rows
  const centre = (onlySecond - onlyFirst) / (rows + 2)
  const variance = (onlySecond + onlyFirst + 1) / (rows + 2) - centre * centre
  const half = z * Math.sqrt(variance / (rows + 2))
  return {
    value,
    low: Math.min(value, Math.max(-1, centre - half)),
    high: Math.max(value, Math.min(1, centre + half)),
  }
}
