import type { Window } from '../monitoring/window.ts'
import type { PrometheusFormat, ServiceMeasure } from '../registry/sla-service-keys.ts'
import { secondsOf } from './window.ts'

const USUAL = { histogram: 'http_request_duration_seconds', status: 'code' } as const

/** What a Prometheus server is asked. */
export interface PrometheusQueries {
  /** Buckets of the histogram over the window, by `le`. */
  readonly buckets: string
  /** Requests over the window, by the label of their status. */
  readonly requests: string
  readonly statusLabel: string
}

/**
 * PromQL over the window, to be asked at its end: the server adds what its series grew by, over restarts and over all that match.
 */
export function prometheusQueries(format: PrometheusFormat, window: Window): PrometheusQueries {
  const histogram = format.histogram ?? USUAL.histogram
  const statusLabel = format.status ?? USUAL.status
  const grown = (metric: string) => `increase(${metric}${selectorOf(format)}[${secondsOf(window)}s])`
  return {
    buckets: `sum by (le) (${grown(`${histogram}_bucket`)})`,
    requests: `sum by (${statusLabel}) (${grown(format.counter ?? `${histogram}_count`)})`,
    statusLabel,
  }
}

/** A query of the user's own for a measure, `$window` filled in; undefined where there is none. */
export function ownQuery(
  { queries }: PrometheusFormat,
  measure: ServiceMeasure,
  window: Window,
): string | undefined {
  return queries?.[measure]?.replaceAll('$window', `${secondsOf(window)}s`)
}

function selectorOf({ labels = {} }: PrometheusFormat): string {
  const matchers = Object.entries(labels).map(([name, value]) => `${name}=${quoted(value)}`)
  return matchers.length === 0 ? '' : `{${matchers.join(',')}}`
}

/** PromQL's double quotes are those of Go, which JSON's are among but for what it leaves as it is. */
function quoted(value: string): string {
  return JSON.stringify(value)
}

/**
 * The address of a query at the window's end.
 *
 * @param server - An address as it was given; a path of its own stays before that of the API.
 */
export function queryAddress(server: string, query: string, window: Window): string {
  const parameters = new URLSearchParams({ query, time: String(window.to / 1000), timeout: '25s' })
  return `${server.replace(/\/+$/, '')}/api/v1/query?${parameters}`
}
