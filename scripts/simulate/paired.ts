import { verdictOf } from '../../src/domain/comparison/verdict.ts'
import { once } from '../../src/domain/once.ts'
import { type Draws, onceForDraws } from './draws.ts'
import { swapped, symmetric } from './populations.ts'
import { COVERAGE, GATE, type Scenario, type Wanted } from './scenario.ts'

export interface Bounds {
  readonly low: number
  readonly high: number
}

/** How two models are compared on rows from a population in which one is worse. */
export interface PairedMethod<P> {
  readonly name: string
  readonly method: string
  readonly data: string
  readonly settings: readonly PairedSetting<P>[]
  /** Challenger − champion in the whole population, signed so that more is better. */
  truth(population: P): number
  /** The interval of that difference from so many rows. */
  interval(population: P, rows: number, draws: Draws): Bounds | undefined
}

export interface PairedSetting<P> {
  readonly setting: string
  readonly rows: number
  readonly population: P
  readonly coverage?: Wanted
  readonly gate?: Wanted
}

/**
 * Two scenarios of one method: how often its interval holds the truth, and how the gate `not-worse-by` decides on it. The
 * margin is what the challenger of the population loses, so that this one is exactly as bad as the margin; equal
 * models are both orders of the two together, and the better one is the champion in the challenger's place.
 */
export function pairedScenarios<P extends { readonly first: Float64Array; readonly second: Float64Array }>(
  paired: PairedMethod<P>,
): Scenario[] {
  const { name, method, data } = paired
  const about = { method, data }
  const settings = paired.settings.map(setting => ({
    ...setting,
    ...drawnPairs(paired, setting),
    about: { setting: setting.setting, stream: `${name}, ${setting.setting}` },
  }))
  return [
    {
      ...about,
      name: `${name}-interval`,
      kind: 'interval',
      cases: settings.map(({ about: one, coverage = COVERAGE, truth, found }) => ({
        ...one,
        wanted: coverage,
        // One of the two is the population as it is.
        run: draws => placeOf(found(draws)[truth() < 0 ? 0 : 2], truth()),
      })),
    },
    {
      ...about,
      name: `${name}-gate`,
      kind: 'gate',
      gates: ['not-worse'],
      cases: settings.map(({ about: one, gate = GATE, truth, found }) => ({
        ...one,
        wanted: gate,
        run: draws =>
          found(draws).map(interval => interval !== undefined && passes(interval, Math.abs(truth()))),
      })),
    },
  ]
}

/** The intervals of a challenger that is worse, an equal one and a better one, drawn once for all cases of a stream. */
function drawnPairs<P extends { readonly first: Float64Array; readonly second: Float64Array }>(
  paired: PairedMethod<P>,
  { rows, population }: PairedSetting<P>,
) {
  const truth = once(() => paired.truth(population))
  const challengers = once(() => {
    // Noise lowers most metrics, but may raise F1 where positives are rare.
    const [worse, better] =
      truth() < 0 ? [population, swapped(population)] : [swapped(population), population]
    return [worse, symmetric(population), better]
  })
  const found = onceForDraws(draws => challengers().map(models => paired.interval(models, rows, draws)))
  return { truth, found }
}

/** Whether an interval holds the truth, lies above it, lies below it. No interval at all holds nothing. */
export function placeOf(interval: Bounds | undefined, truth: number): readonly boolean[] {
  if (interval === undefined) return [false, false, false]
  const [above, below] = [interval.low > truth, interval.high < truth]
  return [!above && !below, above, below]
}

/** What `not-worse-by` lets through. */
export function passes({ low, high }: Bounds, margin: number): boolean {
  const verdict = verdictOf({ value: (low + high) / 2, low, high }, margin)
  return verdict === 'better' || verdict === 'not-worse'
}

/** The interval of a loss, of which less is better, turned around. */
export function turned(interval: Bounds | undefined): Bounds | undefined {
  return interval === undefined ? undefined : { low: -interval.high, high: -interval.low }
}
