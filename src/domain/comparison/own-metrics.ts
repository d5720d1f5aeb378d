import type { Comparison, PairedOwnMetric, PairedSlice } from '../evidence/comparison.ts'
import type { Evaluation, OwnMetric, Slice } from '../evidence/evaluation.ts'
import type { OwnMetricRule } from '../registry/evaluate-keys.ts'
import { closedForm } from './closed-form.ts'
import { type Clusters, clustersOfRows } from './clusters.ts'
import { type Drawing, drawnIntervals } from './drawn-intervals.ts'
import { MAX_ROWS_DRAWN } from './level-intervals.ts'
import { LEVEL_DRAWING } from './measure.ts'
import { type Inference, inference } from './paired-closed-form.ts'
import type { OwnValues } from './parse-own-metric.ts'
import { samePredictions, selectRows } from './predicted-rows.ts'
import type { LabelColumn, Predictions } from './predictions.ts'
import { type SliceRows, slicesOf } from './slices.ts'
import { LEAST_ROWS } from './undefined-metrics.ts'
import { weightedMean } from './weighted-metric.ts'

/** Metrics of the user's own, by name: what model.yaml says of each, and what its command gave. */
export type OwnMetrics = ReadonlyMap<
  string,
  { readonly rule: Pick<OwnMetricRule, 'direction' | 'unit'>; readonly values: OwnValues }
>

interface Grouping {
  /** Columns whose values make groups of rows. */
  readonly slices: readonly LabelColumn[]
  readonly clusters: Clusters | undefined
}

/** An evaluation with the metrics of the user's own in it; those of one number a row are in its slices too. */
export function withOwnMetrics(
  facts: Evaluation,
  own: OwnMetrics,
  { slices, clusters }: Grouping,
): Evaluation {
  if (own.size === 0) return facts
  const drawing = { ...LEVEL_DRAWING, rows: facts.rows, clusters }
  const groups = slicesOf(slices)
  return {
    ...facts,
    'own-metrics': mapped(own, ({ rule, values }) => ownMetric(rule, values, drawing)),
    ...(facts.slices === undefined
      ? {}
      : { slices: facts.slices.map((slice, at) => sliceWithOwn(slice, groups[at], own)) }),
  }
}

function sliceWithOwn(slice: Slice, group: SliceRows | undefined, own: OwnMetrics): Slice {
  const metrics = mapped(own, ({ rule, values }) => {
    const part = valuesOn(values, group)
    return part === undefined ? undefined : ownMetric(rule, { per: 'row', values: part })
  })
  return Object.keys(metrics).length === 0 ? slice : { ...slice, 'own-metrics': metrics }
}

/** Two models on the same rows. */
export interface OwnPairing extends Grouping {
  readonly predictions: readonly [champion: Predictions, challenger: Predictions]
}

/**
 * A comparison with the metrics of the user's own in it. Those of one number a row have a paired interval, made as
 * that of any other mean is, on slices of at least 30 rows too. One number for all rows has none: a command that knows the whole set alone cannot be asked about a resample.
 */
export function withPairedOwnMetrics(
  facts: Comparison,
  champion: OwnMetrics,
  challenger: OwnMetrics,
  { slices, clusters, predictions }: OwnPairing,
): Comparison {
  if (champion.size === 0) return facts
  const groups = slicesOf(slices)
  return {
    ...facts,
    'own-metrics': mapped(champion, ({ rule, values }, name) =>
      pairedOwnMetric(rule, values, measured(challenger, name), { clusters }),
    ),
    ...(facts.slices === undefined
      ? {}
      : {
          slices: facts.slices.map((slice, at) =>
            pairedSliceWithOwn(slice, groups[at], champion, challenger, { clusters, predictions }),
          ),
        }),
  }
}

