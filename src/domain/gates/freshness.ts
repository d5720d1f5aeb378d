import * as z from 'zod/mini'
import type { EvidenceKind } from '../evidence/evidence.ts'
import { isMissing, type JudgedEvidence, leftOut, withoutEvidence } from './judged-evidence.ts'
import type { GateFinding } from './result.ts'

/** Custom measurements share a kind and nothing else, so that the newest of them would say nothing. */
const AGEING = [
  'evaluation',
  'comparison',
  'fairness',
  'latency',
  'importance',
  'size',
  'data',
  'reproducibility',
  'contract',
  'tests',
] as const satisfies readonly EvidenceKind[]

/** `{freshness: comparison, days: 30}`: the evidence is not older. */
export const Freshness = z.lazy(() =>
  z.strictObject({
    freshness: z.enum(AGEING),
    days: z.int().check(z.minimum(1), z.maximum(3650)),
  }),
)
export type Freshness = z.infer<typeof Freshness>

/** Kinds that there cannot be without a champion. */
const WITH_CHAMPION: readonly EvidenceKind[] = ['comparison', 'latency', 'data']

const DAY_MS = 86_400_000

/**
 * Passes when the newest evidence of the kind that fits was measured at most so many days before `now`. When it was
 * measured is what its origin claims: order among evidence never rests on it, and that the origin is to be believed is
 * asked where a pull request adds the evidence. A time more than a day after `now` is inconclusive.
 *
 * @param now - UTC, as records hold it: when the promotion was asked for.
 */
export function evaluateFreshness(rule: Freshness, evidence: JudgedEvidence, now: string): GateFinding {
  const about = {
    gate: 'freshness',
    about: rule.freshness,
    wanted: { is: 'at-most', value: rule.days, unit: 'days' },
  } as const
  if (!evidence.hasChampion && WITH_CHAMPION.includes(rule.freshness)) return leftOut(about)
  const found = evidence.of(rule.freshness)
  if (isMissing(found)) return withoutEvidence(about, found)
  const claimed = found.evidence.origin['started-at']
  const ageMs = Date.parse(now) - Date.parse(claimed)
  const judged = {
    ...about,
    observed: { value: Math.floor((Math.max(0, ageMs) / DAY_MS) * 10) / 10, unit: 'days' as const },
    evidence: found.digest,
  }
  if (ageMs < -DAY_MS) {
    return {
      ...judged,
      outcome: 'inconclusive',
      reason: `it says that it was measured at ${claimed}, which is yet to come`,
      next: 'set the clock of the machine that measures, and measure again',
    }
  }
  return ageMs <= rule.days * DAY_MS
    ? { ...judged, outcome: 'passed', reason: 'fresh enough by what its origin claims' }
    : { ...judged, outcome: 'failed', reason: 'too old', next: 'measure it again' }
}
