import * as z from 'zod/mini'
import type { JudgedEvidence } from './judged-evidence.ts'
import { evaluateMetricLimit, MetricLimit } from './metric-limit.ts'
import { evaluateNotWorse, NotWorse } from './not-worse.ts'
import { overall } from './outcome.ts'
import type { GateFinding, GateResult, GateTree } from './result.ts'

/** One condition of a policy. The key beside `metric` says which kind of gate it is. */
export const GateRule = z.union([...MetricLimit.def.options, NotWorse])
export type GateRule = z.infer<typeof GateRule>

/** A gate of the policy in effect, with whose line it is. */
export interface SourcedGate {
  readonly rule: GateRule
  readonly source: GateResult['source']
}

/**
 * Judges evidence by the gates of a policy. Gates that compare with a champion are left out where there is none;
 * then at least one floor on the primary metric must stand. An empty policy is inconclusive.
 */
export function judgeGates(
  policy: readonly SourcedGate[],
  evidence: JudgedEvidence,
  primaryMetric: string,
): GateTree {
  const gates = policy.map(({ rule, source }) => ({ ...evaluateGate(rule, evidence), source }))
  const remarks = [...remarksOn(policy, evidence, primaryMetric)]
  const outcomes = gates.flatMap(({ outcome }) => (outcome === 'left-out' ? [] : [outcome]))
  return { outcome: overall(remarks.length > 0 ? [...outcomes, 'inconclusive'] : outcomes), gates, remarks }
}

function evaluateGate(rule: GateRule, evidence: JudgedEvidence): GateFinding {
  return 'not-worse-by' in rule ? evaluateNotWorse(rule, evidence) : evaluateMetricLimit(rule, evidence)
}

function* remarksOn(
  gates: readonly SourcedGate[],
  evidence: JudgedEvidence,
  primaryMetric: string,
): Generator<GateTree['remarks'][number]> {
  if (gates.length === 0) {
    yield {
      message: 'the policy of this stage has no gate, so nothing can pass',
      next: `add one under \`policy\`, e.g. gates: [{metric: ${primaryMetric}, not-worse-by: 0.01}]`,
    }
    return
  }
  const hasFloor = gates.some(({ rule }) => rule.metric === primaryMetric && !('not-worse-by' in rule))
  if (!evidence.hasChampion && !hasFloor) {
    yield {
      message: `there is no champion yet, and no gate holds ${primaryMetric} to a limit of its own`,
      next: `add a gate with \`min\` or \`max\` on ${primaryMetric}`,
    }
  }
}
