import type { Importance } from '../evidence/other-kinds.ts'
import { randomStream } from '../stats/random.ts'
import { type MetricName, metricEntry } from './metric-catalogue.ts'
import { familyValues, prepareFamilies } from './metric-families.ts'
import type { SettingsInEffect } from './metric-settings.ts'
import type { Predictions } from './predictions.ts'
import { whyUndefined } from './undefined-metrics.ts'

/** What a metric was when a column was shuffled; [repeats], in the metric's unit. */
export interface ShuffledColumn {
  readonly column: string
  readonly values: readonly number[]
}

type Feature = Importance['features'][number]

/**
 * Permutation importance: what a metric loses when the values of one column are dealt out to the rows anew, so that
 * they keep their distribution and say nothing about their row any more. Per column the mean over the repeats of
 * M(as it is) − M(shuffled), turned around where less is better; of a metric with a best value of 0 it is the growth of
 * its size. 0 for a column that the model does not use; below 0 where it did better without, mostly by chance.
 *
 * It says what this model leans on, not what the target depends on. Columns that say the same share their importance:
 * shuffled alone, each leaves the other one to the model. And a shuffled row may be one that never occurs.
 *
 * @param value - The metric on the rows as they are, in its unit.
 * @returns Losses in the metric's unit with the least and the most over the repeats, the largest mean first; equals in
 *   the order in which they came.
 * @see Breiman 2001, doi:10.1023/A:1010933404324; Fisher, Rudin & Dominici 2019, JMLR 20(177), with the difference in
 *   place of the ratio
 */
export function featureLosses(
  metric: MetricName,
  value: number,
  shuffled: readonly ShuffledColumn[],
): Feature[] {
  return shuffled
    .map(({ column, values }): Feature => {
      const losses = values.map(other => lossOf(metric, value, other))
      const sum = losses.reduce((total, loss) => total + loss, 0)
      return { column, loss: sum / losses.length, low: Math.min(...losses), high: Math.max(...losses) }
    })
    .sort((a, b) => b.loss - a.loss)
}

function lossOf(metric: MetricName, before: number, after: number): number {
  switch (metricEntry(metric).direction) {
    case 'higher':
      return before - after
    case 'lower':
      return after - before
    case 'zero':
      return Math.abs(after) - Math.abs(before)
  }
}

/** A metric on predictions, or why it has no value there. */
export function singleMetric(
  metric: MetricName,
  predictions: Predictions,
  settings: SettingsInEffect,
): number | { readonly why: string } {
  const why = whyUndefined([predictions])(metric)
  if (why !== undefined) return { why }
  const value = familyValues(prepareFamilies(predictions, settings, [metric])).get(metric)
  return value !== undefined && Number.isFinite(value)
    ? value
    : { why: 'it is not a finite number on these rows' }
}

/**
 * Orders of rows, each equally likely, by Fisher and Yates; all columns are shuffled in the same ones, so that they are
 * compared on the same draws, and a further column changes nothing for the others.
 *
 * @param rows - At most 2²¹.
 * @returns [repeats] of [rows] row numbers.
 * @see Durstenfeld 1964, doi:10.1145/364520.364540
 */
export function rowOrders(rows: number, repeats: number, seed: number): Uint32Array[] {
  const random = randomStream(seed)
  return Array.from({ length: repeats }, () => {
    const order = Uint32Array.from({ length: rows }, (_, row) => row)
    for (let last = rows - 1; last > 0; last -= 1) {
      const other = random.below(last + 1)
      const kept = order[last] as number
      order[last] = order[other] as number
      order[other] = kept
    }
    return order
  })
}

/**
 * Draws rows evenly over a file: one from each of `count` parts of about as many rows.
 *
 * @param total - Rows of the file, at least `count`; of a part at most 2²¹.
 * @returns [count] row numbers, rising.
 */
export function drawEvenly(total: number, count: number, seed: number): Uint32Array {
  const random = randomStream(seed)
  return Uint32Array.from({ length: count }, (_, part) => {
    const start = Math.floor((part * total) / count)
    return start + random.below(Math.floor(((part + 1) * total) / count) - start)
  })
}
