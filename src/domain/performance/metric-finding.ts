import * as z from 'zod/mini'
import { METRIC_NAMES } from '../comparison/metric-catalogue.ts'
import { SliceName } from '../evidence/evaluation.ts'
import { Interval } from '../evidence/interval.ts'
import { MetricSla } from '../registry/sla-keys.ts'

export const GROUNDS = [
  'straddles',
  'too-few-rows',
  'undefined',
  'no-interval',
  'no-baseline',
  'part-of-zero',
  'no-labels',
  'no-probabilities',
  'not-estimated',
  'calibration-unknown',
  'calibration-poor',
  'estimates-unchecked',
  'estimates-missed',
  'not-reconciled',
] as const

/** One metric of production, of all rows or of a slice, judged by a rule. */
export const MetricFinding = z.strictObject({
  metric: z.enum(METRIC_NAMES),
  slice: z.optional(SliceName),
  rule: MetricSla,
  from: z
    .enum(['labels', 'estimate'])
    .check(z.describe('Measured on labelled rows, or estimated of those whose labels have not come.')),
  status: z
    .enum(['ok', 'degraded', 'insufficient-data', 'error'])
    .check(
      z.describe(
        '`degraded`: the interval lies wholly beyond the limit; `insufficient-data`: it lies on both sides, or there is none.',
      ),
    ),
  ground: z.optional(z.enum(GROUNDS)).check(z.describe('Why nothing can be told.')),
  rows: z.int().check(z.minimum(0)),
  value: z.optional(z.number()),
  interval: z.optional(Interval),
  baseline: z.optional(z.number()).check(z.describe("The champion's, of its evaluation.")),
  limit: z.optional(z.number()),
  beyond: z
    .optional(z.number().check(z.minimum(0)))
    .check(z.describe('How far beyond the limit the value lies, in parts of the limit.')),
})
export type MetricFinding = z.infer<typeof MetricFinding>
export type MetricGround = (typeof GROUNDS)[number]
