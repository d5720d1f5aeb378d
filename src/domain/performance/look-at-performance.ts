import {
  type ConfidenceEstimate,
  type EstimatedMetric,
  estimatesOn,
} from '../comparison/confidence-estimates.ts'
import type { MetricName } from '../comparison/metric-catalogue.ts'
import { familyValues, prepareFamilies } from '../comparison/metric-families.ts'
import type { SettingsInEffect } from '../comparison/metric-settings.ts'
import { rowsOf, selectRows } from '../comparison/predicted-rows.ts'
import type { Predictions } from '../comparison/predictions.ts'
import type { SliceRows } from '../comparison/slices.ts'
import type { Evaluation, Slice } from '../evidence/evaluation.ts'
import type { Interval } from '../evidence/interval.ts'
import type { MetricSla } from '../registry/sla-keys.ts'
import { biasOnRecord, whyNotBelieved, widened } from './bias-on-record.ts'
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
export type OnRecord = Pick<Evaluation, 'metrics' | 'estimated' | 'slices'>

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

/** An estimate on rows without a label. */
export interface Estimated {
  readonly metric: MetricName
  readonly value: number
  /** Of the population; where it is believed it holds what the estimate may be off by, too. */
  readonly interval: Interval
  readonly onLabels: Interval
  /** Why it is not believed. */
  readonly ground: MetricGround | undefined
}

export interface Performance {
  readonly findings: readonly MetricFinding[]
  /** Of all rows without a label; none where the model gives nothing to make one of. */
  readonly estimates: readonly Estimated[]
  /** Of all rows with a label. */
  readonly reconciled: readonly Reconciled[]
}

/**
 * Looks at a model's metrics in production: measured on the rows whose labels have come, estimated on the rest, each judged
 * by the rules on all rows and on their slices. An estimate is judged only where the evaluation on record says that such
 * estimates hold, of the same metric on the same slice, and where that of the labelled rows held what was measured there.
 *
 * @param onRecord - Undefined where no evaluation on record measured alike.
 */
export function lookAtPerformance(
  production: Production,
  rules: readonly MetricSla[],
  settings: SettingsInEffect,
  onRecord: OnRecord | undefined,
): Performance {
  const ground = whyNotEstimated(production.predictions) ?? whyNotBelieved(onRecord)
  const [whole, ...slices] = groupsOf(production, rules, onRecord).map(group =>
    lookAtGroup(group, settings, ground),
  )
  const { findings = [], estimates = [], reconciled = [] } = whole ?? {}
  return { findings: [...findings, ...slices.flatMap(slice => slice.findings)], estimates, reconciled }
}

/** All rows, or those of a slice. */
interface Group {
  readonly slice?: MetricFinding['slice']
  readonly rules: readonly MetricSla[]
  readonly labelled: Predictions
  readonly unlabelled: Predictions
  readonly onRecord: Pick<Slice, 'metrics' | 'estimated'> | undefined
}

function groupsOf(
  { predictions, labelled, unlabelled, slices }: Production,
  rules: readonly MetricSla[],
  onRecord: OnRecord | undefined,
): Group[] {
  const isLabelled = new Uint8Array(rowsOf(predictions))
  for (const row of labelled) isLabelled[row] = 1
  const selected = (rows: Uint32Array) => selectRows(predictions, rows)
  return [
    { rules, labelled: selected(labelled), unlabelled: selected(unlabelled), onRecord },
    ...slices.map(({ column, value, rows }) => ({
      slice: { column, value },
      rules: rules.filter(({ slices: columns = [] }) => columns.includes(column)),
      labelled: selected(rows.filter(row => isLabelled[row] === 1)),
      unlabelled: selected(rows.filter(row => isLabelled[row] === 0)),
      onRecord: onRecord?.slices?.find(one => one.column === column && one.value === value),
    })),
  ]
}

function lookAtGroup(
  group: Group,
  settings: SettingsInEffect,
  ground: MetricGround | undefined,
): Performance {
  const [labelled, unlabelled] = [rowsOf(group.labelled), rowsOf(group.unlabelled)]
  const reconciled = reconcile(group.labelled, settings)
  const estimates = believedIn(group, settings, reconciled, ground)
  return {
    findings: [
      ...(labelled > 0 || unlabelled === 0 ? measuredFindings(group, settings) : []),
      ...(unlabelled > 0 && (labelled === 0 || ground !== 'not-estimated')
        ? estimatedFindings(group, estimates, ground)
        : []),
    ],
    estimates,
    reconciled,
  }
}

function measuredFindings(group: Group, settings: SettingsInEffect): MetricFinding[] {
  const names = [...new Set(group.rules.map(({ metric }) => metric))]
  const seen = seenOnLabels(group.labelled, settings, names)
  return judged(group, 'labels', rowsOf(group.labelled), name => seen.get(name) ?? { ground: 'undefined' })
}

function believedIn(
  { unlabelled, onRecord }: Group,
  settings: SettingsInEffect,
  reconciled: readonly Reconciled[],
  ground: MetricGround | undefined,
): Estimated[] {
  const missed = new Set(reconciled.filter(({ held }) => !held).map(({ metric }) => metric))
  const believed = (metric: EstimatedMetric, { value, ofPopulation, onLabels }: ConfidenceEstimate) => {
    const interval = ofPopulation()
    const bias = ground ?? (missed.has(metric) ? 'not-reconciled' : biasOnRecord(metric, onRecord))
    return typeof bias === 'string'
      ? { metric, value, interval, onLabels, ground: bias }
      : { metric, value, interval: widened(metric, interval, bias), onLabels, ground: undefined }
  }
  return [...(estimatesOn(unlabelled, settings)?.metrics ?? [])].map(one => believed(...one))
}

function estimatedFindings(
  group: Group,
  estimates: readonly Estimated[],
  ground: MetricGround | undefined,
): MetricFinding[] {
  return judged(group, 'estimate', rowsOf(group.unlabelled), name => {
    const found = estimates.find(({ metric }) => metric === name)
    if (found === undefined) return { ground: ground ?? 'not-estimated' }
    const { value, interval } = found
    return found.ground === undefined ? { value, interval } : { value, ground: found.ground }
  })
}

function judged(
  { slice, rules, onRecord }: Group,
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
    ...judgeMetric(rule, seen(rule.metric), onRecord?.metrics[rule.metric]),
  }))
}

function whyNotEstimated(predictions: Predictions): MetricGround | undefined {
  if (predictions.task !== 'binary-classification') return 'not-estimated'
  return predictions.hasProbabilities ? undefined : 'no-probabilities'
}

function reconcile(labelled: Predictions, settings: SettingsInEffect): Reconciled[] {
  const estimates = [...(estimatesOn(labelled, settings)?.metrics ?? [])]
  if (estimates.length === 0) return []
  const names = estimates.map(([name]) => name)
  const values = familyValues(prepareFamilies(labelled, settings, names))
  return estimates.flatMap(([metric, { value: estimated, onLabels }]) => {
    const measured = values.get(metric) ?? Number.NaN
    if (!Number.isFinite(measured)) return []
    const { low, high } = onLabels
    return [{ metric, estimated, low, high, measured, held: low <= measured && measured <= high }]
  })
}
