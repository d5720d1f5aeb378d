import { metricTitle, settledStatuses } from '../performance/judge-metric.ts'
import type { MetricFinding } from '../performance/metric-finding.ts'
import type { MonitoringFinding } from './finding.ts'

/**
 * What a run says of a model's performance: bad where a metric lies wholly beyond its limit, on labelled rows or by an
 * estimate; good where one holds and none is bad. A metric that could not be told keeps what was bad of it.
 *
 * An item is a metric, or a metric on a slice, letter for letter; its size is how far beyond the limit it lies, in parts of
 * the limit, and the furthest where several rules name it.
 */
export function degradationFinding(findings: readonly MetricFinding[]): MonitoringFinding {
  const named = Map.groupBy(findings, metricTitle)
  const statuses = [...named].map(([name, of]) => ({ name, of, status: worstOf(settledStatuses(of)) }))
  const [first, ...more] = statuses.flatMap(({ name, of, status }) =>
    status === 'degraded' ? [{ name, size: Math.max(...of.map(({ beyond = 0 }) => beyond)) }] : [],
  )
  const untold = statuses.flatMap(({ name, status }) =>
    status === 'ok' || status === 'degraded' ? [] : [name],
  )
  if (first !== undefined) return { is: 'bad', items: [first, ...more], untold }
  return statuses.some(({ status }) => status === 'ok')
    ? { is: 'good', untold }
    : { is: 'unknown', why: 'no metric could be judged' }
}

/** What may be behind metrics that are worse than they may be: what the labels show, and what estimates suppose. */
export function degradationCauses(findings: readonly MetricFinding[]): string[] {
  const bad = findings.filter(({ status }) => status === 'degraded')
  return [
    ...(bad.some(({ from }) => from === 'labels')
      ? ['what is to be learned changed, or rows came that the model was not trained on: see what drifted']
      : []),
    ...(bad.some(({ from }) => from === 'estimate')
      ? ['the probabilities say so before labels have come: it holds as far as the model is calibrated']
      : []),
    ...(bad.some(({ slice }) => slice !== undefined)
      ? ['one part of the rows fares worse than the rest: see which slices are named']
      : []),
  ]
}

const WORST = ['degraded', 'error', 'insufficient-data', 'ok'] as const

/** Of several rules on one metric. */
function worstOf(statuses: readonly MetricFinding['status'][]): MetricFinding['status'] {
  return WORST.find(status => statuses.includes(status)) ?? 'insufficient-data'
}
