import * as z from 'zod/mini'
import { METRIC_NAMES } from '../comparison/metric-catalogue.ts'
import { isMissing, type JudgedEvidence } from './judged-evidence.ts'
import type { GateFinding } from './result.ts'

/** `{metric: roc-auc, min: 0.8}`: the version's own value on the evaluation data has a floor or a ceiling. */
export const MetricLimit = z.union([
  z.strictObject({ metric: z.enum(METRIC_NAMES), min: z.number() }),
  z.strictObject({ metric: z.enum(METRIC_NAMES), max: z.number() }),
])
export type MetricLimit = z.infer<typeof MetricLimit>

/** Passes when the value lies on the wanted side of the limit, the limit included. */
export function evaluateMetricLimit(rule: MetricLimit, evidence: JudgedEvidence): GateFinding {
  const wanted =
    'min' in rule
      ? ({ is: 'at-least', value: rule.min } as const)
      : ({ is: 'at-most', value: rule.max } as const)
  const about = { gate: 'metric-limit', about: rule.metric, wanted } as const
  const { evaluation } = evidence
  if (isMissing(evaluation))
    return { ...about, outcome: 'inconclusive', reason: evaluation.why, next: evaluation.next }
  const { facts } = evaluation.evidence
  const value = facts.metrics[rule.metric]
  if (value === undefined) {
    return {
      ...about,
      outcome: 'inconclusive',
      reason: `it has no value on these rows: ${facts.undefined?.[rule.metric] ?? 'it was not computed'}`,
      next: 'choose evaluation data on which it is defined, or another metric',
      evidence: evaluation.digest,
    }
  }
  const passed = wanted.is === 'at-least' ? value >= wanted.value : value <= wanted.value
  return {
    ...about,
    outcome: passed ? 'passed' : 'failed',
    observed: { value },
    reason: passed ? 'on the wanted side' : 'on the wrong side',
    ...(passed ? {} : { next: 'a version that reaches the limit, or a change of the policy' }),
    evidence: evaluation.digest,
  }
}
