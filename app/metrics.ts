import type { ApiCall, CallOutcome } from '../src/adapters/github/index.ts'
import { renderFamily } from '../src/render/exposition.ts'

const NAMES = {
  deliveries: ['modelyard_deliveries_total', 'Deliveries that were taken.'],
  refused: [
    'modelyard_deliveries_refused_total',
    'Deliveries that were not taken: unsigned, or no delivery.',
  ],
  sweeps: [
    'modelyard_sweeps_total',
    'Times that everything was asked for: at the start, and every so often.',
  ],
  asked: ['modelyard_asked_total', 'Looks at a target that were begun.'],
  ended: ['modelyard_settlings_total', 'Looks that came to an end.'],
  settled: ['modelyard_settlings_settled_total', 'Looks after which a target is as it should be.'],
  again: ['modelyard_settlings_again_total', 'Looks that came too early and are done again.'],
  held: ['modelyard_settlings_held_total', 'Looks that met a limit of GitHub and are done again after it.'],
  failed: ['modelyard_settlings_failed_total', 'Looks that failed.'],
  left: ['modelyard_targets_left_total', 'Targets left to the next event, or sweep, after the last try.'],
} as const

export type Counter = keyof typeof NAMES

const OUTCOMES: readonly CallOutcome[] = [
  'taken',
  'refused',
  'rate-limit',
  'secondary-limit',
  'failed',
  'unanswered',
]

/** What the process did since it started, for Prometheus. */
export interface Metrics {
  count(what: Counter): void
  /** @param installation - Whose token it was made with; of calls that are counted for none it is left out. */
  called(call: ApiCall, installation?: number): void
  /** From a delivery to the end of the look that it asked for, in seconds. */
  lag(seconds: number): void
  /** In Prometheus' text format 0.0.4. */
  text(): string
}

export interface Gauges {
  /** How many targets wait now. */
  waiting(): number
  /** How many are left alone for a while and then tried again. */
  pausing(): number
  /** How many installations may not be asked now. */
  held(): number
}

/** Upper bounds in seconds: a look takes one or two, and is tried again for two and a half minutes. */
const BUCKETS = [0.5, 1, 2, 5, 10, 30, 60, 180, 600, 1800, 3600]
/** Of an installation each; of more than these only the last that were asked are shown. */
const MOST_SERIES = 100

export function openMetrics({ waiting, pausing, held }: Gauges): Metrics {
  const counts = new Map<Counter, number>()
  const calls = new Map<CallOutcome, number>()
  const remaining = new Map<string, number>()
  const lags = openHistogram('modelyard_delivery_lag_seconds', LAG_HELP, BUCKETS)
  return {
    count: what => void counts.set(what, (counts.get(what) ?? 0) + 1),
    called({ outcome, resource, remaining: left }, installation) {
      calls.set(outcome, (calls.get(outcome) ?? 0) + 1)
      if (installation === undefined || resource === undefined || left === undefined) return
      const series = `installation="${installation}",resource="${resource.replace(/[^\w-]/g, '_')}"`
      // Those that were asked last stand last.
      remaining.delete(series)
      remaining.set(series, left)
      const [oldest] = remaining.keys()
      if (remaining.size > MOST_SERIES && oldest !== undefined) remaining.delete(oldest)
    },
    lag: seconds => lags.observe(seconds),
    text() {
      const counters = (Object.keys(NAMES) as Counter[]).map(what => {
        const [name, help] = NAMES[what]
        return renderFamily(name, help, 'counter', [['', counts.get(what) ?? 0]])
      })
      return [
        ...counters,
        renderFamily(
          'modelyard_api_calls_total',
          'Calls of the API of GitHub, by how they ended; a repeat is a call.',
          'counter',
          OUTCOMES.map(outcome => [`{outcome="${outcome}"}`, calls.get(outcome) ?? 0]),
        ),
        renderFamily(
          'modelyard_rate_limit_remaining',
          'Calls that an installation has left until its hour is over, as GitHub said last.',
          'gauge',
          [...remaining].map(([series, left]) => [`{${series}}`, left]),
        ),
        lags.text(),
        renderFamily('modelyard_waiting', 'Targets that wait to be looked at.', 'gauge', [['', waiting()]]),
        renderFamily(
          'modelyard_pausing',
          'Targets that are left alone for a while and then tried again.',
          'gauge',
          [['', pausing()]],
        ),
        renderFamily(
          'modelyard_installations_held',
          'Installations that GitHub asked to leave alone for a while.',
          'gauge',
          [['', held()]],
        ),
      ].join('')
    },
  }
}

const LAG_HELP =
  'Seconds from a delivery to the end of each look at a pull request, or at merges, that it asked for.'

function openHistogram(name: string, help: string, bounds: readonly number[]) {
  const counts = bounds.map(() => 0)
  let [sum, count] = [0, 0]
  return {
    observe(value: number) {
      sum += value
      count += 1
      for (const [at, bound] of bounds.entries()) if (value <= bound) counts[at] = (counts[at] ?? 0) + 1
    },
    text: () =>
      renderFamily(name, help, 'histogram', [
        ...bounds.map((bound, at) => [`_bucket{le="${bound}"}`, counts[at] ?? 0] as const),
        ['_bucket{le="+Inf"}', count],
        ['_sum', sum],
        ['_count', count],
      ]),
  }
}
