import * as z from 'zod/mini'
import { isMissing, type JudgedEvidence, withoutEvidence } from './judged-evidence.ts'
import { metricValue } from './metric-value.ts'
import type { GateFinding } from './result.ts'
import { AnyMetric } from './rule-fields.ts'

/** `{metric: roc-auc, min: 0.8}`: the version's own value on the evaluation data has a floor or a ceiling. */
export const MetricLimit = z.lazy(() =>
  z.union([
    z.strictObject({ metric: AnyMetric, min: z.number() }),
    z.strictObject({ metric: AnyMetric, max: z.number() }),
  ]),
)
export type MetricLimit = z.infer<typeof MetricLimit>

/** The wanted side of a limit, the limit included. */
export type Limit = { readonly min: number } | { readonly max: number }

export function wantedBy(limit: Limit) {
  return 'min' in limit
    ? ({ is: 'at-least', value: limit.min } as const)
    : ({ is: 'at-most', value: limit.max } as const)
}

export function holds(limit: Limit, value: number): boolean {
  return 'min' in limit ? value >= limit.min : value <= limit.max
}

/** Passes when the value lies on the wanted side of the limit, the limit included. */
export function evaluateMetricLimit(rule: MetricLimit, evidence: JudgedEvidence): GateFinding {
  const about = { gate: 'metric-limit', about: rule.metric, wanted: wantedBy(rule) } as const
  const evaluation = evidence.of('evaluation')
  if (isMissing(evaluation)) return withoutEvidence(about, evaluation)
  const value = metricValue(evaluation.evidence.facts, rule.metric)
  if (typeof value !== 'number') {
    return {
      ...about,
      outcome: 'inconclusive',
      reason: `it has no value on these rows: ${value.why}`,
      next: 'choose evaluation data on which it is defined, or another metric',
      evidence: evaluation.digest,
    }
  }
  const passed = holds(rule, value)
  return {
    ...about,
    outcome: passed ? 'passed' : 'failed',
    observed: { value },
    reason: passed ? 'on the wanted side' : 'on the wrong side',
    ...(passed ? {} : { next: 'a version that reaches the limit, or a change of the policy' }),
    evidence: evaluation.digest,
  }
}
