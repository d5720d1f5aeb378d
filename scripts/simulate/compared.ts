import { comparePredictions } from '../../src/domain/comparison/compare-predictions.ts'
import type { MetricName } from '../../src/domain/comparison/metric-catalogue.ts'
import type { LabelColumn, Predictions } from '../../src/domain/comparison/predictions.ts'
import { signedInterval } from '../../src/domain/comparison/verdict.ts'
import type { Comparison, PairedMetric } from '../../src/domain/evidence/comparison.ts'
import type { GateRule } from '../../src/domain/gates/rule.ts'
import { once } from '../../src/domain/once.ts'
import { metricLabel } from '../../src/render/labels.ts'
import { type Draws, onceForDraws } from './draws.ts'
import { letsThrough } from './judging.ts'
import { placeOf } from './paired.ts'
import { symmetric } from './populations.ts'
import type { Models } from './populations-of-tasks.ts'
import { COVERAGE, GATE, type Scenario, type Wanted } from './scenario.ts'
import { AT_LEAST } from './scenarios/settings.ts'
import { COST, type Differences } from './truths-of-tasks.ts'

/** Two models of each member. */
export interface TwoModels {
  readonly first: Float64Array
  readonly second: Float64Array
}

/** How a task's models are compared, as `compare` does it. */
export interface ComparedTask<P extends TwoModels> {
  /** Begins the scenarios' names. */
  readonly name: string
  readonly data: string
  readonly primary: MetricName
  readonly differences: Differences<P>
  readonly settings: readonly ComparedSetting<P>[]
  /** `slice`: the rows are a slice, for which nothing but the primary metric is drawn. */
  readonly on: 'set' | 'slice'
  draw(population: P, rows: number, draws: Draws): Models<Predictions>
}

export interface ComparedSetting<P> {
  readonly setting: string
  readonly rows: number
  readonly population: P
}

/** Metrics without a closed form, of which a whole set's intervals are drawn. */
const DRAWN: ReadonlySet<MetricName> = new Set([
  'calibration-error',
  'ks-separation',
  'lift',
  'median-absolute-error',
])

/** What one data set's comparisons hold: the second model against the first, equal ones, the first against the second. */
export interface Comparisons {
  readonly forth: Comparison
  readonly equal: Comparison
  readonly back: Comparison
}

/** The product draws 2,000; with 500 a bound's own noise lets about 0.1 points more through. */
const RESAMPLES = 500

/** Draws a data set's rows once for every case that looks at them, and resamples only for cases that ask. */
function comparisonsOf<P extends TwoModels>(
  { draw, primary, on }: ComparedTask<P>,
  { rows, population }: ComparedSetting<P>,
): Pick<Compared<P>, 'comparisons' | 'drawnComparisons'> {
  const equal = once(() => symmetric(population))
  const pairsOf = onceForDraws(draws =>
    [population, equal()].map(from => ({ models: draw(from, rows, draws), seed: draws.seed() })),
  )
  const comparing = (resamples: number) =>
    onceForDraws((draws): Comparisons => {
      const [forth, same] = pairsOf(draws).map(({ models, seed }) =>
        comparePredictions(...models, {
          target: 'target',
          primary,
          settings: { cost: COST },
          slices: on === 'slice' ? [oneSlice(rows)] : undefined,
          resamples,
          seed,
        }),
      ) as [Comparison, Comparison]
      return { forth, equal: same, back: changedPlaces(forth) }
    })
  return { comparisons: comparing(0), drawnComparisons: comparing(RESAMPLES) }
}

/** A setting with what is compared in it, once for all cases of its stream. */
export interface Compared<P> extends ComparedSetting<P> {
  readonly stream: string
  /** With the intervals that have a closed form, as all of a slice do. */
  comparisons(draws: Draws): Comparisons
  /** With those that are drawn, too. */
  drawnComparisons(draws: Draws): Comparisons
}

export function comparedOf<P extends TwoModels>(task: ComparedTask<P>): Compared<P>[] {
  return task.settings.map(setting => ({
    ...setting,
    stream: `compared ${task.name}, ${setting.setting}`,
    ...comparisonsOf(task, setting),
  }))
}

