import * as z from 'zod/mini'
import { METRIC_NAMES, type MetricName } from '../comparison/metric-catalogue.ts'
import { NamedWindow } from '../monitoring/window.ts'
import { PairedMetric } from './comparison.ts'
import type { StoredEvidence } from './evidence.ts'
import { isOfNamedRows } from './judging-rows.ts'
import { type Expectation, fits } from './select.ts'

/** What champion and challenger were worth on rows of an earlier time, which is shown and decides nothing. */
export const EarlierComparison = z.strictObject({
  window: NamedWindow,
  rows: z.int().check(z.minimum(1)),
  metric: z.enum(METRIC_NAMES),
  ...PairedMetric.shape,
})
export type EarlierComparison = z.infer<typeof EarlierComparison>

/**
 * The last comparison of the same two artifacts on rows of the same rule, at another time than the one that judges.
 *
 * @param found - Oldest first.
 */
export function earlierComparison(
  found: readonly StoredEvidence[],
  metric: MetricName,
  expected: Expectation,
): EarlierComparison | undefined {
  const { data, artifact, champion } = expected
  const last = found
    .map(({ evidence }) => evidence)
    .findLast(
      evidence =>
        evidence.kind === 'comparison' &&
        evidence.subject.artifact === artifact &&
        evidence.subject.champion === champion?.artifact &&
        data !== undefined &&
        isOfNamedRows(evidence.subject, data) &&
        !fits(evidence, expected),
    )
  if (last?.kind !== 'comparison' || last.subject.window === undefined) return undefined
  const paired = last.facts.metrics[metric]
  const { from, to } = last.subject.window
  return paired && { window: { from, to }, rows: last.facts.rows, metric, ...paired }
}
