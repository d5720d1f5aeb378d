import * as z from 'zod/mini'
import { ModelyardError } from '../domain/errors/index.ts'
import { type Outcome, overall } from '../domain/gates/outcome.ts'
import { serviceMetrics } from '../domain/monitoring/metrics.ts'
import type { SampleSource } from '../domain/monitoring/sample-source.ts'
import type { Window } from '../domain/monitoring/window.ts'
import { Length, type Monitor } from '../domain/registry/monitor-keys.ts'
import { Timestamp, timestamp } from '../domain/registry/names.ts'
import type { BusinessRule, OperationsRule, ServiceSources } from '../domain/registry/sla-service-keys.ts'
import type { ServiceLevelsResult } from '../domain/results/service-levels.ts'
import { judgeBusiness } from '../domain/service/business.ts'
import type { ServiceLevel, Untold } from '../domain/service/level.ts'
import { judgeOperations } from '../domain/service/operations-limits.ts'
import { parseLength } from '../domain/service/window.ts'
import type { Ports } from '../ports.ts'
import { defineMeasurement, type Watch } from './define.ts'
import { metrics, model } from './inputs.ts'
import { measureBusiness } from './measured-business.ts'
import {
  type MeasuredOperations,
  operationsOfLogs,
  operationsOfPrometheus,
  operationsOfSamples,
} from './measured-operations.ts'
import { namedFile } from './named-file.ts'
import { missingKey, readWorkingDefinition } from './working-definition.ts'
import { handOutMetrics, pushgateway } from './write-metrics.ts'

const File = z.optional(z.string().check(z.minLength(1), z.maxLength(4000)))

const input = z.strictObject({
  model,
  logs: File.check(z.describe('An access log of what serves it, in JSON lines.')),
  samples: File.check(z.describe('A table of requests in its place: CSV, Parquet or JSON lines, one a row.')),
  prometheus: File.check(
    z.describe(
      'The address of a Prometheus server in their place; a token is read from MODELYARD_PROMETHEUS_TOKEN.',
    ),
  ),
  business: File.check(z.describe('A table with the numbers of the business.')),
  businessSql: z
    .optional(z.string().check(z.minLength(1), z.maxLength(20_000)))
    .check(z.describe('A query of DuckDB in its place; it reads files of the repository.')),
  window: z
    .optional(Length)
    .check(z.describe('How long before --until is looked at, such as 24h; left out: all of a file.')),
  until: z
    .optional(Timestamp)
    .check(z.describe('The end of the window, which it does not hold; left out: now.')),
  metrics,
  pushgateway,
})

type Input = z.output<typeof input>

export const serviceLevels = defineMeasurement({
  name: 'service-levels',
  summary: 'Whether what serves a model keeps its service levels.',
  details: `Holds what requests took, how many failed and how many came, and numbers of the business, against \`sla\` in
model.yaml. A limit is broken, or kept, where the whole 95 % interval lies on that side of it; otherwise there are
too few requests to tell, which is no pass. Quantiles are bounded by order statistics, and by the ends of buckets
where a histogram was read. Lines that cannot be read are counted and said, and above 5 % nothing is judged.`,
  positional: ['model'],
  examples: [
    {
      command: 'modelyard service-levels telco-churn --logs access.jsonl',
      does: 'judges an access log',
    },
    {
      command: 'modelyard service-levels telco-churn --prometheus http://localhost:9090 --window 24h',
      does: 'asks a Prometheus server about the last day',
    },
  ],
  permission: 'read',
  doors: ['action', 'cli'],
  input,
  results: ['service-levels'],
  async run(input, ports, watch): Promise<ServiceLevelsResult> {
    const found = await readWorkingDefinition(input.model, ports.worktree)
    const given = await withSources(input, found.definition.monitor?.service, ports)
    refuseUnclear(given)
    const { operations = [], business = [], from = {} } = found.definition.sla ?? {}
    if (operations.length + business.length === 0)
      throw missingKey(
        found,
        'sla',
        'sla: {operations: [{measure: p95, max: 250ms}, {measure: error-rate, max: 1%}]}',
      )
    const table = businessSource(given, from.business?.sql)
    refuseNothing(given, table)
    const window = windowOf(given, ports.clock.now())
    const measured = await measuredOperations({ given, operations, from, window }, ports, watch)
    const read =
      table === undefined || business.length === 0
        ? undefined
        : await measureBusiness(table, business, { time: from.business?.time, window }, ports)
    const levels = [
      ...judgeOperations(operations, measured?.figures ?? NOT_GIVEN),
      ...(read?.levels ?? business.map(rule => judgeBusiness(rule, NOT_GIVEN))),
    ]
    const result: ServiceLevelsResult = {
      kind: 'service-levels',
      model: given.model,
      outcome: overall(levels.map(outcomeOf)),
      ...(window !== undefined && {
        window: { from: timestamp(window.from), until: timestamp(window.to) },
      }),
      ...(measured !== undefined && { source: measured.source }),
      ...(read?.read !== undefined && { business: read.read }),
      levels,
      remarks: remarksOn(given, table, operations, business, from, window),
      next: [],
    }
    const families = serviceMetrics(result, ports.clock.now())
    return handOutMetrics(result, 'service-levels', families, given, ports, watch)
  },
})

