import * as z from 'zod/mini'
import { METRIC_NAMES } from '../comparison/metric-catalogue.ts'
import { sorted } from '../registry/sorted.ts'
import { Setting, Undefined } from './evaluation.ts'

/** An interval of challenger − champion over paired rows. */
export const Interval = z.strictObject({
  low: z.number(),
  high: z.number(),
  level: z.number().check(z.gt(0), z.lt(1)),
  method: z.enum(['delong', 'bootstrap-percentile']),
  resamples: z.optional(z.int().check(z.minimum(1))),
  seed: z.optional(z.int().check(z.minimum(0))),
})
export type Interval = z.infer<typeof Interval>

/** A metric of both models on the same rows; `difference` is challenger − champion, whichever way is better. */
export const PairedMetric = z.strictObject({
  champion: z.number(),
  challenger: z.number(),
  difference: z.number(),
  interval: z.optional(Interval),
})
export type PairedMetric = z.infer<typeof PairedMetric>

/** Champion against challenger on the same rows. */
export const Comparison = z.extend(Setting, {
  metrics: sorted(z.partialRecord(z.enum(METRIC_NAMES), PairedMetric)),
  undefined: z.optional(Undefined),
})
export type Comparison = z.infer<typeof Comparison>
