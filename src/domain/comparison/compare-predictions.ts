import type { Comparison, PairedSlice } from '../evidence/comparison.ts'
import { type Clusters, clustersOfRows } from './clusters.ts'
import { comparable } from './comparable.ts'
import { disagreementOf } from './disagreement.ts'
import type { MetricName } from './metric-catalogue.ts'
import { metricsComputed } from './metric-families.ts'
import { type MetricSettings, settingsInEffect } from './metric-settings.ts'
import { pairedMetrics } from './paired-metrics.ts'
import { positiveRows, rowsOf, selectRows, settingOf } from './predicted-rows.ts'
import type { LabelColumn, Predictions } from './predictions.ts'
import { slicesOf } from './slices.ts'

export interface ComparisonOptions {
  readonly target: string
  /** The metric that decides, also on each slice. */
  readonly primary: MetricName
  readonly settings?: MetricSettings | undefined
  readonly slices?: readonly LabelColumn[] | undefined
  readonly clusters?: Clusters | undefined
  readonly resamples: number
  readonly seed: number
  readonly progress?: ((share: number) => void) | undefined
}

/**
 * Champion against challenger on the same rows: every metric of both with an interval of the difference, the primary
 * metric on each slice, and where the two disagree.
 *
 * @throws {ModelyardError} `bad-input` where the two cannot be compared; `bad-data` where a column of slices holds no
 *   groups.
 */
export function comparePredictions(
  first: Predictions,
  second: Predictions,
  options: ComparisonOptions,
): Comparison {
  const { clusters, resamples, seed, progress } = options
  const [champion, challenger] = comparable(first, second)
  const settings = settingsInEffect(options.settings)
  const names = metricsComputed(champion, settings)
  const rows = rowsOf(champion)
  const drawing = { rows, resamples, seed, clusters }
  const { metrics, missing } = pairedMetrics(champion, challenger, names, settings, drawing, progress)
  const slices = slicesOf(options.slices ?? []).map(slice => {
    const [before, after] = [selectRows(champion, slice.rows), selectRows(challenger, slice.rows)]
    const found = pairedMetrics(before, after, [options.primary], settings, {
      rows: slice.rows.length,
      resamples,
      seed,
      clusters: clusters === undefined ? undefined : clustersOfRows(clusters, slice.rows),
    })
    return {
      column: slice.column,
      value: slice.value,
      rows: slice.rows.length,
      ...(before.task === 'binary-classification' ? { 'positive-rows': positiveRows(before) } : {}),
      ...told(found),
    } satisfies PairedSlice
  })
  const disagreement = disagreementOf(champion, challenger, settings)
  return {
    ...settingOf(champion, options.target, options.settings),
    ...told({ metrics, missing }),
    ...(slices.length === 0 ? {} : { slices }),
    ...(disagreement === undefined ? {} : { disagreement }),
    ...(clusters === undefined ? {} : { clusters: { column: clusters.column, count: clusters.count } }),
  }
}

function told({ metrics, missing }: ReturnType<typeof pairedMetrics>) {
  return { metrics, ...(Object.keys(missing).length === 0 ? {} : { undefined: missing }) }
}
