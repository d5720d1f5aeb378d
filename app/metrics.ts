import { createServer } from 'node:http'
import { listening, type RunningServer } from './server.ts'

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
  failed: ['modelyard_settlings_failed_total', 'Looks that failed.'],
} as const

export type Counter = keyof typeof NAMES

/** What the process did since it started, for Prometheus. */
export interface Metrics {
  count(what: Counter): void
  /** In Prometheus' text format 0.0.4. */
  text(): string
}

/** @param now - How many targets wait, and pause before they are tried again. */
export function openMetrics(now: () => { readonly waiting: number; readonly pausing: number }): Metrics {
  const counts = new Map<Counter, number>()
  return {
    count: what => void counts.set(what, (counts.get(what) ?? 0) + 1),
    text() {
      const counters = (Object.keys(NAMES) as Counter[]).map(what => {
        const [name, help] = NAMES[what]
        return `# HELP ${name} ${help}\n# TYPE ${name} counter\n${name} ${counts.get(what) ?? 0}\n`
      })
      const { waiting, pausing } = now()
      const gauges = [
        gauge('modelyard_waiting', 'Targets that wait to be looked at.', waiting),
        gauge('modelyard_pausing', 'Targets that are left alone for a while and then tried again.', pausing),
      ]
      return [...counters, ...gauges].join('')
    },
  }
}

function gauge(name: string, says: string, value: number): string {
  return `# HELP ${name} ${says}\n# TYPE ${name} gauge\n${name} ${value}\n`
}

/** Only for this machine: what a collector beside the process reads. */
export function startMetricsServer(port: number, metrics: Metrics): Promise<RunningServer> {
  const server = createServer((request, response) => {
    const isAsked = request.method === 'GET' && request.url === '/metrics'
    response.writeHead(isAsked ? 200 : 404, { 'content-type': 'text/plain; version=0.0.4' })
    response.end(isAsked ? metrics.text() : '')
  })
  return listening(server, { host: '127.0.0.1', port })
}
