import * as z from 'zod/mini'
import type { PairedSlice } from '../evidence/comparison.ts'
import { holm } from '../stats/multiple-testing.ts'
import { isMissing, type JudgedEvidence, leftOut, withoutEvidence } from './judged-evidence.ts'
import { differenceOf } from './metric-value.ts'
import { ALPHA, tailsOf } from './one-sided.ts'
import { fromParts } from './parts.ts'
import type { GateFinding, GatePart } from './result.ts'
import { Columns, ComparedMetric, LeastRows, Margin, sliceTitle, USUAL_LEAST_ROWS } from './rule-fields.ts'
import { slicesBy } from './slice-limit.ts'

/** `{slices: recall, not-worse-by: 0.05, by: [female]}`: no group of rows loses by the margin or more. */
export const SliceNotWorse = z.lazy(() =>
  z.strictObject({
    slices: ComparedMetric,
    'not-worse-by': Margin,
    by: Columns,
    'min-rows': z.optional(LeastRows),
  }),
)
export type SliceNotWorse = z.infer<typeof SliceNotWorse>

/**
 * Passes when the paired interval of every slice excludes a loss of the margin or more. That needs no adjustment: all
 * have to hold, so a challenger that is as bad as the margin on one slice gets through at most as often as by that
 * slice alone (2.5 %). Fails when a slice is worse by more than the margin after Holm's adjustment over the slices, so
 * that many slices do not find a loss by chance. Slices of fewer than `min-rows` rows are left out by name.
 */
export function evaluateSliceNotWorse(rule: SliceNotWorse, evidence: JudgedEvidence): GateFinding {
  const margin = rule['not-worse-by']
  const about = {
    gate: 'slice-not-worse',
    about: rule.slices,
    wanted: { is: 'above', value: 0 - margin },
  } as const
  if (!evidence.hasChampion) return leftOut(about)
  const comparison = evidence.of('comparison')
  if (isMissing(comparison)) return withoutEvidence(about, comparison)
  const leastRows = rule['min-rows'] ?? USUAL_LEAST_ROWS
  const slices = comparison.evidence.facts.slices ?? []
  const large = slices.filter(({ column, rows }) => rule.by.includes(column) && rows >= leastRows)
  const lost = lossesAmong(large, rule.slices, margin)
  const parts = slicesBy(rule.by, slices, leastRows, (slice): GatePart => {
    const name = sliceTitle(slice)
    const found = differenceOf(slice, rule.slices)
    if ('why' in found)
      return { name, outcome: 'inconclusive', reason: `there is no paired interval: ${found.why}` }
    const { value, low, high } = found
    const judged = { name, observed: { value, low, high } }
    if (low > -margin) return { ...judged, outcome: 'passed', reason: 'not worse by the margin' }
    if (lost.has(slice)) return { ...judged, outcome: 'failed', reason: 'worse by more than the margin' }
    return { ...judged, outcome: 'inconclusive', reason: 'the interval holds the margin' }
  })
  return fromParts(about, parts, comparison.digest, {
    passed: 'no slice is worse by the margin',
    none: `no slice has ${leastRows} rows`,
    next: 'a version that is better there, more rows of it, or a wider margin',
  })
}

/** The slices that are worse by more than the margin, over all of them together. */
function lossesAmong(slices: readonly PairedSlice[], metric: string, margin: number): Set<PairedSlice> {
  const judged = slices.flatMap(slice => {
    const found = differenceOf(slice, metric)
    return 'why' in found ? [] : [{ slice, p: tailsOf(found, margin).notWorse }]
  })
  const adjusted = holm(judged.map(({ p }) => p))
  return new Set(judged.flatMap(({ slice }, index) => ((adjusted[index] as number) < ALPHA ? [slice] : [])))
}