/** Sources that the command names, or else those that model.yaml does, with its window. */
async function withSources(
  input: Input,
  named: Monitor['service'],
  { worktree }: Pick<Ports, 'worktree'>,
): Promise<Input> {
  const { logs, samples, prometheus, business, businessSql } = input
  const isGiven = [logs, samples, prometheus, business, businessSql].some(source => source !== undefined)
  if (isGiven || named === undefined) return input
  const read = async (uri: string | undefined) => (uri === undefined ? undefined : namedFile(uri, worktree))
  return {
    ...input,
    logs: await read(named.logs),
    samples: await read(named.samples),
    business: await read(named.business),
    prometheus: named.prometheus,
    window: input.window ?? named.window,
  }
}

const NOT_GIVEN: Untold = { status: 'insufficient-data', ground: 'not-given' }

/** What the call names, otherwise the query of model.yaml. */
function businessSource(
  { business, businessSql }: Input,
  kept: string | undefined,
): SampleSource | undefined {
  if (business !== undefined) return { from: { files: business }, isKept: false }
  const sql = businessSql ?? kept
  return sql === undefined ? undefined : { from: { sql }, isKept: businessSql === undefined }
}

function refuseNothing({ logs, samples, prometheus }: Input, business: SampleSource | undefined): void {
  if ([logs, samples, prometheus, business].every(source => source === undefined))
    throw bad(
      'there is nothing to look at',
      'give --logs, --samples or --prometheus, --business, or both; or name them in model.yaml: monitor: {service: {logs: access.jsonl}}',
    )
}

function refuseUnclear({ logs, samples, prometheus, business, businessSql, window, until }: Input): void {
  const sources = [logs, samples, prometheus].filter(source => source !== undefined)
  if (sources.length > 1)
    throw bad('requests come from one source', 'give one of --logs, --samples and --prometheus')
  if (business !== undefined && businessSql !== undefined)
    throw bad('the business has two sources', 'give one of --business and --business-sql')
  if (window === undefined && (until !== undefined || prometheus !== undefined))
    throw bad(
      prometheus === undefined ? '--until ends no window' : 'a Prometheus server is asked about a time',
      'say how long it is: --window 24h',
    )
}

function bad(message: string, next: string): ModelyardError {
  return new ModelyardError({ code: 'bad-input', message, next })
}

/** To whole seconds, as results say it. */
function windowOf({ window, until }: Input, now: number): Window | undefined {
  const length = window === undefined ? undefined : parseLength(window)
  if (length === undefined) return undefined
  const end = Math.floor((until === undefined ? now : Date.parse(until)) / 1000) * 1000
  return { from: end - length, to: end }
}

interface Question {
  readonly given: Input
  readonly operations: readonly OperationsRule[]
  readonly from: ServiceSources
  readonly window: Window | undefined
}

async function measuredOperations(
  { given: { logs, samples, prometheus }, operations, from, window }: Question,
  ports: Ports,
  watch: Watch,
): Promise<MeasuredOperations | undefined> {
  if (operations.length === 0) return undefined
  if (logs !== undefined) return operationsOfLogs(logs, from.logs ?? {}, window, ports)
  if (samples !== undefined) return operationsOfSamples(samples, from.samples ?? {}, window, ports)
  if (prometheus === undefined || window === undefined) return undefined
  const about = { format: from.prometheus ?? {}, window }
  return operationsOfPrometheus(prometheus, operations, about, ports, watch)
}

function outcomeOf({ status }: ServiceLevel): Outcome {
  if (status === 'ok') return 'passed'
  return status === 'breached' ? 'failed' : 'inconclusive'
}

function remarksOn(
  { logs, samples, prometheus }: Input,
  table: SampleSource | undefined,
  operations: readonly OperationsRule[],
  business: readonly BusinessRule[],
  from: ServiceSources,
  window: Window | undefined,
): string[] {
  const source = logs ?? samples ?? prometheus
  return [
    ...(source !== undefined && operations.length === 0
      ? ['`sla` in model.yaml says nothing of operations']
      : []),
    ...(table !== undefined && business.length === 0
      ? ['`sla` in model.yaml says nothing of the business']
      : []),
    ...(table !== undefined &&
    business.length > 0 &&
    window !== undefined &&
    from.business?.time === undefined
      ? ['all rows of the business count, whenever they are of: `sla.from.business.time` names no column']
      : []),
  ]
}
