import * as z from 'zod/mini'
import { isMissing, type JudgedEvidence, leftOut, withoutEvidence } from './judged-evidence.ts'
import type { GateFinding } from './result.ts'

/** `20%`, or the same as a number: 0.2. */
export const Percentage = z.lazy(() =>
  z.union([
    z
      .string()
      .check(z.regex(/^\d{1,3}(?:\.\d{1,3})?%$/, { error: 'a percentage like 20%, or a share like 0.2' })),
    // 20 without its sign would allow twenty-one times as long.
    z.number().check(z.minimum(0), z.maximum(5)),
  ]),
)

export function shareOf(percentage: z.infer<typeof Percentage>): number {
  return typeof percentage === 'number' ? percentage : Number.parseFloat(percentage) / 100
}

/** `{latency: p95, not-slower-by: 20%}`: p99 is shown and not judged, since too few requests are behind it. */
export const LatencyRatio = z.lazy(() =>
  z.strictObject({
    latency: z.enum(['p50', 'p95']),
    'not-slower-by': Percentage,
  }),
)
export type LatencyRatio = z.infer<typeof LatencyRatio>

/**
 * Passes when the high end of the interval of challenger / champion keeps 1 + margin; fails when the low end lies beyond
 * it. Where the interval of the champion against itself reaches beyond the margin on either side, the machine that
 * measured cannot tell, whatever the ratio. Left out where the base names no champion.
 */
export function evaluateLatency(rule: LatencyRatio, evidence: JudgedEvidence): GateFinding {
  // A share like 0.07 added to 1 would otherwise show its binary rest.
  const most = Number((1 + shareOf(rule['not-slower-by'])).toFixed(6))
  const about = {
    gate: 'latency',
    about: rule.latency,
    wanted: { is: 'at-most', value: most, unit: 'ratio' },
  } as const
  if (!evidence.hasChampion) return leftOut(about)
  const found = evidence.of('latency')
  if (isMissing(found)) return withoutEvidence(about, found)
  const { facts } = found.evidence
  const { value, low, high } = facts.quantiles[rule.latency].ratio
  const same = facts['same-against-same'][rule.latency]
  const judged = {
    ...about,
    observed: { value, low, high, unit: 'ratio' as const },
    evidence: found.digest,
  }
  if (same.high > most || same.low < 1 / most) {
    return {
      ...judged,
      outcome: 'inconclusive',
      reason: `the runner is too noisy: the champion against itself showed a ratio between ${same.low.toFixed(2)} and ${same.high.toFixed(2)}`,
      next: 'measure on a quieter machine or with more requests, or allow more',
    }
  }
  if (high <= most) return { ...judged, outcome: 'passed', reason: 'not slower by the margin' }
  if (low > most)
    return {
      ...judged,
      outcome: 'failed',
      reason: 'slower by more than the margin',
      next: 'a faster version',
    }
  return {
    ...judged,
    outcome: 'inconclusive',
    reason: 'the interval holds the margin',
    next: 'more requests would settle it, or a faster version',
  }
}