/** A scenario for the interval of every metric of a task and one for its gate. */
export function comparedScenarios<P extends TwoModels>(
  { name, data, differences, on }: ComparedTask<P>,
  compared: readonly Compared<P>[],
): Scenario[] {
  const metrics = Object.entries(differences) as [MetricName, (population: P) => number][]
  return metrics.flatMap(([metric, difference]) => {
    const truths = compared.map(({ population }) => once(() => difference(population)))
    const truthAt = (at: number) => (truths[at] as () => number)()
    const about = {
      data,
      metric,
      method: `${metricLabel(metric)}, ${on === 'set' ? 'as compared' : 'on a slice'}`,
    }
    const cases = (
      wantedAt: (rows: number, setting: string) => Wanted,
      run: (comparisons: Comparisons, truth: number) => readonly boolean[],
    ): Scenario['cases'] =>
      compared.map(({ setting, rows, stream, comparisons, drawnComparisons }, at) => ({
        setting,
        wanted: wantedAt(rows, setting),
        stream,
        run: draws => run((DRAWN.has(metric) ? drawnComparisons : comparisons)(draws), truthAt(at)),
      }))
    const intervals: Scenario = {
      ...about,
      name: `${name}-${metric}-interval`,
      kind: 'interval',
      cases: cases(
        (rows, setting) => wantedOf(metric, rows, setting),
        ({ forth }, truth) => {
          const found = (on === 'set' ? forth : sliceOf(forth)).metrics[metric]
          const interval = found?.interval && signedInterval(metric, found.difference, found.interval)
          return placeOf(interval, truth)
        },
      ),
    }
    const gates: Scenario = {
      ...about,
      name: `${name}-${metric}-gate`,
      kind: 'gate',
      gates: [on === 'set' ? 'not-worse' : 'slice-not-worse'],
      cases: cases(
        () => GATE,
        ({ forth, equal, back }, truth) => {
          const rule = ruleOf(on, metric, Math.abs(truth))
          // Noise lowers most metrics, but may raise e.g. the precision where positives are rare.
          const challengers = truth < 0 ? [forth, equal, back] : [back, equal, forth]
          return challengers.map(comparison => letsThrough(rule, { comparison }))
        },
      ),
    }
    return [intervals, gates]
  })
}

/** A maximum, and the end of a list: what a resample adds to them makes their intervals wider than they say. */
const WIDE: ReadonlySet<MetricName> = new Set(['ks-separation', 'lift'])

/** Of few rows, and of heavy tails, an interval may be wide to be honest. The calibration error's holds nothing, which is why no gate reads it. */
function wantedOf(metric: MetricName, rows: number, setting: string): Wanted {
  if (metric === 'calibration-error') return 'stated'
  return rows < 1_000 || setting.endsWith('heavy tails') || WIDE.has(metric) ? AT_LEAST : COVERAGE
}

const SLICE = 'part'

function oneSlice(rows: number): LabelColumn {
  return { name: SLICE, codes: new Uint32Array(rows), words: ['all'] }
}

function sliceOf({ slices = [] }: Comparison) {
  const [slice] = slices
  if (slice === undefined) throw new Error('the comparison has no slice')
  return slice
}

function ruleOf(on: 'set' | 'slice', metric: MetricName, margin: number): GateRule {
  return on === 'set'
    ? { metric, 'not-worse-by': margin }
    : { slices: metric, by: [SLICE], 'not-worse-by': margin }
}

/** The comparison of the same two models the other way round, which another bootstrap of these rows would repeat. */
export function changedPlaces(comparison: Comparison): Comparison {
  const turn = ({ champion, challenger, difference, interval, ...others }: PairedMetric): PairedMetric => ({
    ...others,
    champion: challenger,
    challenger: champion,
    difference: 0 - difference,
    ...(interval === undefined
      ? {}
      : { interval: { ...interval, low: 0 - interval.high, high: 0 - interval.low } }),
  })
  const turnAll = (metrics: Comparison['metrics']): Comparison['metrics'] =>
    Object.fromEntries(Object.entries(metrics).map(([name, paired]) => [name, turn(paired)]))
  const { metrics, slices, ...others } = comparison
  return {
    ...others,
    metrics: turnAll(metrics),
    ...(slices === undefined
      ? {}
      : { slices: slices.map(slice => ({ ...slice, metrics: turnAll(slice.metrics) })) }),
  }
}
