import * as z from 'zod/mini'
import { UserName } from './names.ts'

/** Quantiles of what requests took, as Prometheus and latency evidence name them. */
export const SERVICE_QUANTILES = ['p50', 'p95', 'p99'] as const
export type ServiceQuantile = (typeof SERVICE_QUANTILES)[number]
export const SERVICE_MEASURES = [...SERVICE_QUANTILES, 'error-rate', 'throughput'] as const
export type ServiceMeasure = (typeof SERVICE_MEASURES)[number]

/** Of times in a file or a histogram. */
export const TIME_UNITS = ['ns', 'us', 'ms', 's'] as const
export type TimeUnit = (typeof TIME_UNITS)[number]

/** Milliseconds in one. */
export const UNIT_MS: Readonly<Record<TimeUnit, number>> = { ns: 1e-6, us: 1e-3, ms: 1, s: 1e3 }

/** A request failed from this status on, where nothing else is said. */
export const USUAL_ERRORS_FROM = 500

const Duration = z
  .string()
  .check(z.regex(/^\d{1,9}(?:\.\d{1,6})?(?:ms|s)$/, { error: 'a time with its unit, like 250ms or 1.5s' }))

const Share = z.union([
  z
    .string()
    .check(
      z.regex(/^(?:100|\d{1,2}(?:\.\d{1,6})?)%$/, { error: 'a percentage like 1%, or a share like 0.01' }),
    ),
  z.number().check(z.minimum(0), z.maximum(1)),
])

/** What requests may take, fail, and come at. */
export const OperationsRule = z.discriminatedUnion('measure', [
  z.strictObject({
    measure: z.enum(SERVICE_QUANTILES),
    max: Duration.check(z.describe('The longest that it may be, with its unit: 250ms, 1.5s.')),
  }),
  z.strictObject({
    measure: z.literal('error-rate'),
    max: Share.check(z.describe('Of requests, the share that may fail: 1% or 0.01.')),
  }),
  z.strictObject({
    measure: z.literal('throughput'),
    min: z
      .number()
      .check(z.gt(0), z.maximum(1e9))
      .check(z.describe('Requests a second, in the mean of the window.')),
  }),
])
export type OperationsRule = z.infer<typeof OperationsRule>

/** A number of the business that the model is there for. */
export const BusinessRule = z.strictObject({
  name: UserName.check(z.describe('What people call it: conversion, revenue.')),
  of: z
    .enum(['mean', 'rate', 'total'])
    .check(z.describe('`rate`: of a column of 0 and 1; `total`: its sum over the window.')),
  column: UserName.check(z.describe('Of the table of the business.')),
  direction: z.enum(['higher', 'lower']).check(z.describe('Which way is better.')),
  target: z.number().check(z.describe('What it is to reach, or not to exceed where lower is better.')),
})
export type BusinessRule = z.infer<typeof BusinessRule>

const Unit = z.optional(z.enum(TIME_UNITS))
const ErrorsFrom = z
  .optional(z.int().check(z.minimum(100), z.maximum(599)))
  .check(z.describe('A request failed from this status on; left out: 500.'))

/** Where a file of requests has what; a dot leads into an object. */
export const RequestFormat = z.strictObject({
  time: z
    .optional(UserName)
    .check(
      z.describe('When: a time with its zone, or seconds since 1970; left out: as common loggers name it.'),
    ),
  duration: z
    .optional(UserName)
    .check(z.describe('What it took; left out: as common loggers name it, where the unit is plain.')),
  unit: Unit.check(z.describe('Of `duration`, where that is named; left out: ms.')),
  status: z.optional(UserName).check(z.describe('HTTP status; left out: as common loggers name it.')),
  'errors-from': ErrorsFrom,
  unreadable: z
    .optional(Share)
    .check(
      z.describe('Of the lines, the share that may be unreadable; above it nothing is judged; left out: 5%.'),
    ),
})
export type RequestFormat = z.infer<typeof RequestFormat>

