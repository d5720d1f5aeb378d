import { type MetricName, metricEntry } from '../comparison/metric-catalogue.ts'
import { type About, isMissing, type JudgedEvidence, leftOut, withoutEvidence } from './judged-evidence.ts'
import { differenceOf, metricValue } from './metric-value.ts'
import { evaluateNotWorse } from './not-worse.ts'
import { type Resolution, resolutionOfComparison, resolutionOfEvaluation, twoDigitsUp } from './resolution.ts'
import type { GateFinding } from './result.ts'
import type { GateRule } from './rule.ts'

/** Whether a rule holds a version to the champion on a metric. */
export function comparesOn(rule: GateRule, metric: string): boolean {
  if ('guardrails' in rule) return rule.guardrails.includes(metric)
  return (
    'metric' in rule &&
    rule.metric === metric &&
    ('not-worse-by' in rule || 'better' in rule || 'better-by' in rule)
  )
}

/**
 * Whether a policy gets a gate that it does not name: where it judges something, and nothing of it holds a version to
 * the champion on the primary metric. An empty policy gets none: it stays inconclusive.
 */
export function wantsDefault(rules: readonly GateRule[], primaryMetric: MetricName): boolean {
  return (
    rules.length > 0 &&
    metricEntry(primaryMetric).direction !== 'zero' &&
    !rules.some(rule => comparesOn(rule, primaryMetric))
  )
}

export interface DefaultMargin {
  /** In the metric's unit. */
  readonly margin: number
  /** How it came about, as the second half of a sentence. */
  readonly why: string
  /** Whether the rows made it more than `FAR` times the usual one. */
  readonly isWide: boolean
}

/** The loss that mostly matters: in shares as such, in a unit of the target or of logarithms relative to the value. */
const USUAL = { absolute: 0.01, relative: 0.02 } as const

/**
 * How many half-widths a margin must have for an equal challenger to pass in four of five cases: (1.96 + 0.84) / 1.96.
 * With a margin of one half-width it would pass every other time.
 */
const ROOM = 1.43

/** A default this many times the usual one protects little. */
const FAR = 5

/**
 * The margin of the default gate: the usual one, or 1.43 times the half-width of the 95 % interval that two equal models
 * would show on the evaluation rows where that is more. Undefined where no evidence says what is usual.
 */
export function defaultMargin(evidence: JudgedEvidence, metric: MetricName): DefaultMargin | undefined {
  const { value, resolution } = whatIsKnown(evidence, metric)
  const { unit } = metricEntry(metric)
  const isRelative = unit === 'target' || unit === 'nats'
  if (isRelative && value === undefined) return undefined
  const usual = isRelative ? twoDigitsUp(USUAL.relative * Math.abs(value ?? 0)) : USUAL.absolute
  const needed = resolution === undefined ? 0 : twoDigitsUp(ROOM * resolution.halfWidth)
  if (needed <= usual) {
    const why = isRelative ? `${USUAL.relative * 100} % of the value` : 'the usual one'
    return { margin: usual, why, isWide: false }
  }
  return {
    margin: needed,
    why: `what ${resolution?.rows} rows allow an equal challenger to keep in four of five cases`,
    isWide: needed > FAR * usual,
  }
}

function whatIsKnown(
  evidence: JudgedEvidence,
  metric: MetricName,
): { readonly value?: number; readonly resolution?: Resolution | undefined } {
  const comparison = evidence.of('comparison')
  if (!isMissing(comparison)) {
    const { facts } = comparison.evidence
    const difference = differenceOf(facts, metric)
    if (!('why' in difference))
      return { value: difference.champion, resolution: resolutionOfComparison(facts, metric) }
  }
  const evaluation = evidence.of('evaluation')
  if (isMissing(evaluation)) return {}
  const { facts } = evaluation.evidence
  const value = metricValue(facts, metric)
  return typeof value === 'number' ? { value, resolution: resolutionOfEvaluation(facts, metric) } : {}
}

/** The gate that a policy gets beside its own: not worse than the champion on the primary metric. */
export function evaluateDefault(evidence: JudgedEvidence, metric: MetricName): GateFinding {
  const found = defaultMargin(evidence, metric)
  if (found === undefined) {
    const about: About = {
      gate: 'not-worse',
      about: metric,
      wanted: { is: 'above', word: 'a margin that the comparison gives' },
    }
    const comparison = evidence.of('comparison')
    if (!evidence.hasChampion) return leftOut(about)
    return withoutEvidence(
      about,
      isMissing(comparison)
        ? comparison
        : { why: 'the comparison holds no interval for it', next: 'compare on rows on which it is defined' },
    )
  }
  const finding = evaluateNotWorse({ metric, 'not-worse-by': found.margin }, evidence)
  return { ...finding, reason: `${finding.reason}; the margin ${found.margin} is a default: ${found.why}` }
}
