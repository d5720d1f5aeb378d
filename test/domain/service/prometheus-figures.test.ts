import { expect, test } from 'vitest'
import type { PrometheusFormat } from '../../../src/domain/registry/sla-service-keys.ts'
import type { Answered } from '../../../src/domain/service/prometheus-answer.ts'
import { prometheusFigures } from '../../../src/domain/service/prometheus-figures.ts'
import { ownQuery, prometheusQueries, queryAddress } from '../../../src/domain/service/prometheus-query.ts'

const WINDOW = { from: Date.UTC(2026, 2, 1), to: Date.UTC(2026, 2, 1, 1) }
const samples = (label: string, pairs: Readonly<Record<string, number>>): Answered => ({
  samples: Object.entries(pairs).map(([text, value]) => ({ labels: { [label]: text }, value })),
})
const figures = (
  {
    buckets,
    requests,
    own = {},
  }: { buckets?: Answered; requests?: Answered; own?: Readonly<Record<string, Answered>> },
  format: PrometheusFormat = {},
) =>
  prometheusFigures(
    { buckets, requests, own: new Map(Object.entries(own)), statusLabel: 'code' },
    format,
    WINDOW,
  )

test('what is asked is the growth over the window, of the series of the model', () => {
  const { buckets, requests } = prometheusQueries({ labels: { job: 'a"b\\' } }, WINDOW)
  expect(buckets).toBe('sum by (le) (increase(http_request_duration_seconds_bucket{job="a\\"b\\\\"}[3600s]))')
  expect(requests).toBe(
    'sum by (code) (increase(http_request_duration_seconds_count{job="a\\"b\\\\"}[3600s]))',
  )
  const own = ownQuery({ queries: { p95: 'max(x[$window]) + $window' } }, 'p95', WINDOW)
  expect(own).toBe('max(x[3600s]) + 3600s')
  expect(queryAddress('http://a:9090/prometheus/', 'up{a="b"}', WINDOW)).toBe(
    'http://a:9090/prometheus/api/v1/query?query=up%7Ba%3D%22b%22%7D&time=1772326800&timeout=25s',
  )
})

test('buckets in any order become quantiles in milliseconds', () => {
  const buckets = samples('le', { '+Inf': 1000, '0.1': 500, '0.5': 980, '0.25': 900, '1': 995 })
  const p95 = figures({ buckets }).quantile('p95')
  expect(p95).toMatchObject({ low: 250, high: 500 })
  expect('value' in p95 && p95.value).toBeCloseTo(406.25, 9)
})

test('requests that failed are those of their status, also where it stands for a class', () => {
  const requests = samples('code', { 200: 989.6, 404: 3, 503: 6.9, '5xx': 0.4 })
  expect(figures({ requests }).errorRate()).toMatchObject({ value: 7 / 1000, observations: 1000 })
  expect(figures({ requests }, { 'errors-from': 400 }).errorRate()).toMatchObject({ value: 10 / 1000 })
  expect(figures({ requests }).throughput()).toMatchObject({ value: 999.9 / 3600 })
})

test('a label that is not there is an error, not a service without failures', () => {
  const requests: Answered = { samples: [{ labels: {}, value: 1000 }] }
  expect(figures({ requests }).errorRate()).toMatchObject({ status: 'error', ground: 'not-answered' })
  expect(figures({ requests }).throughput()).toMatchObject({ value: 1000 / 3600 })
})

test.each<[string, Answered, unknown]>([
  ['no series', { samples: [] }, { status: 'insufficient-data', ground: 'nothing-seen' }],
  [
    'no requests',
    samples('le', { 1: 0, '+Inf': 0 }),
    { status: 'insufficient-data', ground: 'nothing-seen' },
  ],
  ['NaN', samples('le', { '+Inf': Number.NaN }), { status: 'insufficient-data', ground: 'nothing-seen' }],
  ['no +Inf', samples('le', { 1: 5, 2: 6 }), { status: 'error' }],
  ['a bound that is none', samples('le', { x: 5, '+Inf': 6 }), { status: 'error' }],
  ['a refusal', { wrong: 'there: no' }, { status: 'error', ground: 'not-answered', detail: 'there: no' }],
])('buckets with %s are no figure', (_, buckets, wanted) => {
  expect(figures({ buckets }).quantile('p95')).toMatchObject(wanted as object)
})

test('what was never asked is not recorded; series without requests are a silent service', () => {
  expect(figures({}).quantile('p50')).toMatchObject({ ground: 'not-recorded' })
  expect(figures({}).errorRate()).toMatchObject({ ground: 'not-recorded' })
  expect(figures({ requests: samples('code', { 200: 0 }) }).throughput()).toMatchObject({ value: 0, high: 0 })
  expect(figures({ requests: { samples: [] } }).throughput()).toMatchObject({ ground: 'nothing-seen' })
  expect(figures({ requests: samples('code', { 200: 0 }) }).errorRate()).toMatchObject({
    ground: 'nothing-seen',
  })
})

test('a query of the user’s own gives one number, of times in seconds', () => {
  const one = (value: number): Answered => ({ samples: [{ labels: {}, value }] })
  const own = {
    p95: one(0.3),
    'error-rate': one(0.02),
    throughput: one(Number.NaN),
    p99: { samples: [...Array(2)].map(() => ({ labels: {}, value: 1 })) },
  }
  const found = figures({ own })
  expect(found.quantile('p95')).toEqual({ value: 300, low: 300, high: 300 })
  expect(found.errorRate()).toMatchObject({ value: 0.02 })
  expect(found.throughput()).toMatchObject({ ground: 'nothing-seen' })
  expect(found.quantile('p99')).toMatchObject({ status: 'error' })
})
