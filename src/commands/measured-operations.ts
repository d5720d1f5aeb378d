import { ModelyardError } from '../domain/errors/index.ts'
import { plainServer } from '../domain/monitoring/push-address.ts'
import type { Window } from '../domain/monitoring/window.ts'
import type { OperationsRule, PrometheusFormat, RequestFormat } from '../domain/registry/sla-service-keys.ts'
import type { ServiceLevelsResult } from '../domain/results/service-levels.ts'
import { jsonLines } from '../domain/service/json-lines.ts'
import type { Untold } from '../domain/service/level.ts'
import type { ServiceFigures } from '../domain/service/operations-limits.ts'
import { type Answered, parseAnswer } from '../domain/service/prometheus-answer.ts'
import { prometheusFigures } from '../domain/service/prometheus-figures.ts'
import { ownQuery, prometheusQueries, queryAddress } from '../domain/service/prometheus-query.ts'
import { openRequests, type RequestCounts, type RequestSink } from '../domain/service/requests.ts'
import type { Ports } from '../ports.ts'
import type { Watch } from './define.ts'
import { digestOfData } from './move-facts.ts'
import { textRows } from './text-rows.ts'

/** A server that needs longer for one figure is asked for too much. */
const ANSWER_MS = 30_000

export interface MeasuredOperations {
  readonly figures: ServiceFigures | Untold
  readonly source: NonNullable<ServiceLevelsResult['source']>
}

type Reading = Pick<Ports, 'artifacts' | 'tables'>

/** Requests of an access log in JSON lines. */
export async function operationsOfLogs(
  path: string,
  format: RequestFormat,
  window: Window | undefined,
  ports: Reading,
): Promise<MeasuredOperations> {
  const sink = openRequests(format, window)
  const sha256 = await digestOfData(path, ports.artifacts)
  for await (const row of jsonLines(ports.artifacts.readPieces(path))) sink.take(row)
  return measured('logs', path, sha256, sink)
}

/** Requests of a table, one a row. */
export async function operationsOfSamples(
  path: string,
  format: RequestFormat,
  window: Window | undefined,
  ports: Reading,
): Promise<MeasuredOperations> {
  const sink = openRequests(format, window)
  const sha256 = await digestOfData(path, ports.artifacts)
  const columns = (await ports.tables.columns(path)).map(({ name }) => name)
  for await (const cells of textRows(path, columns, ports.tables))
    sink.take(Object.fromEntries(columns.map((name, at) => [name, cells[at]])))
  return measured('samples', path, sha256, sink)
}

function measured(
  is: 'logs' | 'samples',
  uri: string,
  sha256: string,
  sink: RequestSink,
): MeasuredOperations {
  const { counts, figures } = sink.end()
  const { lines, requests, outside, unreadable } = counts
  return {
    figures,
    source: {
      is,
      uri,
      sha256,
      lines,
      requests,
      outside,
      unreadable: Object.fromEntries(unreadable),
      fields: fieldsRead(counts),
    },
  }
}

function fieldsRead({ fields: { time, duration, status } }: RequestCounts) {
  return {
    ...(time !== undefined && { time: time.name }),
    ...(duration?.unit !== undefined && { duration: { name: duration.name, unit: duration.unit } }),
    ...(status !== undefined && { status: status.name }),
  }
}

/**
 * Figures of a Prometheus server for what the rules ask, and nothing else of it.
 *
 * @throws {ModelyardError} `bad-input` where the address is none; what else is wrong with the server is told in the figures.
 */
export async function operationsOfPrometheus(
  server: string,
  rules: readonly OperationsRule[],
  { format, window }: { readonly format: PrometheusFormat; readonly window: Window },
  { prometheus }: Pick<Ports, 'prometheus'>,
  { signal }: Watch,
): Promise<MeasuredOperations> {
  const place = placeOf(server)
  const ask = async (query: string): Promise<Answered> => {
    const url = queryAddress(place, query, window)
    return parseAnswer(place, await prometheus.ask(url, { timeoutMs: ANSWER_MS, signal }))
  }
  const { buckets, requests, statusLabel } = prometheusQueries(format, window)
  const own = new Map<string, Answered>()
  const plain: string[] = []
  for (const { measure } of rules) {
    const query = ownQuery(format, measure, window)
    if (query === undefined) plain.push(measure)
    else own.set(measure, await ask(query))
  }
  const isAsked = (...measures: readonly string[]) => measures.some(measure => plain.includes(measure))
  const answers = {
    buckets: isAsked('p50', 'p95', 'p99') ? await ask(buckets) : undefined,
    requests: isAsked('error-rate', 'throughput') ? await ask(requests) : undefined,
    own,
    statusLabel,
  }
  return { figures: prometheusFigures(answers, format, window), source: { is: 'prometheus', server: place } }
}

function placeOf(server: string): string {
  const place = plainServer(server)
  if (place !== undefined) return place
  throw new ModelyardError({
    code: 'bad-input',
    message: 'the address of the Prometheus server is no plain http: or https: address',
    next: 'give one like http://prometheus:9090, its token in the environment: MODELYARD_PROMETHEUS_TOKEN',
  })
}
