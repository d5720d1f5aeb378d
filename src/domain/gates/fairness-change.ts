import * as z from 'zod/mini'
import { signedBy, verdictOf } from '../comparison/verdict.ts'
import { FAIRNESS_MEASURES } from '../evidence/measures.ts'
import { FAIRNESS_NEXT, measureBy } from './fairness.ts'
import { isMissing, type JudgedEvidence, leftOut, withoutEvidence } from './judged-evidence.ts'
import { fromParts } from './parts.ts'
import type { GateFinding, GatePart } from './result.ts'
import { Columns, Margin } from './rule-fields.ts'

/** `{fairness: equal-opportunity-difference, not-worse-by: 0.02, by: [female]}`. */
export const FairnessChange = z.lazy(() =>
  z.strictObject({
    fairness: z.enum(FAIRNESS_MEASURES),
    'not-worse-by': Margin,
    by: Columns,
  }),
)
export type FairnessChange = z.infer<typeof FairnessChange>

/**
 * Passes when for every named column the interval of the measure's change against the champion, signed so that more
 * alike is more, excludes a loss of the margin or more; fails when it lies beyond it. Left out without a champion.
 */
export function evaluateFairnessChange(rule: FairnessChange, evidence: JudgedEvidence): GateFinding {
  const margin = rule['not-worse-by']
  const about = {
    gate: 'fairness-change',
    about: rule.fairness,
    wanted: { is: 'above', value: 0 - margin },
  } as const
  if (!evidence.hasChampion) return leftOut(about)
  const found = evidence.of('fairness')
  if (isMissing(found)) return withoutEvidence(about, found)
  const direction = rule.fairness === 'demographic-parity-ratio' ? 'higher' : 'lower'
  const parts = rule.by.map((column): GatePart => {
    const measured = measureBy(found.evidence.facts, column, rule.fairness)
    if ('why' in measured) return { name: column, outcome: 'inconclusive', reason: measured.why }
    if (measured.change === undefined)
      return { name: column, outcome: 'inconclusive', reason: 'it was measured without the champion' }
    const change = signedBy(direction, measured.change.value, measured.change)
    const verdict = verdictOf(change, margin)
    return {
      name: column,
      outcome: verdict === 'worse' ? 'failed' : verdict === 'inconclusive' ? 'inconclusive' : 'passed',
      observed: { ...change },
      reason: `${REASONS[verdict]}${measured.small}`,
    }
  })
  return fromParts(about, parts, found.digest, {
    passed: 'the groups are treated no less alike than by the champion, within the margin',
    none: 'nothing was judged',
    next: FAIRNESS_NEXT,
  })
}

const REASONS = {
  better: 'more alike than by the champion',
  'not-worse': 'not less alike by the margin',
  worse: 'less alike than by the champion, by more than the margin',
  inconclusive: 'the interval holds the margin',
} as const