function pairedSliceWithOwn(
  slice: PairedSlice,
  group: SliceRows | undefined,
  champion: OwnMetrics,
  challenger: OwnMetrics,
  { clusters, predictions: [first, second] }: Pick<OwnPairing, 'clusters' | 'predictions'>,
): PairedSlice {
  if (group === undefined) return slice
  const { rows } = group
  const together = clusters === undefined ? undefined : clustersOfRows(clusters, rows)
  const isSame = samePredictions(selectRows(first, rows), selectRows(second, rows))
  const metrics = mapped(champion, ({ rule, values }, name) => {
    const [before, after] = [valuesOn(values, group), valuesOn(measured(challenger, name), group)]
    if (before === undefined || after === undefined) return undefined
    const found = levelsOf(rule, mean(before), mean(after))
    const inference =
      rows.length < LEAST_ROWS ? undefined : closedDifference(differences(before, after), together)
    // Where no row moved although the models differ, that is no certainty, on few rows.
    const isCertain = inference?.interval !== undefined && inference.interval.low === inference.interval.high
    return { ...found, ...(isCertain && !isSame ? {} : inference) }
  })
  return Object.keys(metrics).length === 0 ? slice : { ...slice, 'own-metrics': metrics }
}

/**
 * One model's own metric: the mean over the rows, or the number itself.
 *
 * @param drawing - How the interval of the mean is drawn; left out, there is none.
 */
export function ownMetric(
  { direction, unit }: Pick<OwnMetricRule, 'direction' | 'unit'>,
  found: OwnValues,
  drawing?: Drawing,
): OwnMetric {
  const value = found.per === 'set' ? found.value : mean(found.values)
  const interval =
    found.per === 'row' && drawing !== undefined ? meanInference(found.values, drawing)?.interval : undefined
  return {
    value,
    direction,
    ...(unit === undefined ? {} : { unit }),
    ...(interval === undefined ? {} : { interval }),
  }
}

/** Both models' own metric on the same rows, with a paired interval of the difference where it is one a row. */
export function pairedOwnMetric(
  rule: Pick<OwnMetricRule, 'direction' | 'unit'>,
  champion: OwnValues,
  challenger: OwnValues,
  { clusters }: { readonly clusters?: Clusters | undefined },
): PairedOwnMetric {
  const found = levelsOf(rule, ownMetric(rule, champion).value, ownMetric(rule, challenger).value)
  if (champion.per === 'set' || challenger.per === 'set') return found
  return { ...found, ...closedDifference(differences(champion.values, challenger.values), clusters) }
}

function levelsOf(
  { direction, unit }: Pick<OwnMetricRule, 'direction' | 'unit'>,
  champion: number,
  challenger: number,
): PairedOwnMetric {
  return {
    champion,
    challenger,
    difference: challenger - champion,
    direction,
    ...(unit === undefined ? {} : { unit }),
  }
}

/** The 95 % interval of the mean of one number a row. */
function meanInference(values: Float64Array, drawing: Drawing): Inference | undefined {
  if (drawing.rows > MAX_ROWS_DRAWN) return closedDifference(values, drawing.clusters)
  const statistic = weightedMean(values)
  const [interval] = drawnIntervals(drawing, 1, counts => [statistic(counts)])
  return interval === undefined ? undefined : { interval }
}

function closedDifference(values: Float64Array, clusters: Clusters | undefined): Inference | undefined {
  const value = mean(values)
  const found = closedForm(
    value,
    values.map(one => one - value),
    clusters,
  )
  return found === undefined ? undefined : inference(found, 'closed-form')
}

function differences(before: Float64Array, after: Float64Array): Float64Array {
  return after.map((value, row) => value - (before[row] as number))
}

function mean(values: Float64Array): number {
  return weightedMean(values)()
}

/** The numbers of some rows; undefined for what has one number for all. */
function valuesOn(found: OwnValues, group: SliceRows | undefined): Float64Array | undefined {
  if (found.per === 'set' || group === undefined) return undefined
  return Float64Array.from(group.rows, row => found.values[row] as number)
}

function measured(own: OwnMetrics, name: string): OwnValues {
  const found = own.get(name)
  if (found === undefined) throw new Error(`${name} was measured of one model alone`)
  return found.values
}

/** By name; what is undefined is left out. */
function mapped<T>(
  own: OwnMetrics,
  metric: (measured: Parameters<Parameters<OwnMetrics['forEach']>[0]>[0], name: string) => T | undefined,
): Record<string, T> {
  return Object.fromEntries(
    [...own].flatMap(([name, found]) => {
      const value = metric(found, name)
      return value === undefined ? [] : [[name, value] as const]
    }),
  )
}
