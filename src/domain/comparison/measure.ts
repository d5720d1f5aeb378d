import type { Evaluation, Slice } from '../evidence/evaluation.ts'
import type { Clusters } from './clusters.ts'
import { estimatesOn } from './confidence-estimates.ts'
import { confusionOf } from './confusion.ts'
import { curvesOf } from './curves.ts'
import { levelIntervals } from './level-intervals.ts'
import type { MetricName } from './metric-catalogue.ts'
import { familyValues, metricsComputed, prepareFamilies } from './metric-families.ts'
import { type MetricSettings, type SettingsInEffect, settingsInEffect } from './metric-settings.ts'
import { perClass } from './per-class.ts'
import { positiveRows, rowsOf, selectRows, settingOf } from './predicted-rows.ts'
import type { LabelColumn, Predictions } from './predictions.ts'
import { rankingOf, rankPart } from './ranking.ts'
import { type SliceRows, slicesOf } from './slices.ts'
import { whyUndefined } from './undefined-metrics.ts'
import type { MetricFamily } from './weighted-metric.ts'

export interface EvaluationOptions {
  readonly settings?: MetricSettings | undefined
  /** Columns whose values make groups of rows. */
  readonly slices?: readonly LabelColumn[] | undefined
  readonly clusters?: Clusters | undefined
  /** Whether the metrics get intervals, which take most of the time, and what the probabilities alone say of them. */
  readonly intervals?: boolean | undefined
}

/** How levels are drawn is fixed, so that an evaluation is the same whichever command made it. */
export const LEVEL_DRAWING = { resamples: 2000, seed: 0 } as const

/**
 * One model on its rows: all metrics with intervals, the confusion matrix, curves, slices.
 *
 * @throws {ModelyardError} `bad-data` where a column of slices holds no groups.
 */
export function evaluatePredictions(
  predictions: Predictions,
  target: string,
  options: EvaluationOptions = {},
): Evaluation {
  const settings = settingsInEffect(options.settings)
  const { families, metrics, missing } = measured(predictions, settings)
  const rows = rowsOf(predictions)
  const isFull = options.intervals === true
  const intervals = isFull
    ? levelIntervals(predictions, families, metrics, settings, {
        ...LEVEL_DRAWING,
        rows,
        clusters: options.clusters,
      })
    : undefined
  const estimated = isFull ? estimatedIn(predictions, settings, metrics) : {}
  const slices = slicesOf(options.slices ?? []).map(slice =>
    sliceMetrics(predictions, settings, slice, isFull),
  )
  const confusion = confusionOf(predictions, settings)
  const curves = curvesOf(predictions)
  const classes = predictions.task === 'multiclass-classification' ? perClass(predictions) : undefined
  return {
    ...settingOf(predictions, target, options.settings),
    metrics: Object.fromEntries(metrics),
    ...filled({ undefined: Object.fromEntries(missing) }, missing.size),
    ...filled({ intervals: Object.fromEntries(intervals ?? []) }, intervals?.size ?? 0),
    ...estimated,
    ...(confusion === undefined ? {} : { confusion }),
    ...(curves === undefined ? {} : { curves }),
    ...filled({ slices }, slices.length),
    ...(classes === undefined ? {} : { 'per-class': classes }),
  }
}

interface Measured {
  readonly families: readonly MetricFamily[]
  readonly metrics: ReadonlyMap<MetricName, number>
  readonly missing: ReadonlyMap<MetricName, string>
}

function measured(predictions: Predictions, settings: SettingsInEffect): Measured {
  const why = whyUndefined([predictions])
  const names = metricsComputed(predictions, settings)
  const families = prepareFamilies(
    predictions,
    settings,
    names.filter(name => why(name) === undefined),
  )
  const values = familyValues(families)
  const metrics = new Map<MetricName, number>()
  const missing = new Map<MetricName, string>()
  for (const name of names) {
    const value = values.get(name) ?? Number.NaN
    const reason = why(name)
    if (reason === undefined && Number.isFinite(value)) metrics.set(name, value)
    else missing.set(name, reason ?? 'it is not a finite number on these rows')
  }
  return { families, metrics, missing }
}

/** Of the metrics that were measured: beside nothing an estimate says nothing. */
function estimatedIn(
  predictions: Predictions,
  settings: SettingsInEffect,
  measured: ReadonlyMap<MetricName, number>,
): Pick<Evaluation, 'estimated'> {
  const estimates = [...(estimatesOn(predictions, settings)?.metrics ?? [])]
    .filter(([name]) => measured.has(name))
    .map(([name, { value, onLabels }]) => [name, { value, low: onLabels.low, high: onLabels.high }] as const)
  return filled({ estimated: Object.fromEntries(estimates) }, estimates.length)
}

function sliceMetrics(
  predictions: Predictions,
  settings: SettingsInEffect,
  { column, value, rows }: SliceRows,
  isFull: boolean,
): Slice {
  const part = partOf(predictions, rows)
  const { metrics, missing } = measured(part, settings)
  return {
    column,
    value,
    rows: rows.length,
    ...(part.task === 'binary-classification' ? { 'positive-rows': positiveRows(part) } : {}),
    metrics: Object.fromEntries(metrics),
    ...filled({ undefined: Object.fromEntries(missing) }, missing.size),
    ...(isFull ? estimatedIn(part, settings, metrics) : {}),
  }
}

/** The predictions of a slice, in whose order they stand in the whole. */
function partOf(predictions: Predictions, rows: Uint32Array): Predictions {
  const part = selectRows(predictions, rows)
  if (part.task === 'binary-classification' && predictions.task === 'binary-classification')
    rankPart(rankingOf(predictions.positive, predictions.probability), rows, part)
  return part
}

/** A part of the facts that is left out where it is empty. */
function filled<T extends object>(part: T, size: number): T | Record<never, never> {
  return size === 0 ? {} : part
}
