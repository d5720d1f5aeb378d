import * as z from 'zod/mini'
import { METRIC_NAMES, metricEntry } from '../comparison/metric-catalogue.ts'
import { signedInterval, verdictOf } from '../comparison/verdict.ts'
import { isMissing, type JudgedEvidence } from './judged-evidence.ts'
import type { GateFinding } from './result.ts'

/** `{metric: roc-auc, not-worse-by: 0.02}`: the paired interval excludes a loss of the margin or more. */
export const NotWorse = z.strictObject({
  metric: z.enum(METRIC_NAMES).check(
    z.refine(metric => metricEntry(metric).direction !== 'zero', {
      error: 'a metric of which more or less is better',
    }),
  ),
  'not-worse-by': z.number().check(z.minimum(0)),
})
export type NotWorse = z.infer<typeof NotWorse>

/**
 * Passes when the low end of the interval of challenger − champion, signed so that more is better, lies above
 * −margin; fails when the high end lies below it; between them more rows would tell. Left out where the base
 * names no champion.
 */
export function evaluateNotWorse(rule: NotWorse, evidence: JudgedEvidence): GateFinding {
  const margin = rule['not-worse-by']
  const about = {
    gate: 'not-worse',
    about: rule.metric,
    wanted: { is: 'above', value: margin === 0 ? 0 : -margin },
  } as const
  if (!evidence.hasChampion) {
    return { ...about, outcome: 'left-out', reason: 'there is no champion to compare with' }
  }
  const { comparison } = evidence
  if (isMissing(comparison))
    return { ...about, outcome: 'inconclusive', reason: comparison.why, next: comparison.next }
  const { facts } = comparison.evidence
  const paired = facts.metrics[rule.metric]
  if (paired?.interval === undefined) {
    const why =
      paired === undefined ? facts.undefined?.[rule.metric] : 'the comparison holds no interval for it'
    return {
      ...about,
      outcome: 'inconclusive',
      reason: `there is no paired interval: ${why ?? 'the comparison does not hold this metric'}`,
      next: `make ${rule.metric} the primary metric, or compare on fewer rows`,
      evidence: comparison.digest,
    }
  }
  const observed = signedInterval(rule.metric, paired.difference, paired.interval)
  const verdict = verdictOf(observed, margin)
  const outcome = verdict === 'worse' ? 'failed' : verdict === 'inconclusive' ? 'inconclusive' : 'passed'
  return { ...about, outcome, observed, ...EXPLAINED[verdict], evidence: comparison.digest }
}

const EXPLAINED = {
  better: { reason: 'better than the champion' },
  'not-worse': { reason: 'not worse by the margin' },
  worse: { reason: 'worse than the champion by more than the margin', next: 'a better version' },
  inconclusive: { reason: 'the interval holds the margin', next: 'more evaluation rows would settle it' },
} as const
