import * as z from 'zod/mini'
import type { Reproducibility } from '../evidence/reproducibility.ts'
import { isMissing, type JudgedEvidence, withoutEvidence } from './judged-evidence.ts'
import type { GateFinding } from './result.ts'

/**
 * `{reproducible: true}`: training again gives the same bytes. `{reproducible: same-predictions}` is content with the
 * same predictions; with `tolerance` they differ by at most that, whatever the measurement itself allowed.
 */
export const Reproducible = z.lazy(() =>
  z.union([
    z.strictObject({ reproducible: z.literal(true) }),
    z.strictObject({
      reproducible: z.literal('same-predictions'),
      tolerance: z.optional(z.number().check(z.minimum(0))),
    }),
  ]),
)
export type Reproducible = z.infer<typeof Reproducible>

/** Passes when training again gave what is asked for; other bytes fail where the same ones are. */
export function evaluateReproducible(rule: Reproducible, evidence: JudgedEvidence): GateFinding {
  const wanted = rule.reproducible === true ? 'same-bytes' : 'same-predictions'
  const about = { gate: 'reproducible', wanted: { is: 'equal', word: wanted } } as const
  const found = evidence.of('reproducibility')
  if (isMissing(found)) return withoutEvidence(about, found)
  const { facts } = found.evidence
  const judged = { ...about, observed: { word: facts.finding }, evidence: found.digest }
  if (facts.finding === 'same-bytes')
    return { ...judged, outcome: 'passed', reason: 'training again gave the same bytes' }
  if (wanted === 'same-bytes') {
    const again =
      facts.finding === 'same-predictions'
        ? 'training again gave other bytes that predict the same'
        : 'training again gave another model'
    return {
      ...judged,
      outcome: 'failed',
      reason: again,
      next:
        facts.finding === 'same-predictions'
          ? 'a training that is the same each time, or `reproducible: same-predictions`'
          : 'a training that takes every random choice from the seed',
    }
  }
  return { ...judged, ...byTolerance(facts, 'tolerance' in rule ? rule.tolerance : undefined) }
}

function byTolerance(
  { finding, tolerance: measured, 'largest-difference': largest }: Reproducibility,
  asked: number | undefined,
): Pick<GateFinding, 'outcome' | 'reason' | 'next'> {
  const next = 'a training that takes every random choice from the seed'
  if (asked === undefined) {
    const within = measured === undefined ? '' : `, within ${measured}`
    return finding === 'same-predictions'
      ? { outcome: 'passed', reason: `training again gave the same predictions${within}` }
      : { outcome: 'failed', reason: 'training again gave other predictions', next }
  }
  if (largest === undefined) {
    return {
      outcome: 'inconclusive',
      reason: 'the evidence does not say how far predictions lie apart',
      next: 'measure it again: modelyard reproduce',
    }
  }
  return largest <= asked
    ? { outcome: 'passed', reason: `no prediction differs by more than ${asked}` }
    : { outcome: 'failed', reason: `predictions differ by up to ${largest}, and ${asked} is allowed`, next }
}
