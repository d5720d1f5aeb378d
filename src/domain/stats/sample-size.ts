import { normalQuantile, Z_975 } from './quantiles.ts'

/** A difference as `rows` rows showed it, signed so that more is better. */
export interface ObservedDifference {
  readonly difference: number
  /** At these rows, > 0. */
  readonly standardError: number
  readonly rows: number
}

/**
 * About how many rows would settle on which side of a limit the difference lies, if it is what these rows showed: the
 * interval then excludes the limit with the chance given. Standard errors shrink with the root of the rows:
 * N = n ((1.96 + z) s / (d − limit))², z being the normal quantile of the chance.
 *
 * It is an estimate from an estimate: near the limit it says little more than "many".
 *
 * @param limit - 0, or −margin; in the metric's unit.
 * @param chance - From 0.5 (as likely as not) to below 1.
 * @returns A whole number ≥ 1, or undefined when the difference is the limit, which no number of rows would settle.
 * @see Julious 2004, doi:10.1002/sim.1783, section 4 (non-inferiority)
 */
export function rowsToSettle(
  { difference, standardError, rows }: ObservedDifference,
  limit: number,
  chance = 0.8,
): number | undefined {
  const distance = Math.abs(difference - limit)
  if (distance === 0) return undefined
  const needed = Math.ceil(rows * (((Z_975 + normalQuantile(chance)) * standardError) / distance) ** 2)
  return Number.isFinite(needed) ? Math.max(1, needed) : undefined
}

/**
 * The smallest margin that so many rows can resolve: with it a challenger that is exactly as good as its champion is
 * found not worse with the chance given. At a chance of 0.5 it is the half-width of the interval.
 *
 * @param observed - Its difference does not matter.
 * @param rows - How many rows there would be; those observed, unless said otherwise.
 * @param chance - From 0.5 to below 1.
 * @returns In the metric's unit.
 * @see As {@link rowsToSettle}.
 */
export function smallestMargin(
  observed: Pick<ObservedDifference, 'standardError' | 'rows'>,
  rows = observed.rows,
  chance = 0.8,
): number {
  return (Z_975 + normalQuantile(chance)) * observed.standardError * Math.sqrt(observed.rows / rows)
}
