import type { MetricName } from '../comparison/metric-catalogue.ts'
import { familyValues, prepareFamilies } from '../comparison/metric-families.ts'
import type { SettingsInEffect } from '../comparison/metric-settings.ts'
import { rowsOf, selectRows } from '../comparison/predicted-rows.ts'
import type { Predictions } from '../comparison/predictions.ts'
import type { SliceRows } from '../comparison/slices.ts'
import type { Evaluation } from '../evidence/evaluation.ts'
import type { MetricSla } from '../registry/sla-keys.ts'
import { whyNotBelieved } from './calibration-on-record.ts'
import { type ConfidenceEstimate, type ConfidenceEstimates, estimateByConfidence } from './cbpe.ts'
import { judgeMetric, type Seen } from './judge-metric.ts'
import type { MetricFinding, MetricGround } from './metric-finding.ts'
import { seenOnLabels } from './seen-metrics.ts'

/** What was predicted in production, and how much of it has a label. */
export interface Production {
  /** All rows; what they hold as actual values is to be read where they are labelled alone. */
  readonly predictions: Predictions
  /** Row numbers, ascending. */
  readonly labelled: Uint32Array
  readonly unlabelled: Uint32Array
  readonly slices: readonly SliceRows[]
}

/** What the model's metrics were before, as they stand on record. */
export type OnRecord = Pick<Evaluation, 'metrics' | 'slices'>

/** An estimate on rows whose labels have come meanwhile. */
export interface Reconciled {
  readonly metric: MetricName
  readonly estimated: number
  readonly low: number
  readonly high: number
  readonly measured: number
  /** Whether the interval holds what was measured. */
  readonly held: boolean
}

export interface Performance {
  readonly findings: readonly MetricFinding[]
  /** Of rows without a label; undefined where the model gives none of what it takes, or all rows have one. */
  readonly estimates: ConfidenceEstimates | undefined
  /** Why estimates are not believed. */
  readonly ground: MetricGround | undefined
  readonly reconciled: readonly Reconciled[]
}

/**
 * Looks at a model's metrics in production: measured on the rows whose labels have come, estimated on the rest, each judged
 * by the rules on all rows and on their slices. An estimate is judged only where the calibration on record is good, and
 * where that of the labelled rows held what was measured there.
 *
 * @param calibration - The evaluation on record whose calibration error counts.
 * @param baseline - Undefined where no evaluation on record measured alike.
 */
export function lookAtPerformance(
  production: Production,
  rules: readonly MetricSla[],
  settings: SettingsInEffect,
  calibration: OnRecord | undefined,
  baseline: OnRecord | undefined,
): Performance {
  const { predictions, labelled, unlabelled, slices } = production
  const reconciled = reconcile(predictions, labelled, settings)
  const missed = new Set(reconciled.filter(({ held }) => !held).map(({ metric }) => metric))
  const ground = whyNotEstimated(predictions) ?? whyNotBelieved(calibration)
  const groups: Group[] = [
    { rules, labelled, unlabelled, baseline: baseline?.metrics ?? {} },
    ...slices.map(slice => groupOf(slice, production, rules, baseline)),
  ]
  const findings = groups.flatMap(group => [
    ...(group.labelled.length > 0 || group.unlabelled.length === 0
      ? measuredFindings(group, predictions, settings)
      : []),
    ...(group.unlabelled.length > 0 && (group.labelled.length === 0 || ground !== 'not-estimated')
      ? estimatedFindings(group, predictions, settings, ground, missed)
      : []),
  ])
  const estimates = unlabelled.length === 0 ? undefined : estimatesOf(predictions, unlabelled, settings)
  return { findings, estimates, ground: unlabelled.length === 0 ? undefined : ground, reconciled }
}

interface Group {
  readonly slice?: MetricFinding['slice']
  readonly rules: readonly MetricSla[]
  readonly labelled: Uint32Array
  readonly unlabelled: Uint32Array
  readonly baseline: OnRecord['metrics']
}

function groupOf(
  { column, value, rows }: SliceRows,
  { labelled }: Production,
  rules: readonly MetricSla[],
  baseline: OnRecord | undefined,
): Group {
  const known = new Set(labelled)
  const same = baseline?.slices?.find(one => one.column === column && one.value === value)
  return {
    slice: { column, value },
    rules: rules.filter(({ slices = [] }) => slices.includes(column)),
    labelled: rows.filter(row => known.has(row)),
    unlabelled: rows.filter(row => !known.has(row)),
    baseline: same?.metrics ?? {},
  }
}

function measuredFindings(group: Group, all: Predictions, settings: SettingsInEffect): MetricFinding[] {
  const names = [...new Set(group.rules.map(({ metric }) => metric))]
  const seen = seenOnLabels(selectRows(all, group.labelled), settings, names)
  return judged(group, 'labels', group.labelled.length, name => seen.get(name) ?? { ground: 'undefined' })
}

function estimatedFindings(
  group: Group,
  all: Predictions,
  settings: SettingsInEffect,
  ground: MetricGround | undefined,
  missed: ReadonlySet<MetricName>,
): MetricFinding[] {
  const estimates: ReadonlyMap<MetricName, ConfidenceEstimate> =
    estimatesOf(all, group.unlabelled, settings)?.metrics ?? new Map()
  return judged(group, 'estimate', group.unlabelled.length, name => {
    const estimate = estimates.get(name)
    const why = ground ?? (missed.has(name) ? 'not-reconciled' : undefined)
    if (why !== undefined) return { value: estimate?.value, ground: why }
    return estimate === undefined
      ? { ground: 'not-estimated' }
      : { value: estimate.value, interval: estimate.interval }
  })
}

function judged(
  { slice, rules, baseline }: Group,
  from: MetricFinding['from'],
  rows: number,
  seen: (name: MetricName) => Seen,
): MetricFinding[] {
  return rules.map(rule => ({
    metric: rule.metric,
    ...(slice && { slice }),
    rule,
    from,
    rows,
    ...judgeMetric(rule, seen(rule.metric), baseline[rule.metric]),
  }))
}

function whyNotEstimated(predictions: Predictions): MetricGround | undefined {
  if (predictions.task !== 'binary-classification') return 'not-estimated'
  return predictions.hasProbabilities ? undefined : 'no-probabilities'
}

function estimatesOf(
  predictions: Predictions,
  rows: Uint32Array,
  settings: SettingsInEffect,
): ConfidenceEstimates | undefined {
  const part = selectRows(predictions, rows)
  if (part.task !== 'binary-classification' || !part.hasProbabilities) return undefined
  return estimateByConfidence(part.probability, settings)
}

function reconcile(all: Predictions, labelled: Uint32Array, settings: SettingsInEffect): Reconciled[] {
  const estimates = estimatesOf(all, labelled, settings)
  if (estimates === undefined) return []
  const part = selectRows(all, labelled)
  if (rowsOf(part) === 0) return []
  const names = [...estimates.metrics.keys()]
  const values = familyValues(prepareFamilies(part, settings, names))
  return [...estimates.metrics].flatMap(([metric, { value: estimated, onLabels }]) => {
    const measured = values.get(metric) ?? Number.NaN
    if (!Number.isFinite(measured)) return []
    const { low, high } = onLabels
    return [{ metric, estimated, low, high, measured, held: low <= measured && measured <= high }]
  })
}
