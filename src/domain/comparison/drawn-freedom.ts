import type { Interval } from '../evidence/interval.ts'
import { freedomOf } from '../stats/difference.ts'
import { studentQuantile, Z_975 } from '../stats/quantiles.ts'
import { powerSums } from './closed-form.ts'
import type { Drawing } from './drawn-intervals.ts'

/** With more units than this several are left out at once: sums of rows are as uneven as their rows, but for their number. */
const GROUPS = 400

/**
 * The degrees of freedom of statistics that have no closed form, by how much they move where rows are left out: one row
 * or cluster after the other, with more than 400 every 400th together.
 *
 * @param statistics - As drawn: from how often each row counts, [n], to the statistics in a fixed order.
 * @returns In that order; what is undefined on such rows does not move.
 * @see Efron & Tibshirani 1993, doi:10.1201/9780429246593, chapter 11 (jackknife); freedomOf
 */
export function drawnFreedom(
  { rows, clusters }: Pick<Drawing, 'rows' | 'clusters'>,
  width: number,
  statistics: (counts: Uint32Array) => readonly number[],
): number[] {
  const units = clusters?.count ?? rows
  const groups = Math.min(units, GROUPS)
  const counts = new Uint32Array(rows)
  const found = Array.from({ length: width }, (): number[] => [])
  for (let group = 0; group < groups; group += 1) {
    for (let row = 0; row < rows; row += 1) {
      const unit = clusters === undefined ? row : (clusters.codes[row] as number)
      counts[row] = unit % groups === group ? 0 : 1
    }
    for (const [index, value] of statistics(counts).entries())
      if (Number.isFinite(value)) found[index]?.push(value)
  }
  return found.map(freedomOfValues)
}

function freedomOfValues(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
  const moved = values.map(value => mean - value)
  return freedomOf([powerSums(moved, spread)])
}

/**
 * An interval of percentiles as wide as Student's t makes it: percentiles of a bootstrap spread as the sample does, which
 * is too little where a handful of rows carry the statistic.
 *
 * @see Hesterberg 2015, What Teachers Should Know About the Bootstrap, doi:10.1080/00031305.2015.1089789, section 4
 */
export function widened(interval: Interval, freedom: number, units: number): Interval {
  const more = (studentQuantile(freedom) / Z_975) * Math.sqrt(units / (units - 1))
  const middle = (interval.low + interval.high) / 2
  const half = ((interval.high - interval.low) / 2) * more
  return { ...interval, low: middle - half, high: middle + half }
}
