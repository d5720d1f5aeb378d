import * as z from 'zod/mini'
import { isMissing, type JudgedEvidence, withoutEvidence } from './judged-evidence.ts'
import { holds, wantedBy } from './metric-limit.ts'
import { metricValue } from './metric-value.ts'
import { fromParts } from './parts.ts'
import type { GateFinding, GatePart } from './result.ts'
import { AnyMetric, Columns, LeastRows, sliceTitle, USUAL_LEAST_ROWS } from './rule-fields.ts'

const slices = { slices: AnyMetric, by: Columns, 'min-rows': z.optional(LeastRows) }

/** `{slices: recall, min: 0.6, by: [female]}`: a floor or a ceiling that each group of rows has to keep. */
export const SliceLimit = z.lazy(() =>
  z.union([z.strictObject({ ...slices, min: z.number() }), z.strictObject({ ...slices, max: z.number() })]),
)
export type SliceLimit = z.infer<typeof SliceLimit>

/**
 * Passes when the value on every slice of the named columns lies on the wanted side. Slices of fewer than `min-rows`
 * rows are left out by name; a slice on which the metric is undefined, and a column without slices, are inconclusive.
 */
export function evaluateSliceLimit(rule: SliceLimit, evidence: JudgedEvidence): GateFinding {
  const about = { gate: 'slice-limit', about: rule.slices, wanted: wantedBy(rule) } as const
  const evaluation = evidence.of('evaluation')
  if (isMissing(evaluation)) return withoutEvidence(about, evaluation)
  const leastRows = rule['min-rows'] ?? USUAL_LEAST_ROWS
  const parts = slicesBy(rule.by, evaluation.evidence.facts.slices, leastRows, (slice): GatePart => {
    const name = sliceTitle(slice)
    const value = metricValue(slice, rule.slices)
    if (typeof value !== 'number')
      return { name, outcome: 'inconclusive', reason: `it has no value there: ${value.why}` }
    return holds(rule, value)
      ? { name, outcome: 'passed', observed: { value }, reason: 'on the wanted side' }
      : { name, outcome: 'failed', observed: { value }, reason: 'on the wrong side' }
  })
  return fromParts(about, parts, evaluation.digest, {
    passed: 'every slice is on the wanted side',
    none: `no slice has ${leastRows} rows`,
    next: 'a version that reaches the limit there, rows for what is too small, or a change of the policy',
  })
}

/** A part for each slice of the columns that is large enough, and one for each column and slice that is not there. */
export function slicesBy<
  S extends { readonly column: string; readonly value: string; readonly rows: number },
>(
  columns: readonly string[],
  slices: readonly S[] | undefined,
  leastRows: number,
  judge: (slice: S) => GatePart,
): GatePart[] {
  return columns.flatMap(column => {
    const found = (slices ?? []).filter(slice => slice.column === column)
    if (found.length === 0) {
      return [
        {
          name: column,
          outcome: 'inconclusive' as const,
          reason: 'the evidence has no slices by it: name it under `evaluate.slices`, and measure again',
        },
      ]
    }
    return found.map(slice =>
      slice.rows < leastRows
        ? {
            name: sliceTitle(slice),
            outcome: 'left-out' as const,
            reason: `too small to be judged: ${slice.rows} of ${leastRows} rows`,
          }
        : judge(slice),
    )
  })
}
