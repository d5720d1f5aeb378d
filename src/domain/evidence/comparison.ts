import * as z from 'zod/mini'
import { METRIC_NAMES } from '../comparison/metric-catalogue.ts'
import { UserName } from '../registry/names.ts'
import { sorted } from '../registry/sorted.ts'
import { OwnMetric, Setting, SliceName, Undefined } from './evaluation.ts'
import { Interval } from './interval.ts'

/** A metric of both models on the same rows; `difference` is challenger − champion, whichever way is better. */
export const PairedMetric = z.strictObject({
  champion: z.number(),
  challenger: z.number(),
  difference: z.number(),
  interval: z.optional(Interval),
  'p-value': z
    .optional(z.number().check(z.minimum(0), z.maximum(1)))
    .check(z.describe('Two-sided, of no difference; what guardrails are adjusted by.')),
  'degrees-of-freedom': z
    .optional(z.number().check(z.gt(0)))
    .check(
      z.describe(
        'Of the t distribution that the interval was made by: few where a handful of rows carry the difference.',
      ),
    ),
  'standard-error': z.optional(z.number().check(z.minimum(0))).check(z.describe('Of the difference.')),
})
export type PairedMetric = z.infer<typeof PairedMetric>

/** A metric of the user's own of both models; of one number for all rows there is no interval. */
export const PairedOwnMetric = z.extend(PairedMetric, {
  direction: OwnMetric.shape.direction,
  unit: OwnMetric.shape.unit,
})
export type PairedOwnMetric = z.infer<typeof PairedOwnMetric>

const PairedOwnMetrics = sorted(z.record(UserName, PairedOwnMetric))
const Metrics = sorted(z.partialRecord(z.enum(METRIC_NAMES), PairedMetric))

export const PairedSlice = z.extend(SliceName, {
  rows: z.int().check(z.minimum(1)),
  'positive-rows': z.optional(z.int().check(z.minimum(0))),
  metrics: Metrics,
  undefined: z.optional(Undefined),
  'own-metrics': z.optional(PairedOwnMetrics).check(z.describe('Those that have one number a row.')),
})
export type PairedSlice = z.infer<typeof PairedSlice>

/** Where two classifiers call a row differently, and who is right there. */
export const Disagreement = z.strictObject({
  rows: z.int().check(z.minimum(0)),
  'champion-right': z.int().check(z.minimum(0)),
  'challenger-right': z.int().check(z.minimum(0)),
  'p-value': z
    .optional(z.number().check(z.minimum(0), z.maximum(1)))
    .check(
      z.describe(
        "McNemar's exact test of whether one is right more often than the other; left out where they are right on the same rows, and of rows that come in clusters.",
      ),
    ),
  'mid-p-value': z
    .optional(z.number().check(z.minimum(0), z.maximum(1)))
    .check(z.describe("McNemar's mid-p, which counts what is as likely as the observed by half.")),
  examples: z
    .array(z.int().check(z.minimum(0)))
    .check(z.maxLength(20), z.describe('Row numbers from 0, where the two are furthest apart.')),
})
export type Disagreement = z.infer<typeof Disagreement>

/** Champion against challenger on the same rows. */
export const Comparison = z.extend(Setting, {
  metrics: Metrics,
  undefined: z.optional(Undefined),
  'own-metrics': z.optional(PairedOwnMetrics),
  slices: z.optional(z.array(PairedSlice).check(z.maxLength(500))),
  disagreement: z.optional(Disagreement),
  clusters: z
    .optional(z.strictObject({ column: UserName, count: z.int().check(z.minimum(1)) }))
    .check(z.describe('Rows of one value of this column were drawn together.')),
})
export type Comparison = z.infer<typeof Comparison>
