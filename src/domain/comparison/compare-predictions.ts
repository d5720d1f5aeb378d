import type { Comparison, PairedSlice } from '../evidence/comparison.ts'
import { type Clusters, clustersOfRows } from './clusters.ts'
import { comparable } from './comparable.ts'
import { disagreementOf } from './disagreement.ts'
import type { Drawing } from './drawn-intervals.ts'
import { MAX_ROWS_DRAWN } from './level-intervals.ts'
import type { MetricName } from './metric-catalogue.ts'
import { metricsComputed } from './metric-families.ts'
import { type MetricSettings, type SettingsInEffect, settingsInEffect } from './metric-settings.ts'
import { type PairedMetrics, pairedMetrics } from './paired-metrics.ts'
import { positiveRows, rowsOf, selectRows, settingOf } from './predicted-rows.ts'
import type { LabelColumn, Predictions } from './predictions.ts'
import { type SliceRows, slicesOf } from './slices.ts'
import { enoughForInterval } from './undefined-metrics.ts'

export interface ComparisonOptions {
  readonly target: string
  /** The metric that decides. */
  readonly primary: MetricName
  readonly settings?: MetricSettings | undefined
  readonly slices?: readonly LabelColumn[] | undefined
  readonly clusters?: Clusters | undefined
  /** 0: what has no closed form has no interval. */
  readonly resamples: number
  readonly seed: number
  readonly progress?: ((share: number) => void) | undefined
}

/**
 * Champion against challenger on the same rows: every metric of both with an interval of the difference, also on each
 * slice, and where the two disagree.
 *
 * Intervals are in closed form where there is one, whose error rates are better than a bootstrap's. What has none is
 * drawn up to 20,000 rows, the primary metric whatever it costs; on slices the primary metric alone. Slices of fewer than
 * 30 rows, or 10 of a class that the metric looks at, have none.
 *
 * @throws {ModelyardError} `shape-mismatch` where the two cannot be compared; `bad-data` where a column of slices holds
 *   no groups.
 */
export function comparePredictions(
  first: Predictions,
  second: Predictions,
  options: ComparisonOptions,
): Comparison {
  const { clusters, primary, progress } = options
  const [champion, challenger] = comparable(first, second)
  const settings = settingsInEffect(options.settings)
  const names = metricsComputed(champion, settings)
  const rows = rowsOf(champion)
  const isSmall = rows <= MAX_ROWS_DRAWN
  const whole = pairedMetrics(champion, challenger, names, {
    settings,
    drawing: drawingOf(rows, options, clusters),
    drawn: isSmall ? names : [primary],
    progress,
  })
  const slices = slicesOf(options.slices ?? []).map(slice =>
    pairedSlice(champion, challenger, names, settings, slice, options),
  )
  const disagreement = disagreementOf(champion, challenger, settings, clusters !== undefined)
  return {
    ...settingOf(champion, options.target, options.settings),
    ...told(whole),
    ...(slices.length === 0 ? {} : { slices }),
    ...(disagreement === undefined ? {} : { disagreement }),
    ...(clusters === undefined ? {} : { clusters: { column: clusters.column, count: clusters.count } }),
  }
}

function pairedSlice(
  champion: Predictions,
  challenger: Predictions,
  names: readonly MetricName[],
  settings: SettingsInEffect,
  { column, value, rows }: SliceRows,
  options: ComparisonOptions,
): PairedSlice {
  const { clusters, primary } = options
  const [before, after] = [selectRows(champion, rows), selectRows(challenger, rows)]
  const found = pairedMetrics(before, after, names, {
    settings,
    drawing: drawingOf(
      rows.length,
      options,
      clusters === undefined ? undefined : clustersOfRows(clusters, rows),
    ),
    drawn: [primary],
    enough: name => enoughForInterval(name, before),
  })
  return {
    column,
    value,
    rows: rows.length,
    ...(before.task === 'binary-classification' ? { 'positive-rows': positiveRows(before) } : {}),
    ...told(found),
  }
}

function drawingOf(
  rows: number,
  { resamples, seed }: ComparisonOptions,
  clusters: Clusters | undefined,
): Drawing {
  return { rows, resamples, seed, clusters }
}

function told({ metrics, missing }: PairedMetrics) {
  return { metrics, ...(Object.keys(missing).length === 0 ? {} : { undefined: missing }) }
}
