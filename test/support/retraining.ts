import { DEFAULT_CONFIRMATION } from '../../src/domain/drift/confirmed.ts'
import type { MonitorRun } from '../../src/domain/monitoring/run-record.ts'
import type { Retraining, RetrainingFacts } from '../../src/domain/retraining/facts.ts'
import { monitorRun } from './monitor-runs.ts'

/** A Wednesday. */
export const NOW = Date.parse('2026-03-18T04:00:00Z')
export const DAY = 86_400_000
export const daysAgo = (days: number) => NOW - days * DAY
export const textOf = (time: number) => `${new Date(time).toISOString().slice(0, 19)}Z`

export const known = <T>(value: T) => ({ is: 'known', value }) as const
export const unknown = (why: string) => ({ is: 'unknown', why }) as const

/** A model trained a month ago, of which all is known and nothing asks for more. */
export function retrainingFacts(given: Partial<RetrainingFacts> = {}): RetrainingFacts {
  return {
    now: NOW,
    policy: { when: {} },
    isAsked: false,
    trained: { version: 4, at: daysAgo(30), rows: 5000 },
    monitoring: known([]),
    confirmation: DEFAULT_CONFIRMATION,
    rows: known(5000),
    metric: { name: 'accuracy', better: 'higher' },
    measured: known([]),
    retrainings: known([]),
    candidates: known([]),
    ...given,
  }
}

export function retraining(days: number, given: Partial<Retraining> = {}): Retraining {
  return { run: 1000 - Math.round(days), at: daysAgo(days), state: 'succeeded', ...given }
}

/** A run of monitoring so many days ago, with the distances of features that drifted; what did not has 0. */
export function driftRun(
  days: number,
  distances: Readonly<Record<string, number>>,
  given: Partial<MonitorRun> = {},
): MonitorRun {
  const features = Object.entries(distances).map(([feature, distance]): MonitorRun['features'][number] =>
    distance === 0
      ? { feature, status: 'ok', distance: 0.01, 'p-value': 0.6 }
      : { feature, status: 'drift', grounds: ['distribution'], distance, 'p-value': 0.001 },
  )
  const outcome = features.some(({ status }) => status === 'drift') ? 'failed' : 'passed'
  const run = { id: 10_000 - days, attempt: 1 }
  return monitorRun({ at: textOf(daysAgo(days)), run, version: 4, outcome, features, ...given })
}
