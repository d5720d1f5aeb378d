import * as z from 'zod/mini'
import { verdictOf } from '../comparison/verdict.ts'
import { isMissing, type JudgedEvidence, leftOut, withoutEvidence } from './judged-evidence.ts'
import { differenceOf, type NoDifference, type PairedDifference } from './metric-value.ts'
import { rowsFor } from './resolution.ts'
import type { GateFinding } from './result.ts'
import { ComparedMetric, isOurs, Margin } from './rule-fields.ts'

/** `{metric: roc-auc, not-worse-by: 0.02}`: the paired interval excludes a loss of the margin or more. */
export const NotWorse = z.lazy(() => z.strictObject({ metric: ComparedMetric, 'not-worse-by': Margin }))
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
    wanted: { is: 'above', value: 0 - margin },
  } as const
  if (!evidence.hasChampion) return leftOut(about)
  const comparison = evidence.of('comparison')
  if (isMissing(comparison)) return withoutEvidence(about, comparison)
  const { facts } = comparison.evidence
  const difference = differenceOf(facts, rule.metric)
  if ('why' in difference) return { ...about, ...noInterval(rule.metric, difference, comparison.digest) }
  const { value, low, high } = difference
  const verdict = verdictOf(difference, margin)
  const outcome = verdict === 'worse' ? 'failed' : verdict === 'inconclusive' ? 'inconclusive' : 'passed'
  return {
    ...about,
    outcome,
    observed: { value, low, high },
    reason: REASONS[verdict],
    ...(outcome === 'passed'
      ? {}
      : {
          next: outcome === 'failed' ? 'a better version' : settling(difference, value + margin, facts.rows),
        }),
    evidence: comparison.digest,
  }
}

const REASONS = {
  better: 'better than the champion',
  'not-worse': 'not worse by the margin',
  worse: 'worse than the champion by more than the margin',
  inconclusive: 'the interval holds the margin',
} as const

/** What a gate on a paired interval says where the comparison has none. */
export function noInterval(metric: string, { why, next }: NoDifference, evidence: string) {
  return {
    outcome: 'inconclusive',
    reason: `there is no paired interval: ${why}`,
    next: next ?? usualRemedy(metric),
    evidence,
  } as const
}

function usualRemedy(metric: string): string {
  return isOurs(metric)
    ? `make ${metric} the primary metric, or compare on fewer rows`
    : `let the command of ${metric} print one number a row, \`per: row\` in model.yaml: that has an interval`
}

/**
 * About how many rows would settle an open question, were the estimate to stay where it is.
 *
 * @param distance - From the estimate to the edge that decides; its sign says which way it would come out.
 */
export function settling(difference: PairedDifference, distance: number, rows: number): string {
  return `${restingOn(difference)}${rowsOrBetter(difference, distance, rows)}`
}

/** With fewer degrees of freedom the interval is wide by the few rows that it rests on more than by all of them. */
const HANDFUL = 10

function restingOn({ freedom = Number.POSITIVE_INFINITY }: PairedDifference): string {
  return freedom < HANDFUL
    ? 'a handful of rows carry the difference, and the interval is as wide as they allow: '
    : ''
}

function rowsOrBetter({ value, low }: PairedDifference, distance: number, rows: number): string {
  const wanted = rowsFor({ halfWidth: value - low, rows }, Math.abs(distance))
  if (distance === 0 || !Number.isFinite(wanted) || wanted <= rows || wanted > 1000 * rows)
    return 'more evaluation rows would settle it, or a better version'
  const way = distance > 0 ? 'settle it' : 'show that it fails'
  return `about ${wanted} evaluation rows would ${way}, were the difference to stay (there are ${rows}); or a better version`
}
