/**
 * A quantile by linear interpolation between order statistics, type 7 of Hyndman & Fan.
 *
 * @param sorted - [n] ascending, n ≥ 1.
 * @param share - In [0, 1].
 * @see Hyndman & Fan 1996, doi:10.1080/00031305.1996.10473566
 */
export function quantileOf(sorted: Float64Array, share: number): number {
  const position = share * (sorted.length - 1)
  const below = Math.floor(position)
  const low = sorted[below] as number
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number
  return low + (position - below) * (high - low)
}