const MetricName = z
  .string()
  .check(z.maxLength(200), z.regex(/^[a-zA-Z_:][a-zA-Z0-9_:]*$/, { error: 'a name of a Prometheus metric' }))
const LabelName = z
  .string()
  .check(z.maxLength(200), z.regex(/^[a-zA-Z_][a-zA-Z0-9_]*$/, { error: 'a name of a Prometheus label' }))
const Query = z.string().check(z.minLength(1), z.maxLength(2000))

/** What is asked of a Prometheus server. Its address is none of this: who runs the command names it. */
export const PrometheusFormat = z.strictObject({
  histogram: z
    .optional(MetricName)
    .check(z.describe('Of what requests took, without _bucket; left out: http_request_duration_seconds.')),
  unit: Unit.check(z.describe('Of the bounds of its buckets; left out: s.')),
  counter: z
    .optional(MetricName)
    .check(z.describe('Of requests by status; left out: the _count of the histogram.')),
  status: z
    .optional(LabelName)
    .check(z.describe('The label of the status, like 503 or 5xx; left out: code.')),
  'errors-from': ErrorsFrom,
  labels: z
    .optional(z.record(LabelName, z.string().check(z.maxLength(500))))
    .check(z.describe('Which series are of this model, such as {job: churn}.')),
  queries: z
    .optional(
      z.strictObject({
        p50: z.optional(Query),
        p95: z.optional(Query),
        p99: z.optional(Query),
        'error-rate': z.optional(Query),
        throughput: z.optional(Query),
      }),
    )
    .check(
      z.describe(
        'PromQL of your own for one number, in seconds, as a share or in requests a second; $window is the window, like 3600s.',
      ),
    ),
})
export type PrometheusFormat = z.infer<typeof PrometheusFormat>

/** Where the figures of the agreement come from. */
export const ServiceSources = z.strictObject({
  logs: z.optional(RequestFormat).check(z.describe('The access log that --logs names: JSON lines.')),
  samples: z.optional(RequestFormat).check(z.describe('The table of requests that --samples names.')),
  prometheus: z
    .optional(PrometheusFormat)
    .check(z.describe('The Prometheus server that --prometheus names.')),
  business: z
    .optional(
      z.strictObject({
        time: z
          .optional(UserName)
          .check(z.describe('The column that says when; rows outside the window are left out.')),
        sql: z
          .optional(z.string().check(z.minLength(1), z.maxLength(20_000)))
          .check(z.describe('A query of DuckDB in place of a file; it reads what lies in the repository.')),
      }),
    )
    .check(z.describe('The table of the business, where no call names another.')),
})
export type ServiceSources = z.infer<typeof ServiceSources>

/** Keys of `sla` about what serves and what it is good for. */
export const ServiceSla = {
  operations: z
    .optional(
      z.array(OperationsRule).check(
        z.minLength(1),
        z.refine(rules => areDistinct(rules.map(({ measure }) => measure)), {
          error: 'a list that names each measure once',
        }),
      ),
    )
    .check(z.describe('What requests may take and fail.')),
  business: z
    .optional(
      z.array(BusinessRule).check(
        z.minLength(1),
        z.maxLength(100),
        z.refine(rules => areDistinct(rules.map(({ name }) => name)), {
          error: 'a list that gives each a name of its own',
        }),
      ),
    )
    .check(z.describe('What the model is to do for the business.')),
  from: z.optional(ServiceSources).check(z.describe('How their sources are read.')),
}

function areDistinct(names: readonly string[]): boolean {
  return new Set(names).size === names.length
}

/** `1%`, or the same as a number: 0.01. */
export function slaShare(share: string | number): number {
  // 0.1% by a division would show its binary rest.
  return typeof share === 'number' ? share : Number(`${share.slice(0, -1)}e-2`)
}

/** `250ms` or `1.5s` in milliseconds. */
export function slaMilliseconds(duration: string): number {
  return duration.endsWith('ms') ? Number(duration.slice(0, -2)) : Number(`${duration.slice(0, -1)}e3`)
}
