import * as z from 'zod/mini'
import { isMissing, type JudgedEvidence, leftOut, withoutEvidence } from './judged-evidence.ts'
import { differenceOf } from './metric-value.ts'
import { noInterval, settling } from './not-worse.ts'
import type { GateFinding } from './result.ts'
import { ComparedMetric, Margin } from './rule-fields.ts'

/** `{metric: roc-auc, better: true}` or `{metric: roc-auc, better-by: 0.01}`. */
export const Better = z.lazy(() =>
  z.union([
    z.strictObject({ metric: ComparedMetric, better: z.literal(true) }),
    z.strictObject({ metric: ComparedMetric, 'better-by': Margin }),
  ]),
)
export type Better = z.infer<typeof Better>

/**
 * Passes when the low end of the interval of challenger − champion, signed so that more is better, lies above what is
 * asked for; fails when the high end does not. Left out where the base names no champion.
 */
export function evaluateBetter(rule: Better, evidence: JudgedEvidence): GateFinding {
  const gain = 'better' in rule ? 0 : rule['better-by']
  const about = { gate: 'better', about: rule.metric, wanted: { is: 'above', value: gain } } as const
  if (!evidence.hasChampion) return leftOut(about)
  const comparison = evidence.of('comparison')
  if (isMissing(comparison)) return withoutEvidence(about, comparison)
  const { facts } = comparison.evidence
  const difference = differenceOf(facts, rule.metric)
  if ('why' in difference) return { ...about, ...noInterval(rule.metric, difference, comparison.digest) }
  const { value, low, high } = difference
  const found = { ...about, observed: { value, low, high }, evidence: comparison.digest }
  if (low > gain) return { ...found, outcome: 'passed', reason: 'better by what is asked for' }
  if (high <= gain) {
    return {
      ...found,
      outcome: 'failed',
      reason: low === high ? 'no better than the champion' : 'not better by what is asked for',
      next: 'a better version',
    }
  }
  return {
    ...found,
    outcome: 'inconclusive',
    reason: 'the interval holds what is asked for',
    next: settling(difference, value - gain, facts.rows),
  }
}
