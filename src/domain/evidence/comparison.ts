import * as z from 'zod'
import { METRIC_NAMES } from '../comparison/metric-catalogue.ts'
import { sorted } from '../registry/sorted.ts'
import { Setting, Undefined } from './evaluation.ts'

/** An interval of challenger − champion over paired rows. */
export const Interval = z.strictObject({
  low: z.number(),
  high: z.number(),
  level: z.number().gt(0).lt(1),
  method: z.enum(['delong', 'bootstrap-percentile']),
  resamples: z.int().min(1).optional(),
  seed: z.int().min(0).optional(),
})
export type Interval = z.infer<typeof Interval>

/** A metric of both models on the same rows; `difference` is challenger − champion, whichever way is better. */
export const PairedMetric = z.strictObject({
  champion: z.number(),
  challenger: z.number(),
  difference: z.number(),
  interval: Interval.optional(),
})
export type PairedMetric = z.infer<typeof PairedMetric>

/** Champion against challenger on the same rows. */
export const Comparison = Setting.extend({
  metrics: sorted(z.partialRecord(z.enum(METRIC_NAMES), PairedMetric)),
  undefined: Undefined.optional(),
})
export type Comparison = z.infer<typeof Comparison>
