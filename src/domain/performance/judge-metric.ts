import { metricEntry } from '../comparison/metric-catalogue.ts'
import type { Interval } from '../evidence/interval.ts'
import type { Outcome } from '../gates/outcome.ts'
import { type Limit, sideOfLimit } from '../monitoring/limit.ts'
import type { MetricSla } from '../registry/sla-keys.ts'
import type { MetricFinding, MetricGround } from './metric-finding.ts'

/** What is known of a metric in production, or why nothing is. */
export type Seen =
  | { readonly value: number; readonly interval: Interval }
  | { readonly value?: number | undefined; readonly ground: MetricGround }

type Judged = Pick<
  MetricFinding,
  'status' | 'ground' | 'value' | 'interval' | 'baseline' | 'limit' | 'beyond'
>

/**
 * Judges a metric of production by its 95 % interval: degraded where all of it lies beyond the limit, ok where none of it
 * does, and where it lies on both sides there are too few rows to tell. So a metric exactly at its limit is called degraded
 * in one case of forty.
 *
 * A drop is counted from the baseline in the direction that is worse; the baseline is taken as it stands on record, without
 * an interval of its own. A part of a baseline of 0 is no limit, which is an error of the rule.
 *
 * @param baseline - Undefined where none is on record.
 */
export function judgeMetric(rule: MetricSla, seen: Seen, baseline: number | undefined): Judged {
  const told = {
    ...(seen.value === undefined ? {} : { value: seen.value }),
    ...('interval' in seen ? { interval: seen.interval } : {}),
    ...(baseline === undefined ? {} : { baseline }),
  }
  const limit = limitOf(rule, baseline)
  if (typeof limit === 'string')
    return { ...told, status: limit === 'part-of-zero' ? 'error' : 'insufficient-data', ground: limit }
  const { value: edge } = limit
  if ('ground' in seen) return { ...told, limit: edge, status: 'insufficient-data', ground: seen.ground }
  const side = sideOfLimit(limit, seen.interval)
  if (side === 'within') return { ...told, limit: edge, status: 'ok' }
  if (side === 'open') return { ...told, limit: edge, status: 'insufficient-data', ground: 'straddles' }
  const distance = Math.abs(seen.value - edge)
  return {
    ...told,
    limit: edge,
    status: 'degraded',
    beyond: edge === 0 ? distance : distance / Math.abs(edge),
  }
}

/** `failed` where a metric degraded; `inconclusive` where one could not be told, or none was judged. */
export function outcomeOfMetrics(findings: readonly MetricFinding[]): Outcome {
  const statuses = settledStatuses(findings)
  if (statuses.includes('degraded')) return 'failed'
  return statuses.length > 0 && statuses.every(status => status === 'ok') ? 'passed' : 'inconclusive'
}

/**
 * What findings say, one status for each rule and the rows that it is of: labelled rows and those without a label are two
 * looks at one metric, so it is degraded where one of them says so, and otherwise as one of them can tell.
 */
export function settledStatuses(findings: readonly MetricFinding[]): MetricFinding['status'][] {
  const looks = Map.groupBy(findings, ({ metric, slice, rule }) => JSON.stringify([metric, slice, rule]))
  return [...looks.values()].map(of => {
    const statuses = new Set(of.map(({ status }) => status))
    return (['degraded', 'error', 'ok'] as const).find(status => statuses.has(status)) ?? 'insufficient-data'
  })
}

/** A metric as alerts and reports name it: `recall`, or `recall on region=north`. */
export function metricTitle({ metric, slice }: Pick<MetricFinding, 'metric' | 'slice'>): string {
  return slice === undefined ? metric : `${metric} on ${slice.column}=${slice.value}`
}

/** What degraded, each once, as it is named. */
export function degradedIn(findings: readonly MetricFinding[]): string[] {
  return [...new Set(findings.filter(({ status }) => status === 'degraded').map(metricTitle))]
}

function limitOf(rule: MetricSla, baseline: number | undefined): Limit | 'no-baseline' | 'part-of-zero' {
  if ('min' in rule) return { is: 'at-least', value: rule.min }
  if ('max' in rule) return { is: 'at-most', value: rule.max }
  if (baseline === undefined) return 'no-baseline'
  const isPart = typeof rule.drop === 'string'
  if (isPart && baseline === 0) return 'part-of-zero'
  const drop = isPart
    ? (Math.abs(baseline) * Number.parseFloat(rule.drop as string)) / 100
    : (rule.drop as number)
  return metricEntry(rule.metric).direction === 'lower'
    ? { is: 'at-most', value: baseline + drop }
    : { is: 'at-least', value: baseline - drop }
}
