import * as z from 'zod/mini'
import { holm } from '../stats/multiple-testing.ts'
import { isMissing, type JudgedEvidence, leftOut, withoutEvidence } from './judged-evidence.ts'
import { differenceOf } from './metric-value.ts'
import { ALPHA, tailsOf } from './one-sided.ts'
import { fromParts } from './parts.ts'
import type { GateFinding, GatePart } from './result.ts'
import { ComparedMetric, Margin } from './rule-fields.ts'

/** `{guardrails: [recall, log-loss], not-worse-by: 0.02}`: what must not be lost while the primary metric decides. */
export const Guardrails = z.lazy(() =>
  z.strictObject({
    guardrails: z
      .array(ComparedMetric)
      .check(
        z.minLength(1),
        z.maxLength(20),
        z.refine(isDistinct, { error: 'a list in which nothing stands twice' }),
      ),
    'not-worse-by': Margin,
  }),
)
export type Guardrails = z.infer<typeof Guardrails>

/**
 * Passes when every metric's p of `worse by the margin or more` lies below 0.025 after Holm's adjustment over all of
 * them; fails when one is worse by more than the margin, adjusted alike. A metric without an interval is inconclusive,
 * and counts in the adjustment. With one metric it says what `not-worse` says. Left out where the base names no champion.
 */
export function evaluateGuardrails(rule: Guardrails, evidence: JudgedEvidence): GateFinding {
  const margin = rule['not-worse-by']
  const about = {
    gate: 'guardrails',
    about: rule.guardrails.join(', '),
    wanted: { is: 'above', value: 0 - margin },
  } as const
  if (!evidence.hasChampion) return leftOut(about)
  const comparison = evidence.of('comparison')
  if (isMissing(comparison)) return withoutEvidence(about, comparison)
  const differences = rule.guardrails.map(metric => differenceOf(comparison.evidence.facts, metric))
  const tails = differences.map(found =>
    'why' in found ? { worse: 1, notWorse: 1 } : tailsOf(found, margin),
  )
  const worse = holm(tails.map(({ worse: p }) => p))
  const notWorse = holm(tails.map(({ notWorse: p }) => p))
  const parts = rule.guardrails.map((name, index): GatePart => {
    const found = differences[index]
    if (found === undefined || 'why' in found) {
      return { name, outcome: 'inconclusive', reason: `there is no paired interval: ${found?.why ?? ''}` }
    }
    const { value, low, high } = found
    const observed = { value, low, high }
    if ((worse[index] as number) < ALPHA)
      return { name, outcome: 'passed', observed, reason: 'not worse by the margin' }
    if ((notWorse[index] as number) < ALPHA)
      return { name, outcome: 'failed', observed, reason: 'worse than the champion by more than the margin' }
    const reason =
      low > -margin
        ? `not worse by the margin by itself, but not so among ${rule.guardrails.length}`
        : 'the interval holds the margin'
    return { name, outcome: 'inconclusive', observed, reason }
  })
  return fromParts(about, parts, comparison.digest, {
    passed: `none is worse by the margin, by Holm's adjustment over ${parts.length}`,
    none: 'nothing was judged',
    next: 'more evaluation rows, fewer guardrails, or a better version',
  })
}

function isDistinct(names: readonly string[]): boolean {
  return new Set(names).size === names.length
}
