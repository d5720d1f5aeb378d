import * as z from 'zod/mini'
import { Better } from './better.ts'
import { ContractKept } from './contract.ts'
import { CustomFinding } from './custom.ts'
import { DataDemands } from './data.ts'
import { FairnessLimit } from './fairness.ts'
import { FairnessChange } from './fairness-change.ts'
import { Freshness } from './freshness.ts'
import { Guardrails } from './guardrails.ts'
import { LatencyRatio } from './latency.ts'
import { MetricLimit } from './metric-limit.ts'
import { NotWorse } from './not-worse.ts'
import { Reproducible } from './reproducible.ts'
import { SizeLimit } from './size.ts'
import { SliceLimit } from './slice-limit.ts'
import { SliceNotWorse } from './slice-not-worse.ts'
import { TestsPassed } from './tests.ts'

/**
 * One condition of a policy. Its keys say which kind of gate it is. Each kind's schema is built when a rule asks for it
 * or for one that stands behind it here: a start pays for what its policy names.
 */
export const GateRule = z.union([
  MetricLimit,
  NotWorse,
  Better,
  Guardrails,
  SliceLimit,
  SliceNotWorse,
  FairnessLimit,
  FairnessChange,
  LatencyRatio,
  SizeLimit,
  Reproducible,
  ContractKept,
  DataDemands,
  TestsPassed,
  CustomFinding,
  Freshness,
])
export type GateRule = z.infer<typeof GateRule>

/** The metrics that a rule names, each with the keys that lead to it. */
export function metricsNamedIn(
  rule: GateRule,
): { readonly keys: readonly (string | number)[]; readonly metric: string }[] {
  if ('metric' in rule) return [{ keys: ['metric'], metric: rule.metric }]
  if ('slices' in rule) return [{ keys: ['slices'], metric: rule.slices }]
  if ('guardrails' in rule)
    return rule.guardrails.map((metric, index) => ({ keys: ['guardrails', index], metric }))
  return []
}

/** The columns whose groups some gate looks at: what has to be measured for it. */
export function columnsJudged(rules: readonly GateRule[]): string[] {
  return [...new Set(rules.flatMap(rule => ('by' in rule ? rule.by : [])))]
}

/** The margins of a rule, with the metrics that they are of and the key that they stand under. */
export function marginsIn(rule: GateRule): { readonly metric: string; readonly margin: number }[] {
  if (!('not-worse-by' in rule)) return []
  const margin = rule['not-worse-by']
  if ('guardrails' in rule) return rule.guardrails.map(metric => ({ metric, margin }))
  return 'metric' in rule ? [{ metric: rule.metric, margin }] : []
}
