import type { FeatureDrift } from '../drift/feature-drift.ts'
import { CAUSES, type Cause, type Hint, SIGNS, type Sign } from './drift-cause.ts'
import { looksBefore, type Onset } from './onset.ts'
import type { MonitorRun } from './run-record.ts'

export interface CauseFacts {
  /** Of the run. */
  readonly features: readonly FeatureDrift[]
  readonly onsets: readonly Onset[]
  /** Oldest first, the run of which it is asked the last. */
  readonly runs: readonly MonitorRun[]
  /** What the values of a feature were multiplied by. */
  readonly units: ReadonlyMap<string, string>
  /** Features that commits came with. */
  readonly withCommits: readonly string[]
  /** Features that look as the same months of earlier years did. */
  readonly seasonal: readonly string[]
}

const CAUSE_OF: Readonly<Record<Sign, Cause>> = {
  'other-type': 'pipeline-change',
  gone: 'pipeline-change',
  'missing-values': 'pipeline-change',
  categories: 'pipeline-change',
  unit: 'pipeline-change',
  'at-once': 'pipeline-change',
  'other-reference': 'pipeline-change',
  commits: 'pipeline-change',
  'same-months': 'seasonality',
  gradual: 'real-shift',
  performance: 'real-shift',
}

/** Fewer begin together by chance, or since they say the same. */
const LEAST_AT_ONCE = 3
/** So many looks before in which a distance rose from each to the next, and then above the threshold: 1 of 24 orders. */
const LEAST_LOOKS = 3

/**
 * Which causes something speaks for: a change of the pipeline, a season, or that the world changed. Several may hold. What is
 * not seen speaks for nothing: where no cause has a sign nobody can tell. Commits alone are none, as every team makes them
 * every day: they stand beside another sign of the pipeline.
 */
export function hintsOf(facts: CauseFacts): Hint[] {
  const drifted = facts.features.filter(({ status }) => status === 'drift')
  const named = (holds: (found: FeatureDrift) => boolean) =>
    drifted.filter(holds).map(({ feature }) => feature)
  const onGround = (ground: FeatureDrift['grounds'][number]) =>
    named(({ grounds }) => grounds.includes(ground))
  const signs: Readonly<Record<Exclude<Sign, 'unit' | 'performance'>, readonly string[]>> = {
    'other-type': onGround('other-type'),
    gone: onGround('gone'),
    'missing-values': onGround('missing-values'),
    categories: named(
      ({ grounds, added, vanished }) =>
        grounds.includes('distribution') && (added !== undefined || vanished !== undefined),
    ),
    'at-once': facts.onsets.filter(onset => isAtOnce(onset, facts)).flatMap(({ features }) => features),
    'other-reference': facts.onsets.filter(hasOtherReference).flatMap(({ features }) => features),
    commits: facts.withCommits,
    'same-months': facts.seasonal,
    gradual: facts.onsets.flatMap(onset => onset.features.filter(one => isGradual(one, onset, facts))),
  }
  const found: Hint['signs'] = [
    ...Object.entries(signs).flatMap(([sign, features]) =>
      features.length === 0 ? [] : [{ sign: sign as Sign, features: [...features] }],
    ),
    ...byUnit(facts.units),
    ...(isWorse(facts) ? [{ sign: 'performance' as const, features: [] }] : []),
  ]
  return CAUSES.flatMap(cause => {
    const ofCause = SIGNS.flatMap(sign => found.filter(one => one.sign === sign && CAUSE_OF[sign] === cause))
    return ofCause.some(({ sign }) => sign !== 'commits') ? [{ cause, signs: ofCause }] : []
  })
}

function byUnit(units: ReadonlyMap<string, string>): Hint['signs'] {
  return [...new Set(units.values())].map(unit => ({
    sign: 'unit',
    features: [...units].flatMap(([feature, found]) => (found === unit ? [feature] : [])),
    unit,
  }))
}

/** From one run to the next, and half of what can be told at least. */
function isAtOnce({ after, features }: Onset, { features: all }: CauseFacts): boolean {
  const told = all.filter(({ status }) => status === 'ok' || status === 'drift').length
  return after !== undefined && features.length >= LEAST_AT_ONCE && 2 * features.length >= told
}

function hasOtherReference({ since, after }: Onset): boolean {
  return after !== undefined && after.reference?.sha256 !== since.reference?.sha256
}

function isGradual(feature: string, onset: Onset, { runs }: CauseFacts): boolean {
  const looks = [...looksBefore(feature, onset, runs).slice(-LEAST_LOOKS), onset.since]
  const distances = looks.flatMap(({ features }) => distanceOf(features, feature) ?? [])
  return (
    distances.length === LEAST_LOOKS + 1 &&
    distances.every((distance, at) => at === 0 || distance > (distances[at - 1] as number))
  )
}

function distanceOf(features: MonitorRun['features'], feature: string): number | undefined {
  return features.find(one => one.feature === feature)?.distance
}

/** A metric below its limit in a run since the first of them began. */
function isWorse({ onsets, runs }: CauseFacts): boolean {
  const from = onsets.at(-1)?.since
  return (
    from !== undefined &&
    runs
      .slice(runs.indexOf(from))
      .some(({ levels = [] }) => levels.some(({ of, status }) => of === 'performance' && status === 'bad'))
  )
}
