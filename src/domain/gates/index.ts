import type { MetricName } from '../comparison/metric-catalogue.ts'
import { evaluateBetter } from './better.ts'
import { evaluateContract } from './contract.ts'
import { evaluateCustom } from './custom.ts'
import { evaluateData } from './data.ts'
import { evaluateDefault, wantsDefault } from './defaults.ts'
import { evaluateFairness } from './fairness.ts'
import { evaluateFairnessChange } from './fairness-change.ts'
import { evaluateFreshness } from './freshness.ts'
import { evaluateGuardrails } from './guardrails.ts'
import type { JudgedEvidence } from './judged-evidence.ts'
import { evaluateLatency } from './latency.ts'
import { evaluateMetricLimit } from './metric-limit.ts'
import { evaluateNotWorse } from './not-worse.ts'
import { overall } from './outcome.ts'
import { evaluateReproducible } from './reproducible.ts'
import type { GateFinding, GateResult, GateTree } from './result.ts'
import type { GateRule } from './rule.ts'
import { evaluateSize } from './size.ts'
import { evaluateSliceLimit } from './slice-limit.ts'
import { evaluateSliceNotWorse } from './slice-not-worse.ts'
import { evaluateTests } from './tests.ts'
import { warningsOn } from './warnings.ts'

/** A gate of the policy in effect, with whose line it is. */
export interface SourcedGate {
  readonly rule: GateRule
  readonly source: Exclude<GateResult['source'], 'default'>
}

/** What a judgement rests on beside policy and evidence. */
export interface JudgingContext {
  readonly primaryMetric: MetricName
  /** UTC, as records hold it; what freshness is counted from. */
  readonly now: string
  /** Whether a policy that names no gate against the champion gets one. */
  readonly defaults: boolean
  /** How many promotions on record were decided on the same evaluation rows. */
  readonly decidedBefore?: number | undefined
}

/**
 * Judges evidence by the gates of a policy. Gates that compare with a champion are left out where there is none;
 * then at least one floor on the primary metric must stand. An empty policy is inconclusive.
 */
export function judgeGates(
  policy: readonly SourcedGate[],
  evidence: JudgedEvidence,
  { primaryMetric, now, defaults, decidedBefore = 0 }: JudgingContext,
): GateTree {
  const rules = policy.map(({ rule }) => rule)
  const hasDefault = defaults && wantsDefault(rules, primaryMetric)
  const gates: GateResult[] = policy.map(({ rule, source }) => ({
    ...evaluateGate(rule, evidence, now),
    source,
  }))
  if (hasDefault) gates.push({ ...evaluateDefault(evidence, primaryMetric), source: 'default' })
  const remarks = [...remarksOn(rules, evidence, primaryMetric)]
  const warnings = [...warningsOn(rules, evidence, { primaryMetric, hasDefault, decidedBefore })]
  const outcomes = gates.flatMap(({ outcome }) => (outcome === 'left-out' ? [] : [outcome]))
  return {
    outcome: overall(remarks.length > 0 ? [...outcomes, 'inconclusive'] : outcomes),
    gates,
    remarks,
    ...(warnings.length === 0 ? {} : { warnings }),
  }
}

/** What one rule says of the evidence. */
export function evaluateGate(rule: GateRule, evidence: JudgedEvidence, now: string): GateFinding {
  if ('metric' in rule) {
    if ('not-worse-by' in rule) return evaluateNotWorse(rule, evidence)
    return 'better' in rule || 'better-by' in rule
      ? evaluateBetter(rule, evidence)
      : evaluateMetricLimit(rule, evidence)
  }
  if ('slices' in rule)
    return 'not-worse-by' in rule ? evaluateSliceNotWorse(rule, evidence) : evaluateSliceLimit(rule, evidence)
  if ('fairness' in rule)
    return 'not-worse-by' in rule ? evaluateFairnessChange(rule, evidence) : evaluateFairness(rule, evidence)
  if ('guardrails' in rule) return evaluateGuardrails(rule, evidence)
  if ('latency' in rule) return evaluateLatency(rule, evidence)
  if ('size' in rule) return evaluateSize(rule, evidence)
  if ('reproducible' in rule) return evaluateReproducible(rule, evidence)
  if ('contract' in rule) return evaluateContract(rule, evidence)
  if ('data' in rule) return evaluateData(rule, evidence)
  if ('tests' in rule) return evaluateTests(rule, evidence)
  if ('custom' in rule) return evaluateCustom(rule, evidence)
  return evaluateFreshness(rule, evidence, now)
}

/** The smallest loss on a metric that a tree calls too much, defaults included; undefined where no gate names one. */
export function marginOn(tree: GateTree, metric: string): number | undefined {
  const margins = tree.gates.flatMap(({ gate, about, wanted }) =>
    gate === 'not-worse' && about === metric && wanted.value !== undefined ? [0 - wanted.value] : [],
  )
  return margins.length === 0 ? undefined : Math.min(...margins)
}

function* remarksOn(
  rules: readonly GateRule[],
  evidence: JudgedEvidence,
  primaryMetric: string,
): Generator<GateTree['remarks'][number]> {
  if (rules.length === 0) {
    yield {
      message: 'the policy of this stage has no gate, so nothing can pass',
      next: `add one under \`policy\`, e.g. gates: [{metric: ${primaryMetric}, not-worse-by: 0.01}]`,
    }
    return
  }
  const hasFloor = rules.some(
    rule => 'metric' in rule && rule.metric === primaryMetric && ('min' in rule || 'max' in rule),
  )
  if (!evidence.hasChampion && !hasFloor) {
    yield {
      message: `there is no champion yet, and no gate holds ${primaryMetric} to a limit of its own`,
      next: `add a gate with \`min\` or \`max\` on ${primaryMetric}`,
    }
  }
}
