import type { MetricName } from './metric-catalogue.ts'

/**
 * A metric that was prepared on its rows: from how often each row counts to the metric's value, NaN where it is
 * undefined. Without counts every row counts once.
 */
export type WeightedMetric = (counts?: Uint32Array) => number

/** Metrics that one walk over the rows gives together, with their values in the order of the names. */
export interface MetricFamily {
  readonly names: readonly MetricName[]
  readonly values: (counts?: Uint32Array) => readonly number[]
}

/** A family of one. */
export function single(name: MetricName, metric: WeightedMetric): MetricFamily {
  return { names: [name], values: counts => [metric(counts)] }
}

/** The mean of one number a row. */
export function weightedMean(values: Float64Array): WeightedMetric {
  return counts => {
    let sum = 0
    let total = 0
    for (let row = 0; row < values.length; row += 1) {
      const count = counts === undefined ? 1 : (counts[row] as number)
      sum += count * (values[row] as number)
      total += count
    }
    return sum / total
  }
}
