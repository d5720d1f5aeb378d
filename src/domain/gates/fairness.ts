import * as z from 'zod/mini'
import type { Fairness } from '../evidence/fairness.ts'
import { FAIRNESS_MEASURES, type FairnessMeasure } from '../evidence/measures.ts'
import { isMissing, type JudgedEvidence, withoutEvidence } from './judged-evidence.ts'
import { holds, type Limit, wantedBy } from './metric-limit.ts'
import { fromParts } from './parts.ts'
import type { GateFinding, GatePart } from './result.ts'
import { Columns } from './rule-fields.ts'

const DIFFERENCES = FAIRNESS_MEASURES.filter(measure => measure !== 'demographic-parity-ratio') as [
  Exclude<FairnessMeasure, 'demographic-parity-ratio'>,
]

/** `{fairness: equal-opportunity-difference, max: 0.1, by: [female]}`; a ratio has a `min`. */
export const FairnessLimit = z.lazy(() =>
  z.union([
    z.strictObject({
      fairness: z.enum(DIFFERENCES),
      max: z.number().check(z.minimum(0), z.maximum(1)),
      by: Columns,
    }),
    z.strictObject({
      fairness: z.literal('demographic-parity-ratio'),
      min: z.number().check(z.minimum(0), z.maximum(1)),
      by: Columns,
    }),
  ]),
)
export type FairnessLimit = z.infer<typeof FairnessLimit>

/**
 * Passes when for every named column the bound of the measure's interval that is against the version lies on the wanted
 * side, the limit included; fails when the other bound lies on the wrong side; between them more rows would tell. A
 * column of which fewer than two groups are large enough is inconclusive.
 */
export function evaluateFairness(rule: FairnessLimit, evidence: JudgedEvidence): GateFinding {
  const limit: Limit = 'max' in rule ? { max: rule.max } : { min: rule.min }
  const about = { gate: 'fairness', about: rule.fairness, wanted: wantedBy(limit) } as const
  const found = evidence.of('fairness')
  if (isMissing(found)) return withoutEvidence(about, found)
  const parts = rule.by.map((column): GatePart => {
    const measured = measureBy(found.evidence.facts, column, rule.fairness)
    if ('why' in measured) return { name: column, outcome: 'inconclusive', reason: measured.why }
    const { challenger, small } = measured
    const [against, inFavour] =
      'max' in limit ? [challenger.high, challenger.low] : [challenger.low, challenger.high]
    const observed = { value: challenger.value, low: challenger.low, high: challenger.high }
    if (holds(limit, against))
      return { name: column, outcome: 'passed', observed, reason: `its interval keeps the limit${small}` }
    return holds(limit, inFavour)
      ? { name: column, outcome: 'inconclusive', observed, reason: `its interval holds the limit${small}` }
      : { name: column, outcome: 'failed', observed, reason: `its interval lies beyond the limit${small}` }
  })
  return fromParts(about, parts, found.digest, {
    passed: 'the interval keeps the limit for every column',
    none: 'nothing was judged',
    next: FAIRNESS_NEXT,
  })
}

export const FAIRNESS_NEXT = 'a version that treats the groups more alike, or more rows of the small groups'

type Measured = Fairness['columns'][number]['measures'][number]

/** A measure over a column's groups, and in words which groups are too small to be in it. */
export function measureBy(
  facts: Fairness,
  column: string,
  measure: FairnessMeasure,
): (Measured & { readonly small: string }) | { readonly why: string } {
  const found = facts.columns.find(({ column: name }) => name === column)
  if (found === undefined)
    return { why: 'the evidence has no groups by it: name it under `evaluate.slices`, and measure again' }
  const tooSmall = found.groups.filter(({ status }) => status === 'insufficient-data')
  const small =
    tooSmall.length === 0 ? '' : `; without ${tooSmall.map(groupText).join(', ')}, too small to be judged`
  const measured = found.measures.find(({ measure: name }) => name === measure)
  return measured === undefined
    ? { why: `fewer than two of its groups have ${facts['least-rows']} rows and positives each${small}` }
    : { ...measured, small }
}

function groupText({ value, rows }: { readonly value: string; readonly rows: number }): string {
  return `${value === '' ? 'the missing value' : `\`${value}\``} (${rows} rows)`
}
