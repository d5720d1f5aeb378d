import type { MetricName } from '../../src/domain/comparison/metric-catalogue.ts'
import type { GateKind } from '../../src/domain/gates/result.ts'
import type { Draws } from './draws.ts'

/**
 * What is counted of each data set, by kind: of a test whether it rejects a null that holds (and, second, how its mid-p
 * version decides); of a gate whether it lets through a challenger that is exactly as bad as the margin, one that is
 * equal, and one that is better by the margin; of an interval whether it holds the truth, lies above it, lies below it; of
 * monitoring whether the first run raises an alarm, or any of a month or a week does.
 */
export const EVENTS = {
  test: ['rejects', 'by mid-p'],
  gate: ['at the margin', 'equal', 'better'],
  interval: ['covers', 'too high', 'too low'],
  alarm: ['a run', 'a month', 'a month, confirmed'],
  finding: ['first run', 'confirmed by the second', 'within a week'],
} as const
export type ScenarioKind = keyof typeof EVENTS

/** Where the first event's rate has to lie, as shares; `stated`: shown and called approximate, not held to anything. */
export type Wanted = { readonly low: number; readonly high: number } | 'stated'

/** What tests are simulated at. */
export const LEVEL = 0.05

/** An asymptotic test at 5 %. */
export const ASYMPTOTIC: Wanted = { low: 0.04, high: 0.06 }
/** An exact test at 5 %. */
export const EXACT: Wanted = { low: 0, high: 0.05 }
/** A mid-p at 5 %: on average near it, with few rows far below, a little above at times. */
export const MID_P: Wanted = { low: 0, high: 0.06 }
/** A resampling test at 5 %, from 300 rows. */
export const RESAMPLING: Wanted = { low: 0, high: 0.07 }
/** A gate on one side of a 95 % interval. */
export const GATE: Wanted = { low: 0, high: 0.025 }
/** A 95 % interval. */
export const COVERAGE: Wanted = { low: 0.94, high: 0.96 }

export interface Case {
  /** Sizes and what else differs from the scenario's other cases. */
  readonly setting: string
  readonly wanted: Wanted
  /**
   * Cases of one stream, of whichever scenario, see the same data sets and are run together, each with the same draws:
   * what the first draws of them the others find drawn. Left out: a stream of its own.
   */
  readonly stream?: string
  /** Draws one data set and says which of the kind's events happened; a test without a mid-p gives one. */
  run(draws: Draws): readonly boolean[]
}

export interface Scenario {
  /** What `npm run simulate NAME` asks for; kebab-case. */
  readonly name: string
  readonly kind: ScenarioKind
  /** The method, as the table names it. */
  readonly method: string
  /** The kinds of gates that decide in it, each by its own function. */
  readonly gates?: readonly GateKind[]
  /** The metric that it is of, where the catalogue's own function computes it. */
  readonly metric?: MetricName
  /** One sentence: how data are drawn, and what is true of them. */
  readonly data: string
  readonly cases: readonly Case[]
}

/** Where a case is found. */
export interface CaseName {
  readonly scenario: string
  readonly setting: string
}

/** The cases of scenarios, those of one stream together, in the order of the first of each. */
export function byStream(scenarios: readonly Scenario[]): CaseName[][] {
  const streams = new Map<string, CaseName[]>()
  for (const { name, cases } of scenarios) {
    for (const { setting, stream = `${name}, ${setting}` } of cases) {
      const before = streams.get(stream) ?? []
      streams.set(stream, [...before, { scenario: name, setting }])
    }
  }
  return [...streams.values()]
}
