import * as z from 'zod/mini'
import type { MetricFinding } from '../performance/metric-finding.ts'
import { UserName } from '../registry/names.ts'
import type { MeasuredMetric } from './facts.ts'

/** What a job that reads data found out, for a decision that reads none: the file that `retrain --measured` takes. */
export const MeasuredFile = z.strictObject({
  schema: z.literal(1),
  rows: z
    .optional(z.int().check(z.minimum(0)))
    .check(z.describe('Rows with labels that the training data have now.')),
  metrics: z
    ._default(
      z
        .array(
          z
            .strictObject({
              metric: UserName,
              value: z.number(),
              low: z.optional(z.number()),
              high: z.optional(z.number()),
              baseline: z.optional(z.number()).check(z.describe('What it was when the version was judged.')),
            })
            .check(
              z.refine(({ value, low = value, high = value }) => low <= value && value <= high, {
                error: 'a value that lies between `low` and `high`',
              }),
            ),
        )
        .check(
          z.maxLength(1000),
          z.refine(metrics => new Set(metrics.map(({ metric }) => metric)).size === metrics.length, {
            error: 'each metric once',
          }),
        ),
      [],
    )
    .check(z.describe('On rows whose labels came.')),
})
export type MeasuredFile = z.infer<typeof MeasuredFile>

/** What `performance` measured on all labelled rows, each metric once: an estimate knows no labels, and a slice not all rows. */
export function measuredIn(findings: readonly MetricFinding[]): MeasuredMetric[] {
  const measured = findings.flatMap(({ metric, from, slice, value, interval, baseline }) =>
    from === 'labels' && slice === undefined && value !== undefined
      ? [{ metric, value, low: interval?.low, high: interval?.high, baseline }]
      : [],
  )
  return [...new Map(measured.map(one => [one.metric, one])).values()]
}
